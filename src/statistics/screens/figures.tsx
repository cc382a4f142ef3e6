// 受限情况统计: how many were restricted on a day, by what is barred, by measure, by unit, and from month to month; each figure leads to its list.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Form, Radio, Table } from "antd";
import type { InferContractRouterOutputs } from "@orpc/contract";
import { Link, useNavigate } from "react-router";
import type { contract } from "#server/contract/contract.ts";
import { streams } from "#server/contract/streams.ts";
import type { Law } from "#law/compile/law.ts";
import { api, streamPath } from "#web/client.ts";
import { textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { causeName } from "#web/law/cause-name.ts";
import { DayField } from "#web/fields/day-field.tsx";
import { Drawing } from "#web/drawing/drawing.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { purposeName } from "#web/law/purpose-name.ts";
import { useUrlState } from "#web/frame/url-state.ts";
import { Waiting } from "#web/frame/waiting.tsx";
import { useMe } from "#web/session.ts";
import "./figures.css";

type Figures = InferContractRouterOutputs<typeof contract>["statistics"]["figures"];
type Layer = "regulation" | "upper";

export function RestrictedFigures() {
  const law = useLaw();
  const { today } = useMe();
  const url = useUrlState();
  const on = url.one("on") || today;
  const layer: Layer = url.one("layer") === "upper" ? "upper" : "regulation";
  const { data, error, refetch } = useQuery(
    api.statistics.figures.queryOptions({ input: { on, layer }, placeholderData: keepPreviousData }),
  );
  return (
    <>
      <PageHeader
        title={m.menu_figures()}
        beside={
          <>
            <Button
              href={`${streamPath(streams.exportFigures.path)}?${new URLSearchParams({ on, layer }).toString()}`}
              download
            >
              {m.export_xlsx()}
            </Button>
            <Button onClick={() => window.print()}>{m.print()}</Button>
          </>
        }
      >
        <p className="page-subtitle">{m.figures_note()}</p>
      </PageHeader>
      <Form layout="inline" className="filter" component="div">
        <Form.Item label={m.figures_on()} htmlFor="figures-on">
          <DayField id="figures-on" value={on} onChange={(day) => url.set({ on: day ?? "" })} />
        </Form.Item>
        <Radio.Group
          aria-label={m.figures_layer()}
          value={layer}
          onChange={(event) => url.set({ layer: String(event.target.value) })}
          options={(["regulation", "upper"] as const).map((one) => ({
            value: one,
            label: textOf(law.vocabulary.names.layers[one]),
          }))}
        />
      </Form>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {data === undefined ? (
        error === null ? (
          <Waiting />
        ) : null
      ) : (
        <Shown law={law} figures={data} on={on} layer={layer} />
      )}
    </>
  );
}

function Shown({ law, figures, on, layer }: { law: Law; figures: Figures; on: string; layer: Layer }) {
  const navigate = useNavigate();
  const url = useUrlState();
  const listOf = (more: Readonly<Record<string, string>> = {}) =>
    `/restricted?${new URLSearchParams({ on, ...(layer === "upper" ? { layer } : {}), ...more }).toString()}`;
  return (
    <>
      <p>
        <output>
          <Link to={listOf()}>{m.figures_total({ on, count: figures.persons })}</Link>
        </output>
      </p>
      <section aria-label={m.figures_by_month()}>
        <h2>{m.figures_by_month()}</h2>
        <Drawing
          label={m.figures_by_month_drawn({ first: figures.byMonth[0]?.day ?? "", last: on })}
          height={220}
          option={{
            grid: { left: 48, right: 24, top: 16, bottom: 32 },
            tooltip: { trigger: "axis" },
            xAxis: { type: "category", data: figures.byMonth.map(({ day }) => day) },
            yAxis: { type: "value", minInterval: 1 },
            series: [{ type: "line", data: figures.byMonth.map(({ persons }) => persons), color: "#0958d9" }],
          }}
          onChoose={(index) => {
            const day = figures.byMonth[index]?.day;
            if (day !== undefined) url.set({ on: day });
          }}
        />
        <details>
          <summary>{m.figures_as_table()}</summary>
          <Table<Figures["byMonth"][number]>
            size="small"
            rowKey="day"
            dataSource={figures.byMonth}
            pagination={false}
            columns={[
              {
                title: m.figures_on(),
                render: (_value, { day }) => (
                  <Link to={`/figures?${new URLSearchParams({ on: day, layer }).toString()}`}>{day}</Link>
                ),
              },
              { title: m.figures_persons(), dataIndex: "persons" },
            ]}
          />
        </details>
      </section>
      <Group
        title={m.figures_by_bars()}
        rows={figures.byBars.map(({ id, persons }) => ({
          name: purposeName(law, id),
          persons,
          to: listOf({ bars: id }),
        }))}
        onChoose={(to) => void navigate(to)}
      />
      <Group
        title={m.figures_by_cause()}
        rows={figures.byCause.map(({ id, persons }) => ({
          name: causeName(law, id),
          persons,
          to: listOf({ cause: id }),
        }))}
        onChoose={(to) => void navigate(to)}
      />
      <Group
        title={m.figures_by_unit()}
        rows={figures.byUnit.map(({ id, name, persons }) => ({ name, persons, to: listOf({ unit: id }) }))}
        onChoose={(to) => void navigate(to)}
      />
    </>
  );
}

type Row = { name: string; persons: number; to: string };
/** More bars than this are no longer read; the table has them all. */
const most = 15;

function Group({ title, rows, onChoose }: { title: string; rows: readonly Row[]; onChoose: (to: string) => void }) {
  const drawn = rows.slice(0, most);
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{m.figures_nobody()}</p>
      ) : (
        <div className="figures-group">
          <Drawing
            label={m.figures_drawn({ title, count: drawn.length })}
            height={Math.max(90, drawn.length * 28 + 40)}
            option={{
              grid: { left: 8, right: 40, top: 8, bottom: 24, containLabel: true },
              xAxis: { type: "value", minInterval: 1 },
              yAxis: { type: "category", inverse: true, data: drawn.map(({ name }) => name) },
              series: [
                {
                  type: "bar",
                  barMaxWidth: 18,
                  color: "#0958d9",
                  label: { show: true, position: "right" },
                  data: drawn.map(({ persons }) => persons),
                },
              ],
            }}
            onChoose={(index) => {
              const to = drawn[index]?.to;
              if (to !== undefined) onChoose(to);
            }}
          />
          <Table<Row>
            size="small"
            rowKey="to"
            dataSource={rows}
            pagination={false}
            columns={[
              { title, render: (_value, row) => row.name },
              {
                title: m.figures_persons(),
                width: 90,
                render: (_value, row) => <Link to={row.to}>{row.persons}</Link>,
              },
            ]}
          />
        </div>
      )}
    </section>
  );
}

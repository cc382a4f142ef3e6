// Restricted persons (受限人员) on a day, soonest end first, each with the clauses: the list behind the figures.
import type { Law } from "#law/compile/law.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Form, Radio, Table } from "antd";
import { Link } from "react-router";
import type { InferContractRouterOutputs } from "@orpc/contract";
import type { contract } from "#server/contract/contract.ts";
import { api } from "#web/client.ts";
import { listed, textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationBlock } from "#web/law/citation.tsx";
import { DayField } from "#web/fields/day-field.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { KeyPager } from "#web/tables/key-pager.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { purposeName } from "#web/law/purpose-name.ts";
import { useUrlState } from "#web/frame/url-state.ts";
import type { UrlState } from "#web/frame/url-state.ts";
import { useMe } from "#web/session.ts";
import { causeName } from "#web/law/cause-name.ts";

type Row = InferContractRouterOutputs<typeof contract>["restrictions"]["restricted"]["rows"][number];

export function Restricted() {
  const law = useLaw();
  const url = useUrlState();
  const trail = url.many("page");
  const ending = url.one("ending") !== "";
  const { today } = useMe();
  const on = url.one("on") || today;
  const filter = filterIn(url);
  const only = useFilterNames(law, filter);
  const { data, error, isFetching, refetch } = useQuery(
    api.restrictions.restricted.queryOptions({
      input: {
        ending,
        on: on === today ? null : on,
        ...filter,
        after: trail[trail.length - 1] ?? null,
        limit: 20,
      },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <PageHeader
        title={m.menu_restricted()}
        beside={
          <>
            <Link to="/ending">{m.menu_ending()}</Link> <Link to={`/figures?on=${on}`}>{m.menu_figures()}</Link>
          </>
        }
      />
      <Form layout="inline" className="filter" component="div">
        <Form.Item label={m.restricted_on()} htmlFor="restricted-on">
          <DayField id="restricted-on" value={on} onChange={(day) => url.set({ on: day ?? "" })} />
        </Form.Item>
        {only.length === 0 ? null : (
          <p>
            {m.restricted_only()} <strong>{listed(only)}</strong>{" "}
            <Button size="small" onClick={() => url.set({ layer: "", bars: "", cause: "", unit: "" })}>
              {m.restricted_clear()}
            </Button>
          </p>
        )}
      </Form>
      <Radio.Group
        className="filter"
        aria-label={m.menu_restricted()}
        value={ending ? "1" : ""}
        onChange={(event) => url.set({ ending: String(event.target.value) })}
        options={[
          { value: "", label: m.figure_restrictions_running() },
          { value: "1", label: m.figure_restrictions_ending() },
        ]}
      />
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <RestrictedTable rows={data?.rows ?? []} loading={isFetching} law={law} />
      {data === undefined ? null : (
        <KeyPager trail={trail} next={data.next} count={data.count} onTrail={(page) => url.set({ page })} />
      )}
    </>
  );
}

/** From the URL; null where nothing is asked for. */
function filterIn(url: UrlState) {
  const orNull = (text: string) => (text === "" ? null : text);
  return {
    layer: url.one("layer") === "upper" ? ("upper" as const) : ("regulation" as const),
    bars: orNull(url.one("bars")),
    cause: orNull(url.one("cause")),
    organizationId: orNull(url.one("unit")),
  };
}

/** What the list is narrowed to, in words. */
function useFilterNames(law: Law, { layer, bars, cause, organizationId }: ReturnType<typeof filterIn>): string[] {
  const enabled = organizationId !== null;
  const { data: organizations = [] } = useQuery(api.registry.organizations.queryOptions({ enabled }));
  const unit = organizations.find((one) => one.organizationId === organizationId)?.name ?? "";
  return [
    layer === "upper" ? textOf(law.vocabulary.names.layers.upper) : "",
    bars === null ? "" : purposeName(law, bars),
    cause === null ? "" : causeName(law, cause),
    organizationId === null ? "" : unit,
  ].filter((text) => text !== "");
}

function RestrictedTable({ rows, loading, law }: { rows: readonly Row[]; loading: boolean; law: Law }) {
  return (
    <Table<Row>
      size="small"
      rowKey={(row) => row.person.personId}
      loading={loading}
      dataSource={rows}
      pagination={false}
      columns={[
        {
          title: m.person_name(),
          width: 100,
          render: (_value, row) => (
            <Link to={`/persons/${encodeURIComponent(row.person.personId)}`}>{row.person.name}</Link>
          ),
        },
        { title: m.unit(), width: 220, dataIndex: "unit" },
        { title: m.post(), width: 130, render: (_value, row) => row.post ?? "" },
        {
          title: m.restricted_what(),
          render: (_value, row) => (
            <ul className="plain-list">
              {row.running.map((one) => (
                <li key={`${one.bars} ${one.until} ${one.cite.at}`}>
                  <strong>{m.barred_until({ purpose: purposeName(law, one.bars), until: one.until })}</strong>{" "}
                  <span className="quiet">{textOf(one.cause)}</span>
                  <CitationBlock citation={one.cite} />
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

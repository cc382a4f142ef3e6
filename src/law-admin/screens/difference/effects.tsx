// Which stored restrictions and cases the later version would change: asked for by a button, because looking is logged.
import { useMutation } from "@tanstack/react-query";
import { Button, Table } from "antd";
import { Link } from "react-router";
import type { ChangedRestriction } from "../../contract/regulation.ts";
import { client } from "#web/client.ts";
import { listed, textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { MatterLink } from "#web/matter/matter-link.tsx";
import { purposeName } from "#web/law/purpose-name.ts";

export function Effects({ before, after }: { before: string; after: string }) {
  const asking = useMutation({ mutationFn: () => client.regulation.effects({ before, after }) });
  const { data, error, isPending } = asking;
  return (
    <section aria-label={m.difference_effects()}>
      <h2>{m.difference_effects()}</h2>
      <p className="quiet">{m.difference_effects_extra()}</p>
      <p>
        <Button loading={busy(isPending)} onClick={() => asking.mutate()}>
          {m.difference_effects_ask()}
        </Button>
      </p>
      {error === null ? null : <Failure error={error} />}
      {data === undefined ? null : (
        <>
          <output>
            {m.difference_counts({
              persons: data.persons,
              changedPersons: data.changedPersons,
              changed: data.changed,
              running: data.running,
            })}
            {data.rows.length < data.changed ? ` ${m.difference_shown({ count: data.rows.length })}` : ""}
          </output>
          {data.cases.length === 0 ? null : (
            <>
              <h3>{m.difference_cases()}</h3>
              <ul>
                {data.cases.map(({ matterId, number, title, circumstances }) => (
                  <li key={matterId}>
                    <MatterLink kind="case" matterId={matterId} number={number} /> {title}{" "}
                    <code>{listed(circumstances)}</code>
                  </li>
                ))}
              </ul>
            </>
          )}
          {data.rows.length === 0 ? null : <ChangedTable rows={data.rows} />}
        </>
      )}
    </section>
  );
}

function span(side: ChangedRestriction["before"]): string {
  return side === null ? m.difference_nothing() : `${side.from} ~ ${side.until}`;
}

function ChangedTable({ rows }: { rows: readonly ChangedRestriction[] }) {
  const law = useLaw();
  return (
    <Table<ChangedRestriction & { row: number }>
      size="small"
      rowKey="row"
      dataSource={rows.map((one, row) => ({ ...one, row }))}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        {
          title: m.person_name(),
          dataIndex: "name",
          width: 200,
          render: (_value, one) => (
            <>
              <Link to={`/persons/${encodeURIComponent(one.personId)}`}>{one.name}</Link>
              <br />
              <span className="quiet">{one.organizationName}</span>
            </>
          ),
        },
        {
          title: m.bars(),
          dataIndex: "bars",
          width: 170,
          render: (_value, one) => (
            <>
              <strong>{purposeName(law, one.bars)}</strong>
              <br />
              <span className="layer">{textOf(law.vocabulary.names.layers[one.layer])}</span>
            </>
          ),
        },
        {
          title: m.because_of(),
          dataIndex: "cause",
          render: (_value, one) => (
            <>
              {textOf(one.cause)}
              <br />
              <span className="quiet">{one.caseNumber ?? ""}</span>
            </>
          ),
        },
        {
          title: m.difference_before(),
          dataIndex: "before",
          width: 210,
          render: (_value, one) => span(one.before),
        },
        {
          title: m.difference_after(),
          dataIndex: "after",
          width: 210,
          render: (_value, one) => (
            <>
              {span(one.after)} {one.running ? <strong>{m.running_now()}</strong> : null}
            </>
          ),
        },
      ]}
    />
  );
}

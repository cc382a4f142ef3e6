// Earlier cases on the same circumstances, and of the gravity that is being found: to look at, never a suggestion of an outcome.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { useState } from "react";
import type { z } from "zod";
import type { contract } from "#server/contract/contract.ts";
import type { Gravity } from "#casework/events.ts";
import { circumstancesOf } from "#law/procedure/circumstances.ts";
import type { Law } from "#law/compile/law.ts";
import { api } from "../client.ts";
import { listed, textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { Failure } from "../frame/failure.tsx";
import { KeyPager } from "../tables/key-pager.tsx";
import { MatterLink } from "./matter-link.tsx";
import { measureNames } from "../law/measure-names.ts";
import "../frame/fold.css";

type Row = z.output<NonNullable<(typeof contract.matters.comparable)["~orpc"]["outputSchema"]>>["rows"][number];
type Props = { law: Law; matterId: string; circumstances: readonly string[]; gravity: Gravity | null };

/** Asked for only when it is opened: reading of cases leaves its entry in the log. */
export function ComparableCases({ law, matterId, circumstances, gravity }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {gravity === null
          ? m.comparable_title()
          : m.comparable_title_gravity({ gravity: textOf(law.vocabulary.names.gravities[gravity]) })}
      </summary>
      <p className="quiet">{m.comparable_note()}</p>
      {open ? (
        <Cases key={`${gravity} ${circumstances.join()}`} {...{ law, matterId, circumstances, gravity }} />
      ) : null}
    </details>
  );
}

function Cases({ law, matterId, circumstances, gravity }: Props) {
  const [trail, setTrail] = useState<string[]>([]);
  const { data, error, isFetching, refetch } = useQuery(
    api.matters.comparable.queryOptions({
      input: {
        matterId,
        circumstances: [...new Set(circumstances)],
        gravity,
        after: trail[trail.length - 1] ?? null,
        limit: 10,
      },
      placeholderData: keepPreviousData,
    }),
  );
  const names = new Map(circumstancesOf(law).map((circumstance) => [circumstance.id, textOf(circumstance.cite.label)]));
  return (
    <>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <Table<Row>
        size="small"
        rowKey={(row) => `${row.matterId} ${row.subjectId}`}
        loading={isFetching}
        dataSource={data?.rows ?? []}
        pagination={false}
        locale={{ emptyText: <p className="quiet">{m.comparable_none()}</p> }}
        columns={[
          {
            title: m.number(),
            width: 180,
            render: (_value, row) => <MatterLink kind="case" matterId={row.matterId} number={row.number} />,
          },
          { title: m.comparable_year(), width: 80, render: (_value, row) => row.decidedOn.slice(0, 4) },
          {
            title: m.comparable_circumstances(),
            render: (_value, row) =>
              listed(row.circumstances.map((circumstance) => names.get(circumstance) ?? circumstance)),
          },
          {
            title: m.gravity(),
            width: 150,
            render: (_value, row) =>
              row.gravity === null ? m.outcome_exempt() : textOf(law.vocabulary.names.gravities[row.gravity]),
          },
          {
            title: m.measures(),
            width: 200,
            render: (_value, row) => (row.gravity === null ? m.none() : measureNames(law, row.measures)),
          },
        ]}
      />
      {data === undefined ? null : <KeyPager trail={trail} next={data.next} count={data.count} onTrail={setTrail} />}
    </>
  );
}

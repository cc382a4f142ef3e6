// What is open about leading bodies, one a row, beside what is open in cases: the next act of a round, and follow-ups with their day.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link } from "react-router";
import type { z } from "zod";
import { contract } from "#server/contract/contract.ts";
import { bodyActNames } from "#bodies/rules/body-names.ts";
import { api } from "../client.ts";
import { listed, textOf } from "../language.ts";
import { useLaw } from "../law.ts";
import { m } from "../paraglide/messages.js";
import { accessOf } from "../routes.tsx";
import { mayUse, useMe } from "../session.ts";
import { bodyName } from "../fields/body-field.tsx";
import { KeyPager } from "./key-pager.tsx";
import { DueStatusMark } from "../matter/due-status.tsx";
import { useUrlState } from "../frame/url-state.ts";
import "../matter/due-status.css";

type Row = z.output<NonNullable<(typeof contract.bodies.open)["~orpc"]["outputSchema"]>>["rows"][number];
type Props = {
  mine: boolean;
  office?: string | null;
  item?: string | null;
  due?: "all" | "overdue" | "soon" | "pressing" | "no-calendar";
};

/** Nothing where there is none, or where the reader is told nothing of bodies. */
export function BodyItems({ mine, office = null, item = null, due = "all" }: Props) {
  const law = useLaw();
  const url = useUrlState();
  const trail = url.many("bodies");
  const { data } = useQuery(
    api.bodies.open.queryOptions({
      enabled: mayUse(useMe(), accessOf(contract.bodies.open)),
      input: { mine, office, item, due, after: trail[trail.length - 1] ?? null, limit: 20 },
      placeholderData: keepPreviousData,
    }),
  );
  if (data === undefined || data.count.value === 0) return null;
  return (
    <>
      <h2>{m.body_items()}</h2>
      <Table<Row>
        size="small"
        rowKey={(row) => `${row.organizationId} ${row.act} ${row.followUp ?? ""}`}
        dataSource={data.rows}
        pagination={false}
        columns={[
          {
            title: m.due_status_column(),
            width: 130,
            render: (_value, row) =>
              row.followUp === null ? (
                <span className="due-status due-status-yellow">{m.body_without_delay()}</span>
              ) : (
                <DueStatusMark dueOn={row.dueOn} />
              ),
          },
          { title: m.due_on(), width: 105, render: (_value, row) => row.dueOn ?? "" },
          { title: m.item(), width: 170, render: (_value, row) => <Act row={row} /> },
          {
            title: m.item_owner(),
            width: 210,
            render: (_value, row) => row.accountName ?? listed(row.offices.map((one) => bodyName(law, one))),
          },
          {
            title: m.body_of(),
            width: 165,
            render: (_value, row) => <Link to={`/bodies/${encodeURIComponent(row.organizationId)}`}>{row.name}</Link>,
          },
          { title: m.item_about(), dataIndex: "about" },
          { title: m.item_begun(), width: 105, dataIndex: "from" },
        ]}
      />
      {trail.length === 0 && data.next === null ? null : (
        <KeyPager trail={trail} next={data.next} count={data.count} onTrail={(bodies) => url.set({ bodies })} />
      )}
    </>
  );
}

/** A link to the form where doing it is the reader's. */
function Act({ row }: { row: Row }) {
  const name = textOf(bodyActNames[row.act]);
  if (!row.mine) return name;
  const query = row.followUp === null ? "" : `?followUp=${encodeURIComponent(row.followUp)}`;
  return <Link to={`/bodies/${encodeURIComponent(row.organizationId)}/acts/${row.act}${query}`}>{name}</Link>;
}

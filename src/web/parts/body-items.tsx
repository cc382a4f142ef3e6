// What is open about leading bodies, one a row, beside what is open in cases: the next act of a round, and follow-ups with their day.
import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link } from "react-router";
import type { z } from "zod";
import { contract } from "#api/contract.ts";
import { bodyActNames } from "#casework/body-names.ts";
import { yellowDays } from "#casework/tasks.ts";
import { parseDay } from "#law/days.ts";
import { api } from "../client.ts";
import { listed, textOf } from "../language.ts";
import { useLaw } from "../law.ts";
import { m } from "../paraglide/messages.js";
import { accessOf } from "../routes.tsx";
import { mayUse, useMe } from "../session.tsx";
import { bodyName } from "./body-field.tsx";
import { Lamp } from "./lamp.tsx";

type Row = z.output<NonNullable<(typeof contract.bodies.open)["~orpc"]["outputSchema"]>>["rows"][number];
type Props = { mine: boolean; office?: string | null; due?: "all" | "overdue" | "soon" | "no-calendar" };

/** Nothing where there is none, or where the reader is told nothing of bodies. */
export function BodyItems({ mine, office = null, due = "all" }: Props) {
  const law = useLaw();
  const me = useMe();
  const today = parseDay(me.today) ?? 0;
  const { data } = useQuery(api.bodies.open.queryOptions({ enabled: mayUse(me, accessOf(contract.bodies.open)) }));
  const rows = (data?.rows ?? []).filter(
    (row) => (!mine || row.mine) && (office === null || row.offices.includes(office)) && isDue(row.dueOn, due, today),
  );
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{m.body_items()}</h2>
      <Table<Row>
        size="small"
        rowKey={(row) => `${row.organizationId} ${row.act} ${row.followUp ?? ""}`}
        dataSource={rows}
        pagination={false}
        columns={[
          {
            title: m.lamp_column(),
            width: 130,
            render: (_value, row) =>
              row.followUp === null ? (
                <span className="lamp lamp-yellow">{m.body_without_delay()}</span>
              ) : (
                <Lamp dueOn={row.dueOn} />
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

/** As the figures above the list count: overdue before today, soon while the lamp is yellow. */
function isDue(dueOn: string | null, due: NonNullable<Props["due"]>, today: number): boolean {
  if (due === "all") return true;
  const day = dueOn === null ? null : parseDay(dueOn);
  if (day === null || due === "no-calendar") return false;
  return due === "overdue" ? day < today : day >= today && day - today <= yellowDays;
}

// What is open, one a row: by when, whose, what, on whom, in which matter. Used by 督办 and by the reminders.
import { Table } from "antd";
import { Link } from "react-router";
import type { z } from "zod";
import type { supervisedItem } from "#notifications/contract.ts";
import { actAllowedAt } from "#casework/stages.ts";
import { duties } from "#casework/duties.ts";
import { worksFor } from "#casework/offices.ts";
import { actOfOpenItem, openItemName } from "#casework/execution/open-items.ts";
import type { Law } from "#law/compile/law.ts";
import { textOf, withAside } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { actorOf, useMe } from "../session.ts";
import { bodyName } from "../fields/body-field.tsx";
import { DueStatusMark } from "../matter/due-status.tsx";
import { MatterLink, pathOfMatter } from "../matter/matter-link.tsx";
import "../matter/due-status.css";

type Row = z.output<typeof supervisedItem>;
type Props = { rows: readonly Row[]; law: Law; loading?: boolean; empty: string };

export function OpenItemTable({ rows, law, loading = false, empty }: Props) {
  return (
    <Table<Row>
      size="small"
      rowKey={(row) => `${row.matterId} ${row.subjectId} ${row.item}`}
      loading={loading}
      dataSource={[...rows]}
      pagination={false}
      locale={{ emptyText: <p className="quiet">{empty}</p> }}
      columns={[
        { title: m.due_status_column(), width: 130, render: (_value, row) => <ItemDueStatus row={row} /> },
        { title: m.due_on(), width: 105, render: (_value, row) => row.dueOn ?? "" },
        { title: m.item(), width: 150, render: (_value, row) => <ItemName row={row} law={law} /> },
        {
          title: m.item_owner(),
          width: 170,
          render: (_value, row) =>
            row.accountName === null
              ? bodyName(law, row.office)
              : withAside(row.accountName, bodyName(law, row.office)),
        },
        { title: m.item_about(), width: 110, dataIndex: "subjectName" },
        {
          title: m.number(),
          width: 165,
          render: (_value, row) => <MatterLink kind={row.kind} matterId={row.matterId} number={row.number} />,
        },
        { title: m.matter_title(), dataIndex: "title" },
        { title: m.item_begun(), width: 105, dataIndex: "begunOn" },
      ]}
    />
  );
}

function ItemDueStatus({ row }: { row: Row }) {
  return row.unpublishedYear === null ? (
    <DueStatusMark dueOn={row.dueOn} />
  ) : (
    <Link to="/calendar" className="due-status due-status-yellow">
      {m.year_unpublished({ year: row.unpublishedYear })}
    </Link>
  );
}

/** A link to the form where doing it is the reader's. */
function ItemName({ row, law }: { row: Row; law: Law }) {
  const me = useMe();
  const name = textOf(openItemName(law, row.item));
  const act = actOfOpenItem(row.item);
  const query = new URLSearchParams({ item: `${row.subjectId} ${row.item}`, subject: row.subjectId });
  const own =
    act !== null &&
    actAllowedAt(row.stage, act) &&
    duties[act].roles.some((role) => me.roles.includes(role)) &&
    (act !== "complete-items" || worksFor(law, actorOf(me), row.office));
  return (
    <>
      {own ? <Link to={`${pathOfMatter(row.kind, row.matterId)}/acts/${act}?${query.toString()}`}>{name}</Link> : name}
      {row.waiverWaits ? <span className="quiet"> {m.supervision_waiver_waits()}</span> : null}
    </>
  );
}

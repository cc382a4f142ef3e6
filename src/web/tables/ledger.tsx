// A ledger (台账) of leads or cases: query, stages, order and page stand in the URL.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import type { TableColumnType as ColumnType, TableProps } from "antd";
import type { z } from "zod";
import type { ledgerRow } from "#matters/contract/matters.ts";
import { readingOfKind } from "#casework/reading/readings.ts";
import type { Reading } from "#casework/reading/readings.ts";
import { caseStages, leadStages } from "#casework/stages.ts";
import type { Stage } from "#casework/stages.ts";
import { api } from "../client.ts";
import { m } from "../paraglide/messages.js";
import { Failure } from "../frame/failure.tsx";
import { KeyPager } from "./key-pager.tsx";
import { DueStatusMark } from "../matter/due-status.tsx";
import { LedgerFilter } from "./ledger-filter.tsx";
import { MatterLink } from "../matter/matter-link.tsx";
import { StageTag } from "../matter/stage-tag.tsx";
import { useUrlState } from "../frame/url-state.ts";
import { listed } from "../language.ts";
import { useMe } from "../session.ts";

type Row = z.output<typeof ledgerRow>;
type Sort = "number" | "openedOn" | "dueOn" | "updatedAt";

const sorts: readonly Sort[] = ["openedOn", "dueOn", "number", "updatedAt"];

export function Ledger({ kind }: { kind: "lead" | "case" }) {
  const me = useMe();
  const url = useUrlState();
  const trail = url.many("page");
  const stages: readonly Stage[] = kind === "lead" ? leadStages : caseStages;
  const input = {
    query: url.one("q"),
    stages: stages.filter((stage) => url.many("stage").includes(stage)),
    overdue: url.one("overdue") !== "",
    sort: sorts.find((sort) => sort === url.one("sort")) ?? ("openedOn" as const),
    order: url.one("order") === "asc" ? ("asc" as const) : ("desc" as const),
    after: trail[trail.length - 1] ?? null,
    limit: 20,
  };
  const leads = useQuery(
    api.matters.leads.queryOptions({ input, enabled: kind === "lead", placeholderData: keepPreviousData }),
  );
  const cases = useQuery(
    api.matters.cases.queryOptions({ input, enabled: kind === "case", placeholderData: keepPreviousData }),
  );
  const { data, error, isFetching, refetch } = kind === "lead" ? leads : cases;
  return (
    <>
      <LedgerFilter
        kind={kind}
        stages={stages}
        query={input.query}
        chosen={input.stages}
        overdue={input.overdue}
        sort={input.sort}
        order={input.order}
        onChange={url.set}
      />
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <Table<Row>
        size="small"
        rowKey="matterId"
        loading={isFetching}
        dataSource={data?.rows ?? []}
        pagination={false}
        columns={columnsOf(kind, readingOfKind(me, kind))}
      />
      {data === undefined ? null : (
        <KeyPager trail={trail} next={data.next} count={data.count} onTrail={(page) => url.set({ page })} />
      )}
    </>
  );
}

/** Columns in which a reading has nothing to see. */
const useless: Readonly<Record<Reading, readonly (keyof Row)[]>> = {
  group: [],
  office: [],
  unit: ["dueOn", "dueStatus"],
  registrant: ["title", "concerned", "dueStatus"],
};

function columnsOf(kind: "lead" | "case", reading: Reading): NonNullable<TableProps<Row>["columns"]> {
  const columns: (ColumnType<Row> & { dataIndex: keyof Row })[] = [
    {
      title: m.number(),
      dataIndex: "number",
      width: 160,
      render: (_value, row) => <MatterLink kind={row.kind} matterId={row.matterId} number={row.number} />,
    },
    { title: kind === "lead" ? m.lead_summary() : m.matter_title(), dataIndex: "title" },
    {
      title: kind === "lead" ? m.concerned_lead() : m.concerned(),
      dataIndex: "concerned",
      width: 180,
      render: (_value, row) => listed(row.concerned),
    },
    {
      title: m.stage(),
      dataIndex: "stage",
      width: 150,
      // Whoever handed a lead in is told that it was received, whatever became of it.
      render: (_value, row) =>
        reading === "registrant" && row.stage === "registered" ? m.lead_received() : <StageTag stage={row.stage} />,
    },
    { title: kind === "lead" ? m.lead_received_on() : m.opened_on(), dataIndex: "openedOn", width: 115 },
    { title: m.due_on(), dataIndex: "dueOn", width: 115, render: (_value, row) => row.dueOn ?? "" },
    {
      title: m.due_status_column(),
      dataIndex: "dueStatus",
      width: 130,
      render: (_value, row) => <DueStatusMark dueOn={row.dueOn} />,
    },
  ];
  return columns.filter(({ dataIndex }) => !useless[reading].includes(dataIndex));
}

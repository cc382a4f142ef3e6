// Requests to use somebody again, one a row.
import { Table } from "antd";
import { Link } from "react-router";
import type { ReuseRow } from "../../contract/reuses.ts";
import type { Law } from "#law/compile/law.ts";
import { withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { MatterLink } from "#web/matter/matter-link.tsx";
import { purposeName } from "#web/law/purpose-name.ts";

type Props = { rows: readonly ReuseRow[]; law: Law; loading?: boolean };

export function ReuseTable({ rows, law, loading = false }: Props) {
  return (
    <Table<ReuseRow>
      size="small"
      rowKey={(row) => `${row.matterId} ${row.seq}`}
      loading={loading}
      dataSource={[...rows]}
      pagination={false}
      columns={[
        {
          title: m.person_name(),
          width: 100,
          render: (_value, row) => <Link to={`/persons/${encodeURIComponent(row.personId)}`}>{row.personName}</Link>,
        },
        {
          title: m.reuse_post(),
          render: (_value, row) => withAside(`${row.organizationName} ${row.post}`, row.level),
        },
        { title: m.reuse_purpose(), width: 150, render: (_value, row) => purposeName(law, row.purpose) },
        { title: m.reuse_requested_on(), width: 120, dataIndex: "requestedOn" },
        { title: m.consent_on(), width: 120, render: (_value, row) => row.consentOn ?? m.none() },
        { title: m.reuse_decision(), width: 220, render: (_value, row) => decisionOf(row) },
        {
          title: m.menu_cases(),
          width: 170,
          render: (_value, row) => <MatterLink kind="case" matterId={row.matterId} number={row.caseNumber} />,
        },
      ]}
    />
  );
}

function decisionOf({ decidedOn, approved, documentNumber }: ReuseRow): string {
  if (decidedOn === null) return m.reuse_undecided();
  return withAside(`${decidedOn} ${approved === true ? m.reuse_approved() : m.reuse_refused()}`, documentNumber ?? "");
}

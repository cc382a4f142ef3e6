// One version of the authority table with its quorums.
import { managementName } from "#law/procedure/management.ts";
import { Table } from "antd";
import type { AuthorityRow, Quorum } from "#law/procedure/authority.ts";
import type { Law } from "#law/compile/law.ts";
import { listed, textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { bodyName } from "#web/fields/body-field.tsx";
import { classNames, columnNames, columns, shareNames } from "./authority-words.ts";

type Props = { rows: readonly AuthorityRow[]; quorums: readonly Quorum[]; law: Law };

export function AuthorityTable({ rows, quorums, law }: Props) {
  const names = (bodies: readonly string[]) => listed(bodies.map((body) => bodyName(law, body)));
  return (
    <>
      <Table<AuthorityRow>
        size="small"
        bordered
        rowKey={(row) => `${row.managedBy} ${row.measures}`}
        dataSource={[...rows]}
        pagination={false}
        columns={[
          {
            title: m.authority_level(),
            width: 110,
            render: (_value, row) => textOf(managementName(law.vocabulary, row.managedBy)),
          },
          { title: m.authority_class(), width: 230, render: (_value, row) => classNames[row.measures]() },
          ...columns.map((column) => ({
            title: columnNames[column](),
            render: (_value: unknown, row: AuthorityRow) => names(row[column]),
          })),
        ]}
      />
      <h2>{m.authority_quorums()}</h2>
      {quorums.length === 0 ? (
        <p className="quiet">{m.authority_no_quorum()}</p>
      ) : (
        <Table<Quorum>
          size="small"
          bordered
          rowKey={(row) => row.body}
          dataSource={[...quorums]}
          pagination={false}
          columns={[
            { title: m.authority_quorum_body(), render: (_value, row) => bodyName(law, row.body) },
            { title: m.authority_members(), dataIndex: "members", width: 120 },
            { title: m.authority_share(), width: 160, render: (_value, row) => shareNames[row.share]() },
          ]}
        />
      )}
    </>
  );
}

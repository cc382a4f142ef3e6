// The register of evidence of a case: every file once, with its kind, whence it came, and the fact it proves. Closed until it is wanted.
import { Table } from "antd";
import type { Case } from "#casework/case.ts";
import type { RegisteredEvidence } from "#casework/events.ts";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { EvidenceList } from "#web/matter/evidence-list.tsx";
import { NumberedPager, onOnePage, useNumberedPage } from "#web/tables/numbered-pages.tsx";

type Row = { key: string; file: RegisteredEvidence; proves: string };

export function EvidenceRegister({ matter, law }: { matter: Case; law: Law }) {
  const rows = matter.facts.flatMap((fact): Row[] =>
    fact.evidence.map((file) => ({ key: `${fact.factId} ${file.sha256}`, file, proves: fact.text })),
  );
  const pages = useNumberedPage("evidence", rows.length);
  if (rows.length === 0) return null;
  const kindOf = (id: string) => law.vocabulary.evidence.find((kind) => kind.id === id)?.name;
  return (
    <details>
      <summary>{m.evidence_register({ count: rows.length })}</summary>
      <Table<Row>
        size="small"
        rowKey="key"
        dataSource={rows.slice((pages.page - 1) * onOnePage, pages.page * onOnePage)}
        pagination={false}
        columns={[
          {
            title: m.evidence_kind(),
            dataIndex: "key",
            width: 110,
            render: (_value, { file }) => {
              const name = kindOf(file.kind);
              return name === undefined ? "" : textOf(name);
            },
          },
          {
            title: m.evidence_files(),
            dataIndex: "key",
            width: 220,
            render: (_value, { file }) => <EvidenceList matterId={matter.id} evidence={[file]} />,
          },
          {
            title: m.evidence_from(),
            dataIndex: "key",
            width: 140,
            render: (_value, { file }) => file.obtainedFrom ?? "",
          },
          { title: m.evidence_proves(), dataIndex: "proves" },
        ]}
      />
      <NumberedPager of={pages} />
    </details>
  );
}

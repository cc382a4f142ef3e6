// What an old paper case rests on: the paper, the conduct and the circumstance as they were entered, and whether other hands have confirmed it.
import { Descriptions, Tag } from "antd";
import type { Case } from "#casework/case.ts";
import type { Law } from "#law/compile/law.ts";
import { m } from "#web/paraglide/messages.js";
import { bodyName } from "#web/fields/body-field.tsx";
import { EvidenceList } from "#web/matter/evidence-list.tsx";
import { outcomeText } from "#web/law/outcome-text.ts";
import { circumstanceName } from "#web/law/circumstance-text.tsx";

export function PaperSection({ matter, law }: { matter: Case; law: Law }) {
  const { paper } = matter;
  if (paper === null) return null;
  const { conduct } = paper;
  return (
    <section aria-label={m.paper_case()}>
      <h2>
        {m.paper_case()} <Tag>{m.paper_mark()}</Tag>
      </h2>
      <Descriptions
        bordered
        size="small"
        column={1}
        items={[
          {
            key: "paper",
            label: m.paper_document_number(),
            children: `${paper.on} ${bodyName(law, paper.body)} ${paper.documentNumber}`,
          },
          { key: "conduct", label: m.fact_text(), children: `${conduct.from} ~ ${conduct.to} ${conduct.text}` },
          { key: "circumstance", label: m.circumstance(), children: circumstanceName(law, paper.circumstance) },
          { key: "outcome", label: m.outcome(), children: <strong>{outcomeText(law, paper.outcome)}</strong> },
          { key: "effective", label: m.effective_on(), children: paper.effectiveOn },
          {
            key: "files",
            label: m.paper_files(),
            children: <EvidenceList matterId={matter.id} evidence={paper.evidence} />,
          },
        ]}
      />
    </section>
  );
}

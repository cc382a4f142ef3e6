// The facts of a case with their evidence, in the order in which they were recorded.
import { Table, Tag } from "antd";
import type { Case } from "#casework/case.ts";
import type { Law } from "#law/compile/law.ts";
import { m } from "#web/paraglide/messages.js";
import { EvidenceList } from "#web/matter/evidence-list.tsx";
import { NumberedPager, onOnePage, useNumberedPage } from "#web/tables/numbered-pages.tsx";
import { resultName } from "#web/law/result-name.ts";
import { listed } from "#web/language.ts";

type Fact = Case["facts"][number];

export function FactsSection({ matter, law }: { matter: Case; law: Law }) {
  const pages = useNumberedPage("facts", matter.facts.length);
  const nameOf = (id: string) => matter.subjects.find((file) => file.subject.id === id)?.subject.name ?? id;
  return (
    <>
      {matter.facts.length === 0 ? (
        <p className="quiet">{m.no_facts()}</p>
      ) : (
        <Table<Fact>
          size="small"
          rowKey="factId"
          dataSource={matter.facts.slice((pages.page - 1) * onOnePage, pages.page * onOnePage)}
          pagination={false}
          columns={[
            {
              title: m.fact_text(),
              dataIndex: "text",
              render: (_value, fact) => <span className="long-text">{fact.text}</span>,
            },
            {
              title: m.fact_span(),
              dataIndex: "from",
              width: 110,
              render: (_value, fact) => (
                <>
                  {fact.from}
                  {fact.to === fact.from ? null : (
                    <>
                      <br />~ {fact.to}
                    </>
                  )}
                  {fact.continuing ? (
                    <>
                      <br />
                      {m.fact_continuing_short()}
                    </>
                  ) : null}
                </>
              ),
            },
            {
              title: m.fact_subjects(),
              dataIndex: "subjectIds",
              width: 90,
              render: (_value, fact) => listed(fact.subjectIds.map(nameOf)),
            },
            {
              title: m.fact_results_short(),
              dataIndex: "results",
              width: 130,
              render: (_value, fact) =>
                fact.results.map((id) => (
                  <Tag key={id} variant="outlined">
                    {resultName(law, id)}
                  </Tag>
                )),
            },
            {
              title: m.evidence_files(),
              dataIndex: "evidence",
              width: 190,
              render: (_value, fact) => <EvidenceList matterId={matter.id} evidence={fact.evidence} />,
            },
          ]}
        />
      )}
      <NumberedPager of={pages} />
    </>
  );
}

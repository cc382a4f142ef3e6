// What the unit of a subject reads of a case: the decision served on its people, and what is executed on them.
import { Descriptions } from "antd";
import type { Case } from "#casework/case.ts";
import { itemsOf } from "#casework/execution/execution.ts";
import type { SubjectFile } from "#casework/subject-file.ts";
import type { Law } from "#law/compile/law.ts";
import type { MatterView } from "../../contract/matters.ts";
import { keyOfItem } from "#web/acts/item-field.tsx";
import { serviceWays } from "#web/acts/service-ways.ts";
import { bodyName } from "#web/fields/body-field.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { listed, textOf, withAside } from "#web/language.ts";
import { outcomeText } from "#web/law/outcome-text.ts";
import { DueStatusMark } from "#web/matter/due-status.tsx";
import { StageTag } from "#web/matter/stage-tag.tsx";
import { m } from "#web/paraglide/messages.js";
import "#web/matter/matter.css";
import "#web/tables/checklist.css";

type Props = { matter: Case; view: MatterView; law: Law };

export function UnitCase({ matter, view, law }: Props) {
  return (
    <>
      <PageHeader
        title={matter.title}
        above={[{ name: m.menu_cases(), to: "/cases" }]}
        beside={
          <>
            <span>{matter.number}</span> <StageTag stage={matter.stage} />
          </>
        }
      >
        <p className="quiet">{m.unit_case_note()}</p>
      </PageHeader>
      {matter.subjects.map((file) => (
        <section key={file.subject.id} aria-label={file.subject.name}>
          <h2>{file.subject.name}</h2>
          <Descriptions bordered size="small" column={1} items={servedItems(file, law)} />
          <OwnItems file={file} matter={matter} view={view} law={law} />
        </section>
      ))}
      {matter.circulations.map(({ documentNumber, on, recipients, receipts }) => (
        <p key={documentNumber}>
          {m.circulation_to_unit({ on, number: documentNumber, names: listed(recipients) })}{" "}
          {listed(receipts.map((one) => withAside(one.recipient, one.on)))}
        </p>
      ))}
    </>
  );
}

/** The decision as it was served, and since when it holds. */
function servedItems({ subject, decided, outcome, served, effect, arrangement }: SubjectFile, law: Law) {
  const items = [
    { key: "unit", label: m.unit(), children: listed([subject.organizationName, subject.post ?? ""].filter(isText)) },
    ...(decided === null
      ? []
      : [
          { key: "document", label: m.document_number(), children: decided.documentNumber },
          { key: "decided", label: m.decision(), children: withAside(bodyName(law, decided.body), decided.on) },
        ]),
    ...(outcome === null ? [] : [{ key: "outcome", label: m.measures(), children: outcomeText(law, outcome) }]),
    ...(served === null
      ? []
      : [
          {
            key: "served",
            label: m.service_on(),
            children: withAside(`${served.on} ${serviceWays[served.way]()}`, served.receipt),
          },
        ]),
    ...(effect === null ? [] : [{ key: "effect", label: m.effective_on(), children: effect.effectiveOn }]),
    ...(arrangement === null
      ? []
      : [
          {
            key: "arrangement",
            label: m.arrangement_post(),
            children: withAside(`${arrangement.on} ${arrangement.post}`, arrangement.rank),
          },
        ]),
  ];
  return items;
}

function isText(text: string): boolean {
  return text !== "";
}

/** What is executed on this subject, by which office and until when. */
function OwnItems({ file, matter, view, law }: Props & { file: SubjectFile }) {
  // What was proposed is not for the unit; that something was, decides which items there are.
  const proposal = { on: file.decided?.on ?? "", body: "", proposals: [] };
  const items = itemsOf(law, { ...matter, proposal }).filter(({ subjectId }) => subjectId === file.subject.id);
  if (items.length === 0) return null;
  return (
    <table className="checklist">
      <thead>
        <tr>
          <th scope="col">{m.item()}</th>
          <th scope="col">{m.item_owner()}</th>
          <th scope="col">{m.item_state()}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const due = view.due[keyOfItem(item)];
          return (
            <tr key={item.item}>
              <th scope="row">{textOf(item.name)}</th>
              <td>{bodyName(law, item.office)}</td>
              <td>
                {due === undefined ? (
                  <span className="due-status due-status-green">{m.item_closed()}</span>
                ) : due.type === "day" ? (
                  <>
                    {m.item_due({ on: due.on })} <DueStatusMark dueOn={due.on} />
                  </>
                ) : (
                  <span className="quiet">{m.no_due_day()}</span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

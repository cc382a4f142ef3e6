// What the events say from the request to open until the statement of the subject.
import type { CaseEvent } from "#casework/events.ts";
import type { MatterView } from "#matters/contract/matters.ts";
import { recusalGrounds } from "../acts/recusal-grounds.ts";
import { listed, withAside } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { EvidenceList } from "./evidence-list.tsx";
import { recordName, tierName } from "../law/finding-names.ts";
import { limbName } from "../law/limb-text.tsx";
import { MatterLink } from "./matter-link.tsx";
import { resultName } from "../law/result-name.ts";
import { subjectNameIn, who } from "./subject-name.ts";
import type { EventOf, Pair, Shown, WordsOf } from "./event-words.ts";

export const inquiryWords = {
  "opening-requested": (event) => [
    [m.case_title(), event.title],
    [m.opening_reasons(), event.reasons],
    [
      m.opening_order(),
      event.order === null
        ? null
        : m.opening_order_text({
            body: event.order.body,
            on: event.order.on,
            document: event.order.documentNumber,
          }),
    ],
  ],
  "opening-approved": (event, { view }) => [
    [m.opening_on(), event.on],
    [m.due_on(), event.dueOn],
    [m.inquirers(), groupText(event, view)],
  ],
  "opening-refused": (event) => [
    [m.opening_on(), event.on],
    [m.opening_refusal_reasons(), event.reasons],
  ],
  "lead-added": (event) => [
    [m.join_lead(), <MatterLink key="lead" kind="lead" matterId={event.leadId} number={event.leadNumber} />],
    [m.join_reasons(), event.reasons],
  ],
  "inquiry-group-changed": (event, { view }) => [
    [m.group_changed_on(), event.on],
    [m.inquirers(), groupText(event, view)],
    [m.reasons(), event.reasons],
  ],
  "taken-over": (event) => [
    [m.take_over_on(), event.on],
    [m.take_over_body(), event.body],
    [m.document_number(), event.documentNumber],
    [m.reasons(), event.reasons],
  ],
  "subject-added": (event) => [
    [m.subject(), event.subject.name],
    [m.unit(), event.subject.organizationName],
    [m.post(), event.subject.post],
    [m.level(), event.subject.level],
    [m.subject_another(), event.another],
  ],
  "witness-named": (event) => [
    [m.witness(), event.name],
    [m.witness_on(), event.on],
    [m.witness_about(), event.about],
  ],
  recused: (event) => [
    [m.recusal_who(), event.name],
    [m.recusal_how(), event.declaredBy === "self" ? m.recusal_by_self() : m.recusal_by_secretary()],
    [m.recusal_ground(), recusalGrounds[event.ground]()],
    [m.reasons(), event.reasons],
  ],
  "fact-recorded": (event, { view, law }) => [
    [m.fact_subjects(), listed(event.subjectIds.map((id) => subjectNameIn(view, id)))],
    [m.fact_text(), event.text],
    [m.fact_span(), event.from === event.to ? event.from : `${event.from} ~ ${event.to}`],
    [m.fact_results(), listed(event.results.map((id) => resultName(law, id)))],
    [m.evidence_files(), <EvidenceList key="files" matterId={view.matterId} evidence={event.evidence} />],
  ],
  "limb-put-forward": limbFound,
  "limb-established": limbFound,
  "limb-approval-decided": (event, { view, law }) => [
    who(view, event.subjectId),
    [m.limb(), limbName(law, event.limb)],
    [m.limb_approval_decision(), event.approved ? m.limb_approve() : m.limb_refuse()],
    [m.limb_approval_on(), event.on],
    [m.limb_approval_document(), event.documentNumber],
    [m.reasons(), event.reasons],
  ],
  "responsibility-found": (event, { view, law }) => [
    who(view, event.subjectId),
    [m.responsibility_tier(), tierName(law, event.tier)],
    [m.responsibility_reasons(), event.reasons],
  ],
  "facts-put": (event, { view }) => [
    who(view, event.subjectId),
    [m.facts_put_on(), withAside(event.on, event.place)],
    [m.facts_put_by(), listed(event.inquirers.map((id) => view.accounts[id] ?? id))],
    [m.facts_put_opinion(), event.signed ? event.opinion : withAside(event.opinion, m.facts_put_unsigned())],
  ],
  "statement-recorded": (event, { view }) => [
    who(view, event.subjectId),
    [m.statement_on(), event.on],
    [m.statement_text(), event.statement],
    [m.statement_defence(), event.defence],
    [m.statement_response(), event.response],
  ],
} as const satisfies Partial<WordsOf<CaseEvent["type"]>>;

function limbFound(event: EventOf<"limb-put-forward" | "limb-established">, { view, law }: Shown): Pair[] {
  return [
    who(view, event.subjectId),
    [m.limb(), limbName(law, event.limb)],
    [m.limb_acts(), event.act],
    [
      m.limb_record(),
      event.preconditionRecord === null
        ? null
        : withAside(
            `${event.preconditionRecord.on} ${recordName(law, event.limb, event.preconditionRecord.record)}`,
            event.preconditionRecord.documentNumber,
          ),
    ],
    [m.reasons(), event.reasons],
  ];
}

function groupText({ inquirers, leader }: { inquirers: string[]; leader: string }, view: MatterView): string {
  const nameOf = (id: string) => view.accounts[id] ?? id;
  return listed(inquirers.map((id) => (id === leader ? m.inquiry_leader_of({ name: nameOf(id) }) : nameOf(id))));
}

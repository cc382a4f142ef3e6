// What one event says, as pairs of name and words.
import type { ReactNode } from "react";
import type { MatterView } from "#api/matters.ts";
import { appealWays } from "#casework/appeal-ways.ts";
import type { Former, Standing } from "#casework/case.ts";
import type { CaseworkEvent, Change, ChangeGround, Evidence } from "#casework/events.ts";
import { stageOfWay } from "#casework/lead.ts";
import { stageNames } from "#casework/stages.ts";
import type { Law } from "#law/law.ts";
import { listed, named, textOf, withAside } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { appealResults } from "../acts/appeal-results.ts";
import { circulationScopes } from "../acts/circulation-scopes.ts";
import { recusalGrounds } from "../acts/recusal-grounds.ts";
import { leadSources } from "../acts/lead-sources.ts";
import { serviceWays } from "../acts/service-ways.ts";
import { bodyName } from "./body-field.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { stepName } from "#law/steps.ts";
import { exemptionName } from "./exemption-name.ts";
import { limbName } from "./limb-text.tsx";
import { MatterLink } from "./matter-link.tsx";
import { recordName, tierName } from "./finding-names.ts";
import { measureNames } from "./proposal-text.tsx";
import { purposeName } from "./purpose-name.ts";
import { resultName } from "./result-name.ts";
import { sanctionName } from "./sanction-name.ts";

type Pair = [name: string, words: ReactNode];

export function EventText({ event, view, law }: { event: CaseworkEvent; view: MatterView; law: Law }) {
  return (
    <dl className="event-text">
      {pairsOf(event, view, law)
        .filter(([, words]) => words !== null && words !== "")
        .map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
    </dl>
  );
}

function pairsOf(event: CaseworkEvent, view: MatterView, law: Law): Pair[] {
  const who = (subjectId: string): Pair => [m.subject(), subjectNameIn(view, subjectId)];
  switch (event.type) {
    case "lead-registered":
      return [
        [m.lead_source(), leadSources[event.source]()],
        [m.lead_received_on(), event.receivedOn],
        [m.lead_summary(), event.summary],
        [m.concerned_lead(), listed(event.concerned.map((one) => withAside(one.name, one.unit)))],
      ];
    case "lead-disposed":
      return [
        [m.lead_way(), textOf(stageNames[stageOfWay[event.way]])],
        [m.lead_disposed_on(), event.on],
        [m.due_on(), event.dueOn],
        [m.reasons(), event.reasons],
      ];
    case "lead-returned":
      return [
        [m.lead_returned_on(), event.on],
        [m.lead_return_reasons(), event.reasons],
        [m.lead_return_due(), event.dueOn],
      ];
    case "lead-supplemented":
      return [
        [m.lead_supplemented_on(), event.on],
        [m.lead_supplement(), event.supplement],
        [m.lead_also_concerned(), listed(event.concerned.map((one) => withAside(one.name, one.unit)))],
      ];
    case "lead-result-recorded":
      return [
        [m.lead_result_on(), event.on],
        [m.lead_result(), event.result],
      ];
    case "lead-transferred":
      return [
        [m.transfer_on(), event.on],
        [m.transfer_body(), event.body],
        [m.transfer_document(), event.documentNumber],
        [m.transfer_reasons(), event.reasons],
        [m.transfer_due(), event.dueOn],
      ];
    case "transfer-receipted":
      return [
        [m.transfer_receipt_on(), event.on],
        [m.transfer_accepted(), event.accepted ? m.transfer_taken() : m.transfer_sent_back()],
        [m.transfer_receipt(), event.receipt],
      ];
    case "lead-joined":
      return [
        [m.joined_case(), <MatterLink key="case" kind="case" matterId={event.caseId} number={event.caseNumber} />],
      ];
    case "opening-requested":
      return [
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
      ];
    case "opening-approved":
      return [
        [m.opening_on(), event.on],
        [m.due_on(), event.dueOn],
        [m.inquirers(), groupText(event, view)],
      ];
    case "opening-refused":
      return [
        [m.opening_on(), event.on],
        [m.opening_refusal_reasons(), event.reasons],
      ];
    case "lead-added":
      return [
        [m.join_lead(), <MatterLink key="lead" kind="lead" matterId={event.leadId} number={event.leadNumber} />],
        [m.join_reasons(), event.reasons],
      ];
    case "inquiry-group-changed":
      return [
        [m.group_changed_on(), event.on],
        [m.inquirers(), groupText(event, view)],
        [m.reasons(), event.reasons],
      ];
    case "taken-over":
      return [
        [m.take_over_on(), event.on],
        [m.take_over_body(), event.body],
        [m.document_number(), event.documentNumber],
        [m.reasons(), event.reasons],
      ];
    case "subject-added":
      return [
        [m.subject(), event.subject.name],
        [m.unit(), event.subject.organizationName],
        [m.post(), event.subject.post],
        [m.level(), event.subject.level],
        [m.subject_another(), event.another],
      ];
    case "witness-named":
      return [
        [m.witness(), event.name],
        [m.witness_on(), event.on],
        [m.witness_about(), event.about],
      ];
    case "recused":
      return [
        [m.recusal_who(), event.name],
        [m.recusal_how(), event.declaredBy === "self" ? m.recusal_by_self() : m.recusal_by_secretary()],
        [m.recusal_ground(), recusalGrounds[event.ground]()],
        [m.reasons(), event.reasons],
      ];
    case "fact-recorded":
      return [
        [m.fact_subjects(), listed(event.subjectIds.map((id) => subjectNameIn(view, id)))],
        [m.fact_text(), event.text],
        [m.fact_span(), event.from === event.to ? event.from : `${event.from} ~ ${event.to}`],
        [m.fact_results(), listed(event.results.map((id) => resultName(law, id)))],
        [m.evidence_files(), <EvidenceList key="files" matterId={view.matterId} evidence={event.evidence} />],
      ];
    case "limb-put-forward":
    case "limb-established":
      return [
        who(event.subjectId),
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
    case "limb-approval-decided":
      return [
        who(event.subjectId),
        [m.limb(), limbName(law, event.limb)],
        [m.limb_approval_decision(), event.approved ? m.limb_approve() : m.limb_refuse()],
        [m.limb_approval_on(), event.on],
        [m.limb_approval_document(), event.documentNumber],
        [m.reasons(), event.reasons],
      ];
    case "responsibility-found":
      return [
        who(event.subjectId),
        [m.responsibility_tier(), tierName(law, event.tier)],
        [m.responsibility_reasons(), event.reasons],
      ];
    case "facts-put":
      return [
        who(event.subjectId),
        [m.facts_put_on(), withAside(event.on, event.place)],
        [m.facts_put_by(), listed(event.inquirers.map((id) => view.accounts[id] ?? id))],
        [m.facts_put_opinion(), event.signed ? event.opinion : withAside(event.opinion, m.facts_put_unsigned())],
      ];
    case "statement-recorded":
      return [
        who(event.subjectId),
        [m.statement_on(), event.on],
        [m.statement_text(), event.statement],
        [m.statement_defence(), event.defence],
        [m.statement_response(), event.response],
      ];
    case "proposed":
      return [
        [m.proposal_on(), event.on],
        [m.proposal_body(), bodyName(law, event.body)],
        [
          m.proposal(),
          <Lines
            key="lines"
            lines={event.proposals.map((one) =>
              named(subjectNameIn(view, one.subjectId), measureNames(law, one.measures)),
            )}
          />,
        ],
      ];
    case "deliberated": {
      const { absent, evidence } = event;
      return [
        [m.deliberation_body(), bodyName(law, event.body)],
        [m.deliberation_on(), event.on],
        [m.attendance(), listed(event.attendance)],
        [m.absent(), listed(absent.map((one) => withAside(one.name, one.reason)))],
        [m.recusals(), listed(event.recusals.map((one) => withAside(one.name, one.reason)))],
        [
          m.votes(),
          m.votes_text({ votesFor: event.votesFor, votesAgainst: event.votesAgainst, abstentions: event.abstentions }),
        ],
        [m.deliberation_result(), event.result],
        [m.minutes_files(), <Files key="files" evidence={evidence} view={view} />],
      ];
    }
    case "decided":
      return [
        [m.document_number(), event.documentNumber],
        [m.decision_on(), event.on],
        [m.decision_body(), bodyName(law, event.body)],
        [
          m.outcome(),
          <Lines
            key="lines"
            lines={event.outcomes.map((one) => named(subjectNameIn(view, one.subjectId), outcomeText(law, one)))}
          />,
        ],
      ];
    case "proposed-upward":
      return [
        [m.fact_subjects(), listed(event.subjectIds.map((id) => subjectNameIn(view, id)))],
        [m.upward_to(), bodyName(law, event.to)],
        [m.upward_by(), bodyName(law, event.by)],
        [m.upward_on(), event.on],
        [m.document_number(), event.documentNumber],
        [m.upward_reasons(), event.reasons],
      ];
    case "answer-recorded":
      return [
        [m.answer_body(), bodyName(law, event.body)],
        [m.answer_on(), event.on],
        [m.document_number(), event.documentNumber],
        [
          m.answer_returned(),
          listed(event.returned.map((one) => withAside(subjectNameIn(view, one.subjectId), one.reasons))),
        ],
        [m.answer_files(), <Files key="files" evidence={event.evidence} view={view} />],
      ];
    case "served":
      return [
        who(event.subjectId),
        [m.service_on(), event.on],
        [m.service_way(), serviceWays[event.way]()],
        [m.service_receipt(), event.receipt],
      ];
    case "took-effect":
      return [
        who(event.subjectId),
        [m.effective_on(), event.effectiveOn],
        [m.announced_on(), event.announcedOn],
        [m.formalities_done(), event.formalitiesOn],
      ];
    case "formalities-completed":
      return [who(event.subjectId), [m.formalities_done(), event.on]];
    case "circulated":
      return [
        [m.circulation_on(), event.on],
        [m.circulation_scope(), circulationScopes[event.scope]()],
        [m.circulation_document(), event.documentNumber],
        [m.circulation_recipients(), listed(event.recipients)],
      ];
    case "circulation-received":
      return [
        [m.circulation_document(), event.documentNumber],
        [m.receipt_of(), event.recipient],
        [m.receipt_on(), event.on],
        [m.receipt_words(), event.receipt],
      ];
    case "service-failed":
      return [
        who(event.subjectId),
        [m.service_tried_on(), event.on],
        [m.service_way(), serviceWays[event.way]()],
        [m.service_failed_reasons(), event.reasons],
      ];
    case "items-completed":
      return [
        [m.items(), <Lines key="lines" lines={event.items.map((one) => itemIn(view, law, one))} />],
        [m.item_done_on(), event.on],
        [m.item_document(), event.documentNumber],
        [m.item_note(), event.note],
        [m.item_proof(), <Files key="files" evidence={event.evidence} view={view} />],
      ];
    case "items-assigned":
      return [
        [m.items(), <Lines key="lines" lines={event.items.map((one) => itemIn(view, law, one))} />],
        [m.item_assignee(), view.accounts[event.accountId] ?? event.accountId],
      ];
    case "waiver-requested":
      return [
        [m.item(), itemIn(view, law, event)],
        [m.waiver_reasons(), event.reasons],
      ];
    case "waiver-decided":
      return [
        [m.item(), itemIn(view, law, event)],
        [m.waiver_decision(), event.approved ? m.waiver_approve() : m.waiver_refuse()],
        [m.reasons(), event.reasons],
      ];
    case "arranged":
      return [
        who(event.subjectId),
        [m.arrangement_on(), event.on],
        [m.arrangement_post(), event.post],
        [m.arrangement_rank(), event.rank],
      ];
    case "discipline-recorded":
      return [
        who(event.subjectId),
        [m.sanction(), sanctionName(law, event.sanction)],
        [m.sanction_effective(), event.effective],
        [m.sanction_months(), event.months === null ? null : m.months({ months: event.months })],
        [m.sanction_authority(), event.authority],
        [m.document_number(), event.documentNumber],
      ];
    case "consent-recorded":
      return [
        who(event.subjectId),
        [m.consent_on(), event.on],
        [m.consent_body(), bodyName(law, event.body)],
        [m.document_number(), event.documentNumber],
      ];
    case "reuse-requested":
      return [
        who(event.subjectId),
        [m.reuse_requested_on(), event.on],
        [m.reuse_purpose(), purposeName(law, event.purpose)],
        [m.reuse_post(), withAside(`${event.organizationName} ${event.post}`, event.level)],
        [m.reasons(), event.reasons],
      ];
    case "reuse-decided":
      return [
        who(event.subjectId),
        [m.reuse_decided_on(), event.on],
        [m.reuse_decision(), event.approved ? m.reuse_approved() : m.reuse_refused()],
        [m.document_number(), event.documentNumber],
        [m.reasons(), event.reasons],
      ];
    case "appeal-recorded": {
      const { way, appellant, lateReasons, evidence } = event;
      return [
        who(event.subjectId),
        [m.appeal_on(), event.on],
        [m.appeal_way(), textOf(appealWays[way].name)],
        [m.appeal_appellant(), appellant],
        [m.appeal_ground(), event.ground],
        [m.appeal_late_reasons(), lateReasons],
        [m.appeal_files(), <Files key="files" evidence={evidence} view={view} />],
      ];
    }
    case "appeal-examined":
      return [
        who(event.subjectId),
        [m.appeal_examined_on(), event.on],
        [m.appeal_result(), appealResults[event.result]()],
        [m.appeal_findings(), event.findings],
        [m.document_number(), event.documentNumber],
        [m.evidence_files(), <Files key="files" evidence={event.evidence} view={view} />],
      ];
    case "decision-changed":
      return [
        who(event.subjectId),
        [m.change_kind(), changeNames[event.change.kind]()],
        [m.change_ground(), groundNames[event.ground.type]()],
        [m.decision_body(), bodyName(law, event.body)],
        [m.change_on(), event.on],
        [m.document_number(), event.documentNumber],
        [m.outcome(), event.change.kind === "revoked" ? null : outcomeText(law, event.change.outcome)],
        [m.change_effective_on(), event.change.kind === "revoked" ? null : event.change.effectiveOn],
        [m.reasons(), event.reasons],
        [m.evidence_files(), <Files key="files" evidence={event.evidence} view={view} />],
      ];
    case "paper-entered":
      return [
        [m.case_title(), event.title],
        [m.paper_document_number(), `${event.on} ${event.documentNumber}`],
        [m.decision_body(), bodyName(law, event.body)],
        [m.subject(), event.subject.name],
        [m.outcome(), outcomeText(law, event.outcome)],
        [m.effective_on(), event.effectiveOn],
        [m.paper_reasons(), event.reasons],
        [m.paper_files(), <Files key="files" evidence={event.evidence} view={view} />],
      ];
    case "paper-confirmed":
      return [
        [m.paper_checked_on(), event.on],
        [m.paper_remarks(), event.remarks],
      ];
    case "paper-returned":
      return [
        [m.paper_checked_on(), event.on],
        [m.paper_remarks(), event.reasons],
      ];
    case "ended-without-accountability":
      return [
        [m.ending_on(), event.on],
        [m.ending_ground(), exemptionName(law, event.ground)],
        [m.reasons(), event.reasons],
      ];
    case "closed":
      return [
        [m.closing_on(), event.on],
        [m.closing_summary(), event.summary],
      ];
  }
}

const changeNames = {
  corrected: m.former_corrected,
  changed: m.former_changed,
  revoked: m.former_revoked,
} as const satisfies Record<Change["kind"], () => string>;

const groundNames = {
  appeal: m.change_ground_appeal,
  superior: m.change_ground_superior,
  own: m.change_ground_own,
} as const satisfies Record<ChangeGround["type"], () => string>;

/** A decision that no longer stands, in one line. */
export function formerText(law: Law, { outcome, decided, by }: Former): string {
  const kind = changeNames[by.change.kind]();
  return named(
    m.former_decision({ on: decided.on, documentNumber: decided.documentNumber, kind }),
    outcomeText(law, outcome),
  );
}

/** The outcome for one subject in few words. */
export function outcomeText(law: Law, outcome: Standing): string {
  if (outcome.type === "revoked") return m.outcome_revoked();
  return outcome.type === "exempt"
    ? withAside(m.outcome_exempt(), exemptionName(law, outcome.ground))
    : measureNames(law, outcome.measures);
}

function Files({ evidence, view }: { evidence: readonly Evidence[]; view: MatterView }) {
  return evidence.length === 0 ? null : <EvidenceList matterId={view.matterId} evidence={evidence} />;
}

function groupText({ inquirers, leader }: { inquirers: string[]; leader: string }, view: MatterView): string {
  const nameOf = (id: string) => view.accounts[id] ?? id;
  return listed(inquirers.map((id) => (id === leader ? m.inquiry_leader_of({ name: nameOf(id) }) : nameOf(id))));
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="bare-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function subjectNameIn(view: MatterView, subjectId: string): string {
  for (const { event } of view.history)
    if (event.type === "subject-added" && event.subject.id === subjectId) return event.subject.name;
  return subjectId;
}

/** An item of execution with its subject. */
function itemIn(view: MatterView, law: Law, { subjectId, item }: { subjectId: string; item: string }): string {
  const name = stepName(law, item);
  const subject = subjectNameIn(view, subjectId);
  return m.item_of_subject({ subject, item: name === null ? item : textOf(name) });
}

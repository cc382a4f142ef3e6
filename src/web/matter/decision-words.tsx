// What the events say that decide, change what was decided, or ask for either.
import type { CaseEvent } from "#casework/events.ts";
import { appealWays } from "#casework/finding/appeal-ways.ts";
import { appealResults } from "../acts/appeal-results.ts";
import { listed, named, textOf, withAside } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { bodyName } from "../fields/body-field.tsx";
import { filesIn, Lines } from "./event-parts.tsx";
import { exemptionName } from "../law/exemption-name.ts";
import { changeNames, groundNames, outcomeText } from "../law/outcome-text.ts";
import { measureNames } from "../law/measure-names.ts";
import { subjectNameIn, who } from "./subject-name.ts";
import type { WordsOf } from "./event-words.ts";

export const decisionWords = {
  proposed: (event, { view, law }) => [
    [m.proposal_on(), event.on],
    [m.proposal_body(), bodyName(law, event.body)],
    [
      m.proposal(),
      <Lines
        key="lines"
        lines={event.proposals.map((one) => named(subjectNameIn(view, one.subjectId), measureNames(law, one.measures)))}
      />,
    ],
  ],
  deliberated: (event, { view, law }) => {
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
      [m.minutes_files(), filesIn(evidence, view)],
    ];
  },
  decided: (event, { view, law }) => [
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
  ],
  "proposed-upward": (event, { view, law }) => [
    [m.fact_subjects(), listed(event.subjectIds.map((id) => subjectNameIn(view, id)))],
    [m.upward_to(), bodyName(law, event.to)],
    [m.upward_by(), bodyName(law, event.by)],
    [m.upward_on(), event.on],
    [m.document_number(), event.documentNumber],
    [m.upward_reasons(), event.reasons],
  ],
  "answer-recorded": (event, { view, law }) => [
    [m.answer_body(), bodyName(law, event.body)],
    [m.answer_on(), event.on],
    [m.document_number(), event.documentNumber],
    [
      m.answer_returned(),
      listed(event.returned.map((one) => withAside(subjectNameIn(view, one.subjectId), one.reasons))),
    ],
    [m.answer_files(), filesIn(event.evidence, view)],
  ],
  "ended-without-accountability": (event, { law }) => [
    [m.ending_on(), event.on],
    [m.ending_ground(), exemptionName(law, event.ground)],
    [m.reasons(), event.reasons],
  ],
  "appeal-recorded": (event, { view }) => {
    const { way, appellant, lateReasons, evidence } = event;
    return [
      who(view, event.subjectId),
      [m.appeal_on(), event.on],
      [m.appeal_way(), textOf(appealWays[way].name)],
      [m.appeal_appellant(), appellant],
      [m.appeal_ground(), event.ground],
      [m.appeal_late_reasons(), lateReasons],
      [m.appeal_files(), filesIn(evidence, view)],
    ];
  },
  "appeal-examined": (event, { view }) => [
    who(view, event.subjectId),
    [m.appeal_examined_on(), event.on],
    [m.appeal_result(), appealResults[event.result]()],
    [m.appeal_findings(), event.findings],
    [m.document_number(), event.documentNumber],
    [m.evidence_files(), filesIn(event.evidence, view)],
  ],
  "decision-changed": (event, { view, law }) => [
    who(view, event.subjectId),
    [m.change_kind(), changeNames[event.change.kind]()],
    [m.change_ground(), groundNames[event.ground.type]()],
    [m.decision_body(), bodyName(law, event.body)],
    [m.change_on(), event.on],
    [m.document_number(), event.documentNumber],
    [m.outcome(), event.change.kind === "revoked" ? null : outcomeText(law, event.change.outcome)],
    [m.change_effective_on(), event.change.kind === "revoked" ? null : event.change.effectiveOn],
    [m.reasons(), event.reasons],
    [m.evidence_files(), filesIn(event.evidence, view)],
  ],
  "paper-entered": (event, { view, law }) => [
    [m.case_title(), event.title],
    [m.paper_document_number(), `${event.on} ${event.documentNumber}`],
    [m.decision_body(), bodyName(law, event.body)],
    [m.subject(), event.subject.name],
    [m.outcome(), outcomeText(law, event.outcome)],
    [m.effective_on(), event.effectiveOn],
    [m.paper_reasons(), event.reasons],
    [m.paper_files(), filesIn(event.evidence, view)],
  ],
  "paper-confirmed": (event) => [
    [m.paper_checked_on(), event.on],
    [m.paper_remarks(), event.remarks],
  ],
  "paper-returned": (event) => [
    [m.paper_checked_on(), event.on],
    [m.paper_remarks(), event.reasons],
  ],
} as const satisfies Partial<WordsOf<CaseEvent["type"]>>;

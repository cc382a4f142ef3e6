// The plain list of what a person sees of each act: its form, loaded when it is opened, and the words of the events it records.
import { lazy } from "react";
import type { ComponentType, LazyExoticComponent } from "react";
import type { PastAccountability } from "#casework/act.ts";
import { actIds } from "#casework/acts.ts";
import type { ActId, ActIdIn, BeginningActId } from "#casework/acts.ts";
import { registerLeadWords } from "#casework/acts/register-lead/words.tsx";
import { returnLeadWords } from "#casework/acts/return-lead/words.tsx";
import { supplementLeadWords } from "#casework/acts/supplement-lead/words.tsx";
import { disposeLeadWords } from "#casework/acts/dispose-lead/words.tsx";
import { recordLeadResultWords } from "#casework/acts/record-lead-result/words.tsx";
import { transferLeadWords } from "#casework/acts/transfer-lead/words.tsx";
import { recordTransferReceiptWords } from "#casework/acts/record-transfer-receipt/words.tsx";
import { requestOpeningWords } from "#casework/acts/request-opening/words.tsx";
import { decideOpeningWords } from "#casework/acts/decide-opening/words.tsx";
import { joinLeadWords } from "#casework/acts/join-lead/words.tsx";
import { changeInquiryGroupWords } from "#casework/acts/change-inquiry-group/words.tsx";
import { takeOverWords } from "#casework/acts/take-over/words.tsx";
import { addSubjectWords } from "#casework/acts/add-subject/words.tsx";
import { nameWitnessWords } from "#casework/acts/name-witness/words.tsx";
import { recordFactWords } from "#casework/acts/record-fact/words.tsx";
import { establishCircumstanceWords } from "#casework/acts/establish-circumstance/words.tsx";
import { approveCircumstanceWords } from "#casework/acts/approve-circumstance/words.tsx";
import { findResponsibilityWords } from "#casework/acts/find-responsibility/words.tsx";
import { putFactsWords } from "#casework/acts/put-facts/words.tsx";
import { recordStatementWords } from "#casework/acts/record-statement/words.tsx";
import { proposeWords } from "#casework/acts/propose/words.tsx";
import { recordDeliberationWords } from "#casework/acts/record-deliberation/words.tsx";
import { decideWords } from "#casework/acts/decide/words.tsx";
import { proposeUpwardWords } from "#casework/acts/propose-upward/words.tsx";
import { recordAnswerWords } from "#casework/acts/record-answer/words.tsx";
import { serveWords } from "#casework/acts/serve/words.tsx";
import { recordFailedServiceWords } from "#casework/acts/record-failed-service/words.tsx";
import { takeEffectWords } from "#casework/acts/take-effect/words.tsx";
import { recordFormalitiesWords } from "#casework/acts/record-formalities/words.tsx";
import { recordCirculationWords } from "#casework/acts/record-circulation/words.tsx";
import { recordReceiptWords } from "#casework/acts/record-receipt/words.tsx";
import { completeItemsWords } from "#casework/acts/complete-items/words.tsx";
import { assignItemsWords } from "#casework/acts/assign-items/words.tsx";
import { requestWaiverWords } from "#casework/acts/request-waiver/words.tsx";
import { decideWaiverWords } from "#casework/acts/decide-waiver/words.tsx";
import { recordArrangementWords } from "#casework/acts/record-arrangement/words.tsx";
import { recordSanctionChangeWords } from "#casework/acts/record-sanction-change/words.tsx";
import { recordDisciplineWords } from "#casework/acts/record-discipline/words.tsx";
import { requestReuseWords } from "#casework/acts/request-reuse/words.tsx";
import { recordConsentWords } from "#casework/acts/record-consent/words.tsx";
import { decideReuseWords } from "#casework/acts/decide-reuse/words.tsx";
import { recordAppealWords } from "#casework/acts/record-appeal/words.tsx";
import { examineAppealWords } from "#casework/acts/examine-appeal/words.tsx";
import { changeDecisionWords } from "#casework/acts/change-decision/words.tsx";
import { enterPaperCaseWords } from "#casework/acts/enter-paper-case/words.tsx";
import { confirmPaperCaseWords } from "#casework/acts/confirm-paper-case/words.tsx";
import { endWithoutAccountabilityWords } from "#casework/acts/end-without-accountability/words.tsx";
import { declareRecusalWords } from "#casework/acts/declare-recusal/words.tsx";
import { closeWords } from "#casework/acts/close/words.tsx";
import type { Case } from "#casework/case.ts";
import type { CaseworkEvent } from "#casework/events.ts";
import type { Lead } from "#casework/lead.ts";
import type { Law } from "#law/compile/law.ts";
import type { WordsOf } from "../matter/event-words.ts";

export type LeadFormProps = { matter: Lead; law: Law };
/** `past`: the earlier accountability of the subjects, where the law escalates by it. */
export type CaseFormProps = { matter: Case; law: Law; past: readonly PastAccountability[] };

/** What the form of an act is given: the matter it is done in, nothing where it begins one. */
export type PropsOf<Id extends ActId> = Id extends BeginningActId
  ? object
  : Id extends ActIdIn<"lead">
    ? LeadFormProps
    : CaseFormProps;

/** `words` are of the kinds of event that this act records and no act before it in the list. */
export type Seen<Props> = {
  form: LazyExoticComponent<ComponentType<Props>>;
  words: Partial<WordsOf<CaseworkEvent["type"]>>;
};

export const forms = {
  "register-lead": {
    form: opened(() => import("#casework/acts/register-lead/form.tsx").then((file) => file.RegisterLead)),
    words: registerLeadWords,
  },
  "return-lead": {
    form: opened(() => import("#casework/acts/return-lead/form.tsx").then((file) => file.ReturnLead)),
    words: returnLeadWords,
  },
  "supplement-lead": {
    form: opened(() => import("#casework/acts/supplement-lead/form.tsx").then((file) => file.SupplementLead)),
    words: supplementLeadWords,
  },
  "dispose-lead": {
    form: opened(() => import("#casework/acts/dispose-lead/form.tsx").then((file) => file.DisposeLead)),
    words: disposeLeadWords,
  },
  "record-lead-result": {
    form: opened(() => import("#casework/acts/record-lead-result/form.tsx").then((file) => file.RecordLeadResult)),
    words: recordLeadResultWords,
  },
  "transfer-lead": {
    form: opened(() => import("#casework/acts/transfer-lead/form.tsx").then((file) => file.TransferLead)),
    words: transferLeadWords,
  },
  "record-transfer-receipt": {
    form: opened(() =>
      import("#casework/acts/record-transfer-receipt/form.tsx").then((file) => file.RecordTransferReceipt),
    ),
    words: recordTransferReceiptWords,
  },
  "request-opening": {
    form: opened(() => import("#casework/acts/request-opening/form.tsx").then((file) => file.RequestOpening)),
    words: requestOpeningWords,
  },
  "decide-opening": {
    form: opened(() => import("#casework/acts/decide-opening/form.tsx").then((file) => file.DecideOpening)),
    words: decideOpeningWords,
  },
  "join-lead": {
    form: opened(() => import("#casework/acts/join-lead/form.tsx").then((file) => file.JoinLead)),
    words: joinLeadWords,
  },
  "change-inquiry-group": {
    form: opened(() => import("#casework/acts/change-inquiry-group/form.tsx").then((file) => file.ChangeInquiryGroup)),
    words: changeInquiryGroupWords,
  },
  "take-over": {
    form: opened(() => import("#casework/acts/take-over/form.tsx").then((file) => file.TakeOver)),
    words: takeOverWords,
  },
  "add-subject": {
    form: opened(() => import("#casework/acts/add-subject/form.tsx").then((file) => file.AddSubject)),
    words: addSubjectWords,
  },
  "name-witness": {
    form: opened(() => import("#casework/acts/name-witness/form.tsx").then((file) => file.NameWitness)),
    words: nameWitnessWords,
  },
  "record-fact": {
    form: opened(() => import("#casework/acts/record-fact/form.tsx").then((file) => file.RecordFact)),
    words: recordFactWords,
  },
  "establish-circumstance": {
    form: opened(() =>
      import("#casework/acts/establish-circumstance/form.tsx").then((file) => file.EstablishCircumstance),
    ),
    words: establishCircumstanceWords,
  },
  "approve-circumstance": {
    form: opened(() => import("#casework/acts/approve-circumstance/form.tsx").then((file) => file.ApproveCircumstance)),
    words: approveCircumstanceWords,
  },
  "find-responsibility": {
    form: opened(() => import("#casework/acts/find-responsibility/form.tsx").then((file) => file.FindResponsibility)),
    words: findResponsibilityWords,
  },
  "put-facts": {
    form: opened(() => import("#casework/acts/put-facts/form.tsx").then((file) => file.PutFacts)),
    words: putFactsWords,
  },
  "record-statement": {
    form: opened(() => import("#casework/acts/record-statement/form.tsx").then((file) => file.RecordStatement)),
    words: recordStatementWords,
  },
  propose: {
    form: opened(() => import("#casework/acts/propose/form.tsx").then((file) => file.Propose)),
    words: proposeWords,
  },
  "record-deliberation": {
    form: opened(() => import("#casework/acts/record-deliberation/form.tsx").then((file) => file.RecordDeliberation)),
    words: recordDeliberationWords,
  },
  decide: {
    form: opened(() => import("#casework/acts/decide/form.tsx").then((file) => file.Decide)),
    words: decideWords,
  },
  "propose-upward": {
    form: opened(() => import("#casework/acts/propose-upward/form.tsx").then((file) => file.ProposeUpward)),
    words: proposeUpwardWords,
  },
  "record-answer": {
    form: opened(() => import("#casework/acts/record-answer/form.tsx").then((file) => file.RecordAnswer)),
    words: recordAnswerWords,
  },
  serve: { form: opened(() => import("#casework/acts/serve/form.tsx").then((file) => file.Serve)), words: serveWords },
  "record-failed-service": {
    form: opened(() =>
      import("#casework/acts/record-failed-service/form.tsx").then((file) => file.RecordFailedService),
    ),
    words: recordFailedServiceWords,
  },
  "take-effect": {
    form: opened(() => import("#casework/acts/take-effect/form.tsx").then((file) => file.TakeEffect)),
    words: takeEffectWords,
  },
  "record-formalities": {
    form: opened(() => import("#casework/acts/record-formalities/form.tsx").then((file) => file.RecordFormalities)),
    words: recordFormalitiesWords,
  },
  "record-circulation": {
    form: opened(() => import("#casework/acts/record-circulation/form.tsx").then((file) => file.RecordCirculation)),
    words: recordCirculationWords,
  },
  "record-receipt": {
    form: opened(() => import("#casework/acts/record-receipt/form.tsx").then((file) => file.RecordReceipt)),
    words: recordReceiptWords,
  },
  "complete-items": {
    form: opened(() => import("#casework/acts/complete-items/form.tsx").then((file) => file.CompleteItems)),
    words: completeItemsWords,
  },
  "assign-items": {
    form: opened(() => import("#casework/acts/assign-items/form.tsx").then((file) => file.AssignItems)),
    words: assignItemsWords,
  },
  "request-waiver": {
    form: opened(() => import("#casework/acts/request-waiver/form.tsx").then((file) => file.RequestWaiver)),
    words: requestWaiverWords,
  },
  "decide-waiver": {
    form: opened(() => import("#casework/acts/decide-waiver/form.tsx").then((file) => file.DecideWaiver)),
    words: decideWaiverWords,
  },
  "record-arrangement": {
    form: opened(() => import("#casework/acts/record-arrangement/form.tsx").then((file) => file.RecordArrangement)),
    words: recordArrangementWords,
  },
  "record-discipline": {
    form: opened(() => import("#casework/acts/record-discipline/form.tsx").then((file) => file.RecordDiscipline)),
    words: recordDisciplineWords,
  },
  "record-sanction-change": {
    form: opened(() =>
      import("#casework/acts/record-sanction-change/form.tsx").then((file) => file.RecordSanctionChange),
    ),
    words: recordSanctionChangeWords,
  },
  "request-reuse": {
    form: opened(() => import("#casework/acts/request-reuse/form.tsx").then((file) => file.RequestReuse)),
    words: requestReuseWords,
  },
  "record-consent": {
    form: opened(() => import("#casework/acts/record-consent/form.tsx").then((file) => file.RecordConsent)),
    words: recordConsentWords,
  },
  "decide-reuse": {
    form: opened(() => import("#casework/acts/decide-reuse/form.tsx").then((file) => file.DecideReuse)),
    words: decideReuseWords,
  },
  "record-appeal": {
    form: opened(() => import("#casework/acts/record-appeal/form.tsx").then((file) => file.RecordAppeal)),
    words: recordAppealWords,
  },
  "examine-appeal": {
    form: opened(() => import("#casework/acts/examine-appeal/form.tsx").then((file) => file.ExamineAppeal)),
    words: examineAppealWords,
  },
  "change-decision": {
    form: opened(() => import("#casework/acts/change-decision/form.tsx").then((file) => file.ChangeDecision)),
    words: changeDecisionWords,
  },
  "enter-paper-case": {
    form: opened(() => import("#casework/acts/enter-paper-case/form.tsx").then((file) => file.EnterPaperCase)),
    words: enterPaperCaseWords,
  },
  "confirm-paper-case": {
    form: opened(() => import("#casework/acts/confirm-paper-case/form.tsx").then((file) => file.ConfirmPaperCase)),
    words: confirmPaperCaseWords,
  },
  "end-without-accountability": {
    form: opened(() =>
      import("#casework/acts/end-without-accountability/form.tsx").then((file) => file.EndWithoutAccountability),
    ),
    words: endWithoutAccountabilityWords,
  },
  "declare-recusal": {
    form: opened(() => import("#casework/acts/declare-recusal/form.tsx").then((file) => file.DeclareRecusal)),
    words: declareRecusalWords,
  },
  close: { form: opened(() => import("#casework/acts/close/form.tsx").then((file) => file.Close)), words: closeWords },
} as const satisfies { [Id in ActId]: Seen<PropsOf<Id>> };

function opened<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }));
}

type Worded = { [Id in ActId]: keyof (typeof forms)[Id]["words"] }[ActId];

/** Of every kind of event: a kind that no act has words for does not compile here. */
export const wordsOfEvents: WordsOf<CaseworkEvent["type"]> = Object.assign(
  {},
  ...actIds.map((act) => forms[act].words),
) as WordsOf<Worded>; // the words of all acts together

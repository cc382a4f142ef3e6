// The plain list of all act forms: one component for each act, loaded when it is opened.
import { lazy } from "react";
import type { ComponentType, LazyExoticComponent } from "react";
import type { PastAccountability } from "#casework/act.ts";
import type { ActId } from "#casework/act-names.ts";
import type { Case } from "#casework/case.ts";
import type { Lead } from "#casework/lead.ts";
import type { Law } from "#law/compile/law.ts";

export type LeadFormProps = { matter: Lead; law: Law };
/** `past`: the earlier accountability of the subjects, where the law escalates by it. */
export type CaseFormProps = { matter: Case; law: Law; past: readonly PastAccountability[] };
type Form<Props> = LazyExoticComponent<ComponentType<Props>>;

/** Acts that begin a lead or a case. */
export const newForms = {
  "register-lead": lazy(() =>
    import("#casework/acts/register-lead/form.tsx").then((file) => ({ default: file.RegisterLead })),
  ),
  "enter-paper-case": lazy(() =>
    import("#casework/acts/enter-paper-case/form.tsx").then((file) => ({ default: file.EnterPaperCase })),
  ),
  "request-opening": lazy(() =>
    import("#casework/acts/request-opening/form.tsx").then((file) => ({ default: file.RequestOpening })),
  ),
} as const satisfies Partial<Record<ActId, Form<object>>>;

/** Acts on a lead. */
export const leadForms = {
  "return-lead": lazy(() =>
    import("#casework/acts/return-lead/form.tsx").then((file) => ({ default: file.ReturnLead })),
  ),
  "supplement-lead": lazy(() =>
    import("#casework/acts/supplement-lead/form.tsx").then((file) => ({ default: file.SupplementLead })),
  ),
  "record-lead-result": lazy(() =>
    import("#casework/acts/record-lead-result/form.tsx").then((file) => ({ default: file.RecordLeadResult })),
  ),
  "transfer-lead": lazy(() =>
    import("#casework/acts/transfer-lead/form.tsx").then((file) => ({ default: file.TransferLead })),
  ),
  "record-transfer-receipt": lazy(() =>
    import("#casework/acts/record-transfer-receipt/form.tsx").then((file) => ({ default: file.RecordTransferReceipt })),
  ),
  "dispose-lead": lazy(() =>
    import("#casework/acts/dispose-lead/form.tsx").then((file) => ({ default: file.DisposeLead })),
  ),
} as const satisfies Partial<Record<ActId, Form<LeadFormProps>>>;

/** Acts on a case: all the others. */
export const caseForms = {
  "decide-opening": lazy(() =>
    import("#casework/acts/decide-opening/form.tsx").then((file) => ({ default: file.DecideOpening })),
  ),
  "join-lead": lazy(() => import("#casework/acts/join-lead/form.tsx").then((file) => ({ default: file.JoinLead }))),
  "change-inquiry-group": lazy(() =>
    import("#casework/acts/change-inquiry-group/form.tsx").then((file) => ({ default: file.ChangeInquiryGroup })),
  ),
  "take-over": lazy(() => import("#casework/acts/take-over/form.tsx").then((file) => ({ default: file.TakeOver }))),
  "add-subject": lazy(() =>
    import("#casework/acts/add-subject/form.tsx").then((file) => ({ default: file.AddSubject })),
  ),
  "name-witness": lazy(() =>
    import("#casework/acts/name-witness/form.tsx").then((file) => ({ default: file.NameWitness })),
  ),
  "record-fact": lazy(() =>
    import("#casework/acts/record-fact/form.tsx").then((file) => ({ default: file.RecordFact })),
  ),
  "establish-limb": lazy(() =>
    import("#casework/acts/establish-limb/form.tsx").then((file) => ({ default: file.EstablishLimb })),
  ),
  "approve-limb": lazy(() =>
    import("#casework/acts/approve-limb/form.tsx").then((file) => ({ default: file.ApproveLimb })),
  ),
  "find-responsibility": lazy(() =>
    import("#casework/acts/find-responsibility/form.tsx").then((file) => ({ default: file.FindResponsibility })),
  ),
  "put-facts": lazy(() => import("#casework/acts/put-facts/form.tsx").then((file) => ({ default: file.PutFacts }))),
  "record-statement": lazy(() =>
    import("#casework/acts/record-statement/form.tsx").then((file) => ({ default: file.RecordStatement })),
  ),
  propose: lazy(() => import("#casework/acts/propose/form.tsx").then((file) => ({ default: file.Propose }))),
  "record-deliberation": lazy(() =>
    import("#casework/acts/record-deliberation/form.tsx").then((file) => ({ default: file.RecordDeliberation })),
  ),
  decide: lazy(() => import("#casework/acts/decide/form.tsx").then((file) => ({ default: file.Decide }))),
  "propose-upward": lazy(() =>
    import("#casework/acts/propose-upward/form.tsx").then((file) => ({ default: file.ProposeUpward })),
  ),
  "record-answer": lazy(() =>
    import("#casework/acts/record-answer/form.tsx").then((file) => ({ default: file.RecordAnswer })),
  ),
  serve: lazy(() => import("#casework/acts/serve/form.tsx").then((file) => ({ default: file.Serve }))),
  "record-failed-service": lazy(() =>
    import("#casework/acts/record-failed-service/form.tsx").then((file) => ({ default: file.RecordFailedService })),
  ),
  "take-effect": lazy(() =>
    import("#casework/acts/take-effect/form.tsx").then((file) => ({ default: file.TakeEffect })),
  ),
  "record-formalities": lazy(() =>
    import("#casework/acts/record-formalities/form.tsx").then((file) => ({ default: file.RecordFormalities })),
  ),
  "record-circulation": lazy(() =>
    import("#casework/acts/record-circulation/form.tsx").then((file) => ({ default: file.RecordCirculation })),
  ),
  "record-receipt": lazy(() =>
    import("#casework/acts/record-receipt/form.tsx").then((file) => ({ default: file.RecordReceipt })),
  ),
  "complete-items": lazy(() =>
    import("#casework/acts/complete-items/form.tsx").then((file) => ({ default: file.CompleteItems })),
  ),
  "assign-items": lazy(() =>
    import("#casework/acts/assign-items/form.tsx").then((file) => ({ default: file.AssignItems })),
  ),
  "request-waiver": lazy(() =>
    import("#casework/acts/request-waiver/form.tsx").then((file) => ({ default: file.RequestWaiver })),
  ),
  "decide-waiver": lazy(() =>
    import("#casework/acts/decide-waiver/form.tsx").then((file) => ({ default: file.DecideWaiver })),
  ),
  "record-arrangement": lazy(() =>
    import("#casework/acts/record-arrangement/form.tsx").then((file) => ({ default: file.RecordArrangement })),
  ),
  "record-discipline": lazy(() =>
    import("#casework/acts/record-discipline/form.tsx").then((file) => ({ default: file.RecordDiscipline })),
  ),
  "record-sanction-change": lazy(() =>
    import("#casework/acts/record-sanction-change/form.tsx").then((file) => ({ default: file.RecordSanctionChange })),
  ),
  "request-reuse": lazy(() =>
    import("#casework/acts/request-reuse/form.tsx").then((file) => ({ default: file.RequestReuse })),
  ),
  "record-consent": lazy(() =>
    import("#casework/acts/record-consent/form.tsx").then((file) => ({ default: file.RecordConsent })),
  ),
  "decide-reuse": lazy(() =>
    import("#casework/acts/decide-reuse/form.tsx").then((file) => ({ default: file.DecideReuse })),
  ),
  "record-appeal": lazy(() =>
    import("#casework/acts/record-appeal/form.tsx").then((file) => ({ default: file.RecordAppeal })),
  ),
  "examine-appeal": lazy(() =>
    import("#casework/acts/examine-appeal/form.tsx").then((file) => ({ default: file.ExamineAppeal })),
  ),
  "change-decision": lazy(() =>
    import("#casework/acts/change-decision/form.tsx").then((file) => ({ default: file.ChangeDecision })),
  ),
  "confirm-paper-case": lazy(() =>
    import("#casework/acts/confirm-paper-case/form.tsx").then((file) => ({ default: file.ConfirmPaperCase })),
  ),
  "end-without-accountability": lazy(() =>
    import("#casework/acts/end-without-accountability/form.tsx").then((file) => ({
      default: file.EndWithoutAccountability,
    })),
  ),
  "declare-recusal": lazy(() =>
    import("#casework/acts/declare-recusal/form.tsx").then((file) => ({ default: file.DeclareRecusal })),
  ),
  close: lazy(() => import("#casework/acts/close/form.tsx").then((file) => ({ default: file.Close }))),
} as const satisfies Record<Exclude<ActId, keyof typeof newForms | keyof typeof leadForms>, Form<CaseFormProps>>;

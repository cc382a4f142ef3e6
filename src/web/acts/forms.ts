// The plain list of all act forms: one component for each act, loaded when it is opened.
import { lazy } from "react";
import type { ComponentType, LazyExoticComponent } from "react";
import type { PastAccountability } from "#casework/act.ts";
import type { ActId } from "#casework/act-names.ts";
import type { Case } from "#casework/case.ts";
import type { Lead } from "#casework/lead.ts";
import type { Law } from "#law/law.ts";

export type LeadFormProps = { matter: Lead; law: Law };
/** `past`: the earlier accountability of the subjects, where the law escalates by it. */
export type CaseFormProps = { matter: Case; law: Law; past: readonly PastAccountability[] };
type Form<Props> = LazyExoticComponent<ComponentType<Props>>;

/** Acts that begin a lead or a case. */
export const newForms = {
  "register-lead": lazy(() => import("./register-lead.tsx").then((file) => ({ default: file.RegisterLead }))),
  "enter-paper-case": lazy(() => import("./enter-paper-case.tsx").then((file) => ({ default: file.EnterPaperCase }))),
  "request-opening": lazy(() => import("./request-opening.tsx").then((file) => ({ default: file.RequestOpening }))),
} as const satisfies Partial<Record<ActId, Form<object>>>;

/** Acts on a lead. */
export const leadForms = {
  "return-lead": lazy(() => import("./return-lead.tsx").then((file) => ({ default: file.ReturnLead }))),
  "supplement-lead": lazy(() => import("./supplement-lead.tsx").then((file) => ({ default: file.SupplementLead }))),
  "record-lead-result": lazy(() =>
    import("./record-lead-result.tsx").then((file) => ({ default: file.RecordLeadResult })),
  ),
  "transfer-lead": lazy(() => import("./transfer-lead.tsx").then((file) => ({ default: file.TransferLead }))),
  "record-transfer-receipt": lazy(() =>
    import("./record-transfer-receipt.tsx").then((file) => ({ default: file.RecordTransferReceipt })),
  ),
  "dispose-lead": lazy(() => import("./dispose-lead.tsx").then((file) => ({ default: file.DisposeLead }))),
} as const satisfies Partial<Record<ActId, Form<LeadFormProps>>>;

/** Acts on a case: all the others. */
export const caseForms = {
  "decide-opening": lazy(() => import("./decide-opening.tsx").then((file) => ({ default: file.DecideOpening }))),
  "join-lead": lazy(() => import("./join-lead.tsx").then((file) => ({ default: file.JoinLead }))),
  "change-inquiry-group": lazy(() =>
    import("./change-inquiry-group.tsx").then((file) => ({ default: file.ChangeInquiryGroup })),
  ),
  "take-over": lazy(() => import("./take-over.tsx").then((file) => ({ default: file.TakeOver }))),
  "add-subject": lazy(() => import("./add-subject.tsx").then((file) => ({ default: file.AddSubject }))),
  "name-witness": lazy(() => import("./name-witness.tsx").then((file) => ({ default: file.NameWitness }))),
  "record-fact": lazy(() => import("./record-fact.tsx").then((file) => ({ default: file.RecordFact }))),
  "establish-limb": lazy(() => import("./establish-limb.tsx").then((file) => ({ default: file.EstablishLimb }))),
  "approve-limb": lazy(() => import("./approve-limb.tsx").then((file) => ({ default: file.ApproveLimb }))),
  "find-responsibility": lazy(() =>
    import("./find-responsibility.tsx").then((file) => ({ default: file.FindResponsibility })),
  ),
  "put-facts": lazy(() => import("./put-facts.tsx").then((file) => ({ default: file.PutFacts }))),
  "record-statement": lazy(() => import("./record-statement.tsx").then((file) => ({ default: file.RecordStatement }))),
  propose: lazy(() => import("./propose.tsx").then((file) => ({ default: file.Propose }))),
  "record-deliberation": lazy(() =>
    import("./record-deliberation.tsx").then((file) => ({ default: file.RecordDeliberation })),
  ),
  decide: lazy(() => import("./decide.tsx").then((file) => ({ default: file.Decide }))),
  "propose-upward": lazy(() => import("./propose-upward.tsx").then((file) => ({ default: file.ProposeUpward }))),
  "record-answer": lazy(() => import("./record-answer.tsx").then((file) => ({ default: file.RecordAnswer }))),
  serve: lazy(() => import("./serve.tsx").then((file) => ({ default: file.Serve }))),
  "record-failed-service": lazy(() =>
    import("./record-failed-service.tsx").then((file) => ({ default: file.RecordFailedService })),
  ),
  "take-effect": lazy(() => import("./take-effect.tsx").then((file) => ({ default: file.TakeEffect }))),
  "record-formalities": lazy(() =>
    import("./record-formalities.tsx").then((file) => ({ default: file.RecordFormalities })),
  ),
  "record-circulation": lazy(() =>
    import("./record-circulation.tsx").then((file) => ({ default: file.RecordCirculation })),
  ),
  "record-receipt": lazy(() => import("./record-receipt.tsx").then((file) => ({ default: file.RecordReceipt }))),
  "complete-items": lazy(() => import("./complete-items.tsx").then((file) => ({ default: file.CompleteItems }))),
  "assign-items": lazy(() => import("./assign-items.tsx").then((file) => ({ default: file.AssignItems }))),
  "request-waiver": lazy(() => import("./request-waiver.tsx").then((file) => ({ default: file.RequestWaiver }))),
  "decide-waiver": lazy(() => import("./decide-waiver.tsx").then((file) => ({ default: file.DecideWaiver }))),
  "record-arrangement": lazy(() =>
    import("./record-arrangement.tsx").then((file) => ({ default: file.RecordArrangement })),
  ),
  "record-discipline": lazy(() =>
    import("./record-discipline.tsx").then((file) => ({ default: file.RecordDiscipline })),
  ),
  "record-sanction-change": lazy(() =>
    import("./record-sanction-change.tsx").then((file) => ({ default: file.RecordSanctionChange })),
  ),
  "request-reuse": lazy(() => import("./request-reuse.tsx").then((file) => ({ default: file.RequestReuse }))),
  "record-consent": lazy(() => import("./record-consent.tsx").then((file) => ({ default: file.RecordConsent }))),
  "decide-reuse": lazy(() => import("./decide-reuse.tsx").then((file) => ({ default: file.DecideReuse }))),
  "record-appeal": lazy(() => import("./record-appeal.tsx").then((file) => ({ default: file.RecordAppeal }))),
  "examine-appeal": lazy(() => import("./examine-appeal.tsx").then((file) => ({ default: file.ExamineAppeal }))),
  "change-decision": lazy(() => import("./change-decision.tsx").then((file) => ({ default: file.ChangeDecision }))),
  "confirm-paper-case": lazy(() =>
    import("./confirm-paper-case.tsx").then((file) => ({ default: file.ConfirmPaperCase })),
  ),
  "end-without-accountability": lazy(() =>
    import("./end-without-accountability.tsx").then((file) => ({ default: file.EndWithoutAccountability })),
  ),
  "declare-recusal": lazy(() => import("./declare-recusal.tsx").then((file) => ({ default: file.DeclareRecusal }))),
  close: lazy(() => import("./close.tsx").then((file) => ({ default: file.Close }))),
} as const satisfies Record<Exclude<ActId, keyof typeof newForms | keyof typeof leadForms>, Form<CaseFormProps>>;

// The plain list of all acts: one file each in commands/, in the order of a case's life.
import type { ActId } from "./act-names.ts";
import { approveLimb } from "./commands/approve-limb.ts";
import { changeInquiryGroup } from "./commands/change-inquiry-group.ts";
import { addSubject } from "./commands/add-subject.ts";
import { assignItems } from "./commands/assign-items.ts";
import { changeDecision } from "./commands/change-decision.ts";
import { close } from "./commands/close.ts";
import { declareRecusal } from "./commands/declare-recusal.ts";
import { completeItems } from "./commands/complete-items.ts";
import { decideCase } from "./commands/decide.ts";
import { decideOpening } from "./commands/decide-opening.ts";
import { decideWaiver } from "./commands/decide-waiver.ts";
import { confirmPaperCase } from "./commands/confirm-paper-case.ts";
import { decideReuse } from "./commands/decide-reuse.ts";
import { disposeLead } from "./commands/dispose-lead.ts";
import { enterPaperCase } from "./commands/enter-paper-case.ts";
import { endWithoutAccountability } from "./commands/end-without-accountability.ts";
import { establishLimb } from "./commands/establish-limb.ts";
import { findResponsibility } from "./commands/find-responsibility.ts";
import { joinLead } from "./commands/join-lead.ts";
import { putFacts } from "./commands/put-facts.ts";
import { recordLeadResult } from "./commands/record-lead-result.ts";
import { recordTransferReceipt } from "./commands/record-transfer-receipt.ts";
import { returnLead } from "./commands/return-lead.ts";
import { supplementLead } from "./commands/supplement-lead.ts";
import { takeOver } from "./commands/take-over.ts";
import { transferLead } from "./commands/transfer-lead.ts";
import { nameWitness } from "./commands/name-witness.ts";
import { propose } from "./commands/propose.ts";
import { examineAppeal } from "./commands/examine-appeal.ts";
import { proposeUpward } from "./commands/propose-upward.ts";
import { recordAnswer } from "./commands/record-answer.ts";
import { recordAppeal } from "./commands/record-appeal.ts";
import { recordArrangement } from "./commands/record-arrangement.ts";
import { recordCirculation } from "./commands/record-circulation.ts";
import { recordConsent } from "./commands/record-consent.ts";
import { recordDeliberation } from "./commands/record-deliberation.ts";
import { recordDiscipline } from "./commands/record-discipline.ts";
import { recordSanctionChange } from "./commands/record-sanction-change.ts";
import { recordFact } from "./commands/record-fact.ts";
import { recordFailedService } from "./commands/record-failed-service.ts";
import { recordFormalities } from "./commands/record-formalities.ts";
import { recordReceipt } from "./commands/record-receipt.ts";
import { recordStatement } from "./commands/record-statement.ts";
import { registerLead } from "./commands/register-lead.ts";
import { requestOpening } from "./commands/request-opening.ts";
import { requestWaiver } from "./commands/request-waiver.ts";
import { requestReuse } from "./commands/request-reuse.ts";
import { serve } from "./commands/serve.ts";
import { takeEffect } from "./commands/take-effect.ts";

export const acts = {
  "register-lead": registerLead,
  "return-lead": returnLead,
  "supplement-lead": supplementLead,
  "dispose-lead": disposeLead,
  "record-lead-result": recordLeadResult,
  "transfer-lead": transferLead,
  "record-transfer-receipt": recordTransferReceipt,
  "request-opening": requestOpening,
  "decide-opening": decideOpening,
  "join-lead": joinLead,
  "change-inquiry-group": changeInquiryGroup,
  "take-over": takeOver,
  "add-subject": addSubject,
  "name-witness": nameWitness,
  "record-fact": recordFact,
  "establish-limb": establishLimb,
  "approve-limb": approveLimb,
  "find-responsibility": findResponsibility,
  "put-facts": putFacts,
  "record-statement": recordStatement,
  propose,
  "record-deliberation": recordDeliberation,
  decide: decideCase,
  "propose-upward": proposeUpward,
  "record-answer": recordAnswer,
  serve,
  "record-failed-service": recordFailedService,
  "take-effect": takeEffect,
  "record-formalities": recordFormalities,
  "record-circulation": recordCirculation,
  "record-receipt": recordReceipt,
  "complete-items": completeItems,
  "assign-items": assignItems,
  "request-waiver": requestWaiver,
  "decide-waiver": decideWaiver,
  "record-arrangement": recordArrangement,
  "record-discipline": recordDiscipline,
  "record-sanction-change": recordSanctionChange,
  "request-reuse": requestReuse,
  "record-consent": recordConsent,
  "decide-reuse": decideReuse,
  "record-appeal": recordAppeal,
  "examine-appeal": examineAppeal,
  "change-decision": changeDecision,
  "enter-paper-case": enterPaperCase,
  "confirm-paper-case": confirmPaperCase,
  "end-without-accountability": endWithoutAccountability,
  "declare-recusal": declareRecusal,
  close,
} as const satisfies { [Id in ActId]: { id: Id } };

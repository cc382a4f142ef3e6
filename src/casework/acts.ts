// The plain list of all acts: one folder each in acts/, in the order of a case's life.
import type { Sentence } from "#law/text/citation.ts";
import { approveCircumstance } from "./acts/approve-circumstance/act.ts";
import { changeInquiryGroup } from "./acts/change-inquiry-group/act.ts";
import { addSubject } from "./acts/add-subject/act.ts";
import { assignItems } from "./acts/assign-items/act.ts";
import { changeDecision } from "./acts/change-decision/act.ts";
import { close } from "./acts/close/act.ts";
import { declareRecusal } from "./acts/declare-recusal/act.ts";
import { completeItems } from "./acts/complete-items/act.ts";
import { decideCase } from "./acts/decide/act.ts";
import { decideOpening } from "./acts/decide-opening/act.ts";
import { decideWaiver } from "./acts/decide-waiver/act.ts";
import { confirmPaperCase } from "./acts/confirm-paper-case/act.ts";
import { decideReuse } from "./acts/decide-reuse/act.ts";
import { disposeLead } from "./acts/dispose-lead/act.ts";
import { enterPaperCase } from "./acts/enter-paper-case/act.ts";
import { endWithoutAccountability } from "./acts/end-without-accountability/act.ts";
import { establishCircumstance } from "./acts/establish-circumstance/act.ts";
import { findResponsibility } from "./acts/find-responsibility/act.ts";
import { joinLead } from "./acts/join-lead/act.ts";
import { putFacts } from "./acts/put-facts/act.ts";
import { recordLeadResult } from "./acts/record-lead-result/act.ts";
import { recordTransferReceipt } from "./acts/record-transfer-receipt/act.ts";
import { returnLead } from "./acts/return-lead/act.ts";
import { supplementLead } from "./acts/supplement-lead/act.ts";
import { takeOver } from "./acts/take-over/act.ts";
import { transferLead } from "./acts/transfer-lead/act.ts";
import { nameWitness } from "./acts/name-witness/act.ts";
import { propose } from "./acts/propose/act.ts";
import { examineAppeal } from "./acts/examine-appeal/act.ts";
import { proposeUpward } from "./acts/propose-upward/act.ts";
import { recordAnswer } from "./acts/record-answer/act.ts";
import { recordAppeal } from "./acts/record-appeal/act.ts";
import { recordArrangement } from "./acts/record-arrangement/act.ts";
import { recordCirculation } from "./acts/record-circulation/act.ts";
import { recordConsent } from "./acts/record-consent/act.ts";
import { recordDeliberation } from "./acts/record-deliberation/act.ts";
import { recordDiscipline } from "./acts/record-discipline/act.ts";
import { recordSanctionChange } from "./acts/record-sanction-change/act.ts";
import { recordFact } from "./acts/record-fact/act.ts";
import { recordFailedService } from "./acts/record-failed-service/act.ts";
import { recordFormalities } from "./acts/record-formalities/act.ts";
import { recordReceipt } from "./acts/record-receipt/act.ts";
import { recordStatement } from "./acts/record-statement/act.ts";
import { registerLead } from "./acts/register-lead/act.ts";
import { requestOpening } from "./acts/request-opening/act.ts";
import { requestWaiver } from "./acts/request-waiver/act.ts";
import { requestReuse } from "./acts/request-reuse/act.ts";
import { serve } from "./acts/serve/act.ts";
import { takeEffect } from "./acts/take-effect/act.ts";

/**
 * Apart from the table: acts are typed with these ids, and the compiler cannot take them from a table of which it is still finding the types.
 */
export const actIds = [
  "register-lead",
  "return-lead",
  "supplement-lead",
  "dispose-lead",
  "record-lead-result",
  "transfer-lead",
  "record-transfer-receipt",
  "request-opening",
  "decide-opening",
  "join-lead",
  "change-inquiry-group",
  "take-over",
  "add-subject",
  "name-witness",
  "record-fact",
  "establish-circumstance",
  "approve-circumstance",
  "find-responsibility",
  "put-facts",
  "record-statement",
  "propose",
  "record-deliberation",
  "decide",
  "propose-upward",
  "record-answer",
  "serve",
  "record-failed-service",
  "take-effect",
  "record-formalities",
  "record-circulation",
  "record-receipt",
  "complete-items",
  "assign-items",
  "request-waiver",
  "decide-waiver",
  "record-arrangement",
  "record-discipline",
  "record-sanction-change",
  "request-reuse",
  "record-consent",
  "decide-reuse",
  "record-appeal",
  "examine-appeal",
  "change-decision",
  "enter-paper-case",
  "confirm-paper-case",
  "end-without-accountability",
  "declare-recusal",
  "close",
] as const;
export type ActId = (typeof actIds)[number];

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
  "establish-circumstance": establishCircumstance,
  "approve-circumstance": approveCircumstance,
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

/** A table with an entry for each act. */
export function tableOfActs<Table extends Record<ActId, unknown>>(make: (act: ActId) => Table[ActId]): Table {
  return Object.fromEntries(actIds.map((act) => [act, make(act)])) as Table; // just made of all ids
}

/** The names of all acts, as buttons, histories and the log show them. */
export const actNames = tableOfActs<Record<ActId, Sentence>>((act) => acts[act].names);

/** The acts that begin a lead or a case; below, those that are done in one. */
export type BeginningActId = { [Id in ActId]: (typeof acts)[Id]["begins"] extends true ? Id : never }[ActId];
export type ActIdIn<Kind extends "lead" | "case"> = {
  [Id in Exclude<ActId, BeginningActId>]: (typeof acts)[Id]["matter"] extends Kind ? Id : never;
}[Exclude<ActId, BeginningActId>];

export function isActIn<Kind extends "lead" | "case">(kind: Kind, act: string): act is ActIdIn<Kind> {
  return actIds.some((id) => id === act && acts[id].matter === kind && !acts[id].begins);
}

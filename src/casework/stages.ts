// One table stage × act: what can be done where. Server and browser read the same one.
import type { ActId } from "./acts.ts";
import type { stageNames } from "./words/stage-names.ts";

export type Stage = keyof typeof stageNames;
export type LeadStage =
  | "registered"
  | "talk-inquiry"
  | "preliminary-verification"
  | "shelved"
  | "settled"
  | "joined"
  | "returned"
  | "transferred"
  | "handed-over";
export type CaseStage = Exclude<Stage, LeadStage>;

export const leadStages: readonly LeadStage[] = [
  "registered",
  "talk-inquiry",
  "preliminary-verification",
  "shelved",
  "settled",
  "joined",
  "returned",
  "transferred",
  "handed-over",
];
export const caseStages: readonly CaseStage[] = [
  "opening-requested",
  "not-opened",
  "inquiry",
  "proposed",
  "deliberated",
  "deciding",
  "decided",
  "served",
  "effective",
  "taken-over",
  "paper-entered",
  "paper-returned",
  "closed",
  "ended-without-accountability",
];

/** Acts that begin a lead or a case stand at "new"; request-opening stands there too and names the leads it rests on. */
export const actsAt = {
  new: ["register-lead", "request-opening", "enter-paper-case"],
  registered: ["dispose-lead", "return-lead", "transfer-lead"],
  "talk-inquiry": ["record-lead-result", "dispose-lead", "transfer-lead"],
  "preliminary-verification": ["record-lead-result", "dispose-lead", "transfer-lead"],
  shelved: ["dispose-lead", "transfer-lead"],
  settled: [],
  joined: [],
  returned: ["supplement-lead"],
  transferred: ["record-transfer-receipt"],
  "handed-over": [],
  "opening-requested": ["decide-opening", "join-lead", "take-over", "declare-recusal"],
  "not-opened": [],
  inquiry: [
    "join-lead",
    "change-inquiry-group",
    "add-subject",
    "name-witness",
    "record-fact",
    "establish-circumstance",
    "approve-circumstance",
    "find-responsibility",
    "put-facts",
    "record-statement",
    "propose",
    "record-discipline",
    "record-sanction-change",
    "end-without-accountability",
    "take-over",
    "declare-recusal",
  ],
  proposed: [
    "take-over",
    "put-facts",
    "record-statement",
    "record-deliberation",
    "record-discipline",
    "record-sanction-change",
    "declare-recusal",
  ],
  deliberated: [
    "record-deliberation",
    "decide",
    "propose-upward",
    "record-discipline",
    "record-sanction-change",
    "end-without-accountability",
    "take-over",
    "declare-recusal",
  ],
  deciding: [
    "record-deliberation",
    "decide",
    "propose-upward",
    "record-answer",
    "serve",
    "record-failed-service",
    "take-effect",
    "record-formalities",
    "complete-items",
    "assign-items",
    "record-discipline",
    "record-sanction-change",
    "record-appeal",
    "examine-appeal",
    "change-decision",
    "declare-recusal",
  ],
  decided: [
    "record-deliberation",
    "serve",
    "record-failed-service",
    "take-effect",
    "record-formalities",
    "complete-items",
    "assign-items",
    "record-discipline",
    "record-sanction-change",
    "record-appeal",
    "examine-appeal",
    "change-decision",
    "declare-recusal",
  ],
  served: [
    "record-deliberation",
    "serve",
    "record-failed-service",
    "take-effect",
    "record-formalities",
    "complete-items",
    "assign-items",
    "record-discipline",
    "record-sanction-change",
    "record-appeal",
    "examine-appeal",
    "change-decision",
    "declare-recusal",
  ],
  effective: [
    "record-deliberation",
    "serve",
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
    "close",
    "declare-recusal",
  ],
  "taken-over": ["record-discipline", "record-sanction-change", "close", "declare-recusal"],
  "paper-entered": ["confirm-paper-case"],
  "paper-returned": [],
  closed: [
    "record-deliberation",
    "serve",
    "record-formalities",
    "record-receipt",
    "request-reuse",
    "record-consent",
    "decide-reuse",
    "record-discipline",
    "record-sanction-change",
    "record-appeal",
    "examine-appeal",
    "change-decision",
    "declare-recusal",
  ],
  "ended-without-accountability": ["record-appeal", "examine-appeal", "declare-recusal"],
} as const satisfies Record<Stage | "new", readonly ActId[]>;

/** Lead stages from which a case may be asked for. */
export const leadStagesForOpening: readonly LeadStage[] = [
  "registered",
  "talk-inquiry",
  "preliminary-verification",
  "shelved",
];

/** While a lead or case stands here its persons are "pending" to whoever asks about them. */
export const openStages: readonly Stage[] = [
  "registered",
  "talk-inquiry",
  "preliminary-verification",
  "shelved",
  "returned",
  "transferred",
  "opening-requested",
  "inquiry",
  "proposed",
  "deliberated",
  "deciding",
  "decided",
  "served",
  "paper-entered",
  "taken-over",
];

/** Whether a lead or case at this stage is open, so that whoever asks about its persons is told to wait. Of the moment of asking, not of the day asked about. */
export function isPending(stage: Stage): boolean {
  return openStages.includes(stage);
}

/** Acts that stand at some stage: all of them, or `actAllowedAt` does not compile. */
type PlacedAct = (typeof actsAt)[Stage | "new"][number];

export function actAllowedAt(stage: Stage | "new", act: ActId): boolean {
  const allowed: readonly PlacedAct[] = actsAt[stage];
  return allowed.includes(act);
}

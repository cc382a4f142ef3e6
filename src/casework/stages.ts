// One table stage × act: what can be done where. Server and browser read the same one.
import type { Sentence } from "#law/text/citation.ts";
import type { ActId } from "./acts.ts";

export const stageNames = {
  registered: { zh: "待处置", en: "Awaiting disposal" },
  "talk-inquiry": { zh: "谈话函询", en: "Talk or written inquiry" },
  "preliminary-verification": { zh: "初步核实", en: "Preliminary verification" },
  shelved: { zh: "暂存待查", en: "Kept for later" },
  settled: { zh: "予以了结", en: "Settled" },
  joined: { zh: "已转立案", en: "Joined to a case" },
  returned: { zh: "退回补充", en: "Returned for completion" },
  transferred: { zh: "已移送待回执", en: "Transferred, receipt awaited" },
  "handed-over": { zh: "已移送", en: "Handed over to another body" },
  "opening-requested": { zh: "待批准启动", en: "Opening awaits approval" },
  "not-opened": { zh: "未予启动", en: "Not opened" },
  inquiry: { zh: "调查", en: "Inquiry" },
  proposed: { zh: "已提建议", en: "Proposed" },
  deliberated: { zh: "已集体研究", en: "Deliberated" },
  deciding: { zh: "部分待决定", en: "Partly awaiting decision" },
  decided: { zh: "已决定待送达", en: "Decided, to be served" },
  served: { zh: "已送达待生效", en: "Served, to take effect" },
  effective: { zh: "执行中", en: "In execution" },
  "taken-over": { zh: "上级提级办理", en: "Taken over by a superior" },
  "paper-entered": { zh: "补录待确认", en: "Paper case to be confirmed" },
  "paper-returned": { zh: "补录已退回", en: "Paper case sent back" },
  closed: { zh: "已办结", en: "Closed" },
  "ended-without-accountability": { zh: "不予或免予问责", en: "Ended without accountability" },
} as const satisfies Record<string, Sentence>;

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

/** Acts that stand at some stage: all of them, or `actAllowedAt` does not compile. */
type PlacedAct = (typeof actsAt)[Stage | "new"][number];

export function actAllowedAt(stage: Stage | "new", act: ActId): boolean {
  const allowed: readonly PlacedAct[] = actsAt[stage];
  return allowed.includes(act);
}

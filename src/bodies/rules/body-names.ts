// The acts on a leading body (领导班子): ids, names, stages, who may do them, and which acts exclude one another for one actor.
import type { Sentence } from "#law/text/citation.ts";
import type { Role } from "#casework/roles.ts";

export const bodyActNames = {
  "find-body": { zh: "认定班子情况", en: "Make a finding on the body" },
  "propose-reform": { zh: "建议改组或者调整", en: "Propose reorganization or adjustment" },
  "deliberate-reform": { zh: "记录集体研究", en: "Record collective deliberation" },
  "decide-reform": { zh: "决定改组或者调整", en: "Decide on reorganization or adjustment" },
  "decline-reform": { zh: "不予改组、调整", en: "Decide against reorganization or adjustment" },
  "complete-follow-up": { zh: "办结后续事项", en: "Complete follow-up action" },
} as const satisfies Record<string, Sentence>;

export type BodyActId = keyof typeof bodyActNames;
export const bodyActIds = Object.keys(bodyActNames) as BodyActId[]; // the keys of the table are the act ids

export const isBodyAct = (id: string): id is BodyActId => Object.hasOwn(bodyActNames, id);

export const bodyStageNames = {
  quiet: { zh: "无提示", en: "No notice" },
  noticed: { zh: "有提示待认定", en: "Notice, awaiting finding" },
  proposed: { zh: "已提建议", en: "Proposed" },
  deliberated: { zh: "已集体研究", en: "Deliberated" },
  reformed: { zh: "已改组或者调整", en: "Reorganized or adjusted" },
  declined: { zh: "不予改组、调整", en: "Not reorganized or adjusted" },
} as const satisfies Record<string, Sentence>;
export type BodyStage = keyof typeof bodyStageNames;

export const bodyActsAt = {
  quiet: ["complete-follow-up"],
  noticed: ["find-body", "propose-reform", "decline-reform", "complete-follow-up"],
  proposed: ["deliberate-reform", "complete-follow-up"],
  deliberated: ["deliberate-reform", "decide-reform", "complete-follow-up"],
  reformed: ["complete-follow-up"],
  declined: ["complete-follow-up"],
} as const satisfies Record<BodyStage, readonly BodyActId[]>;

/** Roles to which a follow-up can be assigned. */
export const followUpRoles: readonly Role[] = ["personnel-officer", "discipline-officer", "office-clerk"];

export type BodyDuty = { roles: readonly Role[]; notBy: readonly BodyActId[] };
export const bodyDuties = {
  "find-body": { roles: ["discipline-officer", "personnel-officer"], notBy: [] },
  "propose-reform": { roles: ["discipline-officer", "personnel-officer"], notBy: [] },
  "deliberate-reform": { roles: ["office-clerk"], notBy: ["propose-reform"] },
  "decide-reform": { roles: ["committee-secretary"], notBy: ["propose-reform", "deliberate-reform"] },
  "decline-reform": { roles: ["committee-secretary"], notBy: ["find-body"] },
  "complete-follow-up": { roles: followUpRoles, notBy: ["decide-reform"] },
} as const satisfies Record<BodyActId, BodyDuty>;

/** Roles that may read of leading bodies. */
export const bodyReaders: readonly Role[] = [
  "discipline-officer",
  "reviewer",
  "personnel-officer",
  "committee-secretary",
  "office-clerk",
];

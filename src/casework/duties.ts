// One table duty × act: which roles may do what, how near to the matter they must stand, and whose hands must be other hands (four eyes).
import { kinOf } from "./actor.ts";
import type { Actor } from "./actor.ts";
import type { ActId } from "./acts.ts";
import type { Role } from "./roles.ts";
import type { Stage } from "./stages.ts";
import { caseStages, leadStages } from "./stages.ts";

/** How an actor stands to a matter. A party or a recused actor sees and does nothing in it, whatever else they are. */
export type Relation = "none" | "assigned" | "unit" | "party" | "recused";

/**
 * `notBy`: whoever did one of these acts in the same case cannot do this one, through whatever role. `by`: "assigned" where only
 * those whom the matter is given to may do it; without it everybody with the role who may read the matter. `othersBy`: the step of procedure
 * by whose words others must do it; without it no text says so.
 */
export type Duty = { roles: readonly Role[]; notBy: readonly ActId[]; by?: "assigned"; othersBy?: string };

export const duties = {
  "register-lead": { roles: ["discipline-officer", "office-clerk", "unit-liaison"], notBy: [] },
  "return-lead": { roles: ["discipline-officer"], notBy: [] },
  "supplement-lead": { roles: ["discipline-officer", "office-clerk", "unit-liaison"], notBy: [] },
  "dispose-lead": { roles: ["discipline-officer"], notBy: [] },
  "record-lead-result": { roles: ["discipline-officer"], notBy: [] },
  "transfer-lead": { roles: ["discipline-officer"], notBy: [] },
  "record-transfer-receipt": { roles: ["discipline-officer"], notBy: [] },
  "request-opening": { roles: ["discipline-officer"], notBy: [] },
  "decide-opening": { roles: ["committee-secretary"], notBy: ["request-opening"] },
  "join-lead": { roles: ["discipline-officer"], notBy: [] },
  "change-inquiry-group": { roles: ["committee-secretary"], notBy: [] },
  "take-over": { roles: ["discipline-officer", "office-clerk"], notBy: [] },
  "add-subject": { roles: ["discipline-officer"], notBy: [], by: "assigned" },
  "name-witness": { roles: ["discipline-officer"], notBy: [], by: "assigned" },
  "record-fact": { roles: ["discipline-officer"], notBy: [], by: "assigned" },
  "establish-circumstance": { roles: ["discipline-officer"], notBy: ["decide-opening"], by: "assigned" },
  "approve-circumstance": { roles: ["committee-secretary"], notBy: ["establish-circumstance"] },
  "find-responsibility": { roles: ["discipline-officer"], notBy: ["decide-opening"], by: "assigned" },
  "put-facts": { roles: ["discipline-officer"], notBy: [], by: "assigned" },
  "record-statement": { roles: ["discipline-officer"], notBy: [], by: "assigned" },
  propose: { roles: ["discipline-officer", "reviewer"], notBy: ["decide-opening"] },
  "record-deliberation": { roles: ["office-clerk"], notBy: ["propose"] },
  decide: { roles: ["committee-secretary"], notBy: ["propose", "record-deliberation"] },
  "propose-upward": { roles: ["committee-secretary"], notBy: ["propose", "record-deliberation"] },
  "record-answer": { roles: ["office-clerk"], notBy: ["propose-upward"] },
  serve: { roles: ["office-clerk", "personnel-officer"], notBy: [] },
  "record-failed-service": { roles: ["office-clerk", "personnel-officer"], notBy: [] },
  "take-effect": { roles: ["personnel-officer"], notBy: ["decide"] },
  "record-formalities": { roles: ["personnel-officer"], notBy: ["decide"] },
  "record-circulation": { roles: ["office-clerk"], notBy: [] },
  "record-receipt": { roles: ["office-clerk"], notBy: [] },
  // Whose item it is, the act itself asks: each office does its own.
  "complete-items": { roles: ["discipline-officer", "personnel-officer", "office-clerk"], notBy: [] },
  "assign-items": { roles: ["discipline-officer", "personnel-officer", "office-clerk"], notBy: [] },
  "request-waiver": { roles: ["discipline-officer", "personnel-officer", "office-clerk"], notBy: [] },
  "decide-waiver": { roles: ["committee-secretary", "reviewer"], notBy: ["request-waiver"] },
  "record-arrangement": { roles: ["personnel-officer"], notBy: [] },
  "record-discipline": { roles: ["discipline-officer"], notBy: [] },
  // It lengthens or ends what is barred: other eyes than those that recorded the sanction.
  "record-sanction-change": { roles: ["discipline-officer", "reviewer"], notBy: ["record-discipline"] },
  "request-reuse": { roles: ["personnel-officer"], notBy: [] },
  "record-consent": { roles: ["personnel-officer"], notBy: [] },
  "decide-reuse": { roles: ["committee-secretary"], notBy: ["request-reuse", "record-consent"] },
  "record-appeal": { roles: ["discipline-officer", "office-clerk"], notBy: [] },
  // Re-examined by other people than those who handled the case.
  "examine-appeal": {
    roles: ["reviewer", "discipline-officer"],
    notBy: [
      "decide-opening",
      "record-fact",
      "establish-circumstance",
      "record-statement",
      "propose",
      "record-deliberation",
      "decide",
      "end-without-accountability",
    ],
    othersBy: "other-people-re-examine",
  },
  "change-decision": { roles: ["committee-secretary"], notBy: ["propose", "record-deliberation", "examine-appeal"] },
  "enter-paper-case": { roles: ["discipline-officer"], notBy: [] },
  "confirm-paper-case": { roles: ["reviewer", "discipline-officer"], notBy: ["enter-paper-case"] },
  "end-without-accountability": { roles: ["committee-secretary"], notBy: ["propose"] },
  "declare-recusal": {
    roles: ["discipline-officer", "reviewer", "committee-secretary", "office-clerk", "personnel-officer"],
    notBy: [],
  },
  close: { roles: ["reviewer"], notBy: ["take-effect"] },
} as const satisfies Record<ActId, Duty>;

/** How far a role sees: everything, what is given to it or registered by it, what concerns its own unit, or nothing. */
export type Reach = "all" | "own" | "unit" | "none";

/** One row for each role: at which stages it reads leads and cases, and how far. */
export const readings = {
  "discipline-officer": { lead: { reach: "all", stages: leadStages }, case: { reach: "all", stages: caseStages } },
  reviewer: { lead: { reach: "all", stages: leadStages }, case: { reach: "all", stages: caseStages } },
  "committee-secretary": { lead: { reach: "all", stages: leadStages }, case: { reach: "all", stages: caseStages } },
  "office-clerk": {
    lead: { reach: "own", stages: leadStages },
    case: {
      reach: "all",
      stages: [
        "proposed",
        "deliberated",
        "deciding",
        "decided",
        "served",
        "effective",
        "taken-over",
        "closed",
        "ended-without-accountability",
      ],
    },
  },
  "personnel-officer": {
    lead: { reach: "none", stages: [] },
    case: { reach: "all", stages: ["deciding", "decided", "served", "effective", "closed"] },
  },
  "unit-liaison": {
    lead: { reach: "own", stages: leadStages },
    case: { reach: "unit", stages: ["served", "effective", "closed"] },
  },
  "system-administrator": { lead: { reach: "none", stages: [] }, case: { reach: "none", stages: [] } },
  "security-administrator": { lead: { reach: "none", stages: [] }, case: { reach: "none", stages: [] } },
  "audit-administrator": { lead: { reach: "none", stages: [] }, case: { reach: "none", stages: [] } },
} as const satisfies Record<Role, Record<"lead" | "case", { reach: Reach; stages: readonly Stage[] }>>;

/** What rights look at in a lead or case. `assignedTo` are accounts; `recused` are those kept out of it for another reason than being a party. */
export type Outline = {
  kind: "lead" | "case";
  stage: Stage;
  registeredBy: string;
  assignedTo: readonly string[];
  personIds: readonly string[];
  organizationIds: readonly string[];
  recused: { accountIds: readonly string[]; personIds: readonly string[] };
};

/** The one relation of the table in which this actor stands to the matter: what keeps out goes before what lets in. */
export function relationOf(actor: Actor, outline: Outline): Relation {
  if (kinOf(actor).some((id) => outline.personIds.includes(id))) return "party";
  const { accountIds, personIds } = outline.recused;
  if (accountIds.includes(actor.accountId) || (actor.personId !== null && personIds.includes(actor.personId)))
    return "recused";
  if (outline.registeredBy === actor.accountId || outline.assignedTo.includes(actor.accountId)) return "assigned";
  return isOfUnit(actor, outline) ? "unit" : "none";
}

function isOfUnit(actor: Actor, outline: Outline): boolean {
  return actor.organizationId !== null && outline.organizationIds.includes(actor.organizationId);
}

/** Whether this actor may read it. A party to the matter, a close relative of one, or one recused never does, whatever the role. */
export function mayRead(actor: Actor, outline: Outline): boolean {
  const relation = relationOf(actor, outline);
  if (relation === "party" || relation === "recused") return false;
  return actor.roles.some((role) => {
    const row: { reach: Reach; stages: readonly Stage[] } = readings[role][outline.kind];
    if (!row.stages.includes(outline.stage)) return false;
    if (row.reach === "all") return true;
    return row.reach === "own" ? relation === "assigned" : row.reach === "unit" && isOfUnit(actor, outline);
  });
}

/** One act that another pair of eyes had to do: `by` did `act` after `of` had done `before`. The database holds that the two differ. */
export type FourEyesPair = { act: ActId; by: string; before: ActId; of: string };

/** The pairs that an act done by these hands makes with what was done before it. */
export function fourEyesPairsOf(
  act: ActId,
  actorsByAct: readonly string[],
  before: Readonly<Partial<Record<ActId, readonly string[]>>>,
): FourEyesPair[] {
  const duty: Duty = duties[act];
  return duty.notBy.flatMap((other) =>
    [...new Set(before[other])].flatMap((of) => actorsByAct.map((by) => ({ act, by, before: other, of }))),
  );
}

// One table duty × act: which roles may do what, and whose hands must be other hands (four eyes).
import type { Actor } from "./actor.ts";
import type { ActId } from "./act-names.ts";
import type { Role } from "./roles.ts";
import type { Stage } from "./stages.ts";
import { caseStages, leadStages } from "./stages.ts";

/** `notBy`: whoever did one of these acts in the same case cannot do this one, through whatever role. */
export type Duty = { roles: readonly Role[]; notBy: readonly ActId[] };

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
  "add-subject": { roles: ["discipline-officer"], notBy: [] },
  "record-fact": { roles: ["discipline-officer"], notBy: [] },
  "establish-limb": { roles: ["discipline-officer"], notBy: ["decide-opening"] },
  "approve-limb": { roles: ["committee-secretary"], notBy: ["establish-limb"] },
  "find-responsibility": { roles: ["discipline-officer"], notBy: ["decide-opening"] },
  "put-facts": { roles: ["discipline-officer"], notBy: [] },
  "record-statement": { roles: ["discipline-officer"], notBy: [] },
  propose: { roles: ["discipline-officer", "reviewer"], notBy: ["decide-opening"] },
  "record-deliberation": { roles: ["office-clerk"], notBy: ["propose"] },
  decide: { roles: ["committee-secretary"], notBy: ["propose", "record-deliberation"] },
  "propose-upward": { roles: ["committee-secretary"], notBy: ["propose", "record-deliberation"] },
  "record-answer": { roles: ["office-clerk"], notBy: ["propose-upward"] },
  serve: { roles: ["office-clerk", "personnel-officer"], notBy: [] },
  "take-effect": { roles: ["personnel-officer"], notBy: ["decide"] },
  "record-formalities": { roles: ["personnel-officer"], notBy: ["decide"] },
  "record-circulation": { roles: ["office-clerk"], notBy: [] },
  "record-arrangement": { roles: ["personnel-officer"], notBy: [] },
  "record-discipline": { roles: ["discipline-officer"], notBy: [] },
  "record-consent": { roles: ["personnel-officer"], notBy: [] },
  "record-appeal": { roles: ["discipline-officer", "office-clerk"], notBy: [] },
  "end-without-accountability": { roles: ["committee-secretary"], notBy: ["propose"] },
  close: { roles: ["reviewer"], notBy: ["take-effect"] },
} as const satisfies Record<ActId, Duty>;

/** How far a role sees: everything, what it registered itself, what concerns its own unit, or nothing. */
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

/** What reading rights look at in a lead or case. */
export type Outline = {
  kind: "lead" | "case";
  stage: Stage;
  registeredBy: string;
  personIds: readonly string[];
  organizationIds: readonly string[];
};

/** Whether this actor may read it. A party to the matter never does, whatever the role. */
export function mayRead(actor: Actor, outline: Outline): boolean {
  if (actor.personId !== null && outline.personIds.includes(actor.personId)) return false;
  return actor.roles.some((role) => {
    const row: { reach: Reach; stages: readonly Stage[] } = readings[role][outline.kind];
    if (!row.stages.includes(outline.stage)) return false;
    if (row.reach === "all") return true;
    if (row.reach === "own") return outline.registeredBy === actor.accountId;
    return (
      row.reach === "unit" && actor.organizationId !== null && outline.organizationIds.includes(actor.organizationId)
    );
  });
}

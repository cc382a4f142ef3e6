// One table duty × act: who may do what, how near to the matter they must stand, and after which acts it must be somebody else (four eyes).
import { kinOf } from "./actor.ts";
import type { Actor } from "./actor.ts";
import type { ActId } from "./acts.ts";
import { dutyOfRole, roles, rolesWith } from "./roles.ts";
import type { DutyKind, Role } from "./roles.ts";
import type { Stage } from "./stages.ts";
import { caseStages, leadStages } from "./stages.ts";

/** How an actor stands to a matter. A party or a recused actor sees and does nothing in it, whatever else they are. */
export type Relation = "none" | "assigned" | "unit" | "party" | "recused";

/**
 * Who does one act. `duties`: of whom it is a duty. `notBy`: whoever did one of these acts in the same case cannot do this one, through whatever
 * role. `by`: "assigned" where only those whom the matter is given to may do it; without it everybody with the duty who may read the matter.
 * `othersBy`: the step of procedure by whose words others must do it; without it no text says so.
 */
type Row = {
  duties: readonly [DutyKind, ...DutyKind[]];
  notBy: readonly ActId[];
  by?: "assigned";
  othersBy?: string;
};

const rows = {
  "register-lead": { duties: ["inquiry", "papers", "unit"], notBy: [] },
  "return-lead": { duties: ["inquiry"], notBy: [] },
  "supplement-lead": { duties: ["inquiry", "papers", "unit"], notBy: [] },
  "dispose-lead": { duties: ["inquiry"], notBy: [] },
  "record-lead-result": { duties: ["inquiry"], notBy: [] },
  "transfer-lead": { duties: ["inquiry"], notBy: [] },
  "record-transfer-receipt": { duties: ["inquiry"], notBy: [] },
  "request-opening": { duties: ["inquiry"], notBy: [] },
  "decide-opening": { duties: ["decision"], notBy: ["request-opening"] },
  "join-lead": { duties: ["inquiry"], notBy: [] },
  "change-inquiry-group": { duties: ["decision"], notBy: [] },
  "take-over": { duties: ["inquiry", "papers"], notBy: [] },
  "add-subject": { duties: ["inquiry"], notBy: [], by: "assigned" },
  "name-witness": { duties: ["inquiry"], notBy: [], by: "assigned" },
  "record-fact": { duties: ["inquiry"], notBy: [], by: "assigned" },
  "establish-circumstance": { duties: ["inquiry"], notBy: ["decide-opening"], by: "assigned" },
  "approve-circumstance": { duties: ["decision"], notBy: ["establish-circumstance"] },
  "find-responsibility": { duties: ["inquiry"], notBy: ["decide-opening"], by: "assigned" },
  "put-facts": { duties: ["inquiry"], notBy: [], by: "assigned" },
  "record-statement": { duties: ["inquiry"], notBy: [], by: "assigned" },
  propose: { duties: ["inquiry", "review"], notBy: ["decide-opening"] },
  "record-deliberation": { duties: ["papers"], notBy: ["propose"] },
  decide: { duties: ["decision"], notBy: ["propose", "record-deliberation"] },
  "propose-upward": { duties: ["decision"], notBy: ["propose", "record-deliberation"] },
  "record-answer": { duties: ["papers"], notBy: ["propose-upward"] },
  serve: { duties: ["papers", "execution"], notBy: [] },
  "record-failed-service": { duties: ["papers", "execution"], notBy: [] },
  "take-effect": { duties: ["execution"], notBy: ["decide"] },
  "record-formalities": { duties: ["execution"], notBy: ["decide"] },
  "record-circulation": { duties: ["papers"], notBy: [] },
  "record-receipt": { duties: ["papers"], notBy: [] },
  // Whose item it is, the act itself asks: each office does its own.
  "complete-items": { duties: ["inquiry", "execution", "papers"], notBy: [] },
  "assign-items": { duties: ["inquiry", "execution", "papers"], notBy: [] },
  "request-waiver": { duties: ["inquiry", "execution", "papers"], notBy: [] },
  "decide-waiver": { duties: ["decision", "review"], notBy: ["request-waiver"] },
  "record-arrangement": { duties: ["execution"], notBy: [] },
  "record-discipline": { duties: ["inquiry"], notBy: [] },
  // It lengthens or ends what is barred: done by somebody else than recorded the sanction.
  "record-sanction-change": { duties: ["inquiry", "review"], notBy: ["record-discipline"] },
  "request-reuse": { duties: ["execution"], notBy: [] },
  "record-consent": { duties: ["execution"], notBy: [] },
  "decide-reuse": { duties: ["decision"], notBy: ["request-reuse", "record-consent"] },
  "record-appeal": { duties: ["inquiry", "papers"], notBy: [] },
  // Re-examined by other people than those who handled the case.
  "examine-appeal": {
    duties: ["review", "inquiry"],
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
  "change-decision": { duties: ["decision"], notBy: ["propose", "record-deliberation", "examine-appeal"] },
  "enter-paper-case": { duties: ["inquiry"], notBy: [] },
  "confirm-paper-case": { duties: ["review", "inquiry"], notBy: ["enter-paper-case"] },
  "end-without-accountability": { duties: ["decision"], notBy: ["propose"] },
  "declare-recusal": {
    duties: ["inquiry", "review", "decision", "papers", "execution"],
    notBy: [],
  },
  close: { duties: ["review"], notBy: ["take-effect"] },
} as const satisfies Record<ActId, Row>;

/** The same with the roles that have these duties. */
export type Duty = Row & { roles: readonly [Role, ...Role[]] };

export const duties = Object.fromEntries(Object.entries<Row>(rows).map(([act, row]) => [act, withRoles(row)])) as {
  readonly [Id in ActId]: Duty;
}; // made of every row

function withRoles(row: Row): Duty {
  const [first, ...others] = rolesWith(row.duties);
  if (first === undefined) throw new Error(`nobody has the duty ${row.duties.join()}`);
  return { ...row, roles: [first, ...others] };
}

/** How far somebody sees: everything, what is given to them or registered by them, what concerns their own unit, or nothing. */
export type Reach = "all" | "own" | "unit" | "none";

/** At which stages leads or cases are read, and how far. */
export type ReadingRight = { reach: Reach; stages: readonly Stage[] };

/** One row for each duty: at which stages whoever has it reads leads and cases, and how far. */
const rightsOfDuties = {
  inquiry: { lead: { reach: "all", stages: leadStages }, case: { reach: "all", stages: caseStages } },
  review: { lead: { reach: "all", stages: leadStages }, case: { reach: "all", stages: caseStages } },
  decision: { lead: { reach: "all", stages: leadStages }, case: { reach: "all", stages: caseStages } },
  papers: {
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
  execution: {
    lead: { reach: "none", stages: [] },
    case: { reach: "all", stages: ["deciding", "decided", "served", "effective", "closed"] },
  },
  unit: {
    lead: { reach: "own", stages: leadStages },
    case: { reach: "unit", stages: ["served", "effective", "closed"] },
  },
} as const satisfies Record<DutyKind, Record<"lead" | "case", ReadingRight>>;

const nothing: ReadingRight = { reach: "none", stages: [] };
/** The same for each role; one without a duty reads nothing. */
export const readingRights = Object.fromEntries(
  roles.map((role) => {
    const duty = dutyOfRole[role];
    return [role, duty === null ? { lead: nothing, case: nothing } : rightsOfDuties[duty]];
  }),
) as Readonly<Record<Role, Record<"lead" | "case", ReadingRight>>>; // made of every role

/** What rights depend on in a lead or case. `assignedTo` are accounts; `recused` are those kept out of it for another reason than being a party. */
export type Outline = {
  kind: "lead" | "case";
  stage: Stage;
  registeredBy: string;
  assignedTo: readonly string[];
  personIds: readonly string[];
  organizationIds: readonly string[];
  recused: { accountIds: readonly string[]; personIds: readonly string[] };
};

/** How this actor stands to the matter: of several relations, the one that keeps out. */
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
    const row = readingRights[role][outline.kind];
    if (!row.stages.includes(outline.stage)) return false;
    if (row.reach === "all") return true;
    return row.reach === "own" ? relation === "assigned" : row.reach === "unit" && isOfUnit(actor, outline);
  });
}

/**
 * Who keeps the personal record (干部人事档案) and therefore sees days of birth and finds people by their ID number; everybody else, the discipline
 * office too, is told apart namesakes by unit, post and month of birth.
 */
export const identityKeepers: readonly Role[] = rolesWith(["execution"]);

/** Whether this actor has the duty for which ID numbers and days of birth are kept. */
export function keepsIdentities({ roles: held }: Pick<Actor, "roles">): boolean {
  return identityKeepers.some((role) => held.includes(role));
}

/**
 * Two acts that had to be done by two: `by` did `act` after `of` had done `before`, both accounts, each with its person where that is known.
 * The database holds that accounts and persons differ.
 */
export type FourEyesPair = {
  act: ActId;
  by: string;
  byPerson: string | null;
  before: ActId;
  of: string;
  ofPerson: string | null;
};

/** The pairs that an act done by these accounts makes with what was done before it. `personOf`: the person behind each account, where known. */
export function fourEyesPairsOf(
  act: ActId,
  doneBy: readonly string[],
  before: Readonly<Partial<Record<ActId, readonly string[]>>>,
  personOf: Readonly<Record<string, string>>,
): FourEyesPair[] {
  const duty: Duty = duties[act];
  const person = (account: string) => personOf[account] ?? null;
  return duty.notBy.flatMap((other) =>
    [...new Set(before[other])].flatMap((of) =>
      doneBy.map((by) => ({ act, by, byPerson: person(by), before: other, of, ofPerson: person(of) })),
    ),
  );
}

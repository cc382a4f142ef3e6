// What an act is: its names, an input, what has to be looked up, and a pure function from the matter as it stands to events or refusals.
import { subjectKindSchema } from "#law/pack/vocabulary.ts";
import type { ManagementLevel } from "#law/pack/vocabulary.ts";
import { z } from "zod";
import type { Consent, MeasureRecord, SanctionRecord } from "#law/reckon/records.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import type { Citation, Sentence } from "#law/text/citation.ts";
import type { Refusal } from "#law/refusal.ts";
import { procedureOf } from "#law/procedure/procedures.ts";
import type { Actor } from "./actor.ts";
import type { Case } from "./case.ts";
import type { CaseEvent, CaseworkEvent, LeadEvent } from "./events.ts";
import type { History } from "#law-admin/rules/history.ts";
import type { LevelKnown } from "#registry/rules/level-before.ts";
import type { Lead } from "./lead.ts";
import type { Matter } from "./replay.ts";
import type { LeadStage } from "./stages.ts";
import type { SubjectKind } from "./subject.ts";
import type { RefusalCode } from "./refusal-codes.ts";
import { dateInTheFuture, dateOutOfOrder } from "./words/refusal-words.ts";
import { choose, dayTooEarly, fillIn, noSuchDay, tooLong } from "./words/input-words.ts";

/** A person as the registry has them now. */
export type RegistryPerson = {
  id: string;
  name: string;
  organizationId: string;
  organizationName: string;
  post: string | null;
  level: string | null;
  leadingPost: boolean;
  managedBy: ManagementLevel;
  partyMember: boolean;
};
export type RegistryOrganization = {
  id: string;
  name: string;
  kind: "party" | "government" | "enterprise" | "other";
  managedBy: ManagementLevel;
};
/** Another case of a subject, with its facts; `number` is null where the actor may not read it. */
export type OtherCase = {
  subject: { kind: SubjectKind; registryId: string };
  number: string | null;
  open: boolean;
  facts: readonly { text: string; from: string; to: string; files: readonly string[] }[];
};
/** `number` is null where the actor may not read the case; `on` is an ISO day. */
const pastDecision = z.object({
  id: z.string(),
  number: z.string().nullable(),
  on: z.string(),
  measures: z.array(z.string()).readonly(),
  circumstances: z.array(z.string()).readonly(),
});
export type PastDecision = z.output<typeof pastDecision>;
/** The decisions by which this person was held accountable before; of a unit, one for each of its members and decisions. */
export const pastAccountability = z.object({
  subject: z.object({ kind: subjectKindSchema, registryId: z.string() }),
  matters: z.array(pastDecision).readonly(),
});
export type PastAccountability = z.output<typeof pastAccountability>;
/**
 * All that is recorded of one person in any case, and what the registry has of them now: Party membership and the levels they held.
 * `openMatters`: how many leads and cases on them are open.
 */
export type PersonRecord = {
  partyMember: boolean;
  levels: Omit<LevelKnown, "today">;
  measures: MeasureRecord[];
  sanctions: SanctionRecord[];
  consents: Consent[];
  openMatters: number;
  history: History;
};
/**
 * An account with what is its own: no role that is delegated to it. `isInvolved`: its person or a close relative is named in the matter, or in a
 * lead it grew from.
 */
export type RegistryAccount = Actor & { disabled: boolean; isInvolved: boolean };
export type Registry = {
  records: Readonly<Record<string, PersonRecord>>;
  persons: Readonly<Record<string, RegistryPerson>>;
  organizations: Readonly<Record<string, RegistryOrganization>>;
  leads: Readonly<Record<string, { id: string; stage: LeadStage; number: string }>>;
  accounts: Readonly<Record<string, RegistryAccount>>;
  /** The other cases in which subjects of this one, or the one to be added, are subjects too. */
  otherCases: readonly OtherCase[];
  /** Of the subjects on whom measures are proposed or decided, where a text escalates by what went before. */
  past: readonly PastAccountability[];
  /** Evidence files already in the store, by their SHA-256; size in bytes. */
  files: Readonly<Record<string, { size: number }>>;
};

/** What has to be looked up for an act, by the part of the registry in which it then stands. */
export type LookUps = {
  persons: readonly string[];
  organizations: readonly string[];
  leads: readonly string[];
  accounts: readonly string[];
  files: readonly { sha256: string }[];
  /** Persons whose whole record is needed. */
  records: readonly string[];
  /** Subjects whose other cases matter. */
  otherCases: readonly RegisteredSubject[];
  /** Subjects whose earlier accountability matters. */
  past: readonly RegisteredSubject[];
  /** The district's own authority table, which then stands in the law of the context. */
  authority: true;
};
export type RegisteredSubject = { kind: SubjectKind; registryId: string };

/**
 * All that a decision needs besides the matter itself; of the registry only the parts that were looked up. `id` is a new one; `number` is the
 * next of its ledger; `today` is an ISO day.
 */
export type Context<LookedUp extends keyof LookUps = never> = {
  law: Law;
  actor: Actor;
  today: string;
  id: string;
  number: string;
  registry: Pick<Registry, LookedUp & keyof Registry>;
};
/** With every part of the registry: what any act can be decided with. */
export type FullContext = Context<keyof LookUps>;

export type Decision<E extends CaseworkEvent = CaseworkEvent> =
  | { ok: true; events: readonly E[]; others: readonly { matterId: string; event: LeadEvent }[] }
  | { ok: false; refusals: readonly Refusal[] };

/** A schema whose output says by its type that it was parsed, and as the input of which act. */
type Branded<Id extends string, I extends z.ZodType> = z.core.$ZodBranded<I, Id>;

/** An act as the list of acts holds it. `begins`: whether it begins a lead or a case; `matter` is then null in `lookUps` and `decide`. */
export type Act<Id extends string, I extends z.ZodType, Kind extends Matter["kind"], Begins extends boolean> = {
  id: Id;
  names: Sentence;
  matter: Kind;
  begins: Begins;
  basis: string;
  input: Branded<Id, I>;
  lookUps: (input: z.output<I>, matter: Matter | null, law: Law) => Partial<LookUps>;
  decide: (matter: Matter | null, input: z.output<I>, context: FullContext) => Decision;
};

/** What every act has; `basis` is the step of procedure that is cited where the stage does not allow it. */
type ActHead<Id extends string, I extends z.ZodType> = { id: Id; names: Sentence; basis: string; input: I };

/**
 * What an act does in an existing lead or case. The registry of its context holds what `lookUps` names: an act that decides by anything else
 * does not compile.
 */
type ActInMatter<State extends Matter, I extends z.ZodType, E extends CaseworkEvent, LookedUp extends keyof LookUps> = {
  lookUps?: (input: z.output<I>, state: State, law: Law) => Pick<LookUps, LookedUp>;
  decide: (state: State, input: z.output<I>, context: Context<LookedUp>) => Decision<E>;
};
/** The same of an act that begins one. */
type BeginningAct<I extends z.ZodType, E extends CaseworkEvent, LookedUp extends keyof LookUps> = {
  lookUps?: (input: z.output<I>) => Pick<LookUps, LookedUp>;
  decide: (input: z.output<I>, context: Context<LookedUp>) => Decision<E>;
};

/** An act done in a lead. */
export function leadAct<Id extends string, I extends z.ZodType, LookedUp extends keyof LookUps = never>(
  act: ActHead<Id, I> & ActInMatter<Lead, I, LeadEvent, LookedUp>,
): Act<Id, I, "lead", false> {
  const leadIn = (matter: Matter | null): Lead => {
    if (matter?.kind !== "lead") throw new Error(`${act.id} needs a lead`);
    return matter;
  };
  return {
    ...headOf(act),
    matter: "lead",
    begins: false,
    lookUps: (input, matter, law) => act.lookUps?.(input, leadIn(matter), law) ?? {},
    decide: (matter, input, context) => act.decide(leadIn(matter), input, context),
  };
}

/** An act done in a case. */
export function caseAct<Id extends string, I extends z.ZodType, LookedUp extends keyof LookUps = never>(
  act: ActHead<Id, I> & ActInMatter<Case, I, CaseEvent, LookedUp>,
): Act<Id, I, "case", false> {
  const caseIn = (matter: Matter | null): Case => {
    if (matter?.kind !== "case") throw new Error(`${act.id} needs a case`);
    return matter;
  };
  return {
    ...headOf(act),
    matter: "case",
    begins: false,
    lookUps: (input, matter, law) => act.lookUps?.(input, caseIn(matter), law) ?? {},
    decide: (matter, input, context) => act.decide(caseIn(matter), input, context),
  };
}

/** An act that begins a lead. */
export function leadBeginningAct<Id extends string, I extends z.ZodType, LookedUp extends keyof LookUps = never>(
  act: ActHead<Id, I> & BeginningAct<I, LeadEvent, LookedUp>,
): Act<Id, I, "lead", true> {
  return { ...headOf(act), matter: "lead", begins: true, ...withoutMatter(act) };
}

/** An act that begins a case. */
export function caseBeginningAct<Id extends string, I extends z.ZodType, LookedUp extends keyof LookUps = never>(
  act: ActHead<Id, I> & BeginningAct<I, CaseEvent, LookedUp>,
): Act<Id, I, "case", true> {
  return { ...headOf(act), matter: "case", begins: true, ...withoutMatter(act) };
}

function headOf<Id extends string, I extends z.ZodType>({ id: act, names, basis, input }: ActHead<Id, I>) {
  // A brand is a type alone: the schema stays what it is.
  return { id: act, names, basis, input: input as Branded<Id, I> };
}

function withoutMatter<I extends z.ZodType, E extends CaseworkEvent, LookedUp extends keyof LookUps>(
  act: BeginningAct<I, E, LookedUp>,
) {
  return {
    lookUps: (input: z.output<I>) => act.lookUps?.(input) ?? {},
    decide: (_matter: Matter | null, input: z.output<I>, context: Context<LookedUp>) => act.decide(input, context),
  };
}

/** The answer of an act that is done: what it records. */
export function happened<E extends CaseworkEvent>(...events: E[]): Decision<E> {
  return { ok: true, events, others: [] };
}

/** The answer of an act that is not done: every reason. */
export function refused(...refusals: Refusal[]): { ok: false; refusals: readonly Refusal[] } {
  return { ok: false, refusals };
}

/** A refusal that rests on a clause, or on the named procedure as it stands today in an upper norm or the regulation; `null` where no text says so. */
export function refusal(
  context: Pick<Context, "law" | "today">,
  code: RefusalCode,
  message: Sentence,
  basis: string | Citation | null,
  field?: string,
): Refusal {
  const source = typeof basis === "string" ? procedureOf(context.law, basis, context.today) : basis;
  return { code, message, source, ...(field === undefined ? {} : { field }) };
}

/** A written text, trimmed: 1 to 4,000 characters. */
export const longText = z.string().trim().min(1, fillIn).max(4000, tooLong(4000));
/** A line of text, trimmed: 1 to 200 characters. */
export const shortText = z.string().trim().min(1, fillIn).max(200, tooLong(200));
/** An ISO day. No cadre's conduct and no paper of an office lies before 1900; the database knows no year 0. */
export const isoDay = z
  .string()
  .refine((text) => parseDay(text) !== null, noSuchDay)
  .refine((text) => text >= "1900-01-01", dayTooEarly);
export const id = z.string().trim().min(1, choose).max(64);
/** The id of an item of execution: its rule and which item of the rule it is. */
export const itemId = z.string().trim().min(1, choose).max(200);

/** One refusal for each of the days, by its field, that lies after today; null is no day. */
export function refuseFuture(
  context: Pick<Context, "law" | "today">,
  days: Readonly<Record<string, string | null>>,
  basis: string | null,
): Refusal[] {
  return Object.entries(days).flatMap(([field, day]) =>
    day !== null && day > context.today
      ? [refusal(context, "date-in-the-future", dateInTheFuture(day, context.today), basis, field)]
      : [],
  );
}

/** A step that was done before, its ISO day, and its name as it stands inside a sentence. */
export type EarlierStep = { on: string; name: Sentence };

/** One refusal for each of the days, by its field, that lies before the step it follows; a null step or day sets no bound. */
export function refuseBefore(
  context: Pick<Context, "law" | "today">,
  days: Readonly<Record<string, string | null>>,
  earlier: EarlierStep | null,
  basis: string,
): Refusal[] {
  if (earlier === null) return [];
  const { on, name } = earlier;
  return Object.entries(days).flatMap(([field, day]) =>
    day !== null && day < on ? [refusal(context, "out-of-order", dateOutOfOrder(day, name, on), basis, field)] : [],
  );
}

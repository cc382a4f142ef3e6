// What an act is: an input, and a pure function from the matter as it stands to events or refusals.
import { z } from "zod";
import type { Consent, MeasureRecord, SanctionRecord } from "#law/reckon/records.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import type { Citation } from "#law/text/citation.ts";
import type { Refusal } from "#law/refusal.ts";
import { procedureOf } from "#law/procedure/procedures.ts";
import type { Actor } from "./actor.ts";
import type { Case } from "./case.ts";
import type { CaseEvent, CaseworkEvent, LeadEvent } from "./events.ts";
import type { History } from "#law-admin/rules/history.ts";
import type { Lead } from "./lead.ts";
import type { LeadStage } from "./stages.ts";
import type { ManagedBy, SubjectKind } from "./subject.ts";
import type { RefusalCode } from "./refusal-codes.ts";

/** What the registry says of a person or organization named in a command, looked up by the caller beforehand. */
export type RegistryPerson = {
  id: string;
  name: string;
  organizationId: string;
  organizationName: string;
  post: string | null;
  level: string | null;
  leadingPost: boolean;
  managedBy: ManagedBy;
  partyMember: boolean;
};
export type RegistryOrganization = {
  id: string;
  name: string;
  kind: "party" | "government" | "enterprise" | "other";
  managedBy: ManagedBy;
};
/** Another case of a subject, with its facts; `number` is null where the actor may not read it. */
export type OtherCase = {
  subject: { kind: SubjectKind; registryId: string };
  number: string | null;
  open: boolean;
  facts: readonly { text: string; from: string; to: string; files: readonly string[] }[];
};
/**
 * The matters in which this person was held accountable before, or the members of this unit in person-times. `number` is null where
 * the actor may not read the case; days are ISO.
 */
export type PastAccountability = {
  subject: { kind: SubjectKind; registryId: string };
  matters: readonly PastDecision[];
};
export type PastDecision = {
  id: string;
  number: string | null;
  on: string;
  measures: readonly string[];
  circumstances: readonly string[];
};
/** All that is recorded of one person in whatever case, and how many leads and cases on them are open. */
export type PersonRecord = {
  measures: MeasureRecord[];
  sanctions: SanctionRecord[];
  consents: Consent[];
  openMatters: number;
  history: History;
};
/**
 * An account with what is its own: no role that is delegated to it. `touched`: its person or a close relative is named in the matter, or in a
 * lead it grew from.
 */
export type RegistryAccount = Actor & { disabled: boolean; touched: boolean };
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

/** All that a decision looks at besides the matter itself. `id` is fresh; `number` is the next of its ledger; today is ISO. */
export type Context = { law: Law; actor: Actor; today: string; id: string; number: string; registry: Registry };

export type Decision<E extends CaseworkEvent = CaseworkEvent> =
  | { ok: true; events: readonly E[]; others: readonly { matterId: string; event: LeadEvent }[] }
  | { ok: false; refusals: readonly Refusal[] };

export type LeadAct<Id extends string, I extends z.ZodType> = {
  id: Id;
  matter: "lead";
  basis: string;
  input: I;
  decide: (lead: Lead | null, input: z.output<I>, context: Context) => Decision<LeadEvent>;
};
export type CaseAct<Id extends string, I extends z.ZodType> = {
  id: Id;
  matter: "case";
  basis: string;
  input: I;
  decide: (state: Case | null, input: z.output<I>, context: Context) => Decision<CaseEvent>;
};

export function leadAct<Id extends string, I extends z.ZodType>(act: Omit<LeadAct<Id, I>, "matter">): LeadAct<Id, I> {
  return { ...act, matter: "lead" };
}

export function caseAct<Id extends string, I extends z.ZodType>(
  act: Omit<CaseAct<Id, I>, "matter" | "decide"> & {
    decide: (state: Case, input: z.output<I>, context: Context) => Decision<CaseEvent>;
  },
): CaseAct<Id, I> {
  return {
    ...act,
    matter: "case",
    decide: (state, input, context) => {
      if (state === null) throw new Error(`${act.id} needs a case`);
      return act.decide(state, input, context);
    },
  };
}

export function happened<E extends CaseworkEvent>(...events: E[]): Decision<E> {
  return { ok: true, events, others: [] };
}

export function refused(...refusals: Refusal[]): { ok: false; refusals: readonly Refusal[] } {
  return { ok: false, refusals };
}

/** A refusal that rests on the named procedure as it stands today, in an upper norm or in the regulation itself. */
export function refusal(
  context: Pick<Context, "law" | "today">,
  code: RefusalCode,
  zh: string,
  en: string,
  basis: string | Citation | null,
  field?: string,
): Refusal {
  const source = typeof basis === "string" ? procedureOf(context.law, basis, context.today) : basis;
  return { code, message: { zh, en }, source, ...(field === undefined ? {} : { field }) };
}

/** A written text that must say something: trimmed, at most 4,000 characters. */
export const words = z.string().trim().min(1, "请填写").max(4000, "不超过4000字");
export const shortWords = z.string().trim().min(1, "请填写").max(200, "不超过200字");
/** No cadre's conduct and no paper of an office lies before 1900; the database knows no year 0. */
export const isoDay = z
  .string()
  .refine((text) => parseDay(text) !== null, "日期不存在，请按 2026-01-31 的格式填写")
  .refine((text) => text >= "1900-01-01", "日期早于1900年，请核对");
export const id = z.string().trim().min(1, "请选择").max(64);
/** An item of execution: its rule and what of the rule it is. */
export const itemId = z.string().trim().min(1, "请选择").max(200);

/** Refuses each named day that lies after today; what has happened cannot be in the future. */
export function refuseFuture(
  context: Pick<Context, "law" | "today">,
  days: Readonly<Record<string, string | null>>,
  basis: string | null,
): Refusal[] {
  return Object.entries(days).flatMap(([field, day]) =>
    day !== null && day > context.today
      ? [
          refusal(
            context,
            "date-in-the-future",
            `日期 ${day} 晚于今天 ${context.today}，请核对`,
            `The date ${day} is after today, ${context.today}`,
            basis,
            field,
          ),
        ]
      : [],
  );
}

/** Refuses each named day that lies before the step it rests on; a null step or day sets no bound. */
export function refuseBefore(
  context: Pick<Context, "law" | "today">,
  days: Readonly<Record<string, string | null>>,
  earlier: { on: string; zh: string; en: string } | null,
  basis: string,
): Refusal[] {
  if (earlier === null) return [];
  const { on, zh, en } = earlier;
  return Object.entries(days).flatMap(([field, day]) =>
    day !== null && day < on
      ? [
          refusal(
            context,
            "out-of-order",
            `日期 ${day} 早于${zh}的日期 ${on}，请核对`,
            `The date ${day} is before ${en}, ${on}`,
            basis,
            field,
          ),
        ]
      : [],
  );
}

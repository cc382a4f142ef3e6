// What is recorded of persons, derived from the events of cases: measures, sanctions, consents, and the restrictions they bring.
import type { Citation, Sentence } from "#law/citation.ts";
import type { MeasureRecord, SanctionRecord } from "#law/consequences.ts";
import type { Transaction } from "./database.ts";
import type { Count } from "./page.ts";

type Origin = { matterId: string; caseNumber: string; subjectId: string };
export type PersonRecords = {
  measures: (MeasureRecord & Origin)[];
  sanctions: (SanctionRecord & Origin & { authority: string; documentNumber: string })[];
  /** `on` is an integer day. */
  consents: (Origin & { on: number; documentNumber: string })[];
};
/** Days as ISO text. `cause` is the measure or sanction that brought it. */
export type StoredRestriction = {
  bars: string;
  from: string;
  until: string;
  grey: string | null;
  baseline: string | null;
  reach: string | null;
  layer: "regulation" | "upper";
  cite: Citation;
  norm: Citation | null;
  note: Sentence | null;
  cause: { type: "measure" | "sanction"; kind: string };
  matterId: string;
  caseNumber: string;
};

/** By person; every asked id has an entry. In the order in which they took effect. */
export async function recordsOfPersons(
  _trx: Transaction,
  _personIds: readonly string[],
): Promise<Record<string, PersonRecords>> {
  throw new Error("being written");
}

/** By person; every asked id has an entry. By first day, then last day. */
export async function restrictionsOfPersons(
  _trx: Transaction,
  _personIds: readonly string[],
): Promise<Record<string, StoredRestriction[]>> {
  throw new Error("being written");
}

/** Persons with a restriction of the regulation running on the day, and those of whom one ends within so many days after it. */
export async function countRestrictions(
  _trx: Transaction,
  _day: string,
  _days: number,
): Promise<{ running: Count; ending: Count }> {
  throw new Error("being written");
}

// What is asked of the engine, and of whom: the same question and the same facts at every door.
import { parseDay } from "#law/reckon/days.ts";
import type { Facts, Question } from "#law/reckon/eligibility.ts";
import type { Law } from "#law/compile/law.ts";

/** `date` (ISO) or `year`: the one by which the vocabulary has the purpose asked; the other is not looked at. */
export type AskedQuestion = { purpose: string; date: string | null; year: number | null };

/** Throws where the purpose is unknown or what it is asked by is missing: faults are told before. `toLevel` null: any higher level. */
export function questionOf(law: Law, { purpose, date, year }: AskedQuestion, toLevel: string | null): Question {
  const asked = law.vocabulary.purposes.find(({ id }) => id === purpose)?.asked;
  if (asked === undefined) throw new Error(`the vocabulary has no purpose ${purpose}`);
  if (asked === "for-year") {
    if (year === null) throw new Error("a question for a year without its year");
    return { purpose, year };
  }
  const day = date === null ? null : parseDay(date);
  if (day === null) throw new Error("a question on a date without its date");
  return { purpose, date: day, toLevel };
}

/** Somebody as the question sees them: with the level and the completeness of the history that hold for its day. */
export type AskedAbout = { level: string | null; partyMember: boolean | null; historyComplete: boolean };

/** `pending`: leads and cases on the person that are open when it is asked, whatever the day asked about. */
export function factsOf(person: AskedAbout, recorded: Omit<Facts, "person" | "openMatters">, pending: number): Facts {
  const { partyMember, level, historyComplete } = person;
  const { measures, sanctions, consents } = recorded;
  return { person: { partyMember, level, historyComplete }, measures, sanctions, consents, openMatters: pending };
}

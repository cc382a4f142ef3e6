// What is asked of the engine, and of whom: the same question and the same facts at every door.
import { parseDay } from "#law/reckon/days.ts";
import type { Facts, Question } from "#law/reckon/eligibility.ts";
import type { Law } from "#law/compile/law.ts";

/** `date` (ISO) or `year` counts, as the vocabulary has the purpose asked; the other is ignored. */
export type AskedQuestion = { purpose: string; date: string | null; year: number | null };

/** The question as the engine takes it. `toLevel` null: any higher level. Throws on an unknown purpose and without its date or year, which callers check. */
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

/** A person with the level before the day asked about, and whether their history is complete for it. */
export type AskedAbout = { level: string | null; partyMember: boolean | null; historyComplete: boolean };

/** The facts as the engine takes them. `pending`: number of leads and cases on the person that are open at the moment of asking. */
export function factsOf(person: AskedAbout, recorded: Omit<Facts, "person" | "openMatters">, pending: number): Facts {
  const { partyMember, level, historyComplete } = person;
  const { measures, sanctions, consents } = recorded;
  return { person: { partyMember, level, historyComplete }, measures, sanctions, consents, openMatters: pending };
}

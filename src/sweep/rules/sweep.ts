// The sweep (倒查): registered appointments, grades and honours, asked of the engine afterwards as they should have been asked before.
import { questionOf } from "#eligibility/rules/question.ts";
import type { AskedTime } from "#law-admin/rules/history.ts";
import { formatDay, yearOf } from "#law/reckon/days.ts";
import type { Day } from "#law/reckon/days.ts";
import { ANSWERS, answerEligibility } from "#law/reckon/eligibility.ts";
import type { Answer, Facts } from "#law/reckon/eligibility.ts";
import type { Law } from "#law/compile/law.ts";
import { verdictOf } from "#law/bulk/verdict.ts";
import type { LevelId, PurposeId, Vocabulary } from "#law/pack/vocabulary.ts";

export const entryKinds = ["appointment", "grade", "honour"] as const;
export type EntryKind = (typeof entryKinds)[number];
/** Answers by which a registered entry conflicts with the text, strictest first. */
export const conflictAnswers = ["barred", "needs-confirmation", "needs-consent"] as const;
export type ConflictAnswer = (typeof conflictAnswers)[number];
export const conflictStates = ["open", "disposed", "fallen"] as const;
/** open: waits for somebody; disposed: somebody dealt with it; fallen: its ground no longer stands. */
export type ConflictState = (typeof conflictStates)[number];
export const dispositionWays = ["corrected", "revoked", "consented", "referred", "no-conflict"] as const;
/** What a person did about a conflict. */
export type DispositionWay = (typeof dispositionWays)[number];
export const fallenReasons = [
  "entry-changed",
  "consent-recorded",
  "other-ground",
  "confirmed",
  "restriction-gone",
] as const;
/** Why a conflict is no longer one. */
export type FallenReason = (typeof fallenReasons)[number];

/** A registered entry, as far as it can be barred. `days`: of the decision and of its effect; one where only one is known. */
export type RegisteredEntry =
  | {
      kind: "appointment";
      appointment: string | null;
      leadingPost: boolean;
      level: LevelId | null;
      days: readonly Day[];
    }
  | { kind: "grade"; grade: string; year: number }
  | { kind: "honour"; year: number };

/** A conflict found. `on`: the day asked about, null for a year; `until`: the last barred day. */
export type Finding = {
  purpose: PurposeId;
  answer: ConflictAnswer;
  on: Day | null;
  year: number | null;
  until: Day | null;
  answered: Answer;
};

/** The purpose for which the entry is asked about; null where no restriction concerns it. */
export function askedOf(vocabulary: Vocabulary, entry: RegisteredEntry): PurposeId | null {
  const asked = purposeOf(vocabulary, entry);
  return asked !== null && vocabulary.purposes.some(({ id }) => id === asked) ? asked : null;
}

function purposeOf({ personnel }: Vocabulary, entry: RegisteredEntry): PurposeId | null {
  switch (entry.kind) {
    case "honour":
      return personnel.honoursAsk;
    case "grade":
      return personnel.grades.find(({ id }) => id === entry.grade)?.asks ?? null;
    case "appointment": {
      // Of a post whose nature was not registered no more is known than of one called otherwise.
      const kind = personnel.appointments.find(({ id }) => id === (entry.appointment ?? "other"));
      if (kind === undefined || kind.asks === null || (kind.onlyLeading && !entry.leadingPost)) return null;
      return kind.asks;
    }
  }
}

/**
 * The conflict of an entry with the text; null when there is none. Of several days the strictest answer counts, the earliest among equals.
 * Consent is asked about the day of the decision alone. An open matter bars nothing.
 */
export function findingOf(law: Law, factsAt: (time: AskedTime) => Facts, entry: RegisteredEntry): Finding | null {
  const purpose = askedOf(law.vocabulary, entry);
  if (purpose === null) return null;
  let strictest: Finding | null = null;
  for (const [index, time] of timesOf(entry).entries()) {
    const question = questionOf(law, { purpose, ...time }, entry.kind === "appointment" ? entry.level : null);
    const known = { ...factsAt(time), openMatters: 0 };
    // Nearly all that is registered is as it should be, and of that no reason is looked at.
    const answer = conflictIn(verdictOf(law, known, question), index === 0);
    if (answer === null) continue;
    const answered = answerEligibility(law, known, question);
    if (strictest !== null && ANSWERS.indexOf(strictest.answer) <= ANSWERS.indexOf(answer)) continue;
    strictest = {
      purpose,
      answer,
      on: "date" in question ? question.date : null,
      year: "year" in question ? question.year : null,
      until: answered.until,
      answered,
    };
  }
  return strictest;
}

/** The days, or the year, about which an entry is asked. */
export function timesOf(entry: RegisteredEntry): AskedTime[] {
  if (entry.kind !== "appointment") return [{ date: null, year: entry.year }];
  return [...new Set(entry.days)].map((day) => ({ date: formatDay(day), year: yearOf(day) }));
}

function conflictIn({ answer }: Pick<Answer, "answer">, isDecision: boolean): ConflictAnswer | null {
  switch (answer) {
    case "barred":
    case "needs-confirmation":
      return answer;
    case "needs-consent":
      return isDecision ? answer : null;
    case "pending":
    case "clear":
      return null;
  }
}

/** The day of the act (ISO): a measure entered after it could not be seen before it. Of a yearly entry without a day, the last of the year. */
export function dayOfAct(entry: RegisteredEntry, givenOn: string | null): string {
  if (entry.kind === "appointment") return formatDay(Math.min(...entry.days));
  return givenOn ?? `${entry.year}-12-31`;
}

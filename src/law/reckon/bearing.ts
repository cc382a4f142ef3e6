// What a restriction does to a question, by day and by level.
import { z } from "zod";
import type { Restriction, Wanted } from "./consequences.ts";
import { lastDayOfYear, yearOf } from "./days.ts";
import type { Day } from "./days.ts";
import type { Question } from "./eligibility.ts";
import type { Law } from "../compile/law.ts";
import { monthsFor, startOf } from "./periods.ts";
import { ENDLESS, PERMANENT, RECORD, YEAR } from "../compile/table.ts";
import type { Row } from "../compile/table.ts";
import type { LevelId } from "../pack/vocabulary.ts";

/** Why an answer is what it is. `restriction` bars; the others ask for something. */
export const reasonCode = z.enum([
  "restriction",
  "grey-day",
  "level-missing",
  "norm-undecided",
  "history-incomplete",
  "decided-ahead",
  "restoration-missing",
  "period-not-set",
  "count-unknown",
  "attribute-missing",
  "consent-missing",
  "open-matter",
]);
export type ReasonCode = z.output<typeof reasonCode>;

/** A restriction with what it does to the question. */
export type Bearing = { restriction: Restriction; effects: readonly ReasonCode[] };

/** The last day asked about: of a year its last. */
export const lastDayAsked = (question: Question): Day =>
  "year" in question ? lastDayOfYear(question.year) : question.date;

const BARRED: readonly ReasonCode[] = ["restriction"];
const NOTHING: readonly ReasonCode[] = [];

/** What a restriction does to a question: nothing (an empty list), bar it, or why it has to be confirmed. `level` is the one held on the day asked about. */
export function effectsOf(
  law: Law,
  restriction: Restriction,
  question: Question,
  level: LevelId | null,
): readonly ReasonCode[] {
  // What bars every purpose without an end bars each by itself.
  if (restriction.until === PERMANENT && restriction.bars !== question.purpose) return NOTHING;
  if ("year" in question) {
    if (law.index.bearings.get(question.purpose)?.get(restriction.bars) === undefined) return NOTHING;
    return yearOf(restriction.from) <= question.year && question.year <= yearOf(restriction.until) ? BARRED : NOTHING;
  }
  const { date } = question;
  if (date < restriction.from) return NOTHING;
  const { unsure } = restriction;
  const running = date <= restriction.until;
  const open = unsure !== null && unsure.from <= date && date <= unsure.until;
  const grey = date === restriction.grey || date === unsure?.grey;
  if (!running && !grey && !open) return NOTHING;
  const reached = reachedBy(law, restriction, question, level);
  if (reached === "open") return NOTHING;
  if (running) return reached === "barred" ? BARRED : LEVEL;
  const effects: ReasonCode[] = [];
  if (open) effects.push(unsure.code);
  // Of a period that may be longer, its own anniversary says nothing.
  const ends = grey && (!open || unsure.code === "restoration-missing");
  if (ends) effects.push(unsure?.greyCode ?? "grey-day");
  // Of what is over it matters no more which level it reached.
  if (ends && reached !== "barred" && date === restriction.grey) effects.push("level-missing");
  return effects;
}

const LEVEL: readonly ReasonCode[] = ["level-missing"];

/**
 * Tells of rows whether they can bear on a question at all, seen from start and length alone: what is long over
 * or has not begun need not be counted out. No month has more than 31 days.
 */
export function mayBear(law: Law, question: Question): Wanted {
  const bears = law.index.bears.get(question.purpose) ?? [];
  const last = lastDayAsked(question);
  const works = (row: Row): boolean => bears[row.bars] === true && row.chosenFrom <= last && last <= row.chosenUntil;
  if ("year" in question) return works;
  const { date } = question;
  return (row, record, term) => {
    if (!works(row)) return false;
    // An interpretation may have had the period counted from another day.
    if (law.changes.length > 0 && row.layer === "regulation") return true;
    const start = startOf(law, row, record);
    if (date < start) return false;
    if (row.months === YEAR || row.months === RECORD || row.months === ENDLESS || row.start !== "effective")
      return true;
    const remaining = term.perhaps?.remaining ?? term.remaining;
    const months = term.perhaps?.months ?? monthsFor(law, row, record, term);
    return date <= start + Math.max(remaining, term.remaining) + 31 * months;
  };
}

/** Whether the level asked about lies within the reach of a bar; "unknown" where a level that decides it is not recorded. */
export function reachedBy(
  law: Law,
  { bars, reach, baseline }: Pick<Restriction, "bars" | "reach" | "baseline">,
  question: Question,
  level: LevelId | null,
): "barred" | "unknown" | "open" {
  const bearing = law.index.bearings.get(question.purpose)?.get(bars);
  if (bearing === undefined) return "open";
  if (reach === "any" || reach === null || "year" in question) return "barred";
  if (question.toLevel !== null) {
    if (baseline === null) return bearing.withoutBaseline === "open" ? "open" : "unknown";
    return within(rankOf(law, question.toLevel), reach, rankOf(law, baseline)) ? "barred" : "open";
  }
  switch (bearing.withoutLevel) {
    case "barred":
    case "open":
      return bearing.withoutLevel;
    case "needs-confirmation":
      return "unknown";
    case "one-step-up":
      if (level === null || baseline === null) return "unknown";
      return within(rankOf(law, level) - 1, reach, rankOf(law, baseline)) ? "barred" : "unknown";
  }
}

function within(to: number, reach: "above" | "from", baseline: number): boolean {
  return reach === "above" ? to < baseline : to <= baseline;
}

/** Levels are listed from the highest; a smaller rank is a higher level. */
export function rankOf(law: Law, level: LevelId): number {
  const rank = law.index.levels.get(level);
  if (rank === undefined) throw new RangeError(`the vocabulary has no level ${level}`);
  return rank;
}

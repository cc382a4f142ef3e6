// Whether a restriction bears on a question, by day and by level.
import type { Restriction, Wanted } from "./consequences.ts";
import { yearOf } from "./days.ts";
import type { Question } from "./eligibility.ts";
import type { Law } from "./law.ts";
import { monthsFor, startOf } from "./periods.ts";
import { RECORD, YEAR } from "./table.ts";
import type { LevelId } from "./vocabulary.ts";

/** A restriction with what it does to the question: bar it, or leave it to be confirmed. */
export type Bearing = { restriction: Restriction; effect: "barred" | "needs-confirmation" };

/** What a restriction does to a question: nothing (null), bar it, or leave it to be confirmed. */
export function effectOf(
  law: Law,
  restriction: Restriction,
  question: Question,
): "barred" | "needs-confirmation" | null {
  const bearing = law.index.bearings.get(question.purpose)?.get(restriction.bars);
  if (bearing === undefined) return null;
  if ("year" in question) {
    return restriction.reach === null && yearOf(restriction.from) === question.year ? "barred" : null;
  }
  if (question.date < restriction.from) return null;
  const grey = question.date === restriction.grey;
  if (!grey && question.date > restriction.until) return null;
  const reached = reachOf(law, restriction, question.toLevel, bearing);
  if (reached === "open") return null;
  return grey ? "needs-confirmation" : reached;
}

/**
 * Tells of rows whether they can bear on a question at all, seen from start and length alone: what is long over
 * or has not begun need not be counted out. No month has more than 31 days.
 */
export function mayBear(law: Law, question: Question): Wanted {
  const bears = law.index.bears.get(question.purpose) ?? [];
  if ("year" in question) return (row) => row.months === YEAR && bears[row.bars] === true;
  const { date } = question;
  return (row, record, remaining) => {
    if (row.months === YEAR || bears[row.bars] !== true) return false;
    // An interpretation may have had the period counted from another day.
    if (law.changes.length > 0) return true;
    const start = startOf(law, row, record);
    if (date < start) return false;
    return row.months === RECORD || date <= start + remaining + 31 * monthsFor(law, row, record);
  };
}

function reachOf(
  law: Law,
  restriction: Restriction,
  toLevel: LevelId | null,
  bearing: Law["vocabulary"]["bearings"][number],
): "barred" | "needs-confirmation" | "open" {
  if (restriction.reach === "any") return "barred";
  if (toLevel === null) return bearing.withoutLevel;
  if (restriction.baseline === null) return bearing.withoutBaseline;
  const to = rankOf(law, toLevel);
  const baseline = rankOf(law, restriction.baseline);
  const reaches = restriction.reach === "above" ? to < baseline : to <= baseline;
  return reaches ? "barred" : "open";
}

/** Levels are listed from the highest; a smaller rank is a higher level. */
export function rankOf(law: Law, level: LevelId): number {
  const rank = law.index.levels.get(level);
  if (rank === undefined) throw new RangeError(`the vocabulary has no level ${level}`);
  return rank;
}

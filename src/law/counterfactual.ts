// What would change an answer: the earliest day of a yes, and which single record alone stands in the way.
import { restrictionsOfAll } from "./consequences.ts";
import { requiredConsent } from "./consent.ts";
import { formatDay } from "./days.ts";
import type { Day } from "./days.ts";
import { answerEligibility } from "./eligibility.ts";
import type { AnswerKind, Facts, Question } from "./eligibility.ts";
import type { Law } from "./law.ts";

export type Counterfactual = {
  /** The first day from the one asked about on which nothing bars, an awaited consent apart; null for a year's question. */
  earliest: string | null;
  /** Records without which nothing would bar: index of the measure, or `sanction:n`. */
  unlockedBy: (number | string)[];
  /** What stands in the way of a yes on the day asked about. */
  lacking: "consent" | null;
};

/** Looks for the nearest yes, moving one circumstance at a time; `upper` false leaves the upper layer out. */
export function counterfactualOf(law: Law, facts: Facts, question: Question, upper: boolean): Counterfactual {
  const ask = (changed: Facts, asked: Question): AnswerKind => {
    const answer = answerEligibility(law, changed, asked);
    return upper ? answer.answer : answer.layers.regulation.answer;
  };
  const stops = (kind: AnswerKind): boolean => kind === "barred" || kind === "needs-confirmation";
  const consent = "date" in question ? requiredConsent(law, facts, question) : null;
  return {
    earliest: earliestDay(law, facts, question, (day) => !stops(ask(facts, { ...question, date: day }))),
    unlockedBy: stops(ask(facts, question)) ? unlocking(facts, (changed) => !stops(ask(changed, question))) : [],
    lacking: consent !== null && !consent.given ? "consent" : null,
  };
}

// The answer can only change the day after a last barred day or a grey day, so only those are tried.
function earliestDay(law: Law, facts: Facts, question: Question, isOpen: (day: Day) => boolean): string | null {
  if ("year" in question) return null;
  const ends = restrictionsOfAll(law, facts, facts.person.level).map((one) => (one.grey ?? one.until) + 1);
  const days = [question.date, ...ends.filter((day) => day > question.date)].toSorted((one, other) => one - other);
  const first = days.find(isOpen);
  return first === undefined ? null : formatDay(first);
}

function unlocking(facts: Facts, isOpen: (changed: Facts) => boolean): (number | string)[] {
  const without = <Item>(list: readonly Item[], index: number): Item[] => list.toSpliced(index, 1);
  const measures = facts.measures.flatMap((_, index) =>
    isOpen({ ...facts, measures: without(facts.measures, index) }) ? [index] : [],
  );
  const sanctions = facts.sanctions.flatMap((_, index) =>
    isOpen({ ...facts, sanctions: without(facts.sanctions, index) }) ? [`sanction:${index}`] : [],
  );
  return [...measures, ...sanctions];
}

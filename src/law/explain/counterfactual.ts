// What would change an answer: the earliest day of a yes, and which single record alone stands in the way.
import { countAll } from "../reckon/consequences.ts";
import type { Sentence } from "../text/citation.ts";
import type { RequiredConsent } from "../reckon/consent.ts";
import { formatDay } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import { assess } from "../reckon/eligibility.ts";
import type { AnswerKind, Facts, Question } from "../reckon/eligibility.ts";
import type { Law } from "../compile/law.ts";
import { standingOn } from "../reckon/records.ts";
import { PERMANENT } from "../compile/table.ts";
import type { BodyId } from "../pack/vocabulary.ts";
import { earliestDayOpen, withoutRecord, consentLacking, matterToClose } from "./words.ts";

export type Counterfactual = {
  /** The first day from the one asked about on which nothing bars, an awaited consent apart; null for a year's question. */
  earliest: string | null;
  /** Records without which nothing would bar: index of the measure, or `sanction:n`. */
  unlockedBy: (number | string)[];
  /** What stands in the way of a yes on the day asked about. */
  lacking: "consent" | null;
  /** The consent that is lacking: from whom, and not dated before which day. */
  consent: { from: BodyId[]; notBefore: string } | null;
  /** All of it in words. */
  sentences: Sentence[];
};

/** Looks for the nearest yes, moving one circumstance at a time; `upper` false leaves the upper layer out. */
export function counterfactualOf(law: Law, facts: Facts, question: Question, upper: boolean): Counterfactual {
  // An open matter hides what else stands in the way; it is told by itself.
  const ask = (changed: Facts, asked: Question): AnswerKind => {
    const { answer, regulation } = assess(law, { ...changed, openMatters: 0 }, asked);
    return upper ? answer : regulation.answer;
  };
  const stops = (kind: AnswerKind): boolean => kind === "barred" || kind === "needs-confirmation";
  const { consent } = assess(law, facts, question);
  const earliest = earliestDay(law, facts, question, (day) => !stops(ask(facts, { ...question, date: day })));
  const unlockedBy = stops(ask(facts, question)) ? unlocking(facts, (changed) => !stops(ask(changed, question))) : [];
  const lacking = consent?.lacks.includes("consent-missing") === true ? consent : null;
  return {
    earliest,
    unlockedBy,
    lacking: lacking === null ? null : "consent",
    consent: lacking === null ? null : { from: lacking.from, notBefore: formatDay(lacking.notBefore) },
    sentences: sentencesFor(law, facts, question, earliest, unlockedBy, lacking),
  };
}

function sentencesFor(
  law: Law,
  facts: Facts,
  question: Question,
  earliest: string | null,
  unlockedBy: readonly (number | string)[],
  lacking: RequiredConsent | null,
): Sentence[] {
  const sentences: Sentence[] = [];
  if (earliest !== null && "date" in question && earliest !== formatDay(question.date)) {
    sentences.push(earliestDayOpen(earliest));
  }
  for (const because of unlockedBy) {
    const record =
      typeof because === "number"
        ? facts.measures[because]
        : facts.sanctions[Number(because.slice("sanction:".length))];
    const { measures, sanctions } = law.vocabulary;
    const name = [...measures, ...sanctions].find((one) => one.id === record?.kind)?.name;
    if (record === undefined || name === undefined) continue;
    const on = formatDay(record.effective);
    sentences.push(withoutRecord(on, name));
  }
  if (lacking !== null) {
    const bodies = law.vocabulary.bodies.filter((body) => lacking.from.includes(body.id));
    const day = formatDay(lacking.notBefore);
    sentences.push(consentLacking(bodies, day));
  }
  if (facts.openMatters > 0) {
    sentences.push(matterToClose);
  }
  return sentences;
}

// The answer can only change the day after a last barred day or a grey day, so only those are tried.
function earliestDay(law: Law, facts: Facts, question: Question, isOpen: (day: Day) => boolean): string | null {
  if ("year" in question) return null;
  const { date } = question;
  const standing = standingOn(facts, question);
  const ends = countAll(law, standing, date, facts.person.level).flatMap(({ restriction: { grey, until, unsure } }) =>
    [(grey ?? until) + 1, ...(unsure === null ? [] : [(unsure.grey ?? unsure.until) + 1])].filter(
      (day) => day < PERMANENT,
    ),
  );
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

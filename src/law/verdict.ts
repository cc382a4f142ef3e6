// The answer and the last barred day of one question through the columns' own loop: what a sweep has in hand of each person
// before it looks at any reason. Who has more than one measure or sanction is answered from the records.
import { hasConditions } from "./column-table.ts";
import { NO_DAY, compileColumns, makeColumns, makeResults } from "./columns.ts";
import type { Day } from "./days.ts";
import { ANSWERS, assess } from "./eligibility.ts";
import type { AnswerKind, Facts, Question } from "./eligibility.ts";
import type { Law } from "./law.ts";

/** `until` is the last barred day, null unless barred. */
export type Verdict = { answer: AnswerKind; until: Day | null };
type Engine = (facts: Facts, question: Question, upper: boolean) => Verdict;

const engines = new WeakMap<Law, Engine>();

/** The same answer and day as `answerEligibility` gives; of the regulation alone when `upper` is false. */
export function verdictOf(law: Law, facts: Facts, question: Question, upper = true): Verdict {
  let engine = engines.get(law);
  if (engine === undefined) {
    engine = hasColumns(law) ? compileVerdicts(law) : fromRecords(law);
    engines.set(law, engine);
  }
  return engine(facts, question, upper);
}

/** Whether the columns can answer by this law: a bar for some persons only, and a reading that changed on a day, have none. */
export function hasColumns(law: Law): boolean {
  return !hasConditions(law) && law.changes.length === 0;
}

function fromRecords(law: Law): Engine {
  return (facts, question, upper) => {
    const assessed = assess(law, facts, question);
    const { answer, until } = upper ? assessed : assessed.regulation;
    return { answer, until };
  };
}

function compileVerdicts(law: Law): Engine {
  const several = fromRecords(law);
  const answerColumns = compileColumns(law);
  const row = makeColumns(1);
  const result = makeResults(1);
  const { index } = law;
  const placeOf = (places: ReadonlyMap<string, number>, id: string | null): number => {
    if (id === null) return -1;
    const place = places.get(id);
    if (place === undefined) throw new RangeError(`the vocabulary has no ${id}`);
    return place;
  };
  return (facts, question, upper) => {
    const { measures, sanctions, person, consents } = facts;
    if (measures.length > 1 || sanctions.length > 1) return several(facts, question, upper);
    const measure = measures[0];
    if (measure === undefined) row.measure[0] = -1;
    else {
      row.measure[0] = placeOf(index.measures, measure.kind);
      row.ground[0] = measure.ground === "unsuitable" ? 1 : 0;
      row.adjustment[0] = measure.handling === "adjustment" ? 1 : 0;
      row.decided[0] = measure.decided ?? NO_DAY;
      row.effective[0] = measure.effective;
      row.originalLevel[0] = placeOf(index.levels, measure.originalLevel);
      row.presentLevel[0] = placeOf(index.levels, measure.presentLevel);
      row.reducedLevel[0] = placeOf(index.levels, measure.reducedLevel);
    }
    const sanction = sanctions[0];
    if (sanction === undefined) row.sanction[0] = -1;
    else {
      row.sanction[0] = placeOf(index.sanctions, sanction.kind);
      row.sanctionEffective[0] = sanction.effective;
      row.sanctionMonths[0] = sanction.months ?? 0;
      row.sanctionRestored[0] = sanction.restored ?? NO_DAY;
    }
    const dated = "date" in question;
    const on = dated ? question.date : question.year;
    let latest = NO_DAY;
    if (dated) for (const day of consents) if (day < on && day > latest) latest = day;
    row.purpose[0] = placeOf(index.purposes, question.purpose);
    row.date[0] = on;
    row.toLevel[0] = dated ? placeOf(index.levels, question.toLevel) : -1;
    row.personLevel[0] = placeOf(index.levels, person.level);
    row.consent[0] = latest;
    row.openMatters[0] = facts.openMatters;
    answerColumns(row, result);
    const until = (upper ? result.until : result.regulationUntil)[0] ?? NO_DAY;
    return {
      answer: ANSWERS[(upper ? result.answer : result.regulation)[0] ?? 0] ?? "clear",
      until: until === NO_DAY ? null : until,
    };
  };
}

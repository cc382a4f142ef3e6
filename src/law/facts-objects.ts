// Objects of the facts format that are known to be well formed, answered without citations and words: for
// sweeps inside a program. One measure and one sanction at most go through the columns' own loop.
import { compileColumns, makeColumns, makeResults, NO_DAY } from "./columns.ts";
import type { EligibilityColumns, EligibilityResults } from "./columns.ts";
import { hasConditions } from "./column-table.ts";
import { formatDay, parseDay } from "./days.ts";
import type { Day } from "./days.ts";
import { ANSWERS, assess } from "./eligibility.ts";
import type { AnswerKind } from "./eligibility.ts";
import { readLine } from "./facts.ts";
import type { FactsObject } from "./facts.ts";
import type { Law } from "./law.ts";

type Verdict = { answer: AnswerKind; until: string | null };
/** Last barred days as ISO text, null unless barred. */
export type ShortAnswer = Verdict & { layers: { regulation: Verdict; upper: Verdict } };

/**
 * An engine for lists of such objects, answered in their order. A word that the law does not know, or a day that
 * does not exist, throws a RangeError.
 */
export function compileObjects(law: Law): (list: readonly FactsObject[]) => ShortAnswer[] {
  // A bar for some persons only has no column; such a law is asked one person at a time.
  if (hasConditions(law)) return (list) => list.map((facts) => answerFully(law, facts));
  const fill = filler(law);
  const answer = compileColumns(law);
  const columns = makeColumns(BLOCK);
  const results = makeResults(BLOCK);
  return (list) => {
    const answers: ShortAnswer[] = [];
    for (let start = 0; start < list.length; start += BLOCK) {
      const block = list.slice(start, start + BLOCK);
      block.forEach((facts, index) => fill(columns, index, facts));
      answer(columns, results);
      block.forEach((facts, index) => {
        answers.push(isSingle(facts) ? shortOf(results, index) : answerFully(law, facts));
      });
    }
    return answers;
  };
}

// So many at once stay in the processor's nearest memory.
const BLOCK = 512;

function isSingle({ measures, sanctions }: FactsObject): boolean {
  return (measures === undefined || measures.length < 2) && (sanctions === undefined || sanctions.length < 2);
}

function filler(law: Law): (columns: EligibilityColumns, index: number, facts: FactsObject) => void {
  const { vocabulary } = law;
  const measures = placesIn(vocabulary.measures);
  const organizational = vocabulary.measures.map((measure) => measure.class === "organizational");
  const sanctions = placesIn(vocabulary.sanctions);
  const purposes = placesIn(vocabulary.purposes);
  const levels = placesIn(vocabulary.levels);
  const adjustment = vocabulary.names.handlings.adjustment?.zh;
  const unsuitable = vocabulary.names.grounds.unsuitable?.zh;
  const level = (name: string | null | undefined): number =>
    name === null || name === undefined ? -1 : place(levels, name);

  return (columns, index, facts) => {
    const { question, person, consents } = facts;
    const measure = facts.measures?.[0];
    if (measure === undefined) columns.measure[index] = -1;
    else {
      const kind = place(measures, measure.kind);
      const decided = measure.decided ?? null;
      columns.measure[index] = kind;
      columns.ground[index] = measure.ground === unsuitable ? 1 : 0;
      columns.adjustment[index] = organizational[kind] === true && measure.handling === adjustment ? 1 : 0;
      columns.decided[index] = decided === null ? NO_DAY : dayIn(decided);
      columns.effective[index] = dayIn(measure.effective ?? decided ?? "");
      columns.originalLevel[index] = level(measure.originalLevel);
      columns.presentLevel[index] = level(measure.presentLevel);
      columns.reducedLevel[index] = level(measure.reducedLevel);
    }
    const sanction = facts.sanctions?.[0];
    if (sanction === undefined) columns.sanction[index] = -1;
    else {
      const restored = sanction.restored ?? null;
      columns.sanction[index] = place(sanctions, sanction.kind);
      columns.sanctionEffective[index] = dayIn(sanction.effective);
      columns.sanctionMonths[index] = sanction.months ?? 0;
      columns.sanctionRestored[index] = restored === null ? NO_DAY : dayIn(restored);
    }
    const date = question.date ?? null;
    const on = date === null ? (question.year ?? 0) : dayIn(date);
    columns.purpose[index] = place(purposes, question.purpose);
    columns.date[index] = on;
    columns.toLevel[index] = level(question.toLevel);
    columns.personLevel[index] = level(person?.level);
    columns.openMatters[index] = facts.openMatters ?? 0;
    let latest = NO_DAY;
    if (consents !== undefined && date !== null) {
      for (const consent of consents) {
        const day = dayIn(consent);
        if (day < on && day > latest) latest = day;
      }
    }
    columns.consent[index] = latest;
  };
}

function shortOf(results: EligibilityResults, index: number): ShortAnswer {
  return {
    answer: kindOf(results.answer, index),
    until: dayOf(results.until, index),
    layers: {
      regulation: { answer: kindOf(results.regulation, index), until: dayOf(results.regulationUntil, index) },
      upper: { answer: kindOf(results.upper, index), until: dayOf(results.upperUntil, index) },
    },
  };
}

function answerFully(law: Law, facts: FactsObject): ShortAnswer {
  const read = readLine(law, facts);
  if (!read.ok) throw new RangeError(`${read.path}: ${read.message}`);
  const { answer, until, regulation, upper } = assess(law, read.facts, read.question);
  const short = (kind: AnswerKind, day: Day | null): Verdict => ({
    answer: kind,
    until: day === null ? null : formatDay(day),
  });
  return {
    ...short(answer, until),
    layers: { regulation: short(regulation.answer, regulation.until), upper: short(upper.answer, upper.until) },
  };
}

const kindOf = (codes: Uint8Array, index: number): AnswerKind => ANSWERS[codes[index] ?? 0] ?? "clear";

function dayOf(days: Int32Array, index: number): string | null {
  const day = days[index] ?? NO_DAY;
  return day === NO_DAY ? null : formatDay(day);
}

function placesIn(list: readonly { name: { zh: string } }[]): Map<string, number> {
  return new Map(list.map(({ name }, index) => [name.zh, index]));
}

function place(places: ReadonlyMap<string, number>, name: string): number {
  const found = places.get(name);
  if (found === undefined) throw new RangeError(`“${name}”不在词表内 / not among the words of the law`);
  return found;
}

function dayIn(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new RangeError(`“${text}”不是存在的日期 / no such date`);
  return day;
}

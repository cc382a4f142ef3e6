// The answer and the last barred day of one question through the columns' own loop: what a sweep has in hand of each person
// before it looks at any reason. Who has more than one measure or sanction is answered from the records.
import { hasColumns } from "./column-table.ts";
import { NO_DAY, compileColumns, makeColumns, makeResults } from "./columns.ts";
import type { EligibilityColumns } from "./columns.ts";
import { lastDayAsked, rankOf } from "../reckon/bearing.ts";
import type { Day } from "../reckon/days.ts";
import { ANSWERS, assess, lastDayIn } from "../reckon/eligibility.ts";
import type { AnswerKind, Facts, Question } from "../reckon/eligibility.ts";
import type { Law } from "../compile/law.ts";
import { counts, isShared } from "../reckon/records.ts";
import type { Consent } from "../reckon/records.ts";
import { isBarringGround } from "../compile/table.ts";
import type { SanctionId } from "../pack/vocabulary.ts";

/** `until` is the last barred day, null unless barred with one. */
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

function fromRecords(law: Law): Engine {
  return (facts, question, upper) => {
    const assessed = assess(law, facts, question);
    const { answer, until } = upper ? assessed : assessed.regulation;
    return { answer, until: lastDayIn(until) };
  };
}

function compileVerdicts(law: Law): Engine {
  const several = fromRecords(law);
  const answerColumns = compileColumns(law);
  const row = makeColumns(1);
  const result = makeResults(1);
  return (facts, question, upper) => {
    if (!fillRow(law, row, 0, facts, question)) return several(facts, question, upper);
    answerColumns(row, result);
    const until = (upper ? result.until : result.regulationUntil)[0] ?? NO_DAY;
    return {
      answer: ANSWERS[(upper ? result.answer : result.regulation)[0] ?? 0] ?? "clear",
      until: until === NO_DAY ? null : lastDayIn(until),
    };
  };
}

/** Writes one question into columns; false, with the row in no state to be answered, where more records count than a row holds. */
export function fillRow(law: Law, row: EligibilityColumns, at: number, facts: Facts, question: Question): boolean {
  const { index } = law;
  const last = lastDayAsked(question);
  const measure = onlyOne(facts.measures, (record) => counts(record, last) && isBarringGround(record.ground));
  const sanction = onlyOne(facts.sanctions, (record) => counts(record, last));
  if (measure === "several" || sanction === "several") return false;
  if (typeof measure?.basis === "string" && measure.basis !== law.regulation.id) return false;
  if (measure === null) row.measure[at] = -1;
  else {
    row.measure[at] = placeOf(index.measures, measure.kind);
    row.ground[at] = measure.ground === "unsuitable" ? 1 : 0;
    row.adjustment[at] = measure.handling === "adjustment" ? 1 : 0;
    row.decided[at] = measure.decided ?? NO_DAY;
    row.effective[at] = measure.effective;
    row.originalLevel[at] = placeOf(index.levels, measure.originalLevel);
    row.presentLevel[at] = placeOf(index.levels, measure.presentLevel);
    row.reducedLevel[at] = placeOf(index.levels, measure.reducedLevel);
  }
  if (sanction === null) row.sanction[at] = -1;
  else {
    row.sanction[at] = placeOf(index.sanctions, sanction.kind);
    row.sanctionDecided[at] = sanction.decided ?? NO_DAY;
    row.sanctionEffective[at] = sanction.effective;
    const isSetForMore = isShared(sanction, facts.sanctions, last) && hasNoLength(law, sanction.kind);
    row.sanctionMonths[at] = isSetForMore ? 0 : (sanction.months ?? 0);
    row.sanctionExtended[at] = sanction.extended ?? 0;
    row.sanctionRestored[at] = sanction.restored ?? NO_DAY;
    row.sanctionLevel[at] = placeOf(index.levels, sanction.level ?? null);
  }
  const dated = "date" in question;
  row.purpose[at] = placeOf(index.purposes, question.purpose);
  row.date[at] = dated ? question.date : question.year;
  row.toLevel[at] = dated ? placeOf(index.levels, question.toLevel) : -1;
  row.personLevel[at] = placeOf(index.levels, facts.person.level);
  row.consent[at] = dated ? latest(law, facts.consents, question, false) : NO_DAY;
  row.consentPerhaps[at] = dated ? latest(law, facts.consents, question, true) : NO_DAY;
  row.openMatters[at] = facts.openMatters > 0 ? 1 : 0;
  row.incomplete[at] = facts.person.historyComplete === false ? 1 : 0;
  return true;
}

// The one record that counts, null for none.
function onlyOne<Record>(
  records: readonly Record[],
  isCounted: (record: Record) => boolean,
): Record | null | "several" {
  let found: Record | null = null;
  for (const record of records) {
    if (!isCounted(record)) continue;
    if (found !== null) return "several";
    found = record;
  }
  return found;
}

function placeOf(places: ReadonlyMap<string, number>, id: string | null): number {
  if (id === null) return -1;
  const place = places.get(id);
  if (place === undefined) throw new RangeError(`the vocabulary has no ${id}`);
  return place;
}

// Months on record of such a kind were set for several sanctions together.
function hasNoLength({ vocabulary, index }: Law, kind: SanctionId): boolean {
  return vocabulary.sanctions[index.sanctions.get(kind) ?? -1]?.months.length === 0;
}

// The latest consent before the date that counts for the level asked; with `perhaps` also one for some level where none is asked.
function latest(
  law: Law,
  consents: readonly Consent[],
  { date, toLevel }: Extract<Question, { date: Day }>,
  perhaps: boolean,
): Day {
  let found = NO_DAY;
  for (const consent of consents) {
    if (consent.on >= date || consent.on <= found) continue;
    if (consent.toLevel === null) found = consent.on;
    else if (toLevel === null ? perhaps : rankOf(law, consent.toLevel) <= rankOf(law, toLevel)) found = consent.on;
  }
  return found;
}

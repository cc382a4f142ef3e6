// The consent that renewed use needs once a first period has ended, and whether it was given in time.
import { rankOf, reachedBy } from "./bearing.ts";
import type { Citation } from "../text/citation.ts";
import { termsOf } from "./combination.ts";
import { baselineOf, givesWay, joinedRecords, mayStand } from "./consequences.ts";
import type { Day } from "./days.ts";
import { readingOn } from "../compile/interpretation.ts";
import type { Law } from "../compile/law.ts";
import { periodOf } from "./periods.ts";
import { answersOn, isDated, isInfluence, rowsFor } from "./record-rows.ts";
import type { Consent, MeasureRecord, SanctionRecord, Standing } from "./records.ts";
import type { RuleOf } from "../pack/rule.ts";
import { ALWAYS } from "../compile/table.ts";
import type { Row } from "../compile/table.ts";
import { ALONE } from "./term.ts";
import type { Term } from "./term.ts";
import type { BodyId, LevelId, PurposeId } from "../pack/vocabulary.ts";

/**
 * What stands in the way of a consent that is needed: none was given, or a person has to look because the day is the anniversary of a
 * first period, or because the consent is for a level and none is asked about. Empty where it was given.
 */
export type ConsentLack = "consent-missing" | "grey-day" | "level-missing";

export type RequiredConsent = {
  cite: Citation;
  from: BodyId[];
  /** The first day of which a consent counts: an earlier one is about something else. */
  notBefore: Day;
  lacks: readonly ConsentLack[];
};

type Dated = { purpose: PurposeId; date: Day; toLevel: LevelId | null };

/**
 * A record that asks for a consent, or whether it does on the very anniversary of its first period. `expired` is the last day of what bars
 * the question, or of the first period where nothing does, and ALWAYS where a consent need not be later.
 */
type Asking = { effective: Day; grey: boolean; expired: Day };

/** The consent that a question on a date needs, or null when nothing on record asks for one by then. */
export function requiredConsent(
  law: Law,
  standing: Standing,
  consents: readonly Consent[],
  question: Dated,
  level: LevelId | null,
): RequiredConsent | null {
  const known = law.index.consent;
  if (known === null || !known.rule.purposes.includes(question.purpose) || question.date < law.inForceFrom) return null;
  const asking = askingRecords(law, known.rule, standing, question, level);
  if (asking.length === 0) return null;
  const due = asking.filter(({ grey }) => !grey);
  const surely = given(law, consents, question, "surely");
  const perhaps = given(law, consents, question, "perhaps");
  const lacks = (records: readonly Asking[], counted: readonly Day[]): boolean =>
    records.length > 0 && !counted.some((day) => day >= sinceAll(records));
  const { cite, rule } = known;
  if (lacks(due, perhaps)) return { cite, from: rule.from, notBefore: sinceAll(due), lacks: ["consent-missing"] };
  const grey = lacks(asking, perhaps);
  const found: ConsentLack[] = grey ? ["grey-day"] : [];
  if (lacks(grey ? due : asking, surely)) found.push("level-missing");
  return { cite, from: rule.from, notBefore: sinceAll(asking), lacks: found };
}

// The first day of a consent that is enough for all of them.
function sinceAll(records: readonly Asking[]): Day {
  return records.reduce((latest, { effective, expired }) => Math.max(latest, effective, expired + 1), ALWAYS);
}

/** The days before the one asked about on which a consent for the level asked was given; `perhaps` also those for some level where none is asked. */
function given(law: Law, consents: readonly Consent[], { date, toLevel }: Dated, how: "surely" | "perhaps"): Day[] {
  return consents
    .filter((consent) => {
      if (consent.on >= date) return false;
      if (consent.toLevel === null) return true;
      return toLevel === null ? how === "perhaps" : rankOf(law, consent.toLevel) <= rankOf(law, toLevel);
    })
    .map(({ on }) => on);
}

function askingRecords(
  law: Law,
  rule: RuleOf<"consent">,
  standing: Standing,
  question: Dated,
  level: LevelId | null,
): Asking[] {
  const { measures, sanctions } = standing;
  const terms = termsOf(law, sanctions, question.date);
  const found: Asking[] = [];
  const disciplined = new Map<number | string, Asking>();
  for (const [index, { record, because }] of rule.sanctions && sanctions.length > 0 ? sanctions.entries() : []) {
    const term = terms[index] ?? ALONE;
    if (term.absorbed) continue;
    const rows = rowsFor(law, record).filter((row) => isInfluence(law, row) && answersOn(law, row, question.date));
    const asking = askingOn(law, record, rows, term, question, level);
    if (asking === null) continue;
    disciplined.set(because, asking);
    found.push(asking);
  }
  const gaveWay =
    measures.length > 0 && sanctions.length > 0 && givesWay(law)
      ? joinedRecords(law, standing, terms, question.date).measures
      : NONE;
  for (const { record, because } of measures) {
    if (!asksConsent(law, rule, record, question.date)) continue;
    const rows = rowsFor(law, record).filter((row) => row.layer === "regulation");
    if (rows.length === 0) continue;
    // Where its own periods gave way to discipline, it asks when that does.
    const joined = gaveWay.get(because) ?? NO_SANCTIONS;
    if (joined.length > 0 && rows.some((row) => !mayStand(law, row, record))) {
      for (const sanction of joined) {
        const asking = disciplined.get(sanction);
        if (asking !== undefined) found.push({ ...asking, effective: record.effective });
      }
      continue;
    }
    const asking = askingOn(law, record, rows, ALONE, question, level);
    if (asking !== null) found.push(asking);
  }
  return found;
}

const NONE: ReadonlyMap<number | string, readonly (number | string)[]> = new Map();
const NO_SANCTIONS: readonly (number | string)[] = [];

// From the end of the first period on; without any period from the day on which it took effect. The year of honours is none.
function askingOn(
  law: Law,
  record: MeasureRecord | SanctionRecord,
  rows: readonly Row[],
  term: Term,
  question: Dated,
  level: LevelId | null,
): Asking | null {
  const { date } = question;
  const { effective } = record;
  let first: { until: Day; grey: Day | null } | null = null;
  for (const row of rows) {
    if (!isDated(law, row)) continue;
    const period = periodOf(law, row, record, term);
    if (first === null || period.until < first.until) first = period;
  }
  if (first === null ? date < effective : date <= first.until) return null;
  const timing = law.index.consent?.rule.settings.timing ?? "";
  const isLater = readingOn(law, timing, date) === "after-expiry";
  const expired =
    isLater && first !== null ? lastReaching(law, record, rows, term, question, level, first.until) : ALWAYS;
  return { effective, grey: date === first?.grey, expired };
}

// The last day of what bars the question; of the first period where nothing does.
function lastReaching(
  law: Law,
  record: MeasureRecord | SanctionRecord,
  rows: readonly Row[],
  term: Term,
  question: Dated,
  level: LevelId | null,
  first: Day,
): Day {
  let last: Day = ALWAYS;
  for (const row of rows) {
    if (!isDated(law, row)) continue;
    const bars = law.vocabulary.purposes[row.bars]?.id ?? "";
    const reached = { bars, reach: row.reach, baseline: baselineOf(row, record, level) };
    if (reachedBy(law, reached, question, level) === "open") continue;
    last = Math.max(last, periodOf(law, row, record, term).until);
  }
  return last === ALWAYS ? first : last;
}

// The decision that the clause is about is the renewed use, so its day says how the clause is read.
function asksConsent(law: Law, rule: RuleOf<"consent">, { kind }: MeasureRecord, date: Day): boolean {
  const narrow = readingOn(law, rule.settings.who, date) === "resignation-removal-demotion";
  return (narrow ? rule.narrowMeasures : rule.measures).includes(kind);
}

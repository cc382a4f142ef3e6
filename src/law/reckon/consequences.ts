// What a measure or a sanction bars, from which day until which, and by which text.
import type { ReasonCode } from "./bearing.ts";
import type { Citation, Sentence } from "../text/citation.ts";
import { termsOf } from "./combination.ts";
import type { Day } from "./days.ts";
import { readingOn, recomputationsAfter } from "../compile/interpretation.ts";
import type { Law } from "../compile/law.ts";
import { decidedOf, periodOf } from "./periods.ts";
import { answersOn, influenceSpan, isDated, rowsFor, spanOf } from "./record-rows.ts";
import { isMeasure, standingOn } from "./records.ts";
import type { MeasureRecord, Records, SanctionRecord, Standing } from "./records.ts";
import { ENDLESS, FOREVER, RECORD, YEAR } from "../compile/table.ts";
import type { Row } from "../compile/table.ts";
import { ALONE } from "./term.ts";
import type { Term } from "./term.ts";
import type { LevelId, PurposeId, Reach } from "../pack/vocabulary.ts";
import { periodByUpperNorm } from "./words.ts";

export type { MeasureRecord, Records, SanctionRecord } from "./records.ts";

/**
 * Days after a period on which a person has to look, because the records, or the bodies of an unverified clause, do not say how long it
 * is. `grey` is the anniversary at their end, `greyCode` what is said on it.
 */
export type Unsure = {
  code: "period-not-set" | "restoration-missing" | "norm-undecided";
  from: Day;
  until: Day;
  grey: Day | null;
  greyCode: "grey-day" | "norm-undecided";
  norm: string | null;
};

export type Restriction = {
  bars: PurposeId;
  from: Day;
  /** The last barred day; PERMANENT for a bar without an end. */
  until: Day;
  /** The anniversary, on which the answer is "needs confirmation"; null when there is none. */
  grey: Day | null;
  unsure: Unsure | null;
  baseline: LevelId | null;
  /** From which level on it bars: above the baseline, from the baseline, or any level; null for years. */
  reach: Reach | null;
  layer: "regulation" | "upper";
  cite: Citation;
  /** The upper norm whose period the regulation refers to, when it does. */
  norm: Citation | null;
  /** The clause on several sanctions by which the period was counted, when one was. */
  combined: Citation | null;
  /** Index into the measures, `sanction:n`, or a reference of the caller's own. */
  because: number | string;
  note: Sentence | null;
};

export type Wanted = (row: Row, record: MeasureRecord | SanctionRecord, term: Term) => boolean;

/** A restriction with what it was counted from. */
export type Counted = {
  restriction: Restriction;
  row: Row;
  record: MeasureRecord | SanctionRecord;
  term: Term;
  /** Why nobody can tell whether a sanction's bar is carried into the regulation layer; null where it is, and of every other bar. */
  uncertain: ReasonCode | null;
};

/**
 * The restrictions of one record by itself, in both layers, those of undecided clauses left out. What handling and discipline bring
 * together, and several sanctions, `restrictionsOfAll` adds. `presentLevel` stands in where the record has none.
 */
export function restrictionsOf(
  law: Law,
  record: MeasureRecord | SanctionRecord,
  because: number | string = 0,
  presentLevel: LevelId | null = null,
): Restriction[] {
  const found: Counted[] = [];
  countInto(found, law, record, because, presentLevel, ALONE, decidedIn(law));
  return found.map((counted) => counted.restriction);
}

/** The restrictions of all records of one person that have not been revoked, with what the clauses say of several together; those of undecided clauses left out. */
export function restrictionsOfAll(law: Law, records: Records, presentLevel: LevelId | null = null): Restriction[] {
  return countAll(law, standingOn(records, null), null, presentLevel, decidedIn(law)).map(
    (counted) => counted.restriction,
  );
}

const decidedIn =
  (law: Law): Wanted =>
  (row) =>
    answersOn(law, row, FOREVER - 1);

/**
 * The restrictions with the row and the term of each, also those of undecided clauses; `wanted` leaves out rows that need not be counted.
 * `asked` is the last day asked about, null for none: only a handling in effect by then joins discipline, and only clauses that answer
 * questions of that day make up a sanction's period.
 */
export function countAll(
  law: Law,
  standing: Standing,
  asked: Day | null,
  presentLevel: LevelId | null = null,
  wanted: Wanted = () => true,
): Counted[] {
  const { measures, sanctions } = standing;
  const last = asked ?? FOREVER - 1;
  const terms = termsOf(law, sanctions, last);
  const mayRunTogether = measures.length > 0 && sanctions.length > 0 && law.index.concurrences.length > 0;
  // Worked out when something that is wanted hangs on it: most questions do not reach that far.
  let known: Joined | null = mayRunTogether ? null : APART;
  const joined = (): Joined => (known ??= joinedRecords(law, standing, terms, last));
  const mayGiveWay = mayRunTogether && givesWay(law);
  const found: Counted[] = [];
  for (const { record, because } of measures) {
    const yields = mayGiveWay && joined().measures.has(because);
    const asking: Wanted = yields ? (row, ...rest) => mayStand(law, row, record) && wanted(row, ...rest) : wanted;
    countInto(found, law, record, because, presentLevel, ALONE, asking);
  }
  for (const [index, { record, because }] of sanctions.entries()) {
    const term = terms[index] ?? ALONE;
    if (term.absorbed) continue;
    if (mayRunTogether) {
      for (const row of rowsFor(law, record)) {
        if (row.layer !== "upper" || row.derived || !wanted(row, record, term)) continue;
        const joining = joined().sanctions.get(because);
        if (joining === undefined) break;
        const restriction = restrictionOf(law, row, record, because, presentLevel, term);
        if (restriction === null || Math.max(restriction.until, restriction.unsure?.until ?? 0) < joining.from)
          continue;
        found.push({
          restriction: incorporated(restriction, joining),
          row,
          record,
          term,
          uncertain: joining.uncertain,
        });
      }
    }
    countInto(found, law, record, because, presentLevel, term, wanted);
  }
  return found;
}

/** Whether on some day a measure's own bar gave way to the influence period of discipline at the same time. */
export function givesWay({ index, settings, changes }: Law): boolean {
  return index.concurrences.some(
    ({ rule: { setting } }) =>
      settings[setting] === ONLY || changes.some((change) => change.setting === setting && change.option === ONLY),
  );
}

const ONLY = "discipline-only";

/**
 * What the reading "by the influence period alone" leaves of a measure beside discipline: by the reading of the day of the decision, or of
 * an interpretation that had counted anew what still ran.
 */
export function mayStand(law: Law, row: Row, record: MeasureRecord): boolean {
  if (row.layer === "upper" || !isDated(law, row)) return true;
  const decided = decidedOf(record);
  return !law.index.concurrences.some(({ rule: { setting } }) => {
    const anew = recomputationsAfter(law, decided).findLast(
      (change) => change.setting === setting && periodOf(law, row, record).until >= change.from,
    );
    return (anew?.option ?? readingOn(law, setting, decided)) === ONLY;
  });
}

function countInto(
  found: Counted[],
  law: Law,
  record: MeasureRecord | SanctionRecord,
  because: number | string,
  presentLevel: LevelId | null,
  term: Term,
  wanted: Wanted,
): void {
  for (const row of rowsFor(law, record)) {
    if (!wanted(row, record, term)) continue;
    const restriction = restrictionOf(law, row, record, because, presentLevel, term);
    if (restriction !== null) found.push({ restriction, row, record, term, uncertain: null });
  }
}

/** The restriction that one row brings by itself; null where it is not wanted. */
export function restrictionIn(
  law: Law,
  row: Row,
  record: MeasureRecord | SanctionRecord,
  presentLevel: LevelId | null,
  wanted: Wanted,
): Restriction | null {
  return wanted(row, record, ALONE) ? restrictionOf(law, row, record, 0, presentLevel, ALONE) : null;
}

function restrictionOf(
  law: Law,
  row: Row,
  record: MeasureRecord | SanctionRecord,
  because: number | string,
  presentLevel: LevelId | null,
  term: Term,
): Restriction | null {
  const bars = law.vocabulary.purposes[row.bars];
  if (bars === undefined) return null;
  const period = periodOf(law, row, record, term);
  return {
    bars: bars.id,
    // A rule about choosing somebody bars nothing before it is in force.
    from: Math.max(period.from, row.chosenFrom),
    until: period.until,
    grey: period.grey,
    unsure: unsureAfter(law, row, record, term, period.until),
    baseline: baselineOf(row, record, presentLevel),
    reach: row.reach,
    layer: row.layer,
    cite: row.cite,
    norm: null,
    combined: row.months === YEAR || row.months === ENDLESS ? null : term.cite,
    because,
    note: row.remark,
  };
}

function unsureAfter(
  law: Law,
  row: Row,
  record: MeasureRecord | SanctionRecord,
  term: Term,
  until: Day,
): Unsure | null {
  if (isMeasure(record) || row.months === YEAR || row.months === ENDLESS) return null;
  if ((row.start !== "effective" || row.months === RECORD) && record.restored === null)
    return {
      code: "restoration-missing",
      from: until + 1,
      until: FOREVER,
      grey: null,
      greyCode: "grey-day",
      norm: null,
    };
  if (term.perhaps === null) return null;
  const { remaining, months, norm } = term.perhaps;
  const longer = periodOf(law, row, record, { ...term, remaining, months: months ?? term.months });
  if (longer.until <= until) return null;
  const code = norm === null ? "period-not-set" : "norm-undecided";
  const greyCode = norm === null ? "grey-day" : "norm-undecided";
  return { code, from: until + 1, until: longer.until, grey: longer.grey, greyCode, norm };
}

/** The level that a bar of a row is measured against; `presentLevel` stands in where the record has none. */
export function baselineOf(
  row: Row,
  record: MeasureRecord | SanctionRecord,
  presentLevel: LevelId | null,
): LevelId | null {
  switch (row.baseline) {
    case null:
      return null;
    case "present":
      return (isMeasure(record) ? record.presentLevel : (record.level ?? null)) ?? presentLevel;
    case "original":
      return isMeasure(record) ? record.originalLevel : null;
    case "reduced":
      return isMeasure(record) ? record.reducedLevel : null;
  }
}

/** The clause on discipline at the same time, the first day of the handling, and why it may not join, where the periods may not overlap. */
type Joining = { cite: Citation; from: Day; uncertain: ReasonCode | null };
export type Joined = {
  /** By measure: the sanctions by whose influence period it is carried on, where that is decided. */
  measures: ReadonlyMap<number | string, readonly (number | string)[]>;
  sanctions: ReadonlyMap<number | string, Joining>;
};
const APART: Joined = { measures: new Map(), sanctions: new Map() };

/** Which measures and sanctions run together by the day asked about, so that the clause on discipline at the same time applies. */
export function joinedRecords(law: Law, { measures, sanctions }: Standing, terms: readonly Term[], asked: Day): Joined {
  const joinedMeasures = new Map<number | string, (number | string)[]>();
  const joinedSanctions = new Map<number | string, Joining>();
  for (const { rule, cite } of law.index.concurrences) {
    for (const { record: measure, because } of measures) {
      if (!rule.measures.includes(measure.kind) || measure.effective > asked) continue;
      const handled = handlingSpan(law, measure);
      if (handled === null) continue;
      for (const [index, sanction] of sanctions.entries()) {
        const term = terms[index] ?? ALONE;
        if (term.absorbed) continue;
        const overlaps = (by: Day, under: Term): boolean => {
          const influence = influenceSpan(law, sanction.record, under, by);
          return influence !== null && influence.from <= handled.until && handled.from <= influence.until;
        };
        const longest = longestOf(term);
        if (!overlaps(FOREVER, longest)) continue;
        const surely = overlaps(asked, term);
        if (surely && sanction.record.effective <= asked)
          joinedMeasures.set(because, [...(joinedMeasures.get(because) ?? []), sanction.because]);
        const unset = !surely && term.perhaps?.norm === null && overlaps(asked, longest);
        const uncertain = surely ? null : unset ? "period-not-set" : "norm-undecided";
        joinedSanctions.set(
          sanction.because,
          earlier(joinedSanctions.get(sanction.because), { cite, from: handled.from, uncertain }),
        );
      }
    }
  }
  return { measures: joinedMeasures, sanctions: joinedSanctions };
}

function longestOf(term: Term): Term {
  if (term.perhaps === null) return term;
  return { ...term, remaining: term.perhaps.remaining, months: term.perhaps.months ?? term.months };
}

// One that joins surely goes before one that may; of two alike the first day counts.
function earlier(one: Joining | undefined, other: Joining): Joining {
  if (one === undefined) return other;
  if ((one.uncertain === null) !== (other.uncertain === null)) return one.uncertain === null ? one : other;
  return other.from < one.from ? other : one;
}

/** From the first to the last day on which the regulation itself bars a post or a rank because of a measure; null when it does not. */
function handlingSpan(law: Law, record: MeasureRecord): { from: Day; until: Day } | null {
  const rows = rowsFor(law, record).filter((row) => row.layer === "regulation" && isDated(law, row));
  return spanOf(rows.map((row) => periodOf(law, row, record)));
}

function incorporated(upper: Restriction, { cite, from }: Joining): Restriction {
  return {
    ...upper,
    from: Math.max(upper.from, from),
    layer: "regulation",
    cite,
    norm: upper.cite,
    // Of the clauses above only the one whose period it takes is named here.
    combined: null,
    note: upper.note ?? periodByUpperNorm(upper.cite.label),
  };
}

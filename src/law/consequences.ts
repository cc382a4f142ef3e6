// What a measure or a sanction bars, from which day until which, and by which text.
import type { Citation, Sentence } from "./citation.ts";
import { ALONE, termsOf } from "./combination.ts";
import type { Term } from "./combination.ts";
import type { Day } from "./days.ts";
import { readingOn, recomputationsAfter } from "./interpretation.ts";
import type { Law } from "./law.ts";
import { decidedOf, isMeasure, periodOf, workingPeriod } from "./periods.ts";
import { cellOf, influenceRows, influenceSpan, rowsFor, sanctionIndex, spanOf } from "./record-rows.ts";
import { YEAR } from "./table.ts";
import type { Row } from "./table.ts";
import type { Ground, Handling, LevelId, MeasureId, PurposeId, Reach, SanctionId } from "./vocabulary.ts";

export type MeasureRecord = {
  kind: MeasureId;
  decided: Day | null;
  effective: Day;
  /** Null for measures that are no organizational handling. */
  handling: Handling | null;
  originalLevel: LevelId | null;
  presentLevel: LevelId | null;
  reducedLevel: LevelId | null;
  ground: Ground;
};

export type SanctionRecord = {
  kind: SanctionId;
  effective: Day;
  /** The length chosen, for kinds that have several, or set for several equal ones together; null otherwise. */
  months: number | null;
  restored: Day | null;
};

export type Records = { measures: readonly MeasureRecord[]; sanctions: readonly SanctionRecord[] };

export type Restriction = {
  bars: PurposeId;
  from: Day;
  /** The last barred day. */
  until: Day;
  /** The anniversary, on which the answer is "needs confirmation"; null when there is none. */
  grey: Day | null;
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

export type Wanted = (row: Row, record: MeasureRecord | SanctionRecord, remaining: number) => boolean;

/** A restriction with what it was counted from. */
export type Counted = {
  restriction: Restriction;
  row: Row;
  record: MeasureRecord | SanctionRecord;
  term: Term;
};

/**
 * The restrictions of one record by itself, in both layers. What handling and discipline bring
 * together, and several sanctions, `restrictionsOfAll` adds. `presentLevel` stands in where the record has none.
 */
export function restrictionsOf(
  law: Law,
  record: MeasureRecord | SanctionRecord,
  because: number | string = 0,
  presentLevel: LevelId | null = null,
): Restriction[] {
  const found: Counted[] = [];
  countInto(found, law, record, because, presentLevel, ALONE, () => true);
  return found.map((counted) => counted.restriction);
}

/** The restrictions of all records of one person, with what the clauses say of several together. */
export function restrictionsOfAll(law: Law, records: Records, presentLevel: LevelId | null = null): Restriction[] {
  return countAll(law, records, presentLevel).map((counted) => counted.restriction);
}

/** `restrictionsOfAll` with the row and the term of each; `wanted` leaves out rows that need not be counted. */
export function countAll(
  law: Law,
  records: Records,
  presentLevel: LevelId | null = null,
  wanted: Wanted = () => true,
): Counted[] {
  const terms = termsOf(law, records.sanctions);
  const mayRunTogether = records.measures.length > 0 && records.sanctions.length > 0;
  // Worked out when something that is wanted hangs on it: most questions do not reach that far.
  let known: Joined | null = mayRunTogether ? null : APART;
  const joined = (): Joined => (known ??= joinedRecords(law, records, terms));
  const mayGiveWay = mayRunTogether && givesWay(law);
  const found: Counted[] = [];
  for (const [index, record] of records.measures.entries()) {
    const yields = mayGiveWay && joined().measures.has(index);
    const asked: Wanted = yields ? (row, ...rest) => mayStand(law, row, record) && wanted(row, ...rest) : wanted;
    countInto(found, law, record, index, presentLevel, ALONE, asked);
  }
  records.sanctions.forEach((record, index) => {
    const because = `sanction:${index}`;
    const term = terms[index] ?? ALONE;
    if (term.absorbed) return;
    if (mayRunTogether) {
      for (const row of influenceRows(law, record)) {
        if (!wanted(row, record, term.remaining)) continue;
        const concurrence = joined().sanctions.get(index);
        if (concurrence === undefined) break;
        const restriction = restrictionOf(law, row, record, because, presentLevel, term);
        if (restriction !== null)
          found.push({ restriction: incorporated(restriction, concurrence), row, record, term });
      }
    }
    countInto(found, law, record, because, presentLevel, term, wanted);
  });
  return found;
}

// Whether on some day a measure's own bar gave way to the influence period of discipline at the same time.
function givesWay({ index, settings, changes }: Law): boolean {
  return index.concurrences.some(
    ({ rule: { setting } }) =>
      settings[setting] === ONLY || changes.some((change) => change.setting === setting && change.option === ONLY),
  );
}

const ONLY = "discipline-only";

// What the reading "by the influence period alone" leaves of a measure beside discipline: by the reading of the day of
// the decision, or of an interpretation that had counted anew what still ran.
function mayStand(law: Law, row: Row, record: MeasureRecord): boolean {
  if (row.layer === "upper" || row.reach === null) return true;
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
    if (!wanted(row, record, term.remaining)) continue;
    const restriction = restrictionOf(law, row, record, because, presentLevel, term);
    if (restriction !== null) found.push({ restriction, row, record, term });
  }
}

/** Whether some clause that nobody has verified speaks of records of this kind. */
export function hasAdvice(law: Law, record: MeasureRecord | SanctionRecord): boolean {
  return adviceRows(law, record).length > 0;
}

/** Bars that nobody has verified yet, for the same record: shown as advice, they never bar. */
export function adviceFor(
  law: Law,
  record: MeasureRecord | SanctionRecord,
  presentLevel: LevelId | null,
  wanted: Wanted,
): { row: Row; restriction: Restriction }[] {
  const day = isMeasure(record) ? (record.decided ?? record.effective) : record.effective;
  const found: { row: Row; restriction: Restriction }[] = [];
  for (const row of adviceRows(law, record)) {
    if (day < row.validFrom || day > row.validUntil || !wanted(row, record, 0)) continue;
    const restriction = restrictionOf(law, row, record, 0, presentLevel, ALONE);
    if (restriction !== null) found.push({ row, restriction });
  }
  return found;
}

function adviceRows(law: Law, record: MeasureRecord | SanctionRecord): readonly Row[] {
  const rows = isMeasure(record)
    ? law.table.measureAdvice[cellOf(law, record)]
    : law.table.sanctionAdvice[sanctionIndex(law, record.kind)];
  return rows ?? [];
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
  const period = workingPeriod(law, row, record, term.remaining);
  if (period === null) return null;
  return {
    bars: bars.id,
    from: period.from,
    until: period.until,
    grey: period.grey,
    baseline: baselineOf(row, record, presentLevel),
    reach: row.reach,
    layer: row.layer,
    cite: row.cite,
    norm: null,
    combined: row.months === YEAR ? null : term.cite,
    because,
    note: noteOf(row, record, term),
  };
}

function noteOf(row: Row, record: MeasureRecord | SanctionRecord, term: Term): Sentence | null {
  if (row.remark === null && !row.restored && !term.unset) return null;
  const notes = [
    row.remark,
    row.restored && !isMeasure(record) && record.restored === null ? RESTORED_UNKNOWN : null,
    term.unset && row.settable ? UNSET : null,
  ].filter((note) => note !== null);
  if (notes.length === 0) return null;
  return { zh: notes.map((note) => note.zh).join("；"), en: notes.map((note) => note.en).join("; ") };
}

const UNSET: Sentence = {
  zh: "同日受到数个相同的处分而记录未载明合并的处分期，按单个处分的期间计算，需核实",
  en: "several equal sanctions of one day without a recorded period for all; counted as a single one, to be confirmed",
};

const RESTORED_UNKNOWN: Sentence = {
  zh: "未记录恢复党员权利的日期，按留党察看期满之日起算，需核实",
  en: "the day on which rights were restored is not recorded; counted from the end of probation, to be confirmed",
};

function baselineOf(row: Row, record: MeasureRecord | SanctionRecord, presentLevel: LevelId | null): LevelId | null {
  switch (row.baseline) {
    case null:
      return null;
    case "present":
      return isMeasure(record) ? (record.presentLevel ?? presentLevel) : presentLevel;
    case "original":
      return isMeasure(record) ? record.originalLevel : null;
    case "reduced":
      return isMeasure(record) ? record.reducedLevel : null;
  }
}

type Joined = { measures: ReadonlySet<number>; sanctions: ReadonlyMap<number, Citation> };
const APART: Joined = { measures: new Set(), sanctions: new Map() };

// Which measures and sanctions run together, so that the clause on discipline at the same time applies.
function joinedRecords(law: Law, records: Records, terms: readonly Term[]): Joined {
  const measures = new Set<number>();
  const sanctions = new Map<number, Citation>();
  for (const { rule, cite } of law.index.concurrences) {
    records.measures.forEach((measure, measureIndex) => {
      if (!rule.measures.includes(measure.kind)) return;
      const handled = handlingSpan(law, measure);
      if (handled === null) return;
      records.sanctions.forEach((sanction, sanctionAt) => {
        const term = terms[sanctionAt] ?? ALONE;
        const influence = term.absorbed ? null : influenceSpan(law, sanction, term.remaining);
        if (influence === null) return;
        if (influence.from > handled.until || handled.from > influence.until) return;
        measures.add(measureIndex);
        if (!sanctions.has(sanctionAt)) sanctions.set(sanctionAt, cite);
      });
    });
  }
  return { measures, sanctions };
}

/** From the first to the last day of what the regulation itself attaches to a measure; null when nothing. */
export function handlingSpan(law: Law, record: MeasureRecord): { from: Day; until: Day } | null {
  const rows = rowsFor(law, record).filter((row) => row.layer === "regulation");
  return spanOf(rows.map((row) => workingPeriod(law, row, record, 0)));
}

function incorporated(upper: Restriction, cite: Citation): Restriction {
  return {
    ...upper,
    layer: "regulation",
    cite,
    norm: upper.cite,
    note: upper.note ?? {
      zh: `影响期依${upper.cite.label.zh}`,
      en: `influence period by ${upper.cite.label.en}`,
    },
  };
}

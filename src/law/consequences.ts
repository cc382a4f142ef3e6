// What a measure or a sanction bars, from which day until which, and by which text.
import { citationOf } from "./cite.ts";
import type { Citation, Sentence } from "./citation.ts";
import { addMonths, lastDayOfYear, yearOf } from "./days.ts";
import type { Day } from "./days.ts";
import { rulesOf } from "./law.ts";
import type { Law } from "./law.ts";
import { RECORD, YEAR, measureCell } from "./table.ts";
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
  /** The length chosen, for kinds that have several; null otherwise. */
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
  /** Index into the measures, `sanction:n`, or a reference of the caller's own. */
  because: number | string;
  note: Sentence | null;
};

/**
 * The restrictions of one record by itself, in both layers. What handling and discipline bring
 * together, `restrictionsOfAll` adds. `presentLevel` stands in where the record has none.
 */
export function restrictionsOf(
  law: Law,
  record: MeasureRecord | SanctionRecord,
  because: number | string = 0,
  presentLevel: LevelId | null = null,
): Restriction[] {
  return rowsFor(law, record).flatMap((row) => {
    const restriction = restrictionOf(law, row, record, because, presentLevel);
    return restriction === null ? [] : [restriction];
  });
}

/** The restrictions of all records of one person, with what the regulation says of handling and discipline together. */
export function restrictionsOfAll(law: Law, records: Records, presentLevel: LevelId | null = null): Restriction[] {
  const disciplineOnly = concurrences(law).some((rule) => law.settings[rule.setting] === "discipline-only");
  const joined = joinedRecords(law, records);
  const found: Restriction[] = [];
  records.measures.forEach((record, index) => {
    const own = restrictionsOf(law, record, index, presentLevel);
    const yields = disciplineOnly && joined.measures.has(index);
    found.push(...(yields ? own.filter((one) => one.layer === "upper" || one.reach === null) : own));
  });
  records.sanctions.forEach((record, index) => {
    const because = `sanction:${index}`;
    const concurrence = joined.sanctions.get(index);
    if (concurrence !== undefined) {
      for (const row of influenceRows(law, record)) {
        const upper = restrictionOf(law, row, record, because, presentLevel);
        if (upper !== null) found.push(incorporated(upper, concurrence));
      }
    }
    found.push(...restrictionsOf(law, record, because, presentLevel));
  });
  return found;
}

/** What a period is counted from, and how its last day is found: one place for all who need it. */
export function periodOf(
  law: Law,
  row: Row,
  record: MeasureRecord | SanctionRecord,
): { from: Day; until: Day; grey: Day | null } {
  if (isMeasure(record)) {
    const decided = record.decided ?? record.effective;
    if (row.months === YEAR) {
      const day = law.settings["yearOfHonours"] === "decision-year" ? decided : record.effective;
      return { from: day, until: lastDayOfYear(yearOf(day)), grey: null };
    }
    const start = law.settings["periodStart"] === "decided" ? decided : record.effective;
    return lengthened(law, start, row.months);
  }
  if (row.months === YEAR) {
    return { from: record.effective, until: lastDayOfYear(yearOf(record.effective)), grey: null };
  }
  const months = recordMonths(law, record);
  if (row.restored) {
    return lengthened(law, record.restored ?? addMonths(record.effective, months).day, row.months);
  }
  if (row.months !== RECORD) return lengthened(law, record.effective, row.months);
  const period = lengthened(law, record.effective, months);
  // Rights restored later than the months end: the record was prolonged until the day before.
  if (record.restored === null || record.restored - 1 <= period.until) return period;
  return { from: period.from, until: record.restored - 1, grey: null };
}

/** The rows of the table that a record brings; those of norms not in force on its day are left out. */
export function rowsFor(law: Law, record: MeasureRecord | SanctionRecord): Row[] {
  const [rows, day] = isMeasure(record)
    ? [law.table.measureRows[cellOf(law, record)], record.decided ?? record.effective]
    : [law.table.sanctionRows[sanctionIndex(law, record.kind)], record.effective];
  return (rows ?? []).filter((row) => row.validFrom <= day && day <= row.validUntil);
}

/** Bars that nobody has verified yet, for the same record: shown as advice, they never bar. */
export function adviceFor(
  law: Law,
  record: MeasureRecord | SanctionRecord,
  presentLevel: LevelId | null,
): { summary: Sentence; restriction: Restriction }[] {
  const [rows, day] = isMeasure(record)
    ? [law.table.measureAdvice[cellOf(law, record)], record.decided ?? record.effective]
    : [law.table.sanctionAdvice[sanctionIndex(law, record.kind)], record.effective];
  return (rows ?? []).flatMap((row) => {
    if (day < row.validFrom || day > row.validUntil) return [];
    const restriction = restrictionOf(law, row, record, 0, presentLevel);
    return restriction === null ? [] : [{ summary: row.summary, restriction }];
  });
}

/** Whether clauses on 组织处理 attach to a record: not to an adjustment, unless the reading says always. */
export function isAdjusted(law: Law, handling: Handling | null): boolean {
  return handling === "adjustment" && law.settings["organizationalAdjustment"] !== "always-attaches";
}

export function isMeasure(record: MeasureRecord | SanctionRecord): record is MeasureRecord {
  return "ground" in record;
}

/** The months of a record whose kind has several lengths; without one, the longest is assumed. */
export function recordMonths(law: Law, record: SanctionRecord): number {
  if (record.months !== null) return record.months;
  const sanction = law.vocabulary.sanctions[sanctionIndex(law, record.kind)];
  return Math.max(0, ...(sanction?.months ?? []));
}

function restrictionOf(
  law: Law,
  row: Row,
  record: MeasureRecord | SanctionRecord,
  because: number | string,
  presentLevel: LevelId | null,
): Restriction | null {
  const bars = law.vocabulary.purposes[row.bars];
  if (bars === undefined) return null;
  return {
    bars: bars.id,
    ...periodOf(law, row, record),
    baseline: baselineOf(row, record, presentLevel),
    reach: row.reach,
    layer: row.layer,
    cite: row.cite,
    norm: null,
    because,
    note: row.restored && !isMeasure(record) && record.restored === null ? RESTORED_UNKNOWN : null,
  };
}

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

function lengthened(law: Law, start: Day, months: number): { from: Day; until: Day; grey: Day | null } {
  const { day, exact } = addMonths(start, months);
  if (!exact || law.settings["periodEnd"] === "anniversary") return { from: start, until: day, grey: null };
  return { from: start, until: day - 1, grey: day };
}

// Which measures and sanctions run together, so that the clause on discipline at the same time applies.
function joinedRecords(law: Law, records: Records): { measures: Set<number>; sanctions: Map<number, Citation> } {
  const measures = new Set<number>();
  const sanctions = new Map<number, Citation>();
  for (const rule of concurrences(law)) {
    const cite = citationOf(law.regulation, rule);
    records.measures.forEach((measure, measureIndex) => {
      if (!rule.measures.includes(measure.kind)) return;
      const handled = handlingSpan(law, measure);
      if (handled === null) return;
      records.sanctions.forEach((sanction, sanctionAt) => {
        const influence = influenceSpan(law, sanction);
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
  return spanOf(rows.map((row) => periodOf(law, row, record)));
}

function influenceSpan(law: Law, record: SanctionRecord): { from: Day; until: Day } | null {
  return spanOf(influenceRows(law, record).map((row) => periodOf(law, row, record)));
}

/** The rows that make up the influence period of a sanction: upper norms' own bars asked on a date. */
export function influenceRows(law: Law, record: SanctionRecord): Row[] {
  return rowsFor(law, record).filter((row) => row.layer === "upper" && row.months !== YEAR && !row.derived);
}

function spanOf(periods: readonly { from: Day; until: Day }[]): { from: Day; until: Day } | null {
  if (periods.length === 0) return null;
  return {
    from: Math.min(...periods.map((period) => period.from)),
    until: Math.max(...periods.map((period) => period.until)),
  };
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

function concurrences(law: Law): ReturnType<typeof rulesOf<"concurrence">> {
  return rulesOf(law, "concurrence");
}

function cellOf(law: Law, record: MeasureRecord): number {
  const measure = law.vocabulary.measures.findIndex((candidate) => candidate.id === record.kind);
  if (measure < 0) throw new RangeError(`the vocabulary has no measure ${record.kind}`);
  return measureCell(measure, record.ground, isAdjusted(law, record.handling));
}

function sanctionIndex(law: Law, kind: SanctionId): number {
  const index = law.vocabulary.sanctions.findIndex((candidate) => candidate.id === kind);
  if (index < 0) throw new RangeError(`the vocabulary has no sanction ${kind}`);
  return index;
}

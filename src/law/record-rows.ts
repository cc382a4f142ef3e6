// The rows of the table that a record brings, and the influence period that a sanction's rows make up.
import type { MeasureRecord, SanctionRecord } from "./consequences.ts";
import type { Day } from "./days.ts";
import { readingOn, recomputationsAfter } from "./interpretation.ts";
import type { Law } from "./law.ts";
import { decidedOf, isMeasure, periodOf, workingPeriod } from "./periods.ts";
import type { Period } from "./periods.ts";
import { YEAR, measureCell } from "./table.ts";
import type { Row } from "./table.ts";
import type { SanctionId } from "./vocabulary.ts";

/** The rows of the table that a record brings; those of norms not in force on its day are left out. */
export function rowsFor(law: Law, record: MeasureRecord | SanctionRecord): readonly Row[] {
  if (isMeasure(record)) {
    return inForceOn(measureRowsFor(law, record), decidedOf(record));
  }
  return inForceOn(law.table.sanctionRows[sanctionIndex(law, record.kind)], record.effective);
}

const NONE: readonly Row[] = [];

// Mostly all are in force, and then no list is made anew.
function inForceOn(rows: readonly Row[] | undefined, day: Day): readonly Row[] {
  if (rows === undefined) return NONE;
  for (const row of rows) {
    if (day < row.validFrom || day > row.validUntil)
      return rows.filter((one) => one.validFrom <= day && day <= one.validUntil);
  }
  return rows;
}

// An interpretation by which clauses on 组织处理 no longer attach to an adjustment, and by which what runs is counted
// anew, takes away what still ran on its day. One by which they attach from now on brings nothing upon an older decision.
function measureRowsFor(law: Law, record: MeasureRecord): readonly Row[] | undefined {
  const rows = law.table.measureRows[cellOf(law, record)];
  if (law.changes.length === 0 || record.handling !== "adjustment" || isAdjusted(law, record)) return rows;
  const change = recomputationsAfter(law, decidedOf(record)).find(
    ({ setting, option }) => setting === ADJUSTMENT && option !== ATTACHES,
  );
  if (change === undefined) return rows;
  const left = law.table.measureRows[cellUnder(law, record, true)] ?? [];
  return rows?.filter((row) => left.includes(row) || periodOf(law, row, record).until < change.from);
}

/** From the first to the last day of a sanction's influence period; null for a kind without one. */
export function influenceSpan(law: Law, record: SanctionRecord, remaining: number): { from: Day; until: Day } | null {
  return spanOf(influenceRows(law, record).map((row) => workingPeriod(law, row, record, remaining)));
}

/** The rows that make up the influence period of a sanction: upper norms' own bars asked on a date. */
export function influenceRows(law: Law, record: SanctionRecord): Row[] {
  return rowsFor(law, record).filter(isInfluence);
}

/** An upper norm's own bar asked on a date. */
export function isInfluence(row: Row): boolean {
  return row.layer === "upper" && row.months !== YEAR && !row.derived;
}

const ADJUSTMENT = "organizationalAdjustment";
const ATTACHES = "always-attaches";

/** Whether a decision is 组织调整, to which clauses on 组织处理 do not attach unless the reading of its day says always. */
function isAdjusted(law: Law, record: MeasureRecord): boolean {
  return record.handling === "adjustment" && readingOn(law, ADJUSTMENT, decidedOf(record)) !== ATTACHES;
}

/** From the first to the last day of several periods; null when there is none. */
export function spanOf(periods: readonly (Period | null)[]): { from: Day; until: Day } | null {
  const known = periods.filter((period) => period !== null);
  if (known.length === 0) return null;
  return {
    from: Math.min(...known.map((period) => period.from)),
    until: Math.max(...known.map((period) => period.until)),
  };
}

export function cellOf(law: Law, record: MeasureRecord): number {
  return cellUnder(law, record, isAdjusted(law, record));
}

function cellUnder(law: Law, record: MeasureRecord, adjusted: boolean): number {
  const measure = law.index.measures.get(record.kind);
  if (measure === undefined) throw new RangeError(`the vocabulary has no measure ${record.kind}`);
  return measureCell(measure, record.ground, adjusted);
}

export function sanctionIndex(law: Law, kind: SanctionId): number {
  const index = law.index.sanctions.get(kind);
  if (index === undefined) throw new RangeError(`the vocabulary has no sanction ${kind}`);
  return index;
}

// The rows of the table that a record brings, and the influence period that a sanction's rows make up.
import type { MeasureRecord, SanctionRecord } from "./consequences.ts";
import type { Day } from "./days.ts";
import type { Law } from "./law.ts";
import { isMeasure, workingPeriod } from "./periods.ts";
import type { Period } from "./periods.ts";
import { YEAR, measureCell } from "./table.ts";
import type { Row } from "./table.ts";
import type { Handling, SanctionId } from "./vocabulary.ts";

/** The rows of the table that a record brings; those of norms not in force on its day are left out. */
export function rowsFor(law: Law, record: MeasureRecord | SanctionRecord): readonly Row[] {
  if (isMeasure(record)) {
    return inForceOn(law.table.measureRows[cellOf(law, record)], record.decided ?? record.effective);
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

/** Whether clauses on 组织处理 attach to a record: not to an adjustment, unless the reading says always. */
export function isAdjusted(law: Law, handling: Handling | null): boolean {
  return handling === "adjustment" && law.settings["organizationalAdjustment"] !== "always-attaches";
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
  const measure = law.index.measures.get(record.kind);
  if (measure === undefined) throw new RangeError(`the vocabulary has no measure ${record.kind}`);
  return measureCell(measure, record.ground, isAdjusted(law, record.handling));
}

export function sanctionIndex(law: Law, kind: SanctionId): number {
  const index = law.index.sanctions.get(kind);
  if (index === undefined) throw new RangeError(`the vocabulary has no sanction ${kind}`);
  return index;
}

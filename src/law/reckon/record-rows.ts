// The rows of the table that a record brings, and the influence period that a sanction's rows make up.
import type { Day } from "./days.ts";
import { readingOn, recomputationsAfter } from "../compile/interpretation.ts";
import type { Law } from "../compile/law.ts";
import { appliesFrom } from "../compile/norm-decisions.ts";
import { decidedOf, periodOf } from "./periods.ts";
import type { Period } from "./periods.ts";
import { isMeasure } from "./records.ts";
import type { MeasureRecord, SanctionRecord } from "./records.ts";
import { FOREVER, isBarringGround, measureCell } from "../compile/table.ts";
import type { Row } from "../compile/table.ts";
import type { Term } from "./term.ts";
import type { SanctionId } from "../pack/vocabulary.ts";

/** The rows of the table that a record brings, without those of norms not in force on its day or found not to apply. */
export function rowsFor(law: Law, record: MeasureRecord | SanctionRecord): readonly Row[] {
  const rows = rowsInForce(law, record);
  return law.norms.size === 0 ? rows : rows.filter((row) => appliesFrom(law, row.norm) !== null);
}

/** The rows of clauses found not to apply that a record would bring. */
export function rowsNotApplied(law: Law, record: MeasureRecord | SanctionRecord): readonly Row[] {
  return law.norms.size === 0 ? NONE : rowsInForce(law, record).filter((row) => appliesFrom(law, row.norm) === null);
}

function rowsInForce(law: Law, record: MeasureRecord | SanctionRecord): readonly Row[] {
  const rows = isMeasure(record)
    ? measureRowsFor(law, record)
    : law.table.sanctionRows[sanctionIndex(law, record.kind)];
  return inForceOn(rows, decidedOf(record));
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

// What the regulation attaches depends on its reading of 组织调整, and on whether the measure rests on it; an upper norm looks at the measure
// by itself. An interpretation by which clauses on 组织处理 no longer attach to an adjustment, and by which what runs is counted
// anew, takes away what still ran on its day. One by which they attach from now on brings nothing upon an older decision.
function measureRowsFor(law: Law, record: MeasureRecord): readonly Row[] | undefined {
  if (!isBarringGround(record.ground)) return NONE;
  const handled = law.table.measureRows[cellUnder(law, record, false)];
  const named = record.handling === "adjustment";
  if (!named && restsOnRegulation(law, record)) return handled;
  const adjusted = law.table.measureRows[cellUnder(law, record, true)] ?? NONE;
  const upper = adjusted.filter((row) => row.layer === "upper");
  if (!restsOnRegulation(law, record)) return upper;
  const attaching = isAdjusted(law, record) ? adjusted : (handled ?? NONE);
  const own = attaching.filter((row) => row.layer === "regulation");
  const change =
    law.changes.length === 0 || isAdjusted(law, record)
      ? undefined
      : recomputationsAfter(law, decidedOf(record)).find(
          ({ setting, option }) => setting === ADJUSTMENT && option !== ATTACHES,
        );
  if (change === undefined) return [...own, ...upper];
  const left = own.filter((row) => adjusted.includes(row) || periodOf(law, row, record).until < change.from);
  return [...left, ...upper];
}

// By another text its own clauses would attach; this regulation's do not.
function restsOnRegulation(law: Law, { basis = null }: MeasureRecord): boolean {
  return basis === null || basis === law.regulation.id;
}

/** From the first to the last day of a sanction's influence period, as decided on the day asked about; null for a kind without one. */
export function influenceSpan(
  law: Law,
  record: SanctionRecord,
  term: Term,
  asked: Day,
): { from: Day; until: Day } | null {
  const rows = influenceRows(law, record).filter((row) => answersOn(law, row, asked));
  return spanOf(rows.map((row) => periodOf(law, row, record, term)));
}

/** Whether a row answers questions about a day: its norm is verified, or was found to apply by then. By FOREVER every row does, but for one found not to apply. */
export function answersOn(law: Law, row: Row, day: Day): boolean {
  const from = row.uncovered ? FOREVER : appliesFrom(law, row.norm);
  return from !== null && from <= day;
}

/** The rows that make up the influence period of a sanction: upper norms' own bars asked on a date. */
export function influenceRows(law: Law, record: SanctionRecord): Row[] {
  return rowsFor(law, record).filter((row) => isInfluence(law, row));
}

/** An upper norm's own bar asked on a date. */
export function isInfluence(law: Law, row: Row): boolean {
  return row.layer === "upper" && !row.derived && isDated(law, row);
}

/** Whether a bar is one of a post or a rank, asked on a date; the year of honours is no period. */
export function isDated(law: Law, row: Row): boolean {
  return law.vocabulary.purposes[row.bars]?.asked === "on-date";
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

function cellUnder(law: Law, record: MeasureRecord, adjusted: boolean): number {
  const measure = law.index.measures.get(record.kind);
  if (measure === undefined) throw new RangeError(`the vocabulary has no measure ${record.kind}`);
  if (!isBarringGround(record.ground)) throw new RangeError(`a measure on the ground ${record.ground} has no rows`);
  return measureCell(measure, record.ground, adjusted);
}

function sanctionIndex(law: Law, kind: SanctionId): number {
  const index = law.index.sanctions.get(kind);
  if (index === undefined) throw new RangeError(`the vocabulary has no sanction ${kind}`);
  return index;
}

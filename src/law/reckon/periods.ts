// From which day to which a bar runs, and from which start that was counted.
import { addMonths, lastDayOfYear, yearOf } from "./days.ts";
import type { Day } from "./days.ts";
import { PERMANENT } from "./days-bounds.ts";
import { ALONE } from "./term.ts";
import type { Term } from "./term.ts";
import type { MeasureRecord, SanctionRecord } from "./records.ts";
import { isMeasure } from "./records.ts";
import { readingOn, recomputationsAfter, settingsOn, settingsWith } from "../compile/interpretation.ts";
import type { Settings } from "../compile/interpretation.ts";
import type { Law } from "../compile/law.ts";
import { ENDLESS, RECORD, YEAR } from "../compile/table.ts";
import type { Row } from "../compile/table.ts";

/** `grey` is the anniversary, on which the answer is "needs confirmation"; null when there is none. */
export type Period = { from: Day; until: Day; grey: Day | null };

/**
 * What a period is counted from, and how its last day is found: one place for all who need it. The regulation is counted by its
 * readings, those of the day of the decision; an interpretation that has running restrictions counted anew takes their place where it
 * still ran. An upper norm has arithmetic of its own, which no reading of the regulation changes.
 */
export function periodOf(law: Law, row: Row, record: MeasureRecord | SanctionRecord, term: Term = ALONE): Period {
  return periodUnder(law, readingsFor(law, row, record, term), row, record, term);
}

/** The readings by which the period of a row is counted. */
export function readingsFor(law: Law, row: Row, record: MeasureRecord | SanctionRecord, term: Term): Settings {
  if (row.layer === "upper") return UPPER;
  if (law.changes.length === 0) return law.settings;
  const decided = decidedOf(record);
  let settings = settingsOn(law, decided);
  for (const { setting, option, from } of recomputationsAfter(law, decided)) {
    const { until } = periodUnder(law, settings, row, record, term);
    if (until >= from) settings = settingsWith(settings, new Map([[setting, option]]));
  }
  return settings;
}

// From the effective day to the day before the anniversary: the arithmetic of upper norms.
const UPPER: Settings = {};

/** The year for which a measure takes honours away, by the same readings. */
export function yearCounted(law: Law, record: MeasureRecord): { year: number; byDecision: boolean } {
  let option = readingOn(law, "yearOfHonours", decidedOf(record));
  const yearUnder = (): number => yearOf(yearStart(option, record));
  for (const change of recomputationsAfter(law, decidedOf(record))) {
    if (change.setting === "yearOfHonours" && lastDayOfYear(yearUnder()) >= change.from) option = change.option;
  }
  return { year: yearUnder(), byDecision: option === "decision-year" };
}

/** The day whose norms and readings a record keeps: of its decision, else of its effect. */
export function decidedOf(record: MeasureRecord | SanctionRecord): Day {
  return record.decided ?? record.effective;
}

function periodUnder(
  law: Law,
  settings: Settings,
  row: Row,
  record: MeasureRecord | SanctionRecord,
  term: Term,
): Period {
  if (row.months === YEAR) {
    const from = yearStart(settings["yearOfHonours"], record);
    return { from, until: lastDayOfYear(lastYearOf(law, row, record, from)), grey: null };
  }
  const from = startUnder(law, settings, row, record);
  if (row.months === ENDLESS) return { from, until: PERMANENT, grey: null };
  const start = row.start === "through-restoration" && !isMeasure(record) ? restorationOf(law, record) : from;
  const period = lengthened(settings, from, start + term.remaining, monthsFor(law, row, record, term));
  if (row.months !== RECORD || isMeasure(record)) return period;
  // Rights restored later than the months end: the record was prolonged until the day before.
  const restored = record.restored ?? null;
  if (restored === null || restored - 1 <= period.until) return period;
  return { from: period.from, until: restored - 1, grey: null };
}

function lastYearOf(law: Law, row: Row, record: MeasureRecord | SanctionRecord, from: Day): number {
  if (row.years !== RECORD || isMeasure(record)) return yearOf(from) + Math.max(row.years, 1) - 1;
  return yearOf(restorationDue(law, record) - 1);
}

/** The first day of a dated period: effect, decision or restoration of rights. */
function startUnder(law: Law, settings: Settings, row: Row, record: MeasureRecord | SanctionRecord): Day {
  if (isMeasure(record))
    return settings["periodStart"] === "decided" ? (record.decided ?? record.effective) : record.effective;
  return row.start === "restored" ? restorationOf(law, record) : record.effective;
}

/** The first day that a dated period has under the readings of its decision. */
export function startOf(law: Law, row: Row, record: MeasureRecord | SanctionRecord): Day {
  return startUnder(law, row.layer === "upper" ? UPPER : settingsOn(law, decidedOf(record)), row, record);
}

/** The day on which rights were restored; where none is recorded, the day on which they are due to be. */
function restorationOf(law: Law, record: SanctionRecord): Day {
  return record.restored ?? restorationDue(law, record);
}

/** The day after the last day of a record's own months, as set or prolonged. */
export function restorationDue(law: Law, record: SanctionRecord): Day {
  const { day, exact } = addMonths(record.effective, recordMonths(law, record));
  return exact ? day : day + 1;
}

/** The months of a bar for this record: its own, those set for several together, else the clause's. */
export function monthsFor(law: Law, row: Row, record: MeasureRecord | SanctionRecord, term: Term = ALONE): number {
  if (isMeasure(record)) return row.months;
  if (row.months === RECORD) return recordMonths(law, record);
  return row.start === "effective" ? (term.months ?? row.months) : row.months;
}

/** The months of a record whose kind has several lengths, with what was added; without one, the longest is assumed. */
function recordMonths(law: Law, record: SanctionRecord): number {
  const extended = record.extended ?? 0;
  if (record.months !== null) return record.months + extended;
  const sanction = law.vocabulary.sanctions.find((candidate) => candidate.id === record.kind);
  return Math.max(0, ...(sanction?.months ?? [])) + extended;
}

function yearStart(yearOfHonours: string | undefined, record: MeasureRecord | SanctionRecord): Day {
  if (!isMeasure(record)) return record.effective;
  return yearOfHonours === "decision-year" ? (record.decided ?? record.effective) : record.effective;
}

function lengthened(settings: Settings, from: Day, start: Day, months: number): Period {
  const { day, exact } = addMonths(start, months);
  if (!exact || settings["periodEnd"] === "anniversary") return { from, until: day, grey: null };
  return { from, until: day - 1, grey: day };
}

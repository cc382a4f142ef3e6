// From which day to which a bar runs, and from which start that was counted.
import { addMonths, lastDayOfYear, yearOf } from "./days.ts";
import type { Day } from "./days.ts";
import type { MeasureRecord, SanctionRecord } from "./consequences.ts";
import { readingOn, recomputationsAfter, settingsOn, settingsWith } from "./interpretation.ts";
import type { Settings } from "./interpretation.ts";
import type { Law } from "./law.ts";
import { RECORD, YEAR } from "./table.ts";
import type { Row } from "./table.ts";

/** `grey` is the anniversary, on which the answer is "needs confirmation"; null when there is none. */
export type Period = { from: Day; until: Day; grey: Day | null };

/**
 * What a period is counted from, and how its last day is found: one place for all who need it. `remaining` are the
 * days of an earlier sanction's period that a clause of combination lets run first. The readings are those of the day
 * of the decision; an interpretation that has running restrictions counted anew takes their place where it still ran.
 */
export function periodOf(law: Law, row: Row, record: MeasureRecord | SanctionRecord, remaining = 0): Period {
  if (law.changes.length === 0) return periodUnder(law, law.settings, row, record, remaining);
  return periodUnder(law, readingsFor(law, row, record, remaining), row, record, remaining);
}

/** The readings that the period of a row is counted by. */
export function readingsFor(law: Law, row: Row, record: MeasureRecord | SanctionRecord, remaining: number): Settings {
  const decided = decidedOf(record);
  let settings = settingsOn(law, decided);
  for (const { setting, option, from } of recomputationsAfter(law, decided)) {
    const { until } = periodUnder(law, settings, row, record, remaining);
    if (until >= from) settings = settingsWith(settings, new Map([[setting, option]]));
  }
  return settings;
}

/** The year for which a measure takes honours away, by the same readings. */
export function yearCounted(law: Law, record: MeasureRecord): { year: number; byDecision: boolean } {
  let option = readingOn(law, "yearOfHonours", decidedOf(record));
  const yearUnder = (): number => yearOf(yearStart(option, record));
  for (const change of recomputationsAfter(law, decidedOf(record))) {
    if (change.setting === "yearOfHonours" && lastDayOfYear(yearUnder()) >= change.from) option = change.option;
  }
  return { year: yearUnder(), byDecision: option === "decision-year" };
}

/** The day whose readings a record keeps: of its decision, else of its effect. */
export function decidedOf(record: MeasureRecord | SanctionRecord): Day {
  return isMeasure(record) ? (record.decided ?? record.effective) : record.effective;
}

function periodUnder(
  law: Law,
  settings: Settings,
  row: Row,
  record: MeasureRecord | SanctionRecord,
  remaining: number,
): Period {
  if (row.months === YEAR) {
    const day = yearStart(settings["yearOfHonours"], record);
    return { from: day, until: lastDayOfYear(yearOf(day)), grey: null };
  }
  const from = startUnder(law, settings, row, record);
  const period = lengthened(settings, from, from + remaining, monthsFor(law, row, record));
  if (row.months !== RECORD || isMeasure(record)) return period;
  // Rights restored later than the months end: the record was prolonged until the day before.
  if (record.restored === null || record.restored - 1 <= period.until) return period;
  return { from: period.from, until: record.restored - 1, grey: null };
}

/** The days on which a row bars. A clause that was confirmed bars from that day on; one confirmed after the period is over, nothing (null). */
export function workingPeriod(
  law: Law,
  row: Row,
  record: MeasureRecord | SanctionRecord,
  remaining: number,
): Period | null {
  const period = periodOf(law, row, record, remaining);
  if (row.worksFrom <= period.from) return period;
  return row.worksFrom > period.until ? null : { ...period, from: row.worksFrom };
}

/** The first day of a dated period: effect, decision or restoration of rights. */
function startUnder(law: Law, settings: Settings, row: Row, record: MeasureRecord | SanctionRecord): Day {
  if (isMeasure(record))
    return settings["periodStart"] === "decided" ? (record.decided ?? record.effective) : record.effective;
  if (!row.restored) return record.effective;
  return record.restored ?? addMonths(record.effective, recordMonths(law, record)).day;
}

/** The first day that a dated period has under the readings of its decision. */
export function startOf(law: Law, row: Row, record: MeasureRecord | SanctionRecord): Day {
  return startUnder(law, settingsOn(law, decidedOf(record)), row, record);
}

/** The months of a bar for this record: its own where the clause lets the record say them, else the clause's. */
export function monthsFor(law: Law, row: Row, record: MeasureRecord | SanctionRecord): number {
  if (isMeasure(record)) return row.months;
  if (row.months === RECORD) return recordMonths(law, record);
  return row.settable ? (record.months ?? row.months) : row.months;
}

/** The months of a record whose kind has several lengths; without one, the longest is assumed. */
export function recordMonths(law: Law, record: SanctionRecord): number {
  if (record.months !== null) return record.months;
  const sanction = law.vocabulary.sanctions.find((candidate) => candidate.id === record.kind);
  return Math.max(0, ...(sanction?.months ?? []));
}

export function isMeasure(record: MeasureRecord | SanctionRecord): record is MeasureRecord {
  return "ground" in record;
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

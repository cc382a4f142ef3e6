// What is recorded of a person: measures, sanctions, consents, and which of it counts on the day asked about.
import type { Day } from "./days.ts";
import { lastDayOfYear } from "./days.ts";
import { isBarringGround } from "../compile/table.ts";
import type { Ground, Handling, LevelId, MeasureId, SanctionId } from "../pack/vocabulary.ts";

export type MeasureRecord = {
  kind: MeasureId;
  decided: Day | null;
  effective: Day;
  /** Null for measures that are no organizational handling. */
  handling: Handling | null;
  originalLevel: LevelId | null;
  /** The level held on the effective day; null where it is not recorded. */
  presentLevel: LevelId | null;
  reducedLevel: LevelId | null;
  ground: Ground;
  /** The pack it rests on; this regulation where it is not said. */
  basis?: string | null;
  /** The day from which it no longer counts. */
  revoked?: Day | null;
};

export type SanctionRecord = {
  kind: SanctionId;
  decided?: Day | null;
  effective: Day;
  /** The length chosen, for kinds that have several, or set for several equal ones together; null otherwise. */
  months: number | null;
  /** Months that were added to the length chosen. */
  extended?: number | null;
  restored: Day | null;
  /** The level held on the effective day; null where it is not recorded. */
  level?: LevelId | null;
  /** The day from which it no longer counts. */
  revoked?: Day | null;
};

/** A consent of the superior personnel department; `toLevel` is the highest level it is for, null for all. */
export type Consent = { on: Day; toLevel: LevelId | null };

export type Records = { measures: readonly MeasureRecord[]; sanctions: readonly SanctionRecord[] };

/** A record with its place: the index of a measure, or `sanction:n`. */
export type Placed<Record> = {
  record: Record;
  because: number | string;
  /** One like it of the same day has been revoked. */
  shared?: boolean;
};
export type Standing = {
  measures: readonly Placed<MeasureRecord>[];
  sanctions: readonly Placed<SanctionRecord>[];
};

/** Whether a record is one of a measure, not of a sanction. */
export function isMeasure(record: MeasureRecord | SanctionRecord): record is MeasureRecord {
  return "ground" in record;
}

function isLike(one: SanctionRecord, other: SanctionRecord): boolean {
  return one !== other && one.kind === other.kind && one.effective === other.effective;
}

/**
 * The records that count in a question about a day or a year: not those revoked by then (in a year, by its last day), nor measures whose
 * ground adds nothing. With `null` all that have not been revoked.
 */
export function standingOn(records: Records, asked: { date: Day } | { year: number } | null): Standing {
  const last = asked === null ? null : "date" in asked ? asked.date : lastDayOfYear(asked.year);
  const { measures, sanctions } = records;
  return {
    measures: measures.length === 0 ? NO_MEASURES : standingMeasures(measures, last),
    sanctions: sanctions.length === 0 ? NO_SANCTIONS : standingSanctions(sanctions, last),
  };
}

const NO_MEASURES: Standing["measures"] = [];
const NO_SANCTIONS: Standing["sanctions"] = [];

function standingMeasures(measures: readonly MeasureRecord[], last: Day | null): Standing["measures"] {
  const standing: Placed<MeasureRecord>[] = [];
  measures.forEach((record, because) => {
    if (counts(record, last) && isBarringGround(record.ground)) standing.push({ record, because });
  });
  return standing;
}

function standingSanctions(sanctions: readonly SanctionRecord[], last: Day | null): Standing["sanctions"] {
  const standing: Placed<SanctionRecord>[] = [];
  sanctions.forEach((record, index) => {
    if (!counts(record, last)) return;
    const shared = isShared(record, sanctions, last);
    standing.push({ record, because: SANCTIONS[index] ?? `sanction:${index}`, shared });
  });
  return standing;
}

/** Whether one like it of the same day has been revoked by a day. */
export function isShared(record: SanctionRecord, all: readonly SanctionRecord[], last: Day | null): boolean {
  return all.length > 1 && all.some((one) => isLike(one, record) && !counts(one, last));
}

/** Whether a record has not been revoked by a day. Of a question about no day in particular all that was never revoked counts. */
export function counts({ revoked = null }: { revoked?: Day | null }, last: Day | null): boolean {
  return revoked === null || (last !== null && revoked > last);
}

// Written once: most people have one or none.
const SANCTIONS = ["sanction:0", "sanction:1", "sanction:2", "sanction:3"];

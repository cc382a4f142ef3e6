// What a measure or a sanction bars, from which day until which, and by which text.
import type { Citation, Sentence } from './citation.ts'
import type { Day } from './days.ts'
import type { Law } from './law.ts'
import type { Ground, Handling, LevelId, MeasureId, PurposeId, Reach, SanctionId } from './vocabulary.ts'

export type MeasureRecord = {
  kind: MeasureId
  decided: Day | null
  effective: Day
  /** Null for measures that are no organizational handling. */
  handling: Handling | null
  originalLevel: LevelId | null
  presentLevel: LevelId | null
  reducedLevel: LevelId | null
  ground: Ground
}

export type SanctionRecord = {
  kind: SanctionId
  effective: Day
  /** The length chosen, for kinds that have several; null otherwise. */
  months: number | null
  restored: Day | null
}

export type Restriction = {
  bars: PurposeId
  from: Day
  /** The last barred day. */
  until: Day
  /** The anniversary, on which the answer is "needs confirmation"; null when there is none. */
  grey: Day | null
  baseline: LevelId | null
  /** From which level on it bars: above the baseline, from the baseline, or any level; null for years. */
  reach: Reach | null
  layer: 'regulation' | 'upper'
  cite: Citation
  /** The upper norm whose period the regulation refers to, when it does. */
  norm: Citation | null
  /** Index into the measures, `sanction:n`, or a reference of the caller's own. */
  because: number | string
  note: Sentence | null
}

/** The restrictions of one record by itself, both layers; what a record brings together with others is `restrictionsOfAll`. */
export function restrictionsOf(
  _law: Law,
  _record: MeasureRecord | SanctionRecord,
  _because: number | string = 0,
): Restriction[] {
  throw new Error('being written')
}

/** The restrictions of all records of one person, with what the regulation says of handling and discipline together. */
export function restrictionsOfAll(
  _law: Law,
  _records: { measures: readonly MeasureRecord[]; sanctions: readonly SanctionRecord[] },
): Restriction[] {
  throw new Error('being written')
}

// The questions of eligibility in bulk: typed arrays in, typed arrays out, for thousands of names at
// once. One row carries at most one measure and one sanction; people with more are asked singly.
import { anniversaryOf, lastDayOfYear, yearOf } from './days.ts'
import type { Day } from './days.ts'
import { ANSWERS } from './eligibility.ts'
import type { AnswerKind } from './eligibility.ts'
import { rulesOf } from './law.ts'
import type { Law } from './law.ts'
import { RECORD, YEAR, measureCell } from './table.ts'
import type { Row } from './table.ts'

/** What stands in a column of days where there is none. */
export const NO_DAY: Day = -2_000_000_000

/**
 * One element per question. Indexes point into the vocabulary's lists; -1 stands for none. Days are
 * integers, NO_DAY for none; `date` holds the year where the purpose asks for a year.
 */
export type EligibilityColumns = {
  length: number
  measure: Int32Array
  /** 0 accountability, 1 unsuitable for the post. */
  ground: Int32Array
  /** 1 when the decision says adjustment. */
  adjustment: Int32Array
  decided: Int32Array
  effective: Int32Array
  originalLevel: Int32Array
  presentLevel: Int32Array
  reducedLevel: Int32Array
  sanction: Int32Array
  sanctionEffective: Int32Array
  /** 0 for kinds with one length. */
  sanctionMonths: Int32Array
  sanctionRestored: Int32Array
  purpose: Int32Array
  date: Int32Array
  toLevel: Int32Array
  personLevel: Int32Array
  /** The latest consent before the date. */
  consent: Int32Array
  openMatters: Int32Array
}

/** Answers as indexes into ANSWERS, and last barred days (NO_DAY unless barred). */
export type EligibilityResults = {
  answer: Uint8Array
  until: Int32Array
  regulation: Uint8Array
  regulationUntil: Int32Array
  upper: Uint8Array
  upperUntil: Int32Array
}

/** Empty columns for so many questions, every record absent. */
export function makeColumns(length: number): EligibilityColumns {
  const filled = (value: number): Int32Array => new Int32Array(length).fill(value)
  return {
    length,
    measure: filled(-1),
    ground: filled(0),
    adjustment: filled(0),
    decided: filled(NO_DAY),
    effective: filled(NO_DAY),
    originalLevel: filled(-1),
    presentLevel: filled(-1),
    reducedLevel: filled(-1),
    sanction: filled(-1),
    sanctionEffective: filled(NO_DAY),
    sanctionMonths: filled(0),
    sanctionRestored: filled(NO_DAY),
    purpose: filled(0),
    date: filled(0),
    toLevel: filled(-1),
    personLevel: filled(-1),
    consent: filled(NO_DAY),
    openMatters: filled(0),
  }
}

export function makeResults(length: number): EligibilityResults {
  return {
    answer: new Uint8Array(length),
    until: new Int32Array(length),
    regulation: new Uint8Array(length),
    regulationUntil: new Int32Array(length),
    upper: new Uint8Array(length),
    upperUntil: new Int32Array(length),
  }
}

const code = (kind: AnswerKind): number => ANSWERS.indexOf(kind)
const BARRED = code('barred')
const CONFIRM = code('needs-confirmation')
const CONSENT = code('needs-consent')
const PENDING = code('pending')
const CLEAR = code('clear')

/** A law ready for bulk answers: `answer` fills results for columns, allocating nothing per row. */
export type ColumnEngine = (columns: EligibilityColumns, results: EligibilityResults) => void

/** Answers all columns; the same answers as `answerEligibility`, row by row. */
export function answerColumns(law: Law, columns: EligibilityColumns): EligibilityResults {
  const results = makeResults(columns.length)
  compileColumns(law)(columns, results)
  return results
}

// Fields of a row in the flat table.
const BARS = 0
const MONTHS = 1
const RESTORED = 2
const BASELINE = 3
const REACH = 4
const LAYER = 5
const FROM = 6
const UNTIL = 7
const DERIVED = 8
const WIDTH = 9

const REACH_ABOVE = 0
const REACH_FROM = 1
const REACH_ANY = 2

/** Lays the law's table out flat, with the readings in force folded in. */
export function compileColumns(law: Law): ColumnEngine {
  const { vocabulary, settings, table } = law
  const purposes = vocabulary.purposes.length
  const measureTable = flatten(table.measureRows)
  const sanctionTable = flatten(table.sanctionRows)
  const yearly = Uint8Array.from(vocabulary.purposes, (purpose) => (purpose.asked === 'for-year' ? 1 : 0))
  const bears = new Uint8Array(purposes * purposes)
  const openWithoutLevel = new Uint8Array(purposes * purposes)
  const openWithoutBaseline = new Uint8Array(purposes * purposes)
  for (const pair of vocabulary.bearings) {
    const bar = vocabulary.purposes.findIndex((purpose) => purpose.id === pair.bar)
    const purpose = vocabulary.purposes.findIndex((candidate) => candidate.id === pair.purpose)
    const cell = bar * purposes + purpose
    bears[cell] = 1
    openWithoutLevel[cell] = pair.withoutLevel === 'open' ? 1 : 0
    openWithoutBaseline[cell] = pair.withoutBaseline === 'open' ? 1 : 0
  }
  const concurrence = rulesOf(law, 'concurrence')[0]
  const joins = flags(vocabulary.measures, concurrence?.measures ?? [])
  const disciplineOnly = concurrence !== undefined && settings[concurrence.setting] === 'discipline-only'
  const consentRule = rulesOf(law, 'consent')[0]
  const narrow = consentRule !== undefined && settings[consentRule.settings.who] === 'resignation-removal-demotion'
  const asksConsent = flags(
    vocabulary.measures,
    (narrow ? consentRule?.narrowMeasures : consentRule?.measures) ?? [],
  )
  const consentFor = flags(vocabulary.purposes, consentRule?.purposes ?? [])
  const sanctionsAsk = consentRule?.sanctions === true
  const consentAfter = consentRule !== undefined && settings[consentRule.settings.timing] === 'after-expiry'
  const fromDecision = settings['periodStart'] === 'decided'
  const yearOfDecision = settings['yearOfHonours'] === 'decision-year'
  const anniversaryBarred = settings['periodEnd'] === 'anniversary'
  const alwaysAttaches = settings['organizationalAdjustment'] === 'always-attaches'
  const inForceFrom = law.inForceFrom
  const longestMonths = Int32Array.from(vocabulary.sanctions, (sanction) => Math.max(0, ...sanction.months))

  return (columns, results) => {
    const at = (column: Int32Array, index: number): number => column[index] ?? 0
    for (let index = 0; index < columns.length; index += 1) {
      const purpose = at(columns.purpose, index)
      const date = at(columns.date, index)
      const toLevel = at(columns.toLevel, index)
      const personLevel = at(columns.personLevel, index)
      const isYear = yearly[purpose] === 1
      let regulation = CLEAR
      let regulationUntil = NO_DAY
      let upper = CLEAR
      let upperUntil = NO_DAY
      let consentFrom = NO_DAY
      let lastExpired = NO_DAY
      let handledFrom = NO_DAY
      let handledUntil = NO_DAY
      let influenceFrom = NO_DAY
      let influenceUntil = NO_DAY

      const measure = at(columns.measure, index)
      const sanction = at(columns.sanction, index)
      const sanctionDay = at(columns.sanctionEffective, index)
      const decided = at(columns.decided, index) === NO_DAY ? at(columns.effective, index) : at(columns.decided, index)
      const effective = at(columns.effective, index)
      const adjusted = at(columns.adjustment, index) === 1 && !alwaysAttaches
      const cell = measure < 0 ? -1 : measureCell(measure, at(columns.ground, index) === 0 ? 'accountability' : 'unsuitable', adjusted)

      // First the spans of handling and of discipline, which decide whether they run together.
      let asked = false
      if (cell >= 0) {
        asked = asksConsent[measure] === 1
        let dated = false
        for (let row = at(measureTable.start, cell); row < at(measureTable.start, cell + 1); row += WIDTH) {
          const cells = measureTable.cells
          if (at(cells, row + LAYER) !== 0 || decided < at(cells, row + FROM) || decided > at(cells, row + UNTIL)) continue
          const months = at(cells, row + MONTHS)
          let start = months === YEAR ? (yearOfDecision ? decided : effective) : fromDecision ? decided : effective
          let until: Day
          let grey = NO_DAY
          if (months === YEAR) {
            until = lastDayOfYear(yearOf(start))
          } else {
            const packed = anniversaryOf(start, months)
            until = packed >> 1
            if ((packed & 1) === 1 && !anniversaryBarred) {
              grey = until
              until -= 1
            }
          }
          if (handledFrom === NO_DAY || start < handledFrom) handledFrom = start
          if (until > handledUntil) handledUntil = until
          // Bars asked on a date count for consent; the year only where a measure has none of them.
          if (months !== YEAR && !dated) {
            dated = true
            if (lastExpired !== NO_DAY) lastExpired = NO_DAY
          }
          const counts = months !== YEAR || !dated
          if (asked && counts && date > (grey === NO_DAY ? until : grey) && until > lastExpired) lastExpired = until
        }
        if (lastExpired !== NO_DAY) consentFrom = effective
      }
      if (sanction >= 0) {
        let expired = false
        for (let row = at(sanctionTable.start, sanction); row < at(sanctionTable.start, sanction + 1); row += WIDTH) {
          const cells = sanctionTable.cells
          if (sanctionDay < at(cells, row + FROM) || sanctionDay > at(cells, row + UNTIL)) continue
          if (at(cells, row + LAYER) !== 1 || at(cells, row + MONTHS) === YEAR || at(cells, row + DERIVED) === 1) continue
          const start = sanctionStart(columns, index, row, sanctionDay, sanction)
          const until = sanctionUntil(columns, index, row, start, sanction)
          const last = until >> 1
          if (influenceFrom === NO_DAY || start < influenceFrom) influenceFrom = start
          if (last > influenceUntil) influenceUntil = last
          if (sanctionsAsk && date > last + (until & 1)) {
            expired = true
            if (last > lastExpired) lastExpired = last
          }
        }
        if (expired && sanctionDay > consentFrom) consentFrom = sanctionDay
      }
      const joined =
        measure >= 0 && joins[measure] === 1 && handledFrom !== NO_DAY && influenceFrom !== NO_DAY &&
        influenceFrom <= handledUntil && handledFrom <= influenceUntil

      // Then what each row does to the question.
      if (cell >= 0) {
        const cells = measureTable.cells
        for (let row = at(measureTable.start, cell); row < at(measureTable.start, cell + 1); row += WIDTH) {
          const pair = at(cells, row + BARS) * purposes + purpose
          if (bears[pair] === 0 || decided < at(cells, row + FROM) || decided > at(cells, row + UNTIL)) continue
          const months = at(cells, row + MONTHS)
          const inUpper = at(cells, row + LAYER) === 1
          if (!inUpper && joined && disciplineOnly && months !== YEAR) continue
          let effect = CLEAR
          let until: Day
          if (months === YEAR) {
            const year = yearOf(yearOfDecision ? decided : effective)
            if (!isYear || year !== date) continue
            effect = BARRED
            until = lastDayOfYear(year)
          } else {
            const start = fromDecision ? decided : effective
            if (isYear || date < start) continue
            const packed = anniversaryOf(start, months)
            const exact = (packed & 1) === 1 && !anniversaryBarred
            until = exact ? (packed >> 1) - 1 : packed >> 1
            const grey = exact && date === until + 1
            if (date > until && !grey) continue
            const baseline = at(cells, row + BASELINE)
            const level =
              baseline === 1
                ? at(columns.presentLevel, index) >= 0 ? at(columns.presentLevel, index) : personLevel
                : baseline === 2
                  ? at(columns.originalLevel, index)
                  : baseline === 3
                    ? at(columns.reducedLevel, index)
                    : -1
            effect = reached(at(cells, row + REACH), toLevel, level, pair)
            if (effect === CLEAR) continue
            if (grey) effect = CONFIRM
          }
          if (inUpper) {
            if (effect < upper) upper = effect
            if (effect === BARRED && until > upperUntil) upperUntil = until
          } else {
            if (effect < regulation) regulation = effect
            if (effect === BARRED && until > regulationUntil) regulationUntil = until
          }
        }
      }
      if (sanction >= 0) {
        const cells = sanctionTable.cells
        for (let row = at(sanctionTable.start, sanction); row < at(sanctionTable.start, sanction + 1); row += WIDTH) {
          const pair = at(cells, row + BARS) * purposes + purpose
          if (bears[pair] === 0 || sanctionDay < at(cells, row + FROM) || sanctionDay > at(cells, row + UNTIL)) continue
          let effect = CLEAR
          let until: Day
          if (at(cells, row + MONTHS) === YEAR) {
            const year = yearOf(sanctionDay)
            if (!isYear || year !== date) continue
            effect = BARRED
            until = lastDayOfYear(year)
          } else {
            if (isYear) continue
            const start = sanctionStart(columns, index, row, sanctionDay, sanction)
            if (date < start) continue
            const packed = sanctionUntil(columns, index, row, start, sanction)
            until = packed >> 1
            const grey = (packed & 1) === 1 && date === until + 1
            if (date > until && !grey) continue
            const level = at(cells, row + BASELINE) === 1 ? personLevel : -1
            effect = reached(at(cells, row + REACH), toLevel, level, pair)
            if (effect === CLEAR) continue
            if (grey) effect = CONFIRM
          }
          const inUpper = at(cells, row + LAYER) === 1
          if (inUpper) {
            if (effect < upper) upper = effect
            if (effect === BARRED && until > upperUntil) upperUntil = until
          }
          const incorporated = joined && at(cells, row + MONTHS) !== YEAR && at(cells, row + DERIVED) === 0
          if (!inUpper || incorporated) {
            if (effect < regulation) regulation = effect
            if (effect === BARRED && until > regulationUntil) regulationUntil = until
          }
        }
      }
      if (consentFrom !== NO_DAY && regulation > CONSENT && consentFor[purpose] === 1 && date >= inForceFrom) {
        const notBefore = consentAfter && lastExpired >= consentFrom ? lastExpired + 1 : consentFrom
        const consent = at(columns.consent, index)
        if (consent < notBefore || consent >= date) regulation = CONSENT
      }
      if (at(columns.openMatters, index) > 0) {
        if (regulation > PENDING) regulation = PENDING
        if (upper > PENDING) upper = PENDING
      }
      results.regulation[index] = regulation
      results.regulationUntil[index] = regulationUntil
      results.upper[index] = upper
      results.upperUntil[index] = upperUntil
      results.answer[index] = regulation < upper ? regulation : upper
      results.until[index] = regulationUntil > upperUntil ? regulationUntil : upperUntil
    }
  }

  function reached(reach: number, toLevel: number, baseline: number, pair: number): number {
    if (reach === REACH_ANY) return BARRED
    if (toLevel < 0) return openWithoutLevel[pair] === 1 ? CLEAR : BARRED
    if (baseline < 0) return openWithoutBaseline[pair] === 1 ? CLEAR : CONFIRM
    return (reach === REACH_ABOVE ? toLevel < baseline : toLevel <= baseline) ? BARRED : CLEAR
  }

  function monthsIn(columns: EligibilityColumns, index: number, sanction: number): number {
    const months = columns.sanctionMonths[index] ?? 0
    return months > 0 ? months : (longestMonths[sanction] ?? 0)
  }

  function sanctionStart(columns: EligibilityColumns, index: number, row: number, day: Day, sanction: number): Day {
    if (sanctionTable.cells[row + RESTORED] !== 1) return day
    const restored = columns.sanctionRestored[index] ?? NO_DAY
    return restored === NO_DAY ? anniversaryOf(day, monthsIn(columns, index, sanction)) >> 1 : restored
  }

  // The last barred day times two, plus one when the next day is a grey one.
  function sanctionUntil(columns: EligibilityColumns, index: number, row: number, start: Day, sanction: number): number {
    const months = sanctionTable.cells[row + MONTHS] ?? 0
    const own = months === RECORD
    const packed = anniversaryOf(start, own ? monthsIn(columns, index, sanction) : months)
    const exact = (packed & 1) === 1 && !anniversaryBarred
    const until = exact ? (packed >> 1) - 1 : packed >> 1
    const restored = columns.sanctionRestored[index] ?? NO_DAY
    if (own && restored !== NO_DAY && restored - 1 > until) return (restored - 1) * 2
    return until * 2 + (exact ? 1 : 0)
  }
}

type FlatTable = { start: Int32Array; cells: Int32Array }

function flatten(rows: readonly Row[][]): FlatTable {
  const start = new Int32Array(rows.length + 1)
  const cells: number[] = []
  rows.forEach((list, index) => {
    start[index] = cells.length
    for (const row of list) cells.push(...cellsOf(row))
  })
  start[rows.length] = cells.length
  return { start, cells: Int32Array.from(cells) }
}

function cellsOf(row: Row): number[] {
  const cells = Array.from({ length: WIDTH }, () => 0)
  cells[BARS] = row.bars
  cells[MONTHS] = row.months
  cells[RESTORED] = row.restored ? 1 : 0
  cells[BASELINE] = row.baseline === null ? 0 : ['', 'present', 'original', 'reduced'].indexOf(row.baseline)
  cells[REACH] = row.reach === 'any' ? REACH_ANY : row.reach === 'from' ? REACH_FROM : REACH_ABOVE
  cells[LAYER] = row.layer === 'upper' ? 1 : 0
  cells[FROM] = row.validFrom
  cells[UNTIL] = row.validUntil
  cells[DERIVED] = row.derived ? 1 : 0
  return cells
}

function flags(list: readonly { id: string }[], ids: readonly string[]): Uint8Array {
  return Uint8Array.from(list, (one) => (ids.includes(one.id) ? 1 : 0))
}

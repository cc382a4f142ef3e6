// The questions of eligibility in bulk: typed arrays in, typed arrays out, for thousands of names at
// once. One row carries at most one measure and one sanction; people with more are asked singly.
import { anniversaryOf, lastDayOfYear, yearOf } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import {
  NEVER,
  ONE_STEP_UP,
  answerCodes,
  barFields,
  baselines,
  buildColumnTable,
  hasColumns,
  layerBits,
  starts,
  stretchFields,
} from "./column-table.ts";
import type { ColumnTable } from "./column-table.ts";
import { ANSWERS, assess } from "../reckon/eligibility.ts";
import type { Facts, Question } from "../reckon/eligibility.ts";
import type { Law } from "../compile/law.ts";
import type { MeasureRecord, SanctionRecord } from "../reckon/records.ts";
import { ENDLESS, FOREVER, PERMANENT, RECORD, YEAR } from "../compile/table.ts";

/** What stands in a column of days where there is none. */
export const NO_DAY: Day = -2_000_000_000;

/**
 * One element per question. Indexes point into the vocabulary's lists; -1 stands for none. Days are
 * integers, NO_DAY for none; `date` holds the year where the purpose asks for a year. A record that does not count on the day asked
 * about (`standingOn`) is left out.
 */
export type EligibilityColumns = {
  length: number;
  measure: Int32Array;
  /** 0 accountability, 1 unsuitable for the post. */
  ground: Int32Array;
  /** 1 when the decision says adjustment. */
  adjustment: Int32Array;
  decided: Int32Array;
  effective: Int32Array;
  originalLevel: Int32Array;
  presentLevel: Int32Array;
  reducedLevel: Int32Array;
  sanction: Int32Array;
  sanctionDecided: Int32Array;
  sanctionEffective: Int32Array;
  /** What was chosen or set; 0 for none. */
  sanctionMonths: Int32Array;
  sanctionExtended: Int32Array;
  sanctionRestored: Int32Array;
  sanctionLevel: Int32Array;
  purpose: Int32Array;
  date: Int32Array;
  toLevel: Int32Array;
  personLevel: Int32Array;
  /** The latest consent before the date that counts for the level asked; the latest that may count, also one for a level where none is asked. */
  consent: Int32Array;
  consentPerhaps: Int32Array;
  openMatters: Int32Array;
  /** 1 where the history is not known to be complete for the day asked about. */
  incomplete: Int32Array;
};

/** Answers as indexes into ANSWERS, and last barred days (NO_DAY unless barred, PERMANENT for a bar without an end). */
export type EligibilityResults = {
  answer: Uint8Array;
  until: Int32Array;
  regulation: Uint8Array;
  regulationUntil: Int32Array;
  upper: Uint8Array;
  upperUntil: Int32Array;
};

/** Empty columns for so many questions, every record absent. */
export function makeColumns(length: number): EligibilityColumns {
  const filled = (value: number): Int32Array => new Int32Array(length).fill(value);
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
    sanctionDecided: filled(NO_DAY),
    sanctionEffective: filled(NO_DAY),
    sanctionMonths: filled(0),
    sanctionExtended: filled(0),
    sanctionRestored: filled(NO_DAY),
    sanctionLevel: filled(-1),
    purpose: filled(0),
    date: filled(0),
    toLevel: filled(-1),
    personLevel: filled(-1),
    consent: filled(NO_DAY),
    consentPerhaps: filled(NO_DAY),
    openMatters: filled(0),
    incomplete: filled(0),
  };
}

/** Results for so many questions, all zero: an engine fills them in. */
export function makeResults(length: number): EligibilityResults {
  return {
    answer: new Uint8Array(length),
    until: new Int32Array(length),
    regulation: new Uint8Array(length),
    regulationUntil: new Int32Array(length),
    upper: new Uint8Array(length),
    upperUntil: new Int32Array(length),
  };
}

// Of this module's own: constants that come in or go out are read from memory each time, which took a tenth of the whole.
const { CHOSEN_FROM, CHOSEN_UNTIL, APPLIES, MONTHS, YEARS, START, BASELINE, REACH } = barFields;
const { WITHOUT_LEVEL, WITHOUT_BASELINE, LAYERS, WIDTH } = barFields;
const { IN_REGULATION, IN_UPPER, IN_REGULATION_WHEN_JOINED } = layerBits;
const { FROM, BARS, STOP, AHEAD, CONSENT: CONSENT_AFTER, JOINS, SIZE } = stretchFields;
const { FROM_EFFECT, THROUGH_RESTORATION } = starts;
const { PRESENT } = baselines;
const { BARRED, PENDING, CONFIRM, CONSENT, CLEAR } = answerCodes;
const ONE_UP = ONE_STEP_UP;
const NO_CONSENT = NEVER;
const ABSENT = NO_DAY;
const LATEST = FOREVER;
const PERMANENT_DAY = PERMANENT;
const NO_END = ENDLESS;
const OWN_MONTHS = RECORD;
const OF_YEAR = YEAR;

/** A law ready for bulk answers: `answer` fills results for columns, allocating nothing per row. */
export type ColumnEngine = (columns: EligibilityColumns, results: EligibilityResults) => void;

/** Answers all columns; the same answers as `answerEligibility`, row by row. */
export function answerColumns(law: Law, columns: EligibilityColumns): EligibilityResults {
  const results = makeResults(columns.length);
  compileColumns(law)(columns, results);
  return results;
}

/**
 * Lays the law's table out flat. The loop asks the calendar only where the day asked about could lie within a period: that is what bulk
 * answers spend their time on. A law that cannot be laid out is asked row by row.
 */
export function compileColumns(law: Law): ColumnEngine {
  if (!hasColumns(law))
    return (columns, results) => {
      for (let index = 0; index < columns.length; index += 1) answerRow(law, columns, results, index);
    };
  const { inForceFrom } = law;
  const table = buildColumnTable(law);

  return (columns, results) => {
    for (let first = 0; first < columns.length; first += BLOCK)
      answerRows(columns, results, first, Math.min(first + BLOCK, columns.length));
  };

  // Hot loop: longer than a screen on purpose, since what it calls for every row would cost more than what is done there.
  function answerRows(columns: EligibilityColumns, results: EligibilityResults, first: number, last: number): void {
    const { measure, ground, adjustment, decided, effective, originalLevel, presentLevel, reducedLevel } = columns;
    const { sanction, sanctionDecided, sanctionEffective, sanctionMonths, sanctionLevel } = columns;
    const { purpose, date, toLevel, personLevel, consent, consentPerhaps, incomplete, openMatters } = columns;
    const { answer, until: lastBarred, regulation: inRegulation, regulationUntil: lastInRegulation } = results;
    const { upper: inUpper, upperUntil: lastInUpper } = results;
    const { yearly, measureKinds, measureBars, sanctionKinds, sanctionBars } = table;
    const { longestMonths, consentFor, sanctionsAskConsent } = table;
    for (let index = first; index < last; index += 1) {
      const asked = purpose[index] ?? 0;
      if (yearly[asked] === 1) {
        answerYear(law, table, columns, results, index);
        continue;
      }
      const on = date[index] ?? 0;
      let regulation = CLEAR;
      let regulationUntil = ABSENT;
      let upper = CLEAR;
      let upperUntil = ABSENT;
      // The first day of the record for which a consent is due; and of the one that asks for it on the grey day of its period.
      let due = ABSENT;
      let asking = ABSENT;
      let joins = 0;

      const given = measure[index] ?? 0;
      if (given >= 0) {
        const cell = (given * 2 + (ground[index] ?? 0)) * 2 + (adjustment[index] ?? 0);
        let stretch = measureBars[asked * measureKinds + cell] ?? 0;
        if (stretch > 0) {
          const start = effective[index] ?? 0;
          const own = decided[index] ?? 0;
          const day = own === ABSENT ? start : own;
          // Decided after its effect: rare, and asked singly.
          if (day > start) {
            answerRow(law, columns, results, index);
            continue;
          }
          while (day < (measureBars[stretch + FROM] ?? 0)) stretch += SIZE;
          if (on < start) {
            // Decided already and not in effect yet.
            if (day <= on) {
              const layers = measureBars[stretch + AHEAD] ?? 0;
              if ((layers & IN_REGULATION) !== 0) regulation = CONFIRM;
              if ((layers & IN_UPPER) !== 0) upper = CONFIRM;
            }
          } else {
            const stop = measureBars[stretch + STOP] ?? 0;
            let months = OF_YEAR;
            let packed = 0;
            for (let bar = measureBars[stretch + BARS] ?? 0; bar < stop; bar += WIDTH) {
              const length = measureBars[bar + MONTHS] ?? 0;
              // The longest period stands first: once one is over, so are the rest. No month has more than 31 days.
              if (length > 0 && on - start > 31 * length) break;
              // Chosen by bits: a branch would be guessed wrong every other time.
              const from = measureBars[bar + BASELINE] ?? 0;
              const present = presentLevel[index] ?? 0;
              const unknown = present >> 31;
              const held = (present & ~unknown) | ((personLevel[index] ?? 0) & unknown);
              const baseline =
                (held & -(from & 1)) |
                ((originalLevel[index] ?? 0) & -((from >> 1) & 1)) |
                ((reducedLevel[index] ?? 0) & -((from >> 2) & 1)) |
                -((from >> 3) & 1);
              let effect = effectOf(measureBars, bar, toLevel[index] ?? 0, personLevel[index] ?? 0, baseline);
              if (effect === CLEAR) continue;
              if (on < (measureBars[bar + CHOSEN_FROM] ?? 0) || on > (measureBars[bar + CHOSEN_UNTIL] ?? 0)) continue;
              if (length !== months) {
                months = length;
                packed = length === NO_END ? PERMANENT_DAY * 2 : anniversaryOf(start, length);
              }
              if (on > packed >> 1) break;
              const until = (packed >> 1) - (packed & 1);
              if (on > until || on < (measureBars[bar + APPLIES] ?? 0)) effect = CONFIRM;
              const layers = measureBars[bar + LAYERS] ?? 0;
              if ((layers & IN_REGULATION) !== 0) {
                if (effect < regulation) regulation = effect;
                if (effect === BARRED && until > regulationUntil) regulationUntil = until;
              }
              if ((layers & IN_UPPER) !== 0) {
                if (effect < upper) upper = effect;
                if (effect === BARRED && until > upperUntil) upperUntil = until;
              }
            }
            const shortest = measureBars[stretch + CONSENT_AFTER] ?? 0;
            if (shortest !== NO_CONSENT && regulation > CONFIRM) {
              if (on > start + 31 * shortest) due = start;
              else if (on > start + 27 * shortest || shortest === 0) {
                const end = shortest === months ? packed : anniversaryOf(start, shortest);
                if (shortest === 0 || on > end >> 1) due = start;
                else if (on === end >> 1) {
                  if ((end & 1) === 1) asking = start;
                }
              }
            }
            joins = measureBars[stretch + JOINS] ?? 0;
          }
        }
      }

      const punished = sanction[index] ?? 0;
      if (punished >= 0) {
        const since = sanctionEffective[index] ?? 0;
        const own = sanctionDecided[index] ?? 0;
        const settled = own === ABSENT ? since : own;
        if (settled > since) {
          answerRow(law, columns, results, index);
          continue;
        }
        const stretch = stretchOn(sanctionBars, asked * sanctionKinds + punished, settled);
        if (on < since) {
          if (settled <= on && stretch > 0) {
            const layers = sanctionBars[stretch + AHEAD] ?? 0;
            if ((layers & IN_REGULATION) !== 0 && regulation > CONFIRM) regulation = CONFIRM;
            if ((layers & IN_UPPER) !== 0 && upper > CONFIRM) upper = CONFIRM;
          }
        } else {
          const stop = stretch > 0 ? (sanctionBars[stretch + STOP] ?? 0) : 0;
          const set = longestMonths[punished] === 0 ? (sanctionMonths[index] ?? 0) : 0;
          let known = -1;
          let end = 0;
          for (let bar = sanctionBars[stretch + BARS] ?? 0; bar < stop; bar += WIDTH) {
            let baseline = -1;
            if (sanctionBars[bar + BASELINE] === PRESENT) {
              baseline = sanctionLevel[index] ?? 0;
              if (baseline < 0) baseline = personLevel[index] ?? 0;
            }
            let effect = effectOf(sanctionBars, bar, toLevel[index] ?? 0, personLevel[index] ?? 0, baseline);
            if (effect === CLEAR) continue;
            if (on < (sanctionBars[bar + CHOSEN_FROM] ?? 0) || on > (sanctionBars[bar + CHOSEN_UNTIL] ?? 0)) continue;
            let packed: number;
            const months = sanctionBars[bar + MONTHS] ?? 0;
            if (months >= 0 && sanctionBars[bar + START] === FROM_EFFECT) {
              const length = set > 0 ? set : months;
              if (on - since > 31 * length) continue;
              if (length !== known) {
                known = length;
                end = anniversaryOf(since, length);
              }
              packed = end;
              if (on > packed >> 1) continue;
            } else {
              packed = sanctionEnd(table, columns, index, sanctionBars, bar, on);
              if (packed === OVER) continue;
            }
            const until = (packed >> 1) - (packed & 1);
            if (on > until || on < (sanctionBars[bar + APPLIES] ?? 0)) effect = CONFIRM;
            const layers = sanctionBars[bar + LAYERS] ?? 0;
            if ((layers & IN_UPPER) !== 0) {
              if (effect < upper) upper = effect;
              if (effect === BARRED && until > upperUntil) upperUntil = until;
            }
            if (effect > regulation || (effect === regulation && until <= regulationUntil)) continue;
            let carried = (layers & IN_REGULATION) !== 0 ? effect : CLEAR;
            if ((layers & IN_REGULATION_WHEN_JOINED) !== 0 && joins > 0)
              carried = carriedOn(table, columns, index, joins, on, effect, known, end);
            if (carried < regulation) regulation = carried;
            if (carried === BARRED && until > regulationUntil) regulationUntil = until;
          }
          if (sanctionsAskConsent && regulation > CONFIRM && consentFor[asked] === 1) {
            const packed = firstInfluenceEnd(table, columns, index, on, known, end);
            if (packed === OVER || on > packed >> 1) due = since > due ? since : due;
            else if (on > (packed >> 1) - (packed & 1)) asking = since;
          }
        }
      }

      if (regulation > CONFIRM && on >= inForceFrom) {
        if (due > asking) asking = due;
        if (asking !== ABSENT) {
          const perhaps = consentPerhaps[index] ?? 0;
          if (due !== ABSENT && perhaps < due) regulation = CONSENT;
          else if (perhaps < asking || (consent[index] ?? 0) < asking) regulation = CONFIRM;
        }
      }
      if ((incomplete[index] ?? 0) === 1) {
        if (regulation > CONFIRM) regulation = CONFIRM;
        if (upper > CONFIRM) upper = CONFIRM;
      }
      if ((openMatters[index] ?? 0) > 0) {
        if (regulation > PENDING) regulation = PENDING;
        if (upper > PENDING) upper = PENDING;
      }
      inRegulation[index] = regulation;
      lastInRegulation[index] = regulationUntil;
      inUpper[index] = upper;
      lastInUpper[index] = upperUntil;
      answer[index] = regulation < upper ? regulation : upper;
      lastBarred[index] = regulationUntil > upperUntil ? regulationUntil : upperUntil;
    }
  }
}

// So many rows at a time: a loop that is called often is made into better machine code than one that is entered once and runs for long,
// which is worth a fifth of the whole.
const BLOCK = 1024;

const OVER = -1;

// A row whose purpose asks for a year. Hot loop: in two parts it took a tenth more.
function answerYear(
  law: Law,
  table: ColumnTable,
  columns: EligibilityColumns,
  results: EligibilityResults,
  index: number,
): void {
  const { measureBars, sanctionBars } = table;
  const asked = columns.purpose[index] ?? 0;
  const year = columns.date[index] ?? 0;
  const given = columns.measure[index] ?? 0;
  const punished = columns.sanction[index] ?? 0;
  let regulation = CLEAR;
  let regulationUntil = ABSENT;
  let upper = CLEAR;
  let upperUntil = ABSENT;
  let joins = 0;
  if (given >= 0) {
    const cell = (given * 2 + (columns.ground[index] ?? 0)) * 2 + (columns.adjustment[index] ?? 0);
    const start = columns.effective[index] ?? 0;
    const own = columns.decided[index] ?? 0;
    const day = own === ABSENT ? start : own;
    if (day > start) {
      answerRow(law, columns, results, index);
      return;
    }
    let stretch = measureBars[asked * table.measureKinds + cell] ?? 0;
    if (stretch > 0) {
      while (day < (measureBars[stretch + FROM] ?? 0)) stretch += SIZE;
      const stop = measureBars[stretch + STOP] ?? 0;
      const months = measureBars[stretch + JOINS] ?? 0;
      let bar = measureBars[stretch + BARS] ?? 0;
      if (bar < stop || months > 0) {
        const first = yearOf(start);
        if (year >= first) {
          // Handling of a later year joins nothing yet.
          joins = months;
          for (; bar < stop; bar += WIDTH) {
            const last = measureBars[bar + MONTHS] === NO_END ? LATEST : first + (measureBars[bar + YEARS] ?? 0) - 1;
            if (year > last) continue;
            const until = last === LATEST ? PERMANENT_DAY : lastDayOfYear(last);
            const effect = answersYear(measureBars, bar, year) ? BARRED : CONFIRM;
            const layers = measureBars[bar + LAYERS] ?? 0;
            if ((layers & IN_REGULATION) !== 0) {
              if (effect < regulation) regulation = effect;
              if (effect === BARRED && until > regulationUntil) regulationUntil = until;
            }
            if ((layers & IN_UPPER) !== 0) {
              if (effect < upper) upper = effect;
              if (effect === BARRED && until > upperUntil) upperUntil = until;
            }
          }
        }
      }
    }
  }
  if (punished >= 0) {
    const since = columns.sanctionEffective[index] ?? 0;
    const own = columns.sanctionDecided[index] ?? 0;
    const settled = own === ABSENT ? since : own;
    if (settled > since) {
      answerRow(law, columns, results, index);
      return;
    }
    const stretch = stretchOn(sanctionBars, asked * table.sanctionKinds + punished, settled);
    if (stretch > 0) {
      const first = yearOf(since);
      const stop = year < first ? 0 : (sanctionBars[stretch + STOP] ?? 0);
      for (let bar = sanctionBars[stretch + BARS] ?? 0; bar < stop; bar += WIDTH) {
        const last = lastYearOf(table, columns, index, bar, first);
        if (year > last) continue;
        const until = last === LATEST ? PERMANENT_DAY : lastDayOfYear(last);
        const effect = answersYear(sanctionBars, bar, year) ? BARRED : CONFIRM;
        const layers = sanctionBars[bar + LAYERS] ?? 0;
        if ((layers & IN_UPPER) !== 0) {
          if (effect < upper) upper = effect;
          if (effect === BARRED && until > upperUntil) upperUntil = until;
        }
        let carried = (layers & IN_REGULATION) !== 0 ? effect : CLEAR;
        if ((layers & IN_REGULATION_WHEN_JOINED) !== 0 && joins > 0)
          carried = carriedOn(table, columns, index, joins, lastDayOfYear(year), effect, -1, 0);
        if (carried < regulation) regulation = carried;
        if (carried === BARRED && until > regulationUntil) regulationUntil = until;
      }
    }
  }
  if ((columns.incomplete[index] ?? 0) === 1) {
    if (regulation > CONFIRM) regulation = CONFIRM;
    if (upper > CONFIRM) upper = CONFIRM;
  }
  if ((columns.openMatters[index] ?? 0) > 0) {
    if (regulation > PENDING) regulation = PENDING;
    if (upper > PENDING) upper = PENDING;
  }
  results.regulation[index] = regulation;
  results.regulationUntil[index] = regulationUntil;
  results.upper[index] = upper;
  results.upperUntil[index] = upperUntil;
  results.answer[index] = regulation < upper ? regulation : upper;
  results.until[index] = regulationUntil > upperUntil ? regulationUntil : upperUntil;
}

// What a bar that runs does to the level asked about, asked of somebody of a level of his own.
function effectOf(cells: Int32Array, bar: number, to: number, level: number, baseline: number): number {
  const reach = cells[bar + REACH] ?? 0;
  if (to < 0) {
    const without = cells[bar + WITHOUT_LEVEL] ?? 0;
    if (without !== ONE_UP) return without;
    return level >= 0 && baseline >= 0 && level - 1 < baseline + reach ? BARRED : CONFIRM;
  }
  if (baseline < 0) return cells[bar + WITHOUT_BASELINE] ?? 0;
  return to < baseline + reach ? BARRED : CLEAR;
}

// Whether somebody has decided on the clause for questions of that year: its last day counts.
function answersYear(cells: Int32Array, bar: number, year: number): boolean {
  const applies = cells[bar + APPLIES] ?? 0;
  return applies < 0 || lastDayOfYear(year) >= applies;
}

// The stretch in which a day of decision lies; 0 of a kind of which nothing is said.
function stretchOn(bars: Int32Array, kind: number, decided: Day): number {
  let stretch = bars[kind] ?? 0;
  while (stretch > 0 && decided < (bars[stretch + FROM] ?? 0)) stretch += SIZE;
  return stretch;
}

function monthsOfRecord({ longestMonths }: ColumnTable, columns: EligibilityColumns, index: number): number {
  const months = columns.sanctionMonths[index] ?? 0;
  const own = months > 0 ? months : (longestMonths[columns.sanction[index] ?? 0] ?? 0);
  return own + (columns.sanctionExtended[index] ?? 0);
}

// The day after the last of the record's own months.
function restorationDue(table: ColumnTable, columns: EligibilityColumns, index: number): Day {
  const packed = anniversaryOf(columns.sanctionEffective[index] ?? 0, monthsOfRecord(table, columns, index));
  return (packed >> 1) + 1 - (packed & 1);
}

// The last of the years that a bar of a sanction takes away.
function lastYearOf(
  table: ColumnTable,
  columns: EligibilityColumns,
  index: number,
  bar: number,
  first: number,
): number {
  const cells = table.sanctionBars;
  if (cells[bar + MONTHS] === NO_END) return LATEST;
  const years = cells[bar + YEARS] ?? 0;
  return years === OWN_MONTHS ? yearOf(restorationDue(table, columns, index) - 1) : first + years - 1;
}

// Of a bar that does not run for so many months from the effect on: the last day on which it says anything about the day asked, times two, plus one when that is a grey day; OVER when it says nothing.
// A day after the period on which only the missing restoration counts comes out as one whose last barred day is past.
function sanctionEnd(
  table: ColumnTable,
  columns: EligibilityColumns,
  index: number,
  cells: Int32Array,
  bar: number,
  on: Day,
): number {
  const months = cells[bar + MONTHS] ?? 0;
  const since = columns.sanctionEffective[index] ?? 0;
  if (months === NO_END) return PERMANENT_DAY * 2;
  const start = cells[bar + START] ?? 0;
  const restored = columns.sanctionRestored[index] ?? 0;
  const known = restored === ABSENT ? restorationDue(table, columns, index) : restored;
  if (start !== FROM_EFFECT && start !== THROUGH_RESTORATION && on < known) return OVER;
  let packed: number;
  if (months === OWN_MONTHS) {
    packed = anniversaryOf(since, monthsOfRecord(table, columns, index));
    if (restored !== ABSENT && restored - 1 > (packed >> 1) - (packed & 1)) packed = (restored - 1) * 2;
  } else packed = anniversaryOf(known, months);
  if (on <= packed >> 1) return packed;
  return restored === ABSENT ? packed : OVER;
}

// What a bar of a sanction does in the regulation layer, where discipline at the same time is carried on, asked about days up to `last`: the
// effect itself where the longest period of handling, of so many months, shares a day with the influence period; CONFIRM where it may,
// since nobody has decided on that period; CLEAR where it does not. `end` is that of the `known` months from the effect on, worked out before.
function carriedOn(
  table: ColumnTable,
  columns: EligibilityColumns,
  index: number,
  months: number,
  last: Day,
  effect: number,
  known: number,
  end: number,
): number {
  const from = columns.effective[index] ?? 0;
  const since = columns.sanctionEffective[index] ?? 0;
  // No month has fewer than 28 days.
  if (since >= from + 28 * months) {
    const ends = anniversaryOf(from, months);
    if (since > (ends >> 1) - (ends & 1)) return CLEAR;
  }
  const cells = table.influence;
  const stretch = influenceStretch(table, columns, index);
  const stop = stretch > 0 ? (cells[stretch + STOP] ?? 0) : 0;
  let carried = CLEAR;
  for (let bar = cells[stretch + BARS] ?? 0; bar < stop; bar += WIDTH) {
    const would = last < (cells[bar + APPLIES] ?? 0) ? CONFIRM : effect;
    if (would >= carried) continue;
    const length = monthsFromEffect(table, columns, index, cells, bar);
    const packed =
      length < 0
        ? sanctionEnd(table, columns, index, cells, bar, since)
        : length === known
          ? end
          : anniversaryOf(since, length);
    if (packed !== OVER && (packed >> 1) - (packed & 1) >= from) carried = would;
  }
  return carried;
}

// The end of the first period of a sanction's influence as decided on by a day, in the form of `sanctionEnd`; OVER for none, and for one
// that is plainly over. `end` as for `carriedOn`.
function firstInfluenceEnd(
  table: ColumnTable,
  columns: EligibilityColumns,
  index: number,
  on: Day,
  known: number,
  end: number,
): number {
  const cells = table.influence;
  const since = columns.sanctionEffective[index] ?? 0;
  const stretch = influenceStretch(table, columns, index);
  const stop = stretch > 0 ? (cells[stretch + STOP] ?? 0) : 0;
  let found = OVER;
  for (let bar = cells[stretch + BARS] ?? 0; bar < stop; bar += WIDTH) {
    if (on < (cells[bar + APPLIES] ?? 0)) continue;
    const length = monthsFromEffect(table, columns, index, cells, bar);
    if (length >= 0 && on - since > 31 * length) return OVER;
    const packed =
      length < 0
        ? sanctionEnd(table, columns, index, cells, bar, since)
        : length === known
          ? end
          : anniversaryOf(since, length);
    if (packed !== OVER && (found === OVER || packed >> 1 < found >> 1)) found = packed;
  }
  return found;
}

function influenceStretch(table: ColumnTable, columns: EligibilityColumns, index: number): number {
  const own = columns.sanctionDecided[index] ?? 0;
  const settled = own === ABSENT ? (columns.sanctionEffective[index] ?? 0) : own;
  return stretchOn(table.influence, columns.sanction[index] ?? 0, settled);
}

// For how many months from its effect on a sanction does what a bar says; -1 of a bar that does not run so.
function monthsFromEffect(
  { longestMonths }: ColumnTable,
  columns: EligibilityColumns,
  index: number,
  cells: Int32Array,
  bar: number,
): number {
  const months = cells[bar + MONTHS] ?? 0;
  if (months < 0 || cells[bar + START] !== FROM_EFFECT) return -1;
  const set = longestMonths[columns.sanction[index] ?? 0] === 0 ? (columns.sanctionMonths[index] ?? 0) : 0;
  return set > 0 ? set : months;
}

// One row by the records it was made of.
function answerRow(law: Law, columns: EligibilityColumns, results: EligibilityResults, index: number): void {
  const { facts, question } = rowIn(law, columns, index);
  const { answer, until, regulation, upper } = assess(law, facts, question);
  results.answer[index] = ANSWERS.indexOf(answer);
  results.until[index] = until ?? ABSENT;
  results.regulation[index] = ANSWERS.indexOf(regulation.answer);
  results.regulationUntil[index] = regulation.until ?? ABSENT;
  results.upper[index] = ANSWERS.indexOf(upper.answer);
  results.upperUntil[index] = upper.until ?? ABSENT;
}

/** The records and the question that a row stands for; of consents the latest that counts surely and the latest that may. */
export function rowIn(law: Law, columns: EligibilityColumns, index: number): { facts: Facts; question: Question } {
  const { levels, measures, sanctions, purposes } = law.vocabulary;
  const at = (column: Int32Array): number => column[index] ?? 0;
  const idAt = (list: readonly { id: string }[], column: Int32Array): string => list[at(column)]?.id ?? "";
  const levelAt = (column: Int32Array): string | null => levels[at(column)]?.id ?? null;
  const dayAt = (column: Int32Array): Day | null => (at(column) === ABSENT ? null : at(column));
  const measured: MeasureRecord[] =
    at(columns.measure) < 0
      ? []
      : [
          {
            kind: idAt(measures, columns.measure),
            decided: dayAt(columns.decided),
            effective: at(columns.effective),
            handling: at(columns.adjustment) === 1 ? "adjustment" : "handling",
            originalLevel: levelAt(columns.originalLevel),
            presentLevel: levelAt(columns.presentLevel),
            reducedLevel: levelAt(columns.reducedLevel),
            ground: at(columns.ground) === 0 ? "accountability" : "unsuitable",
          },
        ];
  const sanctioned: SanctionRecord[] =
    at(columns.sanction) < 0
      ? []
      : [
          {
            kind: idAt(sanctions, columns.sanction),
            decided: dayAt(columns.sanctionDecided),
            effective: at(columns.sanctionEffective),
            months: at(columns.sanctionMonths) === 0 ? null : at(columns.sanctionMonths),
            extended: at(columns.sanctionExtended),
            restored: dayAt(columns.sanctionRestored),
            level: levelAt(columns.sanctionLevel),
          },
        ];
  const purpose = purposes[at(columns.purpose)];
  const toLevel = levelAt(columns.toLevel);
  const surely = dayAt(columns.consent);
  const perhaps = dayAt(columns.consentPerhaps);
  const top = levels[0]?.id ?? null;
  return {
    facts: {
      person: { partyMember: null, level: levelAt(columns.personLevel), historyComplete: at(columns.incomplete) === 0 },
      measures: measured,
      sanctions: sanctioned,
      consents: [
        ...(surely === null ? [] : [{ on: surely, toLevel: null }]),
        // A consent for some level, of which it is open whether it is the one asked about.
        ...(perhaps === null || perhaps === surely ? [] : [{ on: perhaps, toLevel: top }]),
      ],
      openMatters: at(columns.openMatters),
    },
    question:
      purpose?.asked === "for-year"
        ? { purpose: purpose.id, year: at(columns.date) }
        : { purpose: purpose?.id ?? "", date: at(columns.date), toLevel },
  };
}

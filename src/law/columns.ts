// The questions of eligibility in bulk: typed arrays in, typed arrays out, for thousands of names at
// once. One row carries at most one measure and one sanction; people with more are asked singly.
import { anniversaryOf, lastDayOfYear, yearOf } from "./days.ts";
import type { Day } from "./days.ts";
import {
  BARRED,
  BASELINE,
  BASELINES,
  CLEAR,
  CONFIRM,
  CONSENT,
  FROM,
  IN_REGULATION,
  IN_REGULATION_WHEN_JOINED,
  IN_UPPER,
  LAYERS,
  MONTHS,
  PENDING,
  REACH,
  REACH_ABOVE,
  REACH_ANY,
  RESTORED,
  UNTIL,
  WIDTH,
  WITHOUT_BASELINE,
  WITHOUT_LEVEL,
  buildColumnTable,
} from "./column-table.ts";
import { rulesOf } from "./law.ts";
import type { Law } from "./law.ts";
import { FOREVER, RECORD, YEAR, measureCell } from "./table.ts";

/** What stands in a column of days where there is none. */
export const NO_DAY: Day = -2_000_000_000;

/**
 * One element per question. Indexes point into the vocabulary's lists; -1 stands for none. Days are
 * integers, NO_DAY for none; `date` holds the year where the purpose asks for a year.
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
  sanctionEffective: Int32Array;
  /** 0 for kinds with one length. */
  sanctionMonths: Int32Array;
  sanctionRestored: Int32Array;
  purpose: Int32Array;
  date: Int32Array;
  toLevel: Int32Array;
  personLevel: Int32Array;
  /** The latest consent before the date. */
  consent: Int32Array;
  openMatters: Int32Array;
};

/** Answers as indexes into ANSWERS, and last barred days (NO_DAY unless barred). */
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
    sanctionEffective: filled(NO_DAY),
    sanctionMonths: filled(0),
    sanctionRestored: filled(NO_DAY),
    purpose: filled(0),
    date: filled(0),
    toLevel: filled(-1),
    personLevel: filled(-1),
    consent: filled(NO_DAY),
    openMatters: filled(0),
  };
}

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

/** A law ready for bulk answers: `answer` fills results for columns, allocating nothing per row. */
export type ColumnEngine = (columns: EligibilityColumns, results: EligibilityResults) => void;

/** Answers all columns; the same answers as `answerEligibility`, row by row. */
export function answerColumns(law: Law, columns: EligibilityColumns): EligibilityResults {
  const results = makeResults(columns.length);
  compileColumns(law)(columns, results);
  return results;
}

/**
 * Lays the law's table out flat, with the readings in force folded in. The loop asks the calendar only
 * where the day asked about could lie within a period: that is what bulk answers spend their time on.
 */
export function compileColumns(law: Law): ColumnEngine {
  const { settings, inForceFrom } = law;
  const table = buildColumnTable(law);
  const { yearly, measureKinds, measureBars, sanctionKinds, sanctionBars, influence, handling, consentFor } = table;
  const { longestMonths, sanctionsAskConsent } = table;
  const concurrence = rulesOf(law, "concurrence")[0];
  const disciplineOnly = concurrence !== undefined && settings[concurrence.setting] === "discipline-only";
  const consentRule = rulesOf(law, "consent")[0];
  const consentAfter = consentRule !== undefined && settings[consentRule.settings.timing] === "after-expiry";
  const fromDecision = settings["periodStart"] === "decided";
  const yearOfDecision = settings["yearOfHonours"] === "decision-year";
  // Without its last bit an anniversary is the last barred day and no grey one.
  const kept = settings["periodEnd"] === "anniversary" ? -2 : -1;
  const alwaysAttaches = settings["organizationalAdjustment"] === "always-attaches";

  return (columns, results) => {
    const { measure, ground, adjustment, decided, effective, originalLevel, presentLevel, reducedLevel } = columns;
    const { sanction, sanctionEffective, sanctionMonths, sanctionRestored } = columns;
    const { purpose, date, toLevel, personLevel, consent, openMatters } = columns;

    for (let index = 0; index < columns.length; index += 1) {
      const asked = at(purpose, index);
      const on = at(date, index);
      const isYear = yearly[asked] === 1;
      let regulation = CLEAR;
      let regulationUntil = NO_DAY;
      let upper = CLEAR;
      let upperUntil = NO_DAY;

      let cell = -1;
      let day = NO_DAY;
      const given = at(measure, index);
      if (given >= 0) {
        cell = cellAt(index, given);
        day = decisionDay(index);
        const kind = asked * measureKinds + cell;
        const stop = at(measureBars.start, kind + 1);
        const start = (isYear ? yearOfDecision : fromDecision) ? day : at(effective, index);
        let months = YEAR;
        let packed = 0;
        for (let bar = at(measureBars.start, kind); bar < stop && on >= (isYear ? 0 : start); bar += WIDTH) {
          const cells = measureBars.cells;
          if (day < at(cells, bar + FROM) || day > at(cells, bar + UNTIL)) continue;
          let layers = at(cells, bar + LAYERS);
          let until: Day;
          let effect = BARRED;
          if (isYear) {
            if (yearOf(start) !== on) break;
            until = lastDayOfYear(on);
          } else {
            if (at(cells, bar + MONTHS) !== months) {
              months = at(cells, bar + MONTHS);
              packed = anniversaryOf(start, months) & kept;
            }
            // The longest period stands first: once one is over, so are the rest.
            if (on > packed >> 1) break;
            until = (packed >> 1) - (packed & 1);
            effect = reached(cells, bar, at(toLevel, index), measureBaseline(index, at(cells, bar + BASELINE)));
            if (effect === CLEAR) continue;
            if (on > until) effect = CONFIRM;
            if (disciplineOnly && (layers & IN_REGULATION) !== 0 && runTogether(index, cell, day))
              layers &= ~IN_REGULATION;
          }
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

      const punished = at(sanction, index);
      if (punished >= 0) {
        const kind = asked * sanctionKinds + punished;
        const stop = at(sanctionBars.start, kind + 1);
        const since = at(sanctionEffective, index);
        for (let bar = at(sanctionBars.start, kind); bar < stop && (isYear || on >= since); bar += WIDTH) {
          const cells = sanctionBars.cells;
          if (since < at(cells, bar + FROM) || since > at(cells, bar + UNTIL)) continue;
          let until: Day;
          let effect = BARRED;
          if (isYear) {
            if (yearOf(since) !== on) break;
            until = lastDayOfYear(on);
          } else {
            const start = sanctionStart(cells, bar, index, punished);
            if (on < start) continue;
            const packed = sanctionEnd(cells, bar, index, punished, start);
            if (on > packed >> 1) continue;
            until = (packed >> 1) - (packed & 1);
            effect = reached(
              cells,
              bar,
              at(toLevel, index),
              BASELINES[at(cells, bar + BASELINE)] === "present" ? at(personLevel, index) : -1,
            );
            if (effect === CLEAR) continue;
            if (on > until) effect = CONFIRM;
          }
          const layers = at(cells, bar + LAYERS);
          if ((layers & IN_UPPER) !== 0) {
            if (effect < upper) upper = effect;
            if (effect === BARRED && until > upperUntil) upperUntil = until;
          }
          if (
            (layers & IN_REGULATION) !== 0 ||
            ((layers & IN_REGULATION_WHEN_JOINED) !== 0 && cell >= 0 && runTogether(index, cell, day))
          ) {
            if (effect < regulation) regulation = effect;
            if (effect === BARRED && until > regulationUntil) regulationUntil = until;
          }
        }
      }

      if (
        regulation === CLEAR &&
        consentFor[asked] === 1 &&
        on >= inForceFrom &&
        (cell >= 0 || punished >= 0) &&
        lacksConsent(index, cell, day)
      ) {
        regulation = CONSENT;
      }
      if (at(openMatters, index) > 0) {
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

    function cellAt(index: number, given: number): number {
      const adjusted = !alwaysAttaches && at(adjustment, index) === 1;
      return measureCell(given, at(ground, index) === 0 ? "accountability" : "unsuitable", adjusted);
    }

    function decisionDay(index: number): Day {
      const day = at(decided, index);
      return day === NO_DAY ? at(effective, index) : day;
    }

    function measureBaseline(index: number, baseline: number): number {
      if (baseline === ORIGINAL) return at(originalLevel, index);
      if (baseline === REDUCED) return at(reducedLevel, index);
      if (baseline !== PRESENT) return -1;
      const present = at(presentLevel, index);
      return present >= 0 ? present : at(personLevel, index);
    }

    function monthsOfRecord(index: number, punished: number): number {
      const months = at(sanctionMonths, index);
      return months > 0 ? months : at(longestMonths, punished);
    }

    function sanctionStart(cells: Int32Array, bar: number, index: number, punished: number): Day {
      const since = at(sanctionEffective, index);
      if (at(cells, bar + RESTORED) === 0) return since;
      const restored = at(sanctionRestored, index);
      return restored === NO_DAY ? anniversaryOf(since, monthsOfRecord(index, punished)) >> 1 : restored;
    }

    // The last day on which the answer is not open, times two, plus one when that is a grey day.
    function sanctionEnd(cells: Int32Array, bar: number, index: number, punished: number, start: Day): number {
      const months = at(cells, bar + MONTHS);
      const packed = anniversaryOf(start, months === RECORD ? monthsOfRecord(index, punished) : months) & kept;
      const restored = at(sanctionRestored, index);
      if (months !== RECORD || restored === NO_DAY || restored - 1 <= (packed >> 1) - (packed & 1)) return packed;
      return (restored - 1) * 2;
    }

    // Whether what the regulation attaches to the measure and the influence period of the sanction share a day.
    function runTogether(index: number, cell: number, day: Day): boolean {
      const punished = at(sanction, index);
      if (punished < 0 || handling.joins[cell] !== 1 || day < at(handling.from, cell) || day > at(handling.until, cell))
        return false;
      let from = FOREVER;
      let until = -FOREVER;
      const first = at(handling.start, cell);
      if (first < at(handling.start, cell + 1)) {
        from = fromDecision ? day : at(effective, index);
        const packed = anniversaryOf(from, at(handling.months, first)) & kept;
        until = (packed >> 1) - (packed & 1);
      }
      if (handling.year[cell] === 1) {
        const start = yearOfDecision ? day : at(effective, index);
        from = Math.min(from, start);
        until = Math.max(until, lastDayOfYear(yearOf(start)));
      }
      let influenceFrom = FOREVER;
      let influenceUntil = -FOREVER;
      const since = at(sanctionEffective, index);
      for (let bar = at(influence.start, punished); bar < at(influence.start, punished + 1); bar += WIDTH) {
        if (since < at(influence.cells, bar + FROM) || since > at(influence.cells, bar + UNTIL)) continue;
        const start = sanctionStart(influence.cells, bar, index, punished);
        const packed = sanctionEnd(influence.cells, bar, index, punished, start);
        influenceFrom = Math.min(influenceFrom, start);
        influenceUntil = Math.max(influenceUntil, (packed >> 1) - (packed & 1));
      }
      return influenceFrom <= until && from <= influenceUntil;
    }

    // Whether a period has expired and no consent stands between the latest such record and the day asked about.
    function lacksConsent(index: number, cell: number, day: Day): boolean {
      const on = at(date, index);
      let notBefore = NO_DAY;
      let expired = NO_DAY;
      if (
        cell >= 0 &&
        handling.asksConsent[cell] === 1 &&
        day >= at(handling.from, cell) &&
        day <= at(handling.until, cell)
      ) {
        expired = lastExpired(index, cell, day, on);
        if (expired !== NO_DAY) notBefore = at(effective, index);
      }
      const punished = at(sanction, index);
      if (punished >= 0 && sanctionsAskConsent) {
        const since = at(sanctionEffective, index);
        for (let bar = at(influence.start, punished); bar < at(influence.start, punished + 1); bar += WIDTH) {
          if (since < at(influence.cells, bar + FROM) || since > at(influence.cells, bar + UNTIL)) continue;
          const packed = sanctionEnd(
            influence.cells,
            bar,
            index,
            punished,
            sanctionStart(influence.cells, bar, index, punished),
          );
          if (on <= packed >> 1) continue;
          notBefore = Math.max(notBefore, since);
          expired = Math.max(expired, (packed >> 1) - (packed & 1));
        }
      }
      if (notBefore === NO_DAY) return false;
      const given = at(consent, index);
      return given < (consentAfter ? Math.max(notBefore, expired + 1) : notBefore) || given >= on;
    }

    // The last day of a period of the measure that is over by then: of the longest such if the reading asks, else of any.
    function lastExpired(index: number, cell: number, day: Day, on: Day): Day {
      const first = at(handling.start, cell);
      const stop = at(handling.start, cell + 1);
      if (first === stop) {
        const last = lastDayOfYear(yearOf(yearOfDecision ? day : at(effective, index)));
        return on > last ? last : NO_DAY;
      }
      const start = fromDecision ? day : at(effective, index);
      for (let length = consentAfter ? first : stop - 1; length < stop; length += 1) {
        const months = at(handling.months, length);
        if (on <= start + 28 * months) continue;
        if (!consentAfter && on > start + 31 * months) return start;
        const packed = anniversaryOf(start, months) & kept;
        if (on > packed >> 1) return (packed >> 1) - (packed & 1);
      }
      return NO_DAY;
    }
  };
}

const PRESENT = BASELINES.indexOf("present");
const ORIGINAL = BASELINES.indexOf("original");
const REDUCED = BASELINES.indexOf("reduced");

function at(column: Int32Array, index: number): number {
  return column[index] ?? 0;
}

function reached(cells: Int32Array, bar: number, toLevel: number, baseline: number): number {
  const reach = at(cells, bar + REACH);
  if (reach === REACH_ANY) return BARRED;
  if (toLevel < 0) return at(cells, bar + WITHOUT_LEVEL);
  if (baseline < 0) return at(cells, bar + WITHOUT_BASELINE);
  return (reach === REACH_ABOVE ? toLevel < baseline : toLevel <= baseline) ? BARRED : CLEAR;
}

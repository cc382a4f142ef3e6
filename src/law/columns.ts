// The questions of eligibility in bulk: typed arrays in, typed arrays out, for thousands of names at
// once. One row carries at most one measure and one sanction; people with more are asked singly.
import { anniversaryOf, lastDayOfYear, yearOf } from "./days.ts";
import type { Day } from "./days.ts";
import { answerCodes, barFields, baselines, buildColumnTable, layerBits, reaches } from "./column-table.ts";
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

// Of this module's own: imported constants are read from memory each time, which took a tenth of the whole.
const { FROM, UNTIL, MONTHS, LAYERS, BASELINE, REACH, WITHOUT_LEVEL, WITHOUT_BASELINE, RESTORED, WIDTH } = barFields;
const { SETTABLE, WORKS } = barFields;
const { IN_REGULATION, IN_UPPER, IN_REGULATION_WHEN_JOINED } = layerBits;
const { REACH_ABOVE, REACH_ANY } = reaches;
const { PRESENT, ORIGINAL, REDUCED } = baselines;
const { BARRED, CONFIRM, CONSENT, PENDING, CLEAR } = answerCodes;

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
    const { start: measureStarts, cells: measureCells } = measureBars;
    const { start: sanctionStarts, cells: sanctionCells } = sanctionBars;

    for (let index = 0; index < columns.length; index += 1) {
      const asked = purpose[index] ?? 0;
      const on = date[index] ?? 0;
      const isYear = yearly[asked] === 1;
      let regulation = CLEAR;
      let regulationUntil = NO_DAY;
      let upper = CLEAR;
      let upperUntil = NO_DAY;

      let cell = -1;
      let day = NO_DAY;
      const given = measure[index] ?? 0;
      if (given >= 0) {
        cell = cellAt(index, given);
        day = decisionDay(index);
        const kind = asked * measureKinds + cell;
        const stop = measureStarts[kind + 1] ?? 0;
        let bar = measureStarts[kind] ?? 0;
        const start = (isYear ? yearOfDecision : fromDecision) ? day : (effective[index] ?? 0);
        if (bar < stop && (isYear ? yearOf(start) !== on : on < start)) bar = stop;
        const cells = measureCells;
        let months = YEAR;
        let packed = 0;
        for (; bar < stop; bar += WIDTH) {
          // The longest period stands first: once one is over, so are the rest. No month has more than 31 days.
          if (!isYear && on - start > 31 * (cells[bar + MONTHS] ?? 0)) break;
          if (day < (cells[bar + FROM] ?? 0) || day > (cells[bar + UNTIL] ?? 0)) continue;
          let layers = cells[bar + LAYERS] ?? 0;
          let until: Day;
          let effect = BARRED;
          if (isYear) {
            until = lastDayOfYear(on);
            if ((cells[bar + WORKS] ?? 0) > until) continue;
          } else {
            effect = reached(cells, bar, toLevel[index] ?? 0, measureBaseline(index, cells[bar + BASELINE] ?? 0));
            if (effect === CLEAR) continue;
            if ((cells[bar + MONTHS] ?? 0) !== months) {
              months = cells[bar + MONTHS] ?? 0;
              packed = anniversaryOf(start, months) & kept;
            }
            if (on > packed >> 1) break;
            until = (packed >> 1) - (packed & 1);
            if ((cells[bar + WORKS] ?? 0) > Math.min(on, until)) continue;
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

      const punished = sanction[index] ?? 0;
      if (punished >= 0) {
        const kind = asked * sanctionKinds + punished;
        const stop = sanctionStarts[kind + 1] ?? 0;
        const since = sanctionEffective[index] ?? 0;
        for (let bar = sanctionStarts[kind] ?? 0; bar < stop; bar += WIDTH) {
          const cells = sanctionCells;
          if (since < (cells[bar + FROM] ?? 0) || since > (cells[bar + UNTIL] ?? 0)) continue;
          let until: Day;
          let effect = BARRED;
          if (isYear) {
            if (yearOf(since) !== on) break;
            until = lastDayOfYear(on);
            if ((cells[bar + WORKS] ?? 0) > until) continue;
          } else {
            effect = reached(
              cells,
              bar,
              toLevel[index] ?? 0,
              (cells[bar + BASELINE] ?? 0) === PRESENT ? (personLevel[index] ?? 0) : -1,
            );
            if (effect === CLEAR) continue;
            const start = sanctionStart(cells, bar, index, punished);
            if (on < start || surelyOver(cells, bar, index, on - start)) continue;
            const packed = sanctionEnd(cells, bar, index, punished, start);
            if (on > packed >> 1) continue;
            until = (packed >> 1) - (packed & 1);
            if ((cells[bar + WORKS] ?? 0) > Math.min(on, until)) continue;
            if (on > until) effect = CONFIRM;
          }
          const layers = cells[bar + LAYERS] ?? 0;
          if ((layers & IN_UPPER) !== 0) {
            if (effect < upper) upper = effect;
            if (effect === BARRED && until > upperUntil) upperUntil = until;
          }
          if (effect > regulation || (effect === regulation && until <= regulationUntil)) continue;
          if (
            (layers & IN_REGULATION) !== 0 ||
            ((layers & IN_REGULATION_WHEN_JOINED) !== 0 && cell >= 0 && runTogether(index, cell, day))
          ) {
            regulation = effect;
            if (effect === BARRED && until > regulationUntil) regulationUntil = until;
          }
        }
      }

      if (
        regulation === CLEAR &&
        consentFor[asked] === 1 &&
        on >= inForceFrom &&
        (punished >= 0 || handling.asksConsent[cell] === 1) &&
        lacksConsent(index, cell, day)
      ) {
        regulation = CONSENT;
      }
      if ((openMatters[index] ?? 0) > 0) {
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
      const adjusted = !alwaysAttaches && (adjustment[index] ?? 0) === 1;
      return measureCell(given, (ground[index] ?? 0) === 0 ? "accountability" : "unsuitable", adjusted);
    }

    function decisionDay(index: number): Day {
      const day = decided[index] ?? 0;
      return day === NO_DAY ? (effective[index] ?? 0) : day;
    }

    function measureBaseline(index: number, baseline: number): number {
      if (baseline === ORIGINAL) return originalLevel[index] ?? 0;
      if (baseline === REDUCED) return reducedLevel[index] ?? 0;
      if (baseline !== PRESENT) return -1;
      const present = presentLevel[index] ?? 0;
      return present >= 0 ? present : (personLevel[index] ?? 0);
    }

    function monthsOfRecord(index: number, punished: number): number {
      const months = sanctionMonths[index] ?? 0;
      return months > 0 ? months : (longestMonths[punished] ?? 0);
    }

    function sanctionStart(cells: Int32Array, bar: number, index: number, punished: number): Day {
      const since = sanctionEffective[index] ?? 0;
      if ((cells[bar + RESTORED] ?? 0) === 0) return since;
      const restored = sanctionRestored[index] ?? 0;
      return restored === NO_DAY ? anniversaryOf(since, monthsOfRecord(index, punished)) >> 1 : restored;
    }

    function monthsOfBar(cells: Int32Array, bar: number, index: number): number {
      const own = sanctionMonths[index] ?? 0;
      return own > 0 && (cells[bar + SETTABLE] ?? 0) === 1 ? own : (cells[bar + MONTHS] ?? 0);
    }

    // Known without the calendar, since no month has more than 31 days; a record of its own length can be prolonged.
    function surelyOver(cells: Int32Array, bar: number, index: number, days: number): boolean {
      return (cells[bar + MONTHS] ?? 0) !== RECORD && days > 31 * monthsOfBar(cells, bar, index);
    }

    // The last day on which the answer is not open, times two, plus one when that is a grey day.
    function sanctionEnd(cells: Int32Array, bar: number, index: number, punished: number, start: Day): number {
      const months = cells[bar + MONTHS] ?? 0;
      const length = months === RECORD ? monthsOfRecord(index, punished) : monthsOfBar(cells, bar, index);
      const packed = anniversaryOf(start, length) & kept;
      const restored = sanctionRestored[index] ?? 0;
      if (months !== RECORD || restored === NO_DAY || restored - 1 <= (packed >> 1) - (packed & 1)) return packed;
      return (restored - 1) * 2;
    }

    // Whether what the regulation attaches to the measure and the influence period of the sanction share a day.
    function runTogether(index: number, cell: number, day: Day): boolean {
      const punished = sanction[index] ?? 0;
      if (
        punished < 0 ||
        handling.joins[cell] !== 1 ||
        day < (handling.from[cell] ?? 0) ||
        day > (handling.until[cell] ?? 0)
      )
        return false;
      let from = FOREVER;
      let until = -FOREVER;
      const first = handling.start[cell] ?? 0;
      if (first < (handling.start[cell + 1] ?? 0)) {
        from = fromDecision ? day : (effective[index] ?? 0);
        const packed = anniversaryOf(from, handling.months[first] ?? 0) & kept;
        until = (packed >> 1) - (packed & 1);
      }
      if (handling.year[cell] === 1) {
        const start = yearOfDecision ? day : (effective[index] ?? 0);
        from = Math.min(from, start);
        until = Math.max(until, lastDayOfYear(yearOf(start)));
      }
      let influenceFrom = FOREVER;
      let influenceUntil = -FOREVER;
      const since = sanctionEffective[index] ?? 0;
      for (let bar = influence.start[punished] ?? 0; bar < (influence.start[punished + 1] ?? 0); bar += WIDTH) {
        if (since < (influence.cells[bar + FROM] ?? 0) || since > (influence.cells[bar + UNTIL] ?? 0)) continue;
        const start = sanctionStart(influence.cells, bar, index, punished);
        const packed = sanctionEnd(influence.cells, bar, index, punished, start);
        const works = influence.cells[bar + WORKS] ?? 0;
        if (works > (packed >> 1) - (packed & 1)) continue;
        influenceFrom = Math.min(influenceFrom, Math.max(start, works));
        influenceUntil = Math.max(influenceUntil, (packed >> 1) - (packed & 1));
      }
      return influenceFrom <= until && from <= influenceUntil;
    }

    // Whether a period has expired and no consent stands between the latest such record and the day asked about.
    function lacksConsent(index: number, cell: number, day: Day): boolean {
      const on = date[index] ?? 0;
      let notBefore = NO_DAY;
      let expired = NO_DAY;
      if (
        cell >= 0 &&
        handling.asksConsent[cell] === 1 &&
        day >= (handling.from[cell] ?? 0) &&
        day <= (handling.until[cell] ?? 0)
      ) {
        expired = lastExpired(index, cell, day, on);
        if (expired !== NO_DAY) notBefore = effective[index] ?? 0;
      }
      const punished = sanction[index] ?? 0;
      if (punished >= 0 && sanctionsAskConsent) {
        const since = sanctionEffective[index] ?? 0;
        const { start: starts, cells } = influence;
        const stop = starts[punished + 1] ?? 0;
        for (let bar = starts[punished] ?? 0; bar < stop; bar += WIDTH) {
          if (since < (cells[bar + FROM] ?? 0) || since > (cells[bar + UNTIL] ?? 0)) continue;
          const start = sanctionStart(cells, bar, index, punished);
          if (on <= start) continue;
          if (!consentAfter && (cells[bar + WORKS] ?? 0) <= start && surelyOver(cells, bar, index, on - start)) {
            notBefore = Math.max(notBefore, since);
            continue;
          }
          const packed = sanctionEnd(cells, bar, index, punished, start);
          if (on <= packed >> 1) continue;
          if ((cells[bar + WORKS] ?? 0) > Math.min(on, (packed >> 1) - (packed & 1))) continue;
          notBefore = Math.max(notBefore, since);
          expired = Math.max(expired, (packed >> 1) - (packed & 1));
        }
      }
      if (notBefore === NO_DAY) return false;
      const given = consent[index] ?? 0;
      return given < (consentAfter ? Math.max(notBefore, expired + 1) : notBefore) || given >= on;
    }

    // The last day of a period of the measure that is over by then: of the longest such if the reading asks, else of any.
    function lastExpired(index: number, cell: number, day: Day, on: Day): Day {
      const first = handling.start[cell] ?? 0;
      const stop = handling.start[cell + 1] ?? 0;
      if (first === stop) {
        const last = lastDayOfYear(yearOf(yearOfDecision ? day : (effective[index] ?? 0)));
        return on > last ? last : NO_DAY;
      }
      const start = fromDecision ? day : (effective[index] ?? 0);
      for (let length = consentAfter ? first : stop - 1; length < stop; length += 1) {
        const months = handling.months[length] ?? 0;
        if (on <= start + 28 * months) continue;
        if (!consentAfter && on > start + 31 * months) return start;
        const packed = anniversaryOf(start, months) & kept;
        if (on > packed >> 1) return (packed >> 1) - (packed & 1);
      }
      return NO_DAY;
    }
  };
}

function reached(cells: Int32Array, bar: number, toLevel: number, baseline: number): number {
  const reach = cells[bar + REACH] ?? 0;
  if (reach === REACH_ANY) return BARRED;
  if (toLevel < 0) return cells[bar + WITHOUT_LEVEL] ?? 0;
  if (baseline < 0) return cells[bar + WITHOUT_BASELINE] ?? 0;
  return (reach === REACH_ABOVE ? toLevel < baseline : toLevel <= baseline) ? BARRED : CLEAR;
}

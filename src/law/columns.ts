// The questions of eligibility in bulk: typed arrays in, typed arrays out, for thousands of names at
// once. One row carries at most one measure and one sanction; people with more are asked singly.
import { anniversaryOf, lastDayOfYear, yearOf } from "./days.ts";
import type { Day } from "./days.ts";
import {
  ONE_STEP_UP,
  answerCodes,
  barFields,
  baselines,
  buildColumnTable,
  hasColumns,
  layerBits,
  reaches,
  starts,
} from "./column-table.ts";
import { ANSWERS, assess } from "./eligibility.ts";
import type { Facts, Question } from "./eligibility.ts";
import type { Law } from "./law.ts";
import type { MeasureRecord, SanctionRecord } from "./records.ts";
import { ENDLESS, FOREVER, PERMANENT, RECORD, YEAR, measureCell } from "./table.ts";

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
const { FROM, UNTIL, CHOSEN_FROM, CHOSEN_UNTIL, APPLIES, MONTHS, YEARS, START, BASELINE, REACH } = barFields;
const { WITHOUT_LEVEL, WITHOUT_BASELINE, LAYERS, WIDTH } = barFields;
const { IN_REGULATION, IN_UPPER, IN_REGULATION_WHEN_JOINED } = layerBits;
const { REACH_ABOVE, REACH_ANY } = reaches;
const { FROM_EFFECT, THROUGH_RESTORATION } = starts;
const { PRESENT, ORIGINAL, REDUCED } = baselines;
const { BARRED, PENDING, CONFIRM, CONSENT, CLEAR } = answerCodes;

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
  const { settings, inForceFrom } = law;
  const table = buildColumnTable(law);
  const { yearly, post, measureKinds, measureBars, sanctionKinds, sanctionBars, influence, handling } = table;
  const { consentFor, longestMonths, sanctionsAskConsent } = table;
  const alwaysAttaches = settings["organizationalAdjustment"] === "always-attaches";

  return (columns, results) => {
    const { measure, ground, adjustment, decided, effective, originalLevel, presentLevel, reducedLevel } = columns;
    const { sanction, sanctionDecided, sanctionEffective, sanctionMonths, sanctionExtended } = columns;
    const { sanctionRestored, sanctionLevel } = columns;
    const { purpose, date, toLevel, personLevel, consent, consentPerhaps, openMatters, incomplete } = columns;
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
      const punished = sanction[index] ?? 0;
      if (given >= 0) {
        const adjusted = (adjustment[index] ?? 0) === 1;
        cell = measureCell(given, (ground[index] ?? 0) === 0 ? "accountability" : "unsuitable", adjusted);
        const start = effective[index] ?? 0;
        const own = decided[index] ?? 0;
        day = own === NO_DAY ? start : own;
        // Decided already and not in effect yet, or called an adjustment and handled all the same: rare, and asked singly.
        const ahead = !isYear && day <= on && on < start && post[asked] === 1;
        if (ahead || (alwaysAttaches && (adjustment[index] ?? 0) === 1)) {
          answerRow(law, columns, results, index);
          continue;
        }
        const kind = asked * measureKinds + cell;
        const stop = measureStarts[kind + 1] ?? 0;
        let bar = measureStarts[kind] ?? 0;
        if (!isYear && on < start) bar = stop;
        const cells = measureCells;
        let months = YEAR;
        let packed = 0;
        const startYear = isYear && bar < stop ? yearOf(start) : 0;
        for (; bar < stop; bar += WIDTH) {
          const length = cells[bar + MONTHS] ?? 0;
          // The longest period stands first: once one is over, so are the rest. No month has more than 31 days.
          if (!isYear && length > 0 && on - start > 31 * length) break;
          if (day < (cells[bar + FROM] ?? 0) || day > (cells[bar + UNTIL] ?? 0)) continue;
          let until: Day;
          let effect: number;
          if (isYear) {
            const last = length === ENDLESS ? FOREVER : startYear + (cells[bar + YEARS] ?? 0) - 1;
            if (on < startYear || on > last) continue;
            until = length === ENDLESS ? PERMANENT : lastDayOfYear(last);
            effect = lastDayOfYear(on) < (cells[bar + APPLIES] ?? 0) ? CONFIRM : BARRED;
          } else {
            effect = reached(cells, bar, index, measureBaseline(index, cells[bar + BASELINE] ?? 0));
            if (effect === CLEAR) continue;
            if (on < (cells[bar + CHOSEN_FROM] ?? 0) || on > (cells[bar + CHOSEN_UNTIL] ?? 0)) continue;
            if (length !== months) {
              months = length;
              packed = length === ENDLESS ? PERMANENT * 2 : anniversaryOf(start, months);
            }
            if (on > packed >> 1) break;
            until = (packed >> 1) - (packed & 1);
            if (on > until || on < (cells[bar + APPLIES] ?? 0)) effect = CONFIRM;
          }
          const layers = cells[bar + LAYERS] ?? 0;
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

      if (punished >= 0) {
        const since = sanctionEffective[index] ?? 0;
        const own = sanctionDecided[index] ?? 0;
        const settled = own === NO_DAY ? since : own;
        if (!isYear && settled <= on && on < since && post[asked] === 1) {
          answerRow(law, columns, results, index);
          continue;
        }
        const kind = asked * sanctionKinds + punished;
        const stop = sanctionStarts[kind + 1] ?? 0;
        let bar = sanctionStarts[kind] ?? 0;
        if (!isYear && on < since) bar = stop;
        const cells = sanctionCells;
        for (; bar < stop; bar += WIDTH) {
          if (settled < (cells[bar + FROM] ?? 0) || settled > (cells[bar + UNTIL] ?? 0)) continue;
          const length = cells[bar + MONTHS] ?? 0;
          let until: Day;
          let effect: number;
          if (isYear) {
            const first = yearOf(since);
            if (on < first) break;
            until = length === ENDLESS ? PERMANENT : lastDayOfYear(lastYear(cells, bar, index, punished, first));
            if (lastDayOfYear(on) > until) continue;
            effect = lastDayOfYear(on) < (cells[bar + APPLIES] ?? 0) ? CONFIRM : BARRED;
          } else {
            effect = reached(
              cells,
              bar,
              index,
              (cells[bar + BASELINE] ?? 0) === PRESENT ? sanctionBaseline(index) : -1,
            );
            if (effect === CLEAR) continue;
            if (on < (cells[bar + CHOSEN_FROM] ?? 0) || on > (cells[bar + CHOSEN_UNTIL] ?? 0)) continue;
            const packed = sanctionEnd(cells, bar, index, punished, on);
            if (packed === OVER) continue;
            until = (packed >> 1) - (packed & 1);
            if (on > until || on < (cells[bar + APPLIES] ?? 0)) effect = CONFIRM;
          }
          const layers = cells[bar + LAYERS] ?? 0;
          if ((layers & IN_UPPER) !== 0) {
            if (effect < upper) upper = effect;
            if (effect === BARRED && until > upperUntil) upperUntil = until;
          }
          if (effect > regulation || (effect === regulation && until <= regulationUntil)) continue;
          if (
            (layers & IN_REGULATION) !== 0 ||
            ((layers & IN_REGULATION_WHEN_JOINED) !== 0 && cell >= 0 && runTogether(index, cell, day, on, isYear))
          ) {
            regulation = effect;
            if (effect === BARRED && until > regulationUntil) regulationUntil = until;
          }
        }
      }

      if (
        regulation > CONFIRM &&
        consentFor[asked] === 1 &&
        on >= inForceFrom &&
        (punished >= 0 || handling.asksConsent[cell] === 1)
      ) {
        const state = consentLacking(index, cell, day, on);
        if (state < regulation) regulation = state;
      }
      if ((incomplete[index] ?? 0) === 1) {
        if (regulation > CONFIRM) regulation = CONFIRM;
        if (upper > CONFIRM) upper = CONFIRM;
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

    // What a bar that runs does to the level asked about.
    function reached(cells: Int32Array, bar: number, index: number, baseline: number): number {
      const reach = cells[bar + REACH] ?? 0;
      if (reach === REACH_ANY) return BARRED;
      let to = toLevel[index] ?? 0;
      if (to < 0) {
        const without = cells[bar + WITHOUT_LEVEL] ?? 0;
        if (without !== ONE_STEP_UP) return without;
        const level = personLevel[index] ?? 0;
        if (level < 0 || baseline < 0) return CONFIRM;
        to = level - 1;
        return (reach === REACH_ABOVE ? to < baseline : to <= baseline) ? BARRED : CONFIRM;
      }
      if (baseline < 0) return cells[bar + WITHOUT_BASELINE] ?? 0;
      return (reach === REACH_ABOVE ? to < baseline : to <= baseline) ? BARRED : CLEAR;
    }

    function measureBaseline(index: number, baseline: number): number {
      if (baseline === ORIGINAL) return originalLevel[index] ?? 0;
      if (baseline === REDUCED) return reducedLevel[index] ?? 0;
      if (baseline !== PRESENT) return -1;
      const present = presentLevel[index] ?? 0;
      return present >= 0 ? present : (personLevel[index] ?? 0);
    }

    function sanctionBaseline(index: number): number {
      const level = sanctionLevel[index] ?? 0;
      return level >= 0 ? level : (personLevel[index] ?? 0);
    }

    function monthsOfRecord(index: number, punished: number): number {
      const months = sanctionMonths[index] ?? 0;
      return (months > 0 ? months : (longestMonths[punished] ?? 0)) + (sanctionExtended[index] ?? 0);
    }

    // The day after the last of the record's own months.
    function restorationDue(index: number, punished: number): Day {
      const packed = anniversaryOf(sanctionEffective[index] ?? 0, monthsOfRecord(index, punished));
      return (packed >> 1) + 1 - (packed & 1);
    }

    function lastYear(cells: Int32Array, bar: number, index: number, punished: number, first: number): number {
      const years = cells[bar + YEARS] ?? 0;
      return years === RECORD ? yearOf(restorationDue(index, punished) - 1) : first + years - 1;
    }

    // The last day on which a bar says anything about the day asked, times two, plus one when that is a grey day; OVER when it says nothing.
    // A day after the period on which only the missing restoration counts comes out as one whose last barred day is past.
    function sanctionEnd(cells: Int32Array, bar: number, index: number, punished: number, on: Day): number {
      const months = cells[bar + MONTHS] ?? 0;
      const since = sanctionEffective[index] ?? 0;
      if (months === ENDLESS) return PERMANENT * 2;
      const start = cells[bar + START] ?? 0;
      if (start === FROM_EFFECT && months !== RECORD) {
        const set = sanctionMonths[index] ?? 0;
        const length = set > 0 && (longestMonths[punished] ?? 0) === 0 ? set : months;
        if (on - since > 31 * length) return OVER;
        const packed = anniversaryOf(since, length);
        return on > packed >> 1 ? OVER : packed;
      }
      const restored = sanctionRestored[index] ?? 0;
      const due = restorationDue(index, punished);
      const known = restored === NO_DAY ? due : restored;
      if (start !== FROM_EFFECT && start !== THROUGH_RESTORATION && on < known) return OVER;
      let packed: number;
      if (months === RECORD) {
        packed = anniversaryOf(since, monthsOfRecord(index, punished));
        if (restored !== NO_DAY && restored - 1 > (packed >> 1) - (packed & 1)) packed = (restored - 1) * 2;
      } else packed = anniversaryOf(known, months);
      if (on <= packed >> 1) return packed;
      return restored === NO_DAY ? packed : OVER;
    }

    // Whether what the regulation attaches to the measure and the influence period of the sanction share a day.
    function runTogether(index: number, cell: number, day: Day, on: number, isYear: boolean): boolean {
      const punished = sanction[index] ?? 0;
      const last = isYear ? lastDayOfYear(on) : on;
      const from = effective[index] ?? 0;
      if (
        handling.joins[cell] !== 1 ||
        from > last ||
        day < (handling.from[cell] ?? 0) ||
        day > (handling.until[cell] ?? 0)
      )
        return false;
      const ends = anniversaryOf(from, handling.longest[cell] ?? 0);
      const until = (ends >> 1) - (ends & 1);
      const since = sanctionEffective[index] ?? 0;
      if (since > until) return false;
      return influenceUntil(index, punished, FOREVER, false) >= from;
    }

    // The last day of the longest or of the first period of a sanction's influence, as decided on by a day; NO_DAY for none.
    function influenceUntil(index: number, punished: number, last: Day, first: boolean): Day {
      const packed = influencePacked(index, punished, last, first);
      return packed === OVER ? NO_DAY : (packed >> 1) - (packed & 1);
    }

    function influencePacked(index: number, punished: number, last: Day, first: boolean): number {
      const own = sanctionDecided[index] ?? 0;
      const since = sanctionEffective[index] ?? 0;
      const settled = own === NO_DAY ? since : own;
      const { start: from, cells } = influence;
      let found = OVER;
      for (let bar = from[punished] ?? 0; bar < (from[punished + 1] ?? 0); bar += WIDTH) {
        if (settled < (cells[bar + FROM] ?? 0) || settled > (cells[bar + UNTIL] ?? 0)) continue;
        if (last < (cells[bar + APPLIES] ?? 0)) continue;
        const packed = sanctionEnd(cells, bar, index, punished, since);
        if (packed === OVER) continue;
        if (found === OVER || (first ? packed >> 1 < found >> 1 : packed >> 1 > found >> 1)) found = packed;
      }
      return found;
    }

    // CONSENT where a consent is due and none stands, CONFIRM where a person has to look, else CLEAR.
    function consentLacking(index: number, cell: number, day: Day, on: Day): number {
      let due = NO_DAY;
      let asking = NO_DAY;
      if (
        cell >= 0 &&
        handling.asksConsent[cell] === 1 &&
        day >= (handling.from[cell] ?? 0) &&
        day <= (handling.until[cell] ?? 0)
      ) {
        const start = effective[index] ?? 0;
        const shortest = handling.shortest[cell] ?? 0;
        if (shortest === 0) {
          if (on >= start) due = start;
        } else if (on > start + 31 * shortest) due = start;
        else if (on > start + 27 * shortest) {
          const packed = anniversaryOf(start, shortest);
          const until = (packed >> 1) - (packed & 1);
          if (on > until) {
            if ((packed & 1) === 1 && on === packed >> 1) asking = start;
            else due = start;
          }
        }
      }
      const punished = sanction[index] ?? 0;
      if (punished >= 0 && sanctionsAskConsent) {
        const since = sanctionEffective[index] ?? 0;
        const packed = on < since ? OVER : influencePacked(index, punished, on, true);
        if (on >= since && packed === OVER) due = Math.max(due, since);
        else if (packed !== OVER && on > (packed >> 1) - (packed & 1)) {
          if ((packed & 1) === 1 && on === packed >> 1) asking = Math.max(asking, since);
          else due = Math.max(due, since);
        }
      }
      asking = Math.max(asking, due);
      if (asking === NO_DAY) return CLEAR;
      const perhaps = consentPerhaps[index] ?? 0;
      if (due !== NO_DAY && perhaps < due) return CONSENT;
      if (perhaps < asking || (consent[index] ?? 0) < asking) return CONFIRM;
      return CLEAR;
    }
  };
}

const OVER = -1;

// One row by the records it was made of.
function answerRow(law: Law, columns: EligibilityColumns, results: EligibilityResults, index: number): void {
  const { facts, question } = rowIn(law, columns, index);
  const { answer, until, regulation, upper } = assess(law, facts, question);
  results.answer[index] = ANSWERS.indexOf(answer);
  results.until[index] = until ?? NO_DAY;
  results.regulation[index] = ANSWERS.indexOf(regulation.answer);
  results.regulationUntil[index] = regulation.until ?? NO_DAY;
  results.upper[index] = ANSWERS.indexOf(upper.answer);
  results.upperUntil[index] = upper.until ?? NO_DAY;
}

function rowIn(law: Law, columns: EligibilityColumns, index: number): { facts: Facts; question: Question } {
  const { levels, measures, sanctions, purposes } = law.vocabulary;
  const at = (column: Int32Array): number => column[index] ?? 0;
  const idAt = (list: readonly { id: string }[], column: Int32Array): string => list[at(column)]?.id ?? "";
  const levelAt = (column: Int32Array): string | null => levels[at(column)]?.id ?? null;
  const dayAt = (column: Int32Array): Day | null => (at(column) === NO_DAY ? null : at(column));
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

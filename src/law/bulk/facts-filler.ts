// Writes an object of the facts format straight into columns, if it is of the common sort. It knows no faults: whatever it does not
// recognise at once it leaves to the full reader, which finds the place of the fault or reads it after all.
import { NO_DAY } from "./columns.ts";
import type { EligibilityColumns } from "./columns.ts";
import { addMonths, parseDay } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import { FIRST_DAY, LAST_DAY, superiorsOf } from "./facts-reader.ts";
import type { Law } from "../compile/law.ts";

/** False, with the row in no state to be answered, for an object that the full reader has to look at. */
export type Filler = (columns: EligibilityColumns, index: number, facts: unknown) => boolean;

type Line = Readonly<Record<string, unknown>>;

/** A filler for the words of one law, whose bars can be laid out in columns. */
export function compileFiller(law: Law): Filler {
  const { vocabulary } = law;
  const { measures, sanctions } = vocabulary;
  const levels = placesOf(vocabulary.levels);
  const measurePlaces = placesOf(measures);
  const sanctionPlaces = placesOf(sanctions);
  const purposePlaces = placesOf(vocabulary.purposes);
  const isPersonal = measures.map(({ subjects }) => subjects.includes("person"));
  const isOrganizational = measures.map((measure) => measure.class === "organizational");
  const mayBeUnsuitable = measures.map(({ grounds }) => grounds.includes("unsuitable"));
  const isYearly = vocabulary.purposes.map(({ asked }) => asked === "for-year");
  const { handling, adjustment } = vocabulary.names.handlings;
  const { accountability, unsuitable } = vocabulary.names.grounds;
  const superiors: ReadonlySet<unknown> = new Set(superiorsOf(law));

  return (columns, index, input) => {
    if (!isObject(input) || input["format"] !== 2) return false;
    const { format, id, person, measures: measured, sanctions: sanctioned, consents, openMatters, question } = input;
    if (
      !hasOnly(
        input,
        given(format) +
          given(id) +
          given(person) +
          given(measured) +
          given(sanctioned) +
          given(consents) +
          given(openMatters) +
          given(question),
      )
    )
      return false;
    const open = openMatters ?? 0;
    if (openMatters === null || typeof open !== "number" || !Number.isSafeInteger(open) || open < 0) return false;
    columns.openMatters[index] = open > 0 ? 1 : 0;
    return (
      fillPerson(columns, index, person) &&
      fillMeasure(columns, index, onlyOne(measured)) &&
      fillSanction(columns, index, onlyOne(sanctioned)) &&
      fillQuestion(columns, index, question, consents)
    );
  };

  function fillPerson(columns: EligibilityColumns, index: number, person: unknown): boolean {
    columns.personLevel[index] = -1;
    columns.incomplete[index] = 0;
    if (person === undefined) return true;
    if (!isObject(person)) return false;
    const { level, historyComplete } = person;
    const fields = given(level) + given(historyComplete);
    if (!hasOnly(person, fields) || (fields === 0 && Array.isArray(person))) return false;
    if (historyComplete === false) columns.incomplete[index] = 1;
    else if (historyComplete !== true && !isAbsent(historyComplete)) return false;
    return fillLevel(columns.personLevel, index, level);
  }

  function fillMeasure(columns: EligibilityColumns, index: number, measure: unknown): boolean {
    columns.measure[index] = -1;
    if (measure === NONE) return true;
    if (!isObject(measure)) return false;
    const { kind, decided, effective, ground, originalLevel, presentLevel, reducedLevel } = measure;
    const named = measure["handling"];
    const fields = given(kind) + given(decided) + given(effective) + given(named) + given(ground);
    if (!hasOnly(measure, fields + given(originalLevel) + given(presentLevel) + given(reducedLevel))) return false;
    const place = measurePlaces.get(kind);
    if (place === undefined || isPersonal[place] !== true) return false;
    columns.measure[index] = place;
    columns.adjustment[index] = 0;
    if (!isAbsent(named)) {
      if (isOrganizational[place] !== true) return false;
      if (named === adjustment?.zh) columns.adjustment[index] = 1;
      else if (named !== handling?.zh) return false;
    }
    columns.ground[index] = 0;
    if (!isAbsent(ground) && ground !== accountability.zh) {
      if (ground !== unsuitable.zh || mayBeUnsuitable[place] !== true) return false;
      columns.ground[index] = 1;
    }
    if (!fillDays(columns.decided, columns.effective, index, decided, effective)) return false;
    if (!fillLevel(columns.originalLevel, index, originalLevel)) return false;
    if (!fillLevel(columns.presentLevel, index, presentLevel)) return false;
    if (!fillLevel(columns.reducedLevel, index, reducedLevel)) return false;
    // Only a level below the original one can be a reduced one, of a measure that reduces.
    const reduced = columns.reducedLevel[index] ?? -1;
    return reduced < 0 || (measures[place]?.reduces === true && reduced > (columns.originalLevel[index] ?? -1));
  }

  function fillSanction(columns: EligibilityColumns, index: number, sanction: unknown): boolean {
    columns.sanction[index] = -1;
    if (sanction === NONE) return true;
    if (!isObject(sanction)) return false;
    const { kind, decided, effective, months, extended, restored, level } = sanction;
    const fields = given(kind) + given(decided) + given(effective) + given(months) + given(extended);
    if (!hasOnly(sanction, fields + given(restored) + given(level))) return false;
    const place = sanctionPlaces.get(kind);
    if (place === undefined) return false;
    columns.sanction[index] = place;
    if (!fillDays(columns.sanctionDecided, columns.sanctionEffective, index, decided, effective)) return false;
    columns.sanctionMonths[index] = 0;
    columns.sanctionExtended[index] = 0;
    columns.sanctionRestored[index] = NO_DAY;
    const lengths = sanctions[place]?.months ?? [];
    if (lengths.length === 0) {
      if (!isAbsent(months) || !isAbsent(extended) || !isAbsent(restored)) return false;
    } else {
      if (typeof months !== "number" || !lengths.includes(months)) return false;
      const added = extended ?? 0;
      if (typeof added !== "number" || !Number.isInteger(added) || added < 0 || added > LONGEST) return false;
      if (extended === 0) return false;
      columns.sanctionMonths[index] = months;
      columns.sanctionExtended[index] = added;
      if (!isAbsent(restored)) {
        const day = dayIn(restored);
        const { day: end, exact } = addMonths(columns.sanctionEffective[index] ?? 0, months + added);
        if (day === NO_DAY || day < (exact ? end : end + 1)) return false;
        columns.sanctionRestored[index] = day;
      }
    }
    return fillLevel(columns.sanctionLevel, index, level);
  }

  function fillQuestion(columns: EligibilityColumns, index: number, question: unknown, consents: unknown): boolean {
    if (!isObject(question)) return false;
    const { purpose, date, year, toLevel } = question;
    if (!hasOnly(question, given(purpose) + given(date) + given(year) + given(toLevel))) return false;
    const place = purposePlaces.get(purpose);
    if (place === undefined) return false;
    columns.purpose[index] = place;
    let on = NO_DAY;
    if (isYearly[place] === true) {
      if (!isAbsent(date) || !isAbsent(toLevel) || typeof year !== "number" || !Number.isInteger(year)) return false;
      if (year < 1900 || year > 2199) return false;
      columns.date[index] = year;
    } else {
      on = dayIn(date);
      if (on === NO_DAY || !isAbsent(year)) return false;
      columns.date[index] = on;
    }
    if (!fillLevel(columns.toLevel, index, toLevel)) return false;
    columns.consent[index] = NO_DAY;
    columns.consentPerhaps[index] = NO_DAY;
    if (consents === undefined) return true;
    if (!Array.isArray(consents)) return false;
    const list: readonly unknown[] = consents;
    for (const consent of list) if (!fillConsent(columns, index, consent, on)) return false;
    return true;
  }

  // The latest one before the day asked about, as `verdict.ts` finds it.
  function fillConsent(columns: EligibilityColumns, index: number, consent: unknown, date: Day): boolean {
    if (!isObject(consent)) return false;
    const { on, toLevel, by } = consent;
    if (!hasOnly(consent, given(on) + given(toLevel) + given(by))) return false;
    if (!isAbsent(by) && !superiors.has(by)) return false;
    const day = dayIn(on);
    const level = isAbsent(toLevel) ? -1 : levels.get(toLevel);
    if (day === NO_DAY || level === undefined) return false;
    if (day >= date) return true;
    const asked = columns.toLevel[index] ?? -1;
    const surely = level < 0 || (asked >= 0 && level <= asked);
    if (surely && day > (columns.consent[index] ?? 0)) columns.consent[index] = day;
    if ((surely || asked < 0) && day > (columns.consentPerhaps[index] ?? 0)) columns.consentPerhaps[index] = day;
    return true;
  }

  function fillLevel(column: Int32Array, index: number, level: unknown): boolean {
    if (isAbsent(level)) {
      column[index] = -1;
      return true;
    }
    const place = levels.get(level);
    if (place === undefined) return false;
    column[index] = place;
    return true;
  }
}

// Each stands in for the other where it is not given; the effect is never before the decision.
function fillDays(
  decidedDays: Int32Array,
  effectiveDays: Int32Array,
  index: number,
  decided: unknown,
  effective: unknown,
): boolean {
  const first = isAbsent(decided) ? NO_DAY : dayIn(decided);
  if (first === NO_DAY && !isAbsent(decided)) return false;
  const last = isAbsent(effective) ? first : dayIn(effective);
  decidedDays[index] = first;
  effectiveDays[index] = last;
  return last !== NO_DAY && last >= first;
}

// A day of the facts format, or NO_DAY for anything else.
function dayIn(value: unknown): Day {
  if (typeof value !== "string") return NO_DAY;
  const day = parseDay(value);
  return day === null || day < FIRST || day > LAST ? NO_DAY : day;
}

// Of this module's own, since imported constants are read from memory each time.
const FIRST = FIRST_DAY;
const LAST = LAST_DAY;

/** Months more than which the full reader is to look at. */
const LONGEST = 120;

/** What stands for a list without a record. */
const NONE = Symbol("none");

// The one record of a list, NONE of an empty one, null of anything else.
function onlyOne(list: unknown): unknown {
  if (list === undefined) return NONE;
  if (!Array.isArray(list) || list.length > 1) return null;
  return list.length === 0 ? NONE : list[0];
}

// A list too; but it has none of the fields that are asked for next.
function isObject(value: unknown): value is Line {
  return typeof value === "object" && value !== null;
}

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;
const given = (value: unknown): number => (value === undefined ? 0 : 1);

// Whether an object has no fields besides so many that are known.
function hasOnly(one: Line, known: number): boolean {
  let fields = 0;
  for (const _ in one) fields += 1;
  return fields === known;
}

function placesOf(list: readonly { name: { zh: string } }[]): ReadonlyMap<unknown, number> {
  return new Map(list.map(({ name }, place) => [name.zh, place]));
}

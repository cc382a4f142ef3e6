// Writes an object of the facts format straight into columns, if it is of the common sort. It knows no faults: whatever it does not
// recognise at once it leaves to the full reader, which finds the place of the fault or reads it after all.
import { NO_DAY } from "./columns.ts";
import type { EligibilityColumns } from "./columns.ts";
import { addMonths, yearOf } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import { FIRST_DAY, LAST_DAY, superiorsOf } from "./facts-reader.ts";
import type { Law } from "../compile/law.ts";

/** How many fields were read; REFUSED, with the row in no state to be answered, for an object that the full reader has to look at. */
export type Filler = (index: number, facts: unknown) => number;

/** What a filler returns for an object that the full reader has to look at. */
export const REFUSED = -1;

/** Whether objects with a field that the filler does not know are refused; else whoever asks compares with how many fields there are. */
type UnknownFields = "refused" | "counted";

type Line = Readonly<Record<string, unknown>>;

/**
 * A filler of these columns for the words of one law, whose bars can be laid out in columns. Hot loop: its parts stand within it, since
 * columns and words that they know beforehand are written to and looked up more quickly.
 */
export function compileFiller(law: Law, columns: EligibilityColumns, unknownFields: UnknownFields): Filler {
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
  const counted = unknownFields === "refused" ? countedWhole : countedAlone;

  return (index, input) => {
    if (!isObject(input) || input["format"] !== 2) return REFUSED;
    const { id, person, measures: measured, sanctions: sanctioned, consents, openMatters, question } = input;
    const open = openMatters ?? 0;
    if (openMatters === null || typeof open !== "number" || !Number.isSafeInteger(open) || open < 0) return REFUSED;
    columns.openMatters[index] = open > 0 ? 1 : 0;
    const ofPerson = fillPerson(index, person);
    const ofMeasure = fillMeasure(index, onlyOne(measured));
    const ofSanction = fillSanction(index, onlyOne(sanctioned));
    const ofQuestion = fillQuestion(index, question);
    const ofConsents = fillConsents(index, consents);
    if (ofPerson < 0 || ofMeasure < 0 || ofSanction < 0 || ofQuestion < 0 || ofConsents < 0) return REFUSED;
    const lists = given(measured) + given(sanctioned) + given(consents);
    const own = 2 + given(id) + given(person) + lists + given(openMatters);
    if (counted(input, own) < 0) return REFUSED;
    return own + ofPerson + ofMeasure + ofSanction + ofQuestion + ofConsents;
  };

  function fillPerson(index: number, person: unknown): number {
    columns.personLevel[index] = -1;
    columns.incomplete[index] = 0;
    if (person === undefined) return 0;
    if (!isObject(person)) return REFUSED;
    const { level, historyComplete } = person;
    const fields = given(level) + given(historyComplete);
    if (fields === 0 && Array.isArray(person)) return REFUSED;
    if (historyComplete === false) columns.incomplete[index] = 1;
    else if (historyComplete !== true && !isAbsent(historyComplete)) return REFUSED;
    return fillLevel(columns.personLevel, index, level) ? counted(person, fields) : REFUSED;
  }

  function fillMeasure(index: number, measure: unknown): number {
    columns.measure[index] = -1;
    if (measure === NONE) return 0;
    if (!isObject(measure)) return REFUSED;
    const { kind, decided, effective, ground, originalLevel, presentLevel, reducedLevel } = measure;
    const named = measure["handling"];
    const place = measurePlaces.get(kind);
    if (place === undefined || isPersonal[place] !== true) return REFUSED;
    columns.measure[index] = place;
    columns.adjustment[index] = 0;
    if (!isAbsent(named)) {
      if (isOrganizational[place] !== true) return REFUSED;
      if (named === adjustment?.zh) columns.adjustment[index] = 1;
      else if (named !== handling?.zh) return REFUSED;
    }
    columns.ground[index] = 0;
    if (!isAbsent(ground) && ground !== accountability.zh) {
      if (ground !== unsuitable.zh || mayBeUnsuitable[place] !== true) return REFUSED;
      columns.ground[index] = 1;
    }
    if (!fillDays(columns.decided, columns.effective, index, decided, effective)) return REFUSED;
    if (!fillLevel(columns.originalLevel, index, originalLevel)) return REFUSED;
    if (!fillLevel(columns.presentLevel, index, presentLevel)) return REFUSED;
    if (!fillLevel(columns.reducedLevel, index, reducedLevel)) return REFUSED;
    // Only a level below the original one can be a reduced one, of a measure that reduces.
    const reduced = columns.reducedLevel[index] ?? -1;
    if (reduced >= 0 && (measures[place]?.reduces !== true || reduced <= (columns.originalLevel[index] ?? -1)))
      return REFUSED;
    const levelled = given(originalLevel) + given(presentLevel) + given(reducedLevel);
    return counted(measure, 1 + given(decided) + given(effective) + given(named) + given(ground) + levelled);
  }

  function fillSanction(index: number, sanction: unknown): number {
    columns.sanction[index] = -1;
    if (sanction === NONE) return 0;
    if (!isObject(sanction)) return REFUSED;
    const { kind, decided, effective, months, extended, restored, level } = sanction;
    const place = sanctionPlaces.get(kind);
    if (place === undefined) return REFUSED;
    columns.sanction[index] = place;
    if (!fillDays(columns.sanctionDecided, columns.sanctionEffective, index, decided, effective)) return REFUSED;
    columns.sanctionMonths[index] = 0;
    columns.sanctionExtended[index] = 0;
    columns.sanctionRestored[index] = NO_DAY;
    const lengths = sanctions[place]?.months ?? [];
    if (lengths.length === 0) {
      if (!isAbsent(months) || !isAbsent(extended) || !isAbsent(restored)) return REFUSED;
    } else {
      if (typeof months !== "number" || !lengths.includes(months)) return REFUSED;
      const added = extended ?? 0;
      if (typeof added !== "number" || !Number.isInteger(added) || added < 0 || added > LONGEST) return REFUSED;
      if (extended === 0) return REFUSED;
      columns.sanctionMonths[index] = months;
      columns.sanctionExtended[index] = added;
      if (!isAbsent(restored)) {
        const day = dayIn(restored);
        const { day: end, exact } = addMonths(columns.sanctionEffective[index] ?? 0, months + added);
        if (day === NO_DAY || day < (exact ? end : end + 1)) return REFUSED;
        columns.sanctionRestored[index] = day;
      }
    }
    if (!fillLevel(columns.sanctionLevel, index, level)) return REFUSED;
    const probation = given(months) + given(extended) + given(restored);
    return counted(sanction, 1 + given(decided) + given(effective) + probation + given(level));
  }

  function fillQuestion(index: number, question: unknown): number {
    if (!isObject(question)) return REFUSED;
    const { purpose, date, year, toLevel } = question;
    const place = purposePlaces.get(purpose);
    if (place === undefined) return REFUSED;
    columns.purpose[index] = place;
    if (isYearly[place] === true) {
      if (!isAbsent(date) || !isAbsent(toLevel) || typeof year !== "number" || !Number.isInteger(year)) return REFUSED;
      if (year < 1900 || year > 2199) return REFUSED;
      columns.date[index] = year;
    } else {
      const on = dayIn(date);
      if (on === NO_DAY || !isAbsent(year)) return REFUSED;
      columns.date[index] = on;
    }
    if (!fillLevel(columns.toLevel, index, toLevel)) return REFUSED;
    return counted(question, 1 + given(date) + given(year) + given(toLevel));
  }

  // After the question, of which the day and the level count.
  function fillConsents(index: number, consents: unknown): number {
    columns.consent[index] = NO_DAY;
    columns.consentPerhaps[index] = NO_DAY;
    if (consents === undefined) return 0;
    if (!Array.isArray(consents)) return REFUSED;
    const list: readonly unknown[] = consents;
    let fields = 0;
    for (const consent of list) {
      const own = fillConsent(index, consent);
      if (own < 0) return REFUSED;
      fields += own;
    }
    return fields;
  }

  // The latest one before the day asked about, as `verdict.ts` finds it.
  function fillConsent(index: number, consent: unknown): number {
    if (!isObject(consent)) return REFUSED;
    const { on, toLevel, by } = consent;
    if (!isAbsent(by) && !superiors.has(by)) return REFUSED;
    const day = dayIn(on);
    const level = isAbsent(toLevel) ? -1 : levels.get(toLevel);
    if (day === NO_DAY || level === undefined) return REFUSED;
    const fields = counted(consent, 1 + given(toLevel) + given(by));
    if (fields < 0) return REFUSED;
    if (isYearly[columns.purpose[index] ?? 0] === true || day >= (columns.date[index] ?? 0)) return fields;
    const asked = columns.toLevel[index] ?? -1;
    const surely = level < 0 || (asked >= 0 && level <= asked);
    if (surely && day > (columns.consent[index] ?? 0)) columns.consent[index] = day;
    if ((surely || asked < 0) && day > (columns.consentPerhaps[index] ?? 0)) columns.consentPerhaps[index] = day;
    return fields;
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

// REFUSED where an object has other fields than so many that were read.
function countedWhole(one: Line, read: number): number {
  let fields = 0;
  for (const _ in one) fields += 1;
  return fields === read ? read : REFUSED;
}

function countedAlone(_: Line, read: number): number {
  return read;
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

// A day of the facts format, or NO_DAY for anything else: as `parseDay`, but with the first days of the months at hand.
function dayIn(value: unknown): Day {
  if (typeof value !== "string" || value.length !== 10) return NO_DAY;
  if (value.charCodeAt(4) !== DASH || value.charCodeAt(7) !== DASH) return NO_DAY;
  const y1 = value.charCodeAt(0) - ZERO;
  const y2 = value.charCodeAt(1) - ZERO;
  const y3 = value.charCodeAt(2) - ZERO;
  const y4 = value.charCodeAt(3) - ZERO;
  const m1 = value.charCodeAt(5) - ZERO;
  const m2 = value.charCodeAt(6) - ZERO;
  const d1 = value.charCodeAt(8) - ZERO;
  const d2 = value.charCodeAt(9) - ZERO;
  // Only the digits leave all the bits above the lowest four empty, and the fifth when six is added.
  if (((y1 | y2 | y3 | y4 | m1 | m2 | d1 | d2) & ~15) !== 0) return NO_DAY;
  if ((((y1 + 6) | (y2 + 6) | (y3 + 6) | (y4 + 6) | (m1 + 6) | (m2 + 6) | (d1 + 6) | (d2 + 6)) & 16) !== 0)
    return NO_DAY;
  const year = y1 * 1000 + y2 * 100 + y3 * 10 + y4 - FIRST_YEAR;
  const month = m1 * 10 + m2 - 1;
  if (year < 0 || year >= YEARS || month < 0 || month > 11) return NO_DAY;
  const at = year * 12 + month;
  const before = (monthStarts[at] ?? 0) - 1;
  const day = before + d1 * 10 + d2;
  return day > before && day < (monthStarts[at + 1] ?? 0) ? day : NO_DAY;
}

const DASH = 45;
const ZERO = 48;
const FIRST_YEAR = yearOf(FIRST_DAY);
const YEARS = yearOf(LAST_DAY) + 1 - FIRST_YEAR;

/** The first days of the months that a day of the facts format can lie in, and of the one after them. */
const monthStarts = Int32Array.from({ length: YEARS * 12 + 1 }, (_, month) => addMonths(FIRST_DAY, month).day);

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

function placesOf(list: readonly { name: { zh: string } }[]): ReadonlyMap<unknown, number> {
  return new Map(list.map(({ name }, place) => [name.zh, place]));
}

// Calendar days as integers: days since 1970-01-01 in the proleptic Gregorian calendar. The engine
// counts in them because one Temporal.PlainDate per answer costs twenty to sixty times as much.

/** Days since 1970-01-01, proleptic Gregorian. */
export type Day = number;

/** The day of an ISO text such as 2020-02-29, or null when it is no such text or no such date exists. */
export function parseDay(iso: string): Day | null {
  if (iso.length !== 10 || iso.charCodeAt(4) !== DASH || iso.charCodeAt(7) !== DASH) return null;
  const year = twoDigits(iso, 0) * 100 + twoDigits(iso, 2);
  const month = twoDigits(iso, 5);
  const dayOfMonth = twoDigits(iso, 8);
  return dayOn(year, month, dayOfMonth);
}

/** The day of a date, or null when no such date exists. */
function dayOn(year: number, month: number, dayOfMonth: number): Day | null {
  // Not a number when a sign was no digit, and then no comparison holds.
  if (!(year >= 0 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= monthLength(year, month)))
    return null;
  return dayOf(year, month, dayOfMonth);
}

const DASH = 45;
const ZERO = 48;

// The number that two digits write, or NaN.
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** The day of an ISO text that was checked before it was kept: what is no day all the same is a fault of the machine, and thrown. */
export function checkedDay(iso: string): Day {
  const day = parseDay(iso);
  if (day === null) throw new Error(`${iso} was checked and is no day`);
  return day;
}

/** The ISO text of a day between the years 0 and 9999. */
export function formatDay(day: Day): string {
  if (day < 0 || day >= written.length) return write(day);
  return (written[day] ??= write(day));
}

// The days from 1970 to 2079 as they have been written before: answers name the same days again and again.
const written = Array.from<string | undefined>({ length: 40_000 });

function write(day: Day): string {
  const packed = civilOf(day);
  const year = packed >> 9;
  const years = year < 1000 ? String(year).padStart(4, "0") : String(year);
  return `${years}-${PADDED[(packed >> 5) & 15]}-${PADDED[packed & 31]}`;
}

const PADDED: readonly string[] = Array.from({ length: 32 }, (_, index) => String(index).padStart(2, "0"));

/**
 * The same day of the month so many months later. Where that day does not exist (29 February and a
 * year, 31 August and six months) it is the last day of that month, and `exact` is false.
 */
export function addMonths(day: Day, months: number): { day: Day; exact: boolean } {
  const packed = anniversaryOf(day, months);
  return { day: packed >> 1, exact: (packed & 1) === 1 };
}

/** addMonths without an object: the day times two, plus one when the day of the month exists. */
export function anniversaryOf(day: Day, months: number): number {
  const packed = civilOf(day);
  const count = (packed >> 9) * 12 + ((packed >> 5) & 15) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  const dayOfMonth = packed & 31;
  const length = dayOfMonth <= 28 ? 31 : monthLength(year, month);
  return dayOfMonth <= length ? dayOf(year, month, dayOfMonth) * 2 + 1 : dayOf(year, month, length) * 2;
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return civilOf(day) >> 9;
}

/** The last day of a year, 31 December. */
export function lastDayOfYear(year: number): Day {
  return dayOf(year, 12, 31);
}

/** The first day of a year, 1 January. */
export function firstDayOfYear(year: number): Day {
  return dayOf(year, 1, 1);
}

// Howard Hinnant's civil calendar algorithms: years begin in March, eras are 400 years.
function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

// Year, month and day of the month in one integer: year << 9 | month << 5 | day.
function civilOf(day: Day): number {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36524) | 0) - ((dayOfEra / 146096) | 0)) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0));
  const marchMonth = ((5 * dayOfYear + 2) / 153) | 0;
  const dayOfMonth = dayOfYear - (((153 * marchMonth + 2) / 5) | 0) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return (year << 9) | (month << 5) | dayOfMonth;
}

function monthLength(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

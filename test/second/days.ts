// Days as ISO text, which sorts as days do, and the arithmetic of periods.

/** A period of months: its last barred day, and the anniversary where there is one. */
export type Period = { until: string; grey: string | null };

/**
 * The last barred day is the day before the anniversary, which is a grey day. Where the anniversary does not exist, the last barred day is
 * the last day of that month, and no day is grey.
 */
export function periodFrom(first: string, months: number): Period {
  const name = `${first} ${months}`;
  const known = counted.get(name) ?? countPeriod(first, months);
  counted.set(name, known);
  return known;
}

/** The same few thousand periods come up a million times. */
const counted = new Map<string, Period>();

function countPeriod(first: string, months: number): Period {
  const start = Temporal.PlainDate.from(first);
  const anniversary = start.add({ months });
  if (anniversary.day !== start.day) return { until: anniversary.toString(), grey: null };
  return { until: anniversary.subtract({ days: 1 }).toString(), grey: anniversary.toString() };
}

export function addDays(day: string, days: number): string {
  const at = PLACE.get(day);
  const found = at === undefined ? undefined : CALENDAR[at + days];
  return found ?? Temporal.PlainDate.from(day).add({ days }).toString();
}

export function daysBetween(day: string, later: string): number {
  return Temporal.PlainDate.from(day).until(Temporal.PlainDate.from(later)).days;
}

/** The days that come up, in their order. */
const CALENDAR: string[] = [];
for (let day = Temporal.PlainDate.from("1995-01-01"); day.year < 2045; day = day.add({ days: 1 })) {
  CALENDAR.push(day.toString());
}
const PLACE = new Map(CALENDAR.map((day, at) => [day, at]));

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

export function endOfYear(year: number): string {
  return `${year}-12-31`;
}

export function later(day: string, other: string): string {
  return day > other ? day : other;
}

/** Written YYYY-MM-DD, in the calendar, and from 1900 to 2199. */
export function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false;
  const [year = 0, month = 0, day = 0] = value.split("-").map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

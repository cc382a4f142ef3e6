// Working days from the published calendars (法定节假日、调休): a year that is not among them is not guessed.
import type { Sentence } from "../text/citation.ts";
import type { Calendar } from "./deadlines.ts";
import { formatDay, parseDay, yearOf } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import { dayInvalid, dayOfOtherYear, dayRepeated, weekendOff, weekdayWorked } from "./words.ts";

/** One year as published: weekdays that are off, weekend days that are worked. ISO days of that year. */
export type WorkingYear = { year: number; off: readonly string[]; worked: readonly string[] };

/** Whether a day is worked; null for a day of a year that is not published. */
export function calendarOf(years: readonly WorkingYear[]): Calendar {
  const known = new Map(years.map(({ year, off, worked }) => [year, { off: new Set(off), worked: new Set(worked) }]));
  return (day) => {
    const published = known.get(yearOf(day));
    if (published === undefined) return null;
    const iso = formatDay(day);
    return isWeekend(day) ? published.worked.has(iso) : !published.off.has(iso);
  };
}

function isWeekend(day: Day): boolean {
  return (((day + 3) % 7) + 7) % 7 >= 5; // 1970-01-01 was a Thursday; Monday is 0
}

export type CalendarFault = { day: string; zh: string; en: string };

/** What is wrong with a year as it was entered: days that do not exist or are of another year, weekends off, weekdays worked, days twice. */
export function faultsOfYear({ year, off, worked }: WorkingYear): CalendarFault[] {
  const seen = new Set<string>();
  return [...off.map((day) => ({ day, off: true })), ...worked.map((day) => ({ day, off: false }))].flatMap((one) => {
    const parsed = parseDay(one.day);
    const fault = (what: Sentence) => [{ day: one.day, ...what }];
    if (parsed === null) return fault(dayInvalid(one.day));
    if (yearOf(parsed) !== year) return fault(dayOfOtherYear(one.day, year));
    if (seen.has(one.day)) return fault(dayRepeated(one.day));
    seen.add(one.day);
    if (one.off && isWeekend(parsed)) return fault(weekendOff(one.day));
    if (!one.off && !isWeekend(parsed)) return fault(weekdayWorked(one.day));
    return [];
  });
}

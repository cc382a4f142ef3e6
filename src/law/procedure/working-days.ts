// Working days from the published calendars (法定节假日、调休): a year that is not among them is not guessed.
import type { Calendar } from "./deadlines.ts";
import { formatDay, parseDay, yearOf } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";

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
    const fault = (zh: string, en: string) => [{ day: one.day, zh, en }];
    if (parsed === null) return fault(`“${one.day}”不是日期`, `“${one.day}” is no date`);
    if (yearOf(parsed) !== year) return fault(`${one.day} 不在${year}年`, `${one.day} is not in ${year}`);
    if (seen.has(one.day)) return fault(`${one.day} 写了两次`, `${one.day} stands twice`);
    seen.add(one.day);
    if (one.off && isWeekend(parsed))
      return fault(`${one.day} 是周末，本来就休息，不必写入`, `${one.day} is a weekend anyway`);
    if (!one.off && !isWeekend(parsed))
      return fault(`${one.day} 不是周末，本来就上班，不必写入`, `${one.day} is worked anyway`);
    return [];
  });
}

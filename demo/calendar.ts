// Days of the demonstration: integers, moved off week-ends where an office acts.
import { formatDay, parseDay } from "#law/reckon/days.ts";
import type { Day } from "#law/reckon/days.ts";

/** The day on which the demonstration stands still. */
export const today = "2026-11-23";

/** The integer day of an ISO text written in this folder; throws when it is none. */
export function day(iso: string): Day {
  const parsed = parseDay(iso);
  if (parsed === null) throw new RangeError(`${iso} is no day`);
  return parsed;
}

/** The day itself when it is a working day of the week, else the Monday after. Public holidays are not considered. */
export function workday(from: Day): Day {
  const weekday = (((from + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday; Monday is 0
  return weekday >= 5 ? from + 7 - weekday : from;
}

/** 2021年3月至8月, or 2020年11月至2021年2月. */
export function periodOf(from: Day, to: Day): string {
  const [first, last] = [formatDay(from), formatDay(to)];
  const month = (iso: string) => `${Number(iso.slice(5, 7))}月`;
  const start = `${first.slice(0, 4)}年${month(first)}`;
  if (first.slice(0, 7) === last.slice(0, 7)) return start;
  return first.slice(0, 4) === last.slice(0, 4)
    ? `${start}至${month(last)}`
    : `${start}至${last.slice(0, 4)}年${month(last)}`;
}

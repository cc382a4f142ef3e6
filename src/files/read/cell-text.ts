// The text of a cell, whatever the sheet holds in it.
import { yes, no } from "./words.ts";

/** Dates as ISO days; no control characters, no blanks around it; at most so many characters. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return dayText(value);
  if (typeof value === "boolean") return value ? yes : no;
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (typeof value !== "string") return "";
  return value
    .slice(0, longestCell)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu, " ")
    .trim();
}

const longestCell = 2000;

/** The library hands days over as the language's old dates; the day is theirs in UTC. */
function dayText(value: object): string {
  const time: unknown =
    "getTime" in value && typeof value.getTime === "function" ? Reflect.apply(value.getTime, value, []) : null;
  if (typeof time !== "number" || Number.isNaN(time)) return "";
  return Temporal.Instant.fromEpochMilliseconds(time).toString().slice(0, 10);
}

// The text of a cell, whatever the sheet holds in it.
import { yes, no } from "./words.ts";

/** No control characters, no blanks around it; at most so many characters. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? yes : no;
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (typeof value !== "string") return "";
  return value
    .slice(0, longestCell)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu, " ")
    .trim();
}

export const longestCell = 2000;

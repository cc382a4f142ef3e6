// The text of a cell, whatever the sheet holds in it.
import { yes, no } from "./words.ts";

/** No control characters, no blanks around it; at most so many characters. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? yes : no;
  if (typeof value === "number") return Number.isFinite(value) ? numberText(value) : "";
  if (typeof value !== "string") return "";
  return value
    .slice(0, longestCell)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu, " ")
    .trim();
}

/** As a spreadsheet shows it: of more than fifteen digits the last are lost, and it says so by an exponent. */
function numberText(value: number): string {
  return Math.abs(value) >= 1e15 ? value.toExponential().toUpperCase() : String(value);
}

export const longestCell = 2000;

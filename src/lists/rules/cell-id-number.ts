// A cell to an ID number, or to why it holds none.
import { checkDigitOf } from "#registry/rules/check-digit.ts";
import { noNumber } from "./list-words.ts";

/** `number`: 18 characters; one of the old 15 is given the two digits of its century and its check digit. `masked`: some digits are hidden. `spoilt`: a spreadsheet took it for a number and lost the last digits. */
export type CellIdNumber =
  | { type: "number"; number: string }
  | { type: "none" }
  | { type: "masked" | "spoilt" | "not-a-number"; text: string };

export function idNumberOf(text: string): CellIdNumber {
  const plain = text
    .normalize("NFKC")
    .replace(/^\s*=?\s*["“]?/u, "")
    .replaceAll(/[\s\u200B-\u200F\uFEFF'‘’`"“”\u00AD-]+/gu, "")
    .toUpperCase();
  if (plain === "" || noNumber.test(plain) || noNumber.test(text.trim())) return { type: "none" };
  if (/^\d{17}[\dX]$/u.test(plain)) return { type: "number", number: plain };
  if (/^\d{15}$/u.test(plain)) return { type: "number", number: lengthened(plain) };
  if (/^\d(?:\.\d+)?E\+?1[4-7]$/u.test(plain)) return { type: "spoilt", text: plain };
  if (/^[\dX*]{15,18}$/u.test(plain) && plain.includes("*")) return { type: "masked", text: plain };
  return { type: "not-a-number", text: plain };
}

/** Whether a cell without a heading is an ID number. */
export function looksLikeIdNumber(text: string): boolean {
  return idNumberOf(text).type === "number";
}

/** As it was written, without blanks and hyphens, where it is no number: whoever compares it finds nobody. */
export function typedIdNumber(text: string): string {
  const read = idNumberOf(text);
  return read.type === "number" ? read.number : read.type === "none" ? "" : read.text;
}

function lengthened(old: string): string {
  const digits = `${old.slice(0, 6)}19${old.slice(6)}`;
  return `${digits}${checkDigitOf(digits)}`;
}

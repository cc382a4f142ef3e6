// A pasted list of names: one person a line, or several with 、 or ； between them; name, unit and ID number separated by tab, comma or space.
import { nameHeading } from "../../rules/words.ts";

export type NameLine = { name: string; unit: string; idNumber: string };

/**
 * Empty lines and a row of headings are left out, numbers at the beginning of a line too. What looks like an ID number is one
 * wherever it stands; the first other part is the name, the rest, or what stands in brackets, the unit. Official lists write
 * names of two characters with a space between them: it is no part of the name.
 */
export function parseNames(text: string): NameLine[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim().replace(/^\d{1,4}(?:[.．、)）]\s*|\s+)/u, ""))
    .flatMap((line) => line.split(/[、;；]/u))
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map(parseLine)
    .filter(({ name }) => name !== nameHeading);
}

function parseLine(line: string): NameLine {
  const whole = line
    .replace(/^(\p{Script=Han})[ \u3000]+(\p{Script=Han})(?=$|[\s\u3000,，(（])/u, "$1$2")
    .replace(/[(（]([^()（）]+)[)）]/u, "\t$1\t");
  const separator = /[\t,，]/u.test(whole) ? /[\t,，]+/u : /\s+/u;
  const parts = whole
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const idNumber = parts.find(looksLikeIdNumber) ?? "";
  const [name = "", ...unit] = parts.filter((part) => part !== idNumber);
  return { name, unit: unit.join(" "), idNumber: idNumber.toUpperCase() };
}

function looksLikeIdNumber(part: string): boolean {
  return /^(\d{17}[\dXx]|\d{15})$/u.test(part);
}

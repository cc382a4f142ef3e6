// A pasted list of names: one person a line, name, unit and ID number separated by tab, comma or space.

export type NameLine = { name: string; unit: string; idNumber: string };

/** Empty lines are left out. What looks like an ID number is one wherever it stands; the first other part is the name, the rest the unit. */
export function parseNames(text: string): NameLine[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map(parseLine);
}

function parseLine(line: string): NameLine {
  const separator = /[\t,，;；、]/u.test(line) ? /[\t,，;；、]+/u : /\s+/u;
  const parts = line
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

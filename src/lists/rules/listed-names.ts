// What a list says of whom, as it is looked through before anything is asked: from all its sheets, with what is unclear about each row.
import { levelOf } from "./cell-level.ts";
import type { ListedPerson, NotReadRow, ReadRow } from "./sheet-blocks.ts";

/** What is said of a row beside who it is. The number of such a row is not compared: name and unit decide. */
export type ListNote = "number-spoilt" | "number-masked" | "number-invalid" | "level-unknown" | "hidden-row";

/** `row` as the file counts it; `level` an id of the vocabulary, null where none stands or none is known: then `levelSaid` is what stands there. */
export type ListedName = {
  row: number;
  name: string;
  unit: string;
  idNumber: string;
  level: string | null;
  levelSaid: string;
  notes: ListNote[];
};
export type NameList = { people: ListedName[]; notRead: NotReadRow[] };

/** Longest texts that a question takes. */
const longestName = 50;
const longestUnit = 100;

/** What is asked of, or told about, in the order of the file; headings and the title above them are neither. */
export function listedRows(levels: readonly { id: string }[], read: readonly ReadRow[]): (ListedName | NotReadRow)[] {
  return read.flatMap((one): (ListedName | NotReadRow)[] => {
    if (one.type === "person") return [listedName(levels, one)];
    return one.type === "not-read" && one.why !== "title" ? [one] : [];
  });
}

export function nameListOf(levels: readonly { id: string }[], read: readonly ReadRow[]): NameList {
  return {
    people: read.flatMap((one) => (one.type === "person" ? [listedName(levels, one)] : [])),
    notRead: read.flatMap((one) => (one.type === "not-read" ? [one] : [])),
  };
}

function listedName(
  levels: readonly { id: string }[],
  { row, name, unit, idNumber, level, hidden }: ListedPerson,
): ListedName {
  const notes: ListNote[] = hidden === true ? ["hidden-row"] : [];
  if (idNumber.type === "spoilt") notes.push("number-spoilt");
  if (idNumber.type === "masked") notes.push("number-masked");
  if (idNumber.type === "not-a-number") notes.push("number-invalid");
  // A pasted line without headings has its level among the words of the unit.
  const words = unit.split(/\s+/u);
  const said = level === "" ? words.find((word) => levelOf(levels, word) !== null) : level;
  const meant = said === undefined ? null : levelOf(levels, said);
  if (level !== "" && meant === null) notes.push("level-unknown");
  return {
    row,
    name: name.slice(0, longestName),
    unit: (level === "" && said !== undefined ? words.filter((word) => word !== said).join(" ") : unit).slice(
      0,
      longestUnit,
    ),
    idNumber: idNumber.type === "number" ? idNumber.number : "",
    level: meant,
    levelSaid: meant === null ? level : "",
    notes,
  };
}

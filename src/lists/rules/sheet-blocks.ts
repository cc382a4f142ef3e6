// A sheet, row by row, to the people in it: whoever is there is read, and whatever is not is named.
import { idNumberOf, looksLikeIdNumber } from "./cell-id-number.ts";
import type { CellIdNumber } from "./cell-id-number.ts";
import {
  cellsOutsideBrackets,
  isName,
  isNameLike,
  isPlausibleName,
  joinSingles,
  namedIn,
  namesIn,
  partsOutsideBrackets,
  plainText,
} from "./cell-name.ts";
import { blocksOf, columnsIn, isHeading, isNameHeading } from "./headings.ts";
import type { ListColumns } from "./headings.ts";
import type { notReadWords } from "./list-words.ts";
import { noteRow, postEnd, spacedHonorific, totalRow, unitEnd } from "./list-words.ts";

/** `row` as the file counts it, from 1; cells are texts as displayed, empty where nothing stands. A hidden sheet is one row, with its name. */
export type SheetRow = { row: number; cells: readonly string[]; hidden?: "row" | "sheet" };

/** Somebody in the list. `level` as it is written; `idNumber` says why there is none where the cell held something else. */
export type ListedPerson = {
  type: "person";
  row: number;
  name: string;
  unit: string;
  post: string;
  idNumber: CellIdNumber;
  level: string;
  /** The sheet does not show the row. */
  hidden?: true;
};
export type NotReadReason = keyof typeof notReadWords;
export type NotReadRow = { type: "not-read"; row: number; text: string; why: NotReadReason };
export type HeadingRow = { type: "headings"; row: number; text: string };
/** What a row is: every row with something in it is one of these, a row of people one for each. */
export type ReadRow = ListedPerson | NotReadRow | HeadingRow;

type Block = { from: number; to: number; columns: ListColumns };

/** Rows above which no headings are waited for. */
const headingsWithin = 30;

/** Reads one sheet. Rows are handed in in their order; what they are comes back at once or a few rows later. */
export class SheetReader {
  #blocks: Block[] | null = null;
  /** The row of headings, while a second row of them may follow. */
  #headings: SheetRow | null = null;
  /** Rows that stand above the headings, or are to be guessed where there are none. */
  #waiting: SheetRow[] = [];
  #guesses = false;

  take(row: SheetRow): ReadRow[] {
    if (row.hidden === "sheet") return [notRead(row, "hidden-sheet")];
    const read = this.#take(row);
    if (row.hidden === "row")
      for (const one of read) if (one.type === "person" && one.row === row.row) one.hidden = true;
    return read;
  }

  #take(row: SheetRow): ReadRow[] {
    const cells = row.cells.map(plainText);
    if (cells.every((cell) => cell === "")) return [];
    const plain = { row: row.row, cells };
    if (cells.some(isNameHeading) && !tellsOfPerson(cells)) return this.#begin(plain);
    if (this.#headings !== null) {
      const second = this.#secondHeadings(this.#headings, plain);
      this.#headings = null;
      if (second !== null) return [second];
    }
    if (this.#blocks !== null) return readBelow(plain, this.#blocks);
    if (this.#guesses) return guessed(plain);
    this.#waiting.push(plain);
    if (this.#waiting.length < headingsWithin) return [];
    this.#guesses = true;
    return this.end();
  }

  /** What still waits when the sheet is over. */
  end(): ReadRow[] {
    return this.#waiting.splice(0).flatMap(guessed);
  }

  #begin(row: SheetRow): ReadRow[] {
    this.#blocks = blocksOf(row.cells);
    this.#headings = row;
    const above = this.#waiting.splice(0).flatMap((one) => {
      const read = guessed(one);
      // A title is no person; somebody above the headings is one only where the row says so by more than a name.
      return read.every(({ type }) => type === "person") && tellsOfPerson(one.cells)
        ? read
        : [notRead(one, titleOr(one, "above-headings"))];
    });
    return [...above, { type: "headings", row: row.row, text: textOf(row) }];
  }

  /** Headings in two rows, the upper ones merged: the lower one names columns under them, and nobody. */
  #secondHeadings(first: SheetRow, row: SheetRow): HeadingRow | null {
    const isSecond =
      (this.#blocks ?? []).every(({ columns }) => (row.cells[columns.name ?? -1] ?? "") === "") &&
      row.cells.some(isHeading);
    if (!isSecond) return null;
    const width = Math.max(first.cells.length, row.cells.length);
    const joined = Array.from({ length: width }, (_none, at) => row.cells[at] || (first.cells[at] ?? ""));
    const last = (this.#blocks ?? []).length - 1;
    this.#blocks = (this.#blocks ?? []).map(({ from, to }, index) => {
      const end = index === last ? width : to;
      return { from, to: end, columns: { ...columnsIn(first.cells, from, end), ...columnsIn(joined, from, end) } };
    });
    return { type: "headings", row: row.row, text: textOf(row) };
  }
}

/** All rows of one sheet. */
export function readSheet(rows: Iterable<SheetRow>): ReadRow[] {
  const reader = new SheetReader();
  return [...[...rows].flatMap((row) => reader.take(row)), ...reader.end()];
}

function readBelow(row: SheetRow, blocks: readonly Block[]): ReadRow[] {
  const read = blocks.flatMap((block) => readBlock(row, block));
  // A list that is numbered further than it is filled in says nothing there.
  return read.length > 0 || row.cells.every((cell) => /^\d{0,5}$/u.test(cell)) ? read : [notRead(row, "no-name")];
}

function readBlock({ row, cells }: SheetRow, { from, to, columns }: Block): ReadRow[] {
  const own = cells.slice(from, to);
  const filled = own.filter((cell) => cell !== "");
  const serialAlone = filled.every((cell) => /^\d{1,5}$/u.test(cell));
  if (filled.length === 0) return [];
  const here = { row, cells: own };
  const of = (column: keyof ListColumns) => cells[columns[column] ?? -1] ?? "";
  if (totalRow.test(filled.find((cell) => !/^\d+$/u.test(cell)) ?? "")) return [notRead(here, "total")];
  const name = of("name");
  if (name === "") return serialAlone ? [] : [notRead(here, noteRow.test(filled[0] ?? "") ? "note" : "no-name")];
  if (filled.length === 1 && !isNameLike(namedIn(name).name) && unitEnd.test(name))
    return [notRead(here, noteRow.test(name) ? "note" : "not-a-name")];
  if (noteRow.test(name)) return [notRead(here, "note")];
  const together = of("unitAndPost");
  const unit = of("unit") || together;
  const names = namesIn(name);
  if (names.length === 0 || names.some((one) => !isPlausibleName(one.name))) return [notRead(here, "not-a-name")];
  return names.map((one) => ({
    type: "person",
    row,
    name: one.name,
    unit: joinLines(unit) || one.beside,
    post: joinLines(of("post")),
    idNumber: names.length > 1 ? { type: "none" } : idNumberOf(of("idNumber")),
    level: joinLines(of("level")),
  }));
}

/** Without headings: an ID number is one wherever it stands, a number in front counts the rows, the first other cell is the name. */
function guessed(row: SheetRow): ReadRow[] {
  const filled = row.cells.filter((cell) => cell !== "");
  if (filled.length === 0) return [];
  if (filled.length > 1 && filled.some((cell) => /[\s,]/u.test(cell)) && filled.every(beginsWithName))
    return filled.flatMap((cell) => guessed({ row: row.row, cells: cellsOfLine(cell) }));
  const first = filled.find((cell) => !/^\d{1,6}[.、)]?$/u.test(cell)) ?? "";
  if (totalRow.test(first)) return [notRead(row, "total")];
  if (filled.length > 1 && filled.every(isHeading)) return [{ type: "headings", row: row.row, text: textOf(row) }];
  const number = filled.find(looksLikeIdNumber) ?? "";
  const others = filled.filter((cell) => cell !== number && !/^\d{1,6}[.、)]?$/u.test(cell));
  const names = others.flatMap(namesIn);
  const areAllNames = number === "" && names.length > 1 && names.every((one) => isNameLike(one.name));
  if (areAllNames) return names.map((one) => person(row.row, one.name, one.beside, ""));
  const [cell = "", ...rest] = others;
  const [one] = namesIn(cell);
  if (one === undefined || !isName(one.name) || (number === "" && !couldBeNamed(one.name, rest)))
    return [notRead(row, noteRow.test(cell) ? "note" : "not-a-name")];
  return [
    person(row.row, one.name, [...rest.map(joinLines), one.beside].filter((part) => part !== "").join(" "), number),
  ];
}

/** A name that stands alone must be like one; with more beside it any letters may be a name, but for what is a unit or a post. */
function couldBeNamed(name: string, beside: readonly string[]): boolean {
  if (isNameLike(name)) return true;
  return (
    isName(name) &&
    name.length <= 15 &&
    !/[，。；]/u.test(name) &&
    !unitEnd.test(name) &&
    !postEnd.test(name) &&
    (beside.length > 0 || name.length <= 4)
  );
}

function person(row: number, name: string, unit: string, number: string): ListedPerson {
  return { type: "person", row, name, unit, post: "", idNumber: idNumberOf(number), level: "" };
}

/** Whether a row tells of a person rather than of columns: an ID number, or a name beside a unit. */
export function tellsOfPerson(cells: readonly string[]): boolean {
  if (cells.some(looksLikeIdNumber)) return true;
  const filled = cells.filter((cell) => cell !== "" && !/^\d{1,5}$/u.test(cell));
  return (
    filled.length > 1 &&
    isNameLike(namedIn(filled[0] ?? "").name) &&
    !filled.some((cell) => isHeading(cell) || isNameHeading(cell))
  );
}

/** A total, a note, a signature: with no ID number in it. */
export function tellsOfNobody(cells: readonly string[]): boolean {
  if (cells.some(looksLikeIdNumber)) return false;
  const first = cells.map(plainText).find((cell) => cell !== "" && !/^\d+$/u.test(cell)) ?? "";
  return totalRow.test(first) || noteRow.test(first);
}

/** Of a row above the headings. */
function titleOr({ cells }: SheetRow, otherwise: NotReadReason): NotReadReason {
  const filled = cells.filter((cell) => cell !== "");
  if (noteRow.test(filled[0] ?? "")) return "note";
  return filled.length === 1 && !isNameLike(namedIn(filled[0] ?? "").name) ? "title" : otherwise;
}

function notRead(row: SheetRow, why: NotReadReason): NotReadRow {
  return { type: "not-read", row: row.row, text: textOf(row), why };
}

function textOf({ cells }: SheetRow): string {
  return cells
    .filter((cell) => cell !== "")
    .map(joinLines)
    .join(" ")
    .slice(0, 200);
}

/** A line break within a cell is none of the words. */
function joinLines(text: string): string {
  return text.replaceAll(/\n/gu, "");
}

/** The rows of a text, pasted or from a file: tabs part its cells, else commas, else blanks; quotes hold what they hold. */
export function* rowsOfText(text: string): Generator<SheetRow> {
  const body = text.replace(/^\uFEFF/u, "");
  const mark = body.includes("\t") ? "\t" : isQuoted(body) ? "," : null;
  if (mark === null) {
    yield* rowsOfLines(body);
    return;
  }
  for (const { row, cells } of quotedRows(body, mark))
    yield { row, cells: cells.length === 1 ? cellsOfLine(cells[0] ?? "") : cells };
}

function* rowsOfLines(text: string): Generator<SheetRow> {
  const ends = /\r\n|\r|\n/gu;
  let row = 0;
  for (let from = 0; from <= text.length;) {
    const end = ends.exec(text);
    row += 1;
    yield { row, cells: cellsOfLine(text.slice(from, end?.index ?? text.length)) };
    from = end === null ? text.length + 1 : ends.lastIndex;
  }
}

/** Where ； parts persons, each of them is a cell: `guessed` takes it apart. */
function cellsOfLine(line: string): string[] {
  const persons = partsOutsideBrackets(line, /[;；]/u);
  if (persons.length > 1 && persons.every(beginsWithName)) return persons;
  const byComma = cellsOutsideBrackets(line, /[,，]/u);
  if (byComma.length > 1) return byComma;
  return joinSingles(partsOutsideBrackets(line.replaceAll(spacedHonorific, "").replaceAll(/、\s+/gu, "、"), /\s/u));
}

function beginsWithName(text: string): boolean {
  const [first = ""] = namedIn(text.replaceAll(/[([（【].*$/gu, "")).name.split(/[\s,，、]/u);
  return isNameLike(first) || joinSingles(text.trim().split(/\s+/u)).slice(0, 1).some(isNameLike);
}

const isQuoted = (text: string): boolean => /^\s*"/u.test(text) && /"\s*,/u.test(text);

/** Cells between marks; within double quotes marks and line ends are text, and a doubled quote is one. */
function* quotedRows(text: string, mark: string): Generator<SheetRow> {
  let row = 0;
  let cells: string[] = [];
  let cell = "";
  let inQuotes = false;
  const endCell = () => {
    cells.push(cell);
    cell = "";
  };
  const endRow = (): SheetRow => {
    endCell();
    row += 1;
    const whole = { row, cells };
    cells = [];
    return whole;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (inQuotes) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else inQuotes = false;
    } else if (character === '"' && cell.trim() === "") {
      cell = "";
      inQuotes = true;
    } else if (character === mark || (mark === "," && character === "，")) endCell();
    else if (character === "\n") yield endRow();
    else if (character !== "\r") cell += character;
  }
  if (cell !== "" || cells.length > 0) yield endRow();
}

// The rows of a file that is imported, whatever its format, as texts.
import { rowsOfText } from "#lists/rules/sheet-blocks.ts";
import { cellText, longestCell } from "./cell-text.ts";
import { columnLimit, Unreadable } from "./format.ts";
import type { FileFormat, RawRow } from "./format.ts";
import { decoded } from "./encoding.ts";
import { readLrm } from "./lrm.ts";
import { readLrmx } from "./lrmx.ts";
import { TableFull } from "./text-table.ts";
import {
  lineTooLong,
  readingTooLarge,
  rowNumbersWrong,
  sheetBroken,
  sheetEmpty,
  sheetTooLong,
  sheetUnreadable,
} from "./words.ts";
import { xlsRows } from "./xls-rows.ts";
import { xlsxRows } from "./xlsx-rows.ts";

/** `row` as the file counts it, through all its sheets (see rowNumber); empty cells at the end and empty rows are left out. */
export type FileRow = { row: number; cells: string[]; hidden?: "row" | "sheet" };

/** Rows of a file beyond which it is refused, those of all its sheets and their headings included. */
export const rowLimit = 100_100;
/** Bytes of an appointment form, its photograph included. */
const longestForm = 10 * 1024 * 1024;

/** Throws Unreadable. */
export async function* rowsIn(bytes: Uint8Array, format: FileFormat): AsyncGenerator<FileRow> {
  let seen = 0;
  let last = 0;
  for await (const { row, cells, hidden } of rawRows(bytes, format)) {
    // Rows stand in their order in whatever a program has written, and an import goes on behind the last one that is done.
    if (row === null || row <= last) throw new Unreadable(rowNumbersWrong);
    last = row;
    const texts = Array.from(cells.length > columnLimit ? cells.slice(0, columnLimit) : cells, cellText);
    while (texts.at(-1) === "") texts.pop();
    if (texts.length === 0) continue;
    seen += 1;
    if (seen > rowLimit) throw new Unreadable(sheetTooLong);
    yield hidden === undefined ? { row, cells: texts } : { row, cells: texts, hidden };
  }
  if (seen === 0) throw new Unreadable(sheetEmpty);
}

async function* rawRows(bytes: Uint8Array, format: FileFormat): AsyncGenerator<RawRow> {
  switch (format) {
    case "xlsx":
    case "xls":
      try {
        yield* format === "xlsx" ? xlsxRows(bytes) : xlsRows(bytes);
      } catch (error) {
        throw brokenSheet(error);
      }
      return;
    case "lrmx":
    case "lrm":
      if (bytes.length > longestForm) throw new Unreadable(readingTooLarge);
      yield* numbered(format === "lrmx" ? readLrmx(bytes) : readLrm(bytes));
      return;
    case "text":
      yield* textRows(decoded(bytes));
  }
}

/** As pasted text is read. */
function* textRows(text: string): Generator<RawRow> {
  let row = 0;
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf("\n", from);
    row += 1;
    if ((end < 0 ? text.length : end) - from > longestLine) throw new Unreadable(lineTooLong(row));
    from = end < 0 ? text.length + 1 : end + 1;
  }
  for (const { row: number, cells } of rowsOfText(text)) yield { row: number, cells: [...cells] };
}

/** Characters of a line beyond which it is no line of a list. */
const longestLine = columnLimit * longestCell;

function* numbered(rows: readonly string[][]): Generator<RawRow> {
  for (const [index, cells] of rows.entries()) yield { row: index + 1, cells };
}

/** Whatever is wrong with the bytes: a part that is missing, a record that is cut, a tag without end. */
function brokenSheet(error: unknown): Unreadable {
  if (error instanceof Unreadable) return error;
  return new Unreadable(error instanceof TableFull ? readingTooLarge : sheetUnreadable(sheetBroken));
}

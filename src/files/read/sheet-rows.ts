// The rows of a file that is imported, whatever its format, as texts.
import { cellText, longestCell } from "./cell-text.ts";
import { columnLimit, Unreadable } from "./format.ts";
import type { FileFormat, RawRow } from "./format.ts";
import { decoded, readLrm } from "./lrm.ts";
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
export type FileRow = { row: number; cells: string[] };

/** Rows of a file beyond which it is refused, those of all its sheets and their headings included. */
export const rowLimit = 100_100;
/** Bytes of an appointment form, its photograph included. */
const longestForm = 10 * 1024 * 1024;

/** Throws Unreadable. */
export async function* rowsIn(bytes: Uint8Array, format: FileFormat): AsyncGenerator<FileRow> {
  let seen = 0;
  let last = 0;
  for await (const { row, cells } of rawRows(bytes, format)) {
    // Rows stand in their order in whatever a program has written, and an import goes on behind the last one that is done.
    if (row === null || row <= last) throw new Unreadable(rowNumbersWrong);
    last = row;
    const texts = Array.from(cells.length > columnLimit ? cells.slice(0, columnLimit) : cells, cellText);
    while (texts.at(-1) === "") texts.pop();
    if (texts.length === 0) continue;
    seen += 1;
    if (seen > rowLimit) throw new Unreadable(sheetTooLong);
    yield { row, cells: texts };
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
      yield* textRows(decoded(bytes).replace(/^\uFEFF/u, ""));
  }
}

/** A line a row, its cells parted by tabs where there is one anywhere, else by commas or several blanks. */
function* textRows(text: string): Generator<RawRow> {
  const separator = text.includes("\t") ? /\t/u : /[,，]|\s{2,}/u;
  const ends = /\r\n|\r|\n/gu;
  let row = 0;
  for (let from = 0; from <= text.length;) {
    const end = ends.exec(text);
    const line = text.slice(from, end?.index ?? text.length).trim();
    row += 1;
    if (line.length > longestLine) throw new Unreadable(lineTooLong(row));
    if (line !== "") yield { row, cells: line.split(separator, columnLimit) };
    from = end === null ? text.length + 1 : ends.lastIndex;
  }
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

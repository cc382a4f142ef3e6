// The rows of a file that is imported, whatever its format, as texts: the one file that reads spreadsheets.
import { rowNumber } from "#imports/rules/import-row.ts";
import { cellText } from "./cell-text.ts";
import { Unreadable } from "./format.ts";
import type { FileFormat } from "./format.ts";
import { decoded, readLrm } from "./lrm.ts";
import { readLrmx } from "./lrmx.ts";
import { isTemplates, sheetsOf } from "./sheets-of.ts";
import { rowNumbersWrong, sheetTooLong, sheetEmpty, sheetLocked, sheetBroken, sheetUnreadable } from "./words.ts";

/** `row` as the file counts it, through all its sheets (see rowNumber); empty cells at the end and empty rows are left out. */
export type FileRow = { row: number; cells: string[] };

/** Rows of a file beyond which it is refused, those of all its sheets and their headings included; and columns beyond which nothing is looked at. */
export const rowLimit = 100_100;
const columnLimit = 60;

/** Throws Unreadable. */
export async function* rowsIn(bytes: Uint8Array, format: FileFormat): AsyncGenerator<FileRow> {
  let seen = 0;
  let last = 0;
  for await (const { row, cells } of rawRows(bytes, format)) {
    // Rows stand in their order in whatever a program has written, and an import goes on behind the last one that is done.
    if (row === null || row <= last) throw new Unreadable(rowNumbersWrong);
    last = row;
    const texts = cells.slice(0, columnLimit).map(cellText);
    while (texts.at(-1) === "") texts.pop();
    if (texts.length === 0) continue;
    seen += 1;
    if (seen > rowLimit) throw new Unreadable(sheetTooLong);
    yield { row, cells: texts };
  }
  if (seen === 0) throw new Unreadable(sheetEmpty);
}

type RawRow = { row: number | null; cells: unknown[] };

async function* rawRows(bytes: Uint8Array, format: FileFormat): AsyncGenerator<RawRow> {
  switch (format) {
    case "xlsx": {
      const { streamXlsxRows } = await import("hucre/xlsx");
      try {
        for (const sheet of await sheetsOf(bytes))
          for await (const { index, values } of streamXlsxRows(bytes, { sheet }))
            yield { row: rowNumber(sheet + 1, index + 1), cells: values };
      } catch (error) {
        throw brokenSheet(error);
      }
      return;
    }
    case "xls": {
      const { readXls } = await import("hucre/xlsx");
      const book = await readXls(bytes).catch((error: unknown) => {
        throw brokenSheet(error);
      });
      for (const [sheet, { name, rows }] of book.sheets.entries()) {
        if (isTemplates(name)) continue;
        // An empty row is a hole in what the library gives.
        const given: (unknown[] | undefined)[] = rows;
        for (const [index, cells = []] of given.entries()) yield { row: rowNumber(sheet + 1, index + 1), cells };
      }
      return;
    }
    case "lrmx":
      yield* numbered(readLrmx(bytes));
      return;
    case "lrm":
      yield* numbered(readLrm(bytes));
      return;
    case "text": {
      const lines = decoded(bytes)
        .replace(/^\uFEFF/u, "")
        .split(/\r\n|\r|\n/u);
      const separator = lines.some((line) => line.includes("\t")) ? /\t/u : /[,，]|\s{2,}/u;
      yield* numbered(lines.map((line) => line.trim().split(separator)));
    }
  }
}

function* numbered(rows: readonly string[][]): Generator<{ row: number; cells: string[] }> {
  for (const [index, cells] of rows.entries()) yield { row: index + 1, cells };
}

function brokenSheet(error: unknown): Unreadable {
  const why = error instanceof Error && /password|encrypt/iu.test(error.message) ? sheetLocked : sheetBroken;
  return new Unreadable(sheetUnreadable(why));
}

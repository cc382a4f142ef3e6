// The rows of a file below its headings, in batches, each with the places of its columns.
import type { ImportKind } from "../rules/import-column-names.ts";
import { columnsOf, importKindNames } from "../rules/import-column-names.ts";
import { placeOfRow } from "../rules/import-row.ts";
import { readFile } from "#files/read/read-file.ts";
import { Unreadable } from "#files/read/format.ts";
import type { FileFormat } from "#files/read/format.ts";
import type { FileRow } from "#files/read/sheet-rows.ts";
import { placesIn } from "./headings.ts";
import type { Places } from "./headings.ts";
import { sheetNotRead, headingsMissing, headingsNotFound } from "./words.ts";

export type Batch = { type: "rows"; places: Places; rows: FileRow[]; headings: readonly string[] };
/** A sheet without the headings of the kind, told by its first row; why it cannot be read. */
export type SkippedRow = { type: "passed-over"; row: FileRow; message: string };

/**
 * Sheet by sheet. Throws Unreadable, also when no sheet has the headings. A pasted list may do without them; then its columns stand in the
 * order of the template.
 */
export async function* batchesIn(
  bytes: Uint8Array,
  format: FileFormat,
  kind: ImportKind,
): AsyncGenerator<Batch | SkippedRow> {
  // Until one sheet is read, what is wrong with those before it: if none is, that is what is wrong with the file.
  const before: SkippedRow[] = [];
  let sheet: Sheet = { number: 0, first: undefined, found: null, missing: [], rows: 0 };
  let isRead = false;
  for await (const chunk of readFile(bytes, format)) {
    for (const [number, rows] of Map.groupBy(chunk, ({ row }) => placeOfRow(row).sheet)) {
      if (sheet.number !== number) {
        if (sheet.number > 0 && sheet.found === null) {
          if (isRead) yield passedOver(kind, sheet);
          else before.push(passedOver(kind, sheet));
        }
        sheet = { number, first: rows[0], found: null, missing: [], rows: 0 };
      }
      const below = belowHeadings(kind, format, sheet, rows);
      if (sheet.found === null) continue;
      isRead = true;
      yield* before.splice(0);
      if (below.length > 0) yield { type: "rows", ...sheet.found, rows: below };
    }
  }
  if (!isRead) throw new Unreadable((before[0] ?? passedOver(kind, sheet)).message);
  if (sheet.found === null) yield passedOver(kind, sheet);
}

type Sheet = {
  number: number;
  first: FileRow | undefined;
  found: { places: Places; headings: readonly string[] } | null;
  /** Columns that its headings lack. */
  missing: string[];
  /** How many were looked at. */
  rows: number;
};

/** Rows above the headings, such as a title. */
const highest = 20;

/** The rows below the headings, which are found on the way where they have not been yet. */
function belowHeadings(kind: ImportKind, format: FileFormat, sheet: Sheet, rows: readonly FileRow[]): FileRow[] {
  if (sheet.found !== null) return [...rows];
  for (const [index, row] of rows.entries()) {
    if (sheet.missing.length > 0 || sheet.rows >= highest) return [];
    sheet.rows += 1;
    const isHeadings = isHeading(kind, row);
    const places = format === "text" && !isHeadings ? inOrder(kind) : placesIn(kind, row.cells);
    if (places === "not-yet") continue;
    if ("missing" in places) {
      sheet.missing = places.missing;
      return [];
    }
    sheet.found = { places, headings: isHeadings ? row.cells : columnsOf(kind).map(({ heading }) => heading) };
    return rows.slice(isHeadings ? index + 1 : index);
  }
  return [];
}

function passedOver(kind: ImportKind, { number, missing, first }: Sheet): SkippedRow {
  const which = number < 2 ? "" : sheetNotRead(number);
  const what = missing.length > 0 ? headingsMissing(missing) : headingsNotFound(highest, importKindNames[kind].zh);
  return { type: "passed-over", row: first ?? { row: 1, cells: [] }, message: `${which}${what}` };
}

function isHeading(kind: ImportKind, { cells }: FileRow): boolean {
  const [first] = columnsOf(kind);
  return cells.some((cell) => cell.replaceAll(/[\s*＊]/gu, "") === first?.heading);
}

function inOrder(kind: ImportKind): Places {
  return new Map(columnsOf(kind).map(({ id }, index) => [id, index]));
}

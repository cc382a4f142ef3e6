// The rows of a file below its headings, in batches, each with the places of its columns.
import type { ImportKind } from "../rules/import-column-names.ts";
import { columnsOf, importKindNames } from "../rules/import-column-names.ts";
import { placeOfRow } from "../rules/import-row.ts";
import { readFile } from "#files/read/read-file.ts";
import { Unreadable } from "#files/read/format.ts";
import type { FileFormat } from "#files/read/format.ts";
import type { FileRow } from "#files/read/sheet-rows.ts";
import { isNameHeading } from "#lists/rules/headings.ts";
import { tellsOfNobody, tellsOfPerson } from "#lists/rules/sheet-blocks.ts";
import { headingTwice, placesIn } from "./headings.ts";
import type { Places } from "./headings.ts";
import {
  aboveHeadings,
  headingsDoubled,
  hiddenSheet,
  headingsMissing,
  headingsNotFound,
  sheetNotRead,
  totalRowNotRead,
} from "./words.ts";

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
  let sheet: Sheet = { number: 0, first: undefined, found: null, missing: [], rows: 0, above: [] };
  let isRead = false;
  for await (const chunk of readFile(bytes, format)) {
    for (const [number, rows] of Map.groupBy(chunk, ({ row }) => placeOfRow(row).sheet)) {
      const [first] = rows;
      if (first?.hidden === "sheet") {
        const skipped: SkippedRow = { type: "passed-over", row: first, message: hiddenSheet(first.cells[0] ?? "") };
        if (isRead) yield skipped;
        else before.push(skipped);
        continue;
      }
      if (sheet.number !== number) {
        if (sheet.number > 0 && sheet.found === null) {
          if (isRead) yield passedOver(kind, sheet);
          else before.push(passedOver(kind, sheet));
        }
        sheet = { number, first: rows[0], found: null, missing: [], rows: 0, above: [] };
      }
      for (const read of readRows(kind, format, sheet, rows)) {
        isRead = true;
        yield* before.splice(0);
        yield read;
      }
      isRead ||= sheet.found !== null;
    }
  }
  if (isRead) yield* before;
  else throw new Unreadable((before[0] ?? passedOver(kind, sheet)).message);
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
  /** Rows that tell of a person, above its headings. */
  above: FileRow[];
};

/** Rows above the headings, such as a title. */
const highest = 20;

/** Some rows of one sheet: those below headings together, each that tells of nobody, or cannot be read, by itself. */
function* readRows(
  kind: ImportKind,
  format: FileFormat,
  sheet: Sheet,
  rows: readonly FileRow[],
): Generator<Batch | SkippedRow> {
  let some: FileRow[] = [];
  const taken = function* (): Generator<Batch> {
    if (some.length > 0 && sheet.found !== null) yield { type: "rows", ...sheet.found, rows: some };
    some = [];
  };
  for (const row of rows) {
    const begins = beginsAt(kind, format, sheet, row);
    if (begins !== null) {
      yield* taken();
      sheet.found = begins;
      for (const above of sheet.above.splice(0)) yield { type: "passed-over", row: above, message: aboveHeadings };
      const twice = headingTwice(kind, row.cells);
      if (twice !== null) yield { type: "passed-over", row, message: headingsDoubled(twice) };
      if (isHeading(row)) continue;
    }
    if (sheet.found === null) {
      if (tellsOfPerson(row.cells)) sheet.above.push(row);
    } else if (tellsOfNobody(row.cells)) yield { type: "passed-over", row, message: totalRowNotRead };
    else some.push(row);
  }
  yield* taken();
}

/** The columns that begin with this row; null where it is no row of headings. A pasted list may begin without any. */
function beginsAt(kind: ImportKind, format: FileFormat, sheet: Sheet, row: FileRow): Sheet["found"] {
  if (sheet.found === null && (sheet.missing.length > 0 || sheet.rows >= highest)) return null;
  sheet.rows += 1;
  if (!isHeading(row)) {
    if (sheet.found !== null || format !== "text") return null;
    return { places: inOrder(kind), headings: columnsOf(kind).map(({ heading }) => heading) };
  }
  const places = placesIn(kind, row.cells);
  if (places === "not-yet") return null;
  if (!("missing" in places)) return { places, headings: row.cells };
  sheet.missing = places.missing;
  // What stands below headings of another kind is not read by those above.
  sheet.found = null;
  return null;
}

function passedOver(kind: ImportKind, { number, missing, first }: Sheet): SkippedRow {
  const which = number < 2 ? "" : sheetNotRead(number);
  const what = missing.length > 0 ? headingsMissing(missing) : headingsNotFound(highest, importKindNames[kind].zh);
  return { type: "passed-over", row: first ?? { row: 1, cells: [] }, message: `${which}${what}` };
}

function isHeading({ cells }: FileRow): boolean {
  return cells.some(isNameHeading) && !tellsOfPerson(cells);
}

function inOrder(kind: ImportKind): Places {
  return new Map(columnsOf(kind).map(({ id }, index) => [id, index]));
}

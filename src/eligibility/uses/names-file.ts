// Names in a file that an office sends: read as rows, by the headings where there are any.
import { Unreadable } from "#files/read/format.ts";
import { readFile } from "#files/read/read-file.ts";
import type { FileRow } from "#files/read/sheet-rows.ts";
import { unfitFile } from "#kernel/answer.ts";
import type { Done, Unfit } from "#kernel/answer.ts";
import { columnHeadings, rowsTooMany } from "./words.ts";
import { checkFile } from "#imports/uses/file.ts";

type Column = keyof typeof columnHeadings;

type Columns = Partial<Record<Column, number>>;

/** Lines as they would be pasted: name, unit, ID number and level with tabs between. What stands above the headings is left out. */
export async function readNames(bytes: Uint8Array, maxRows: number): Promise<Done<{ lines: string[] }> | Unfit> {
  try {
    const lines: string[] = [];
    for await (const { rows, columns } of belowHeadings(bytes, maxRows))
      // Without headings the columns are taken as they would be pasted.
      for (const { cells } of rows) lines.push(columns === null ? cells.join("\t") : lineOf(cells, columns));
    return { type: "done", answer: { lines: lines.filter((line) => line.trim() !== "") } };
  } catch (error) {
    if (error instanceof Unreadable) return unfitFile(error.message);
    throw error;
  }
}

/** `row` counts the rows of the file from 1; cells are empty texts where nothing stands. */
export type NameRow = { row: number; name: string; unit: string; idNumber: string; level: string };

/** The rows of a file, some hundred at a time; empty rows are left out. Throws Unreadable. */
export async function* nameRows(bytes: Uint8Array, maxRows: number): AsyncGenerator<NameRow[]> {
  for await (const { rows, columns } of belowHeadings(bytes, maxRows))
    yield rows
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
      .map(({ row, cells }) => {
        const { name, unit, idNumber, level } = columns === null ? guessedCells(cells) : cellsUnder(cells, columns);
        return { row, name, unit, idNumber, level };
      });
}

type RowsBelowHeadings = { rows: FileRow[]; columns: Columns | null };

async function* belowHeadings(bytes: Uint8Array, maxRows: number): AsyncGenerator<RowsBelowHeadings> {
  let columns: Columns | null = null;
  let before: FileRow[] = [];
  let count = 0;
  for await (const chunk of readFile(bytes, await checkFile(bytes))) {
    const rows: FileRow[] = [];
    for (const one of chunk) {
      if (columns === null && one.cells.some((cell) => columnHeadings.name.test(cell))) {
        columns = columnsOf(one.cells);
        before = [];
        count = 0;
        continue;
      }
      (columns === null ? before : rows).push(one);
      count += 1;
      if (count > maxRows) throw new Unreadable(rowsTooMany(one.row, maxRows));
    }
    if (columns !== null && rows.length > 0) yield { rows, columns };
  }
  if (columns === null) yield { rows: before, columns };
}

function columnsOf(cells: readonly string[]): Columns {
  const found: Columns = {};
  for (const column of Object.keys(columnHeadings) as Column[]) {
    const index = cells.findIndex((cell) => columnHeadings[column].test(cell));
    if (index >= 0) found[column] = index;
  }
  return found;
}

function cellsUnder(cells: readonly string[], columns: Columns): Omit<NameRow, "row"> {
  const of = (column: Column) => (cells[columns[column] ?? -1] ?? "").trim();
  return { name: of("name").replaceAll(/\s+/gu, ""), unit: of("unit"), idNumber: of("idNumber"), level: of("level") };
}

/** Without headings: an ID number is one wherever it stands, a number in front counts the rows, the first other cell is the name. */
function guessedCells(cells: readonly string[]): Omit<NameRow, "row"> {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const idNumber = filled.find((cell) => /^(?:\d{17}[\dXx]|\d{15})$/u.test(cell)) ?? "";
  const [first = "", ...others] = filled.filter((cell) => cell !== idNumber);
  const [name = "", ...unit] = /^\d{1,6}$/u.test(first) ? others : [first, ...others];
  return { name: name.replaceAll(/\s+/gu, ""), unit: unit.join(" "), idNumber, level: "" };
}

function lineOf(cells: readonly string[], columns: Columns): string {
  const { name, unit, idNumber, level } = cellsUnder(cells, columns);
  return name === "" ? "" : [name, unit, idNumber, level].filter((cell) => cell !== "").join("\t");
}

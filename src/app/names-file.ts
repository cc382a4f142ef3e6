// The names in a file that an office sends: read as rows, by their headings where there are any, and handed back as lines to look at.
import { Unreadable } from "#documents/read/format.ts";
import { readFile } from "#documents/read/read-file.ts";
import { examine } from "./imports/file.ts";

const headings = {
  name: /^姓\s*名$/u,
  unit: /单位/u,
  idNumber: /身份证/u,
  level: /层次|拟任职级|拟任级别/u,
} as const;
type Column = keyof typeof headings;

export type NamesRead = { type: "read"; lines: string[] } | { type: "unreadable"; message: string };

/** One line a person: name, unit, ID number and level with tabs between. What stands above the headings is left out. */
export async function readNames(bytes: Uint8Array, most: number): Promise<NamesRead> {
  try {
    const lines: string[] = [];
    let columns: Partial<Record<Column, number>> | null = null;
    let before: string[][] = [];
    for await (const rows of readFile(bytes, await examine(bytes))) {
      for (const { row, cells } of rows) {
        if (columns === null && cells.some((cell) => headings.name.test(cell))) {
          columns = columnsOf(cells);
          before = [];
          continue;
        }
        if (columns === null) before.push(cells);
        else lines.push(lineOf(cells, columns));
        if (lines.length + before.length > most)
          return { type: "unreadable", message: `第${row}行起超过${most}人，请拆分成几次征求` };
      }
    }
    // Without headings the columns are taken as they would be pasted.
    if (columns === null) lines.push(...before.map((cells) => cells.join("\t")));
    return { type: "read", lines: lines.filter((line) => line.trim() !== "") };
  } catch (error) {
    if (error instanceof Unreadable) return { type: "unreadable", message: error.message };
    throw error;
  }
}

function columnsOf(cells: readonly string[]): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(headings) as Column[]) {
    const index = cells.findIndex((cell) => headings[column].test(cell));
    if (index >= 0) found[column] = index;
  }
  return found;
}

function lineOf(cells: readonly string[], columns: Partial<Record<Column, number>>): string {
  const of = (column: Column) => cells[columns[column] ?? -1] ?? "";
  const name = of("name").replaceAll(/\s+/gu, "");
  if (name === "") return "";
  return [name, of("unit"), of("idNumber"), of("level")].filter((cell) => cell !== "").join("\t");
}

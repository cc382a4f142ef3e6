// Which column of a file is which: by its headings; a pasted list without any has the columns in the order of the template.
import { columnsOf, importKindNames } from "#casework/import-columns.ts";
import type { ImportKind } from "#casework/import-columns.ts";
import type { FileRow } from "#documents/read/rows.ts";
import { Unreadable } from "#documents/read/format.ts";

/** For each column of the kind, by id, its place in the file. */
export type Places = ReadonlyMap<string, number>;

/** Rows above the headings, such as a title. */
const highest = 20;

/**
 * Looks at rows one after another until the headings are found. Throws Unreadable when they are not among the first rows, or when a
 * required one is missing.
 */
export function placesIn(kind: ImportKind, { row, cells }: FileRow): Places | "not-yet" {
  const columns = columnsOf(kind);
  const heading = (text: string) => text.replaceAll(/[\s*＊（）()]/gu, "");
  const places = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    const found = columns.find((one) => one.heading === heading(cell) || one.also?.includes(heading(cell)) === true);
    if (found !== undefined && !places.has(found.id)) places.set(found.id, index);
  }
  if (places.size < 2) {
    if (row >= highest)
      throw new Unreadable(`前 ${highest} 行中没有找到表头，请使用“${importKindNames[kind].zh}”的导入模板`);
    return "not-yet";
  }
  const missing = columns.filter((one) => one.required === true && !places.has(one.id));
  if (missing.length > 0)
    throw new Unreadable(`表头缺少：${missing.map((one) => one.heading).join("、")}，请使用导入模板`);
  return places;
}

/** The cell of a column; empty where the file has no such column. */
export function cellAt(places: Places, cells: readonly string[], id: string): string {
  const place = places.get(id);
  return place === undefined ? "" : (cells[place] ?? "");
}

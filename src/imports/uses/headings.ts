// Which column of a file is which: by its headings; a pasted list without any has the columns in the order of the template.
import { columnsOf } from "../rules/import-column-names.ts";
import type { ImportKind } from "../rules/import-column-names.ts";

/** For each column of the kind, by id, its place in the file. */
export type Places = ReadonlyMap<string, number>;

/** Looked for row after row; "not-yet" where a row is no headings, `missing` where it lacks columns that must be there. */
export function placesIn(kind: ImportKind, cells: readonly string[]): Places | "not-yet" | { missing: string[] } {
  const columns = columnsOf(kind);
  const heading = (text: string) => text.replaceAll(/[\s*＊（）()]/gu, "");
  const places = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    const found = columns.find((one) => one.heading === heading(cell) || one.also?.includes(heading(cell)) === true);
    if (found !== undefined && !places.has(found.id)) places.set(found.id, index);
  }
  if (places.size < 2) return "not-yet";
  const missing = columns.filter((one) => one.required === true && !places.has(one.id));
  return missing.length > 0 ? { missing: missing.map((one) => one.heading) } : places;
}

/** The cell of a column; empty where the file has no such column. */
export function cellAt(places: Places, cells: readonly string[], id: string): string {
  const place = places.get(id);
  return place === undefined ? "" : (cells[place] ?? "");
}

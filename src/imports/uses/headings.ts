// Which column of a file is which: by its headings; a pasted list without any has the columns in the order of the template.
import { columnsOf } from "../rules/import-column-names.ts";
import type { ImportColumn, ImportKind } from "../rules/import-column-names.ts";
import { headingText, isNameHeading } from "#lists/rules/headings.ts";

/** For each column of the kind, by id, its place in the file. */
export type Places = ReadonlyMap<string, number>;

/** Looked for row after row; "not-yet" where a row is no headings, `missing` where it lacks columns that must be there. */
export function placesIn(kind: ImportKind, cells: readonly string[]): Places | "not-yet" | { missing: string[] } {
  const columns = columnsOf(kind);
  const places = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    const found = columnOf(columns, cell);
    if (found !== undefined && !places.has(found.id)) places.set(found.id, index);
  }
  if (places.size < 2) return "not-yet";
  const missing = columns.filter((one) => one.required === true && !places.has(one.id));
  return missing.length > 0 ? { missing: missing.map((one) => one.heading) } : places;
}

/** The heading that stands twice beside each other, so that a second block of people stands beside the first; null where none does. */
export function headingTwice(kind: ImportKind, cells: readonly string[]): string | null {
  const columns = columnsOf(kind);
  const found = cells
    .flatMap((cell) => columnOf(columns, cell) ?? [])
    .filter(({ id }) => id === "name" || id === "idNumber");
  return found.find((one, index) => found.indexOf(one) < index)?.heading ?? null;
}

function columnOf(columns: readonly ImportColumn[], cell: string): ImportColumn | undefined {
  const text = headingText(cell);
  return (
    columns.find((one) => one.heading === text || one.also?.includes(text) === true) ??
    (isNameHeading(cell) ? columns.find(({ id }) => id === "name") : undefined)
  );
}

/** The cell of a column; empty where the file has no such column. */
export function cellAt(places: Places, cells: readonly string[], id: string): string {
  const place = places.get(id);
  return place === undefined ? "" : (cells[place] ?? "");
}

// Rows of one file that say the same of the same person, or contradict one another.
import { hash } from "node:crypto";
import type { ImportKind } from "../rules/import-column-names.ts";
import { rowWords } from "../rules/import-row.ts";
import type { FileRow } from "#files/read/sheet-rows.ts";
import { cellAt } from "./headings.ts";
import type { Places } from "./headings.ts";
import { nothing } from "./planned.ts";
import type { Planned } from "./planned.ts";
import { rowContradicted } from "./words.ts";

/** What makes two rows of one kind tell of the same thing. */
const keys: Record<ImportKind, readonly string[]> = {
  persons: [],
  appointments: ["unit", "post", "from"],
  grades: ["year"],
  honours: ["year", "honour"],
};

/** The first row that told of each thing, with what it said. Row by row in the order of the file. */
export type RowsByKey = Map<string, { row: number; said: string }>;

/** A row told before is passed over when it says the same again, and wrong when it says something else. */
export function withoutRepeated(
  told: RowsByKey,
  kind: ImportKind,
  places: Places,
  row: FileRow,
  planned: Planned,
): Planned {
  const cell = (id: string) => cellAt(places, row.cells, id).replaceAll(/\s+/gu, "").toUpperCase();
  const who = cell("idNumber") === "" ? `${cell("name")} ${cell("unit")}` : cell("idNumber");
  if (who.trim() === "") return planned;
  const key = hash("sha256", [who, ...keys[kind].map(cell)].join("\n"), "base64url");
  const said = hash("sha256", row.cells.join("\n"), "base64url");
  const before = told.get(key);
  if (before === undefined) {
    told.set(key, { row: row.row, said });
    return planned;
  }
  if (before.said === said)
    return { ...planned, outcome: "same", detail: { problems: [], changes: [] }, writing: nothing() };
  const message = rowContradicted(rowWords(before.row));
  return {
    ...planned,
    outcome: "error",
    detail: { problems: [{ column: "", message }], changes: [] },
    writing: nothing(),
  };
}

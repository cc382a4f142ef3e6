// What a row of a list is before it is asked about: clear, doubled, or unclear and why.
import { m } from "#web/paraglide/messages.js";
import type { ListMatch } from "../contract.ts";
import type { ListedName, ListNote } from "../rules/listed-names.ts";

/** `match`: whom the registry finds for it; null while it was not compared. */
export type GridRow = ListedName & {
  id: number;
  match: { match: ListMatch; personId: string | null; candidates: number } | null;
};
export type RowState = "clear" | "doubled" | "unclear";

export const stateText: Record<RowState, (of: { count: number }) => string> = {
  clear: m.list_clear,
  doubled: m.list_doubled,
  unclear: m.list_unclear,
};

/** A row is doubled where an earlier one means the same person, or says the same. */
export function stateOfRow(rows: readonly GridRow[], index: number): { state: RowState; why: string } {
  const row = rows[index];
  if (row === undefined) return { state: "unclear", why: "" };
  const { match, notes } = row;
  if (match !== null && match.match !== "own" && match.personId === null)
    return { state: "unclear", why: [unmatchedText(match), ...notes.map((note) => noteText[note]())].join("；") };
  if (match?.match === "own") return { state: "unclear", why: m.list_own() };
  const earlier = firstAlike(rows, index);
  if (earlier !== null) return { state: "doubled", why: m.list_doubled_with({ row: earlier.row }) };
  if (notes.length > 0) return { state: "unclear", why: notes.map((note) => noteText[note]()).join("；") };
  return { state: "clear", why: match === null ? m.list_not_compared() : m.list_found() };
}

/** Whom a row means, or what it says where that is not known. */
function keyOf({ match, name, unit, idNumber }: GridRow): string {
  return match?.personId ?? [name, unit, idNumber].join("\n");
}

const firsts = new WeakMap<readonly GridRow[], Map<string, GridRow>>();

function firstAlike(rows: readonly GridRow[], index: number): GridRow | null {
  let first = firsts.get(rows);
  if (first === undefined) {
    first = new Map();
    for (const row of rows) if (!first.has(keyOf(row))) first.set(keyOf(row), row);
    firsts.set(rows, first);
  }
  const row = rows[index];
  const found = row === undefined ? undefined : first.get(keyOf(row));
  return found === undefined || found === row ? null : found;
}

function unmatchedText({ match, candidates }: { match: ListMatch; candidates: number }): string {
  if (match === "several") return m.list_several({ count: candidates });
  return match === "name-only" ? m.list_name_only() : m.list_nobody();
}

const noteText: Record<ListNote, () => string> = {
  "number-spoilt": m.list_number_spoilt,
  "number-masked": m.list_number_masked,
  "number-invalid": m.list_number_invalid,
  "level-unknown": m.list_level_unknown,
  "hidden-row": m.list_hidden_row,
};

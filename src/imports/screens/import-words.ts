// How imports and their rows are called on the screen.
import type { ImportRowView, ImportView } from "../contract.ts";
import { importKindNames } from "../rules/import-column-names.ts";
import type { ImportKind } from "../rules/import-column-names.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";

export function kindName(kind: ImportKind): string {
  return textOf(importKindNames[kind]);
}

export const stateNames: Record<ImportView["state"], () => string> = {
  reading: m.import_state_reading,
  unreadable: m.import_state_unreadable,
  previewed: m.import_state_previewed,
  running: m.import_state_running,
  done: m.import_state_done,
  cancelled: m.import_state_cancelled,
};

export const outcomeNames: Record<ImportRowView["outcome"], () => string> = {
  new: m.import_row_new,
  change: m.import_row_change,
  same: m.import_row_same,
  error: m.import_row_error,
};

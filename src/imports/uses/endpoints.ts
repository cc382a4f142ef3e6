// The use behind each endpoint of imports.
import type { UsesOf } from "#kernel/use-of.ts";
import type { imports } from "../contract.ts";
import { cancelImport, importFor, importRowsFor, importsFor, pasteImport, runImport } from "./imports.ts";

export const importsUses = {
  list: importsFor,
  get: importFor,
  rows: importRowsFor,
  paste: pasteImport,
  run: runImport,
  cancel: cancelImport,
} satisfies UsesOf<typeof imports>;

// The use behind each endpoint of the sweep and its conflicts.
import type { UsesOf } from "#kernel/use-of.ts";
import type { sweep } from "../contract.ts";
import { conflictFor, conflictsFor, disposeConflict, openConflicts } from "./conflicts.ts";
import { beginSweep, cancelSweep, sweepFor, sweepsFor } from "./sweep.ts";

export const sweepUses = {
  list: sweepsFor,
  get: sweepFor,
  begin: beginSweep,
  cancel: cancelSweep,
  conflicts: conflictsFor,
  open: openConflicts,
  conflict: conflictFor,
  dispose: disposeConflict,
} satisfies UsesOf<typeof sweep>;

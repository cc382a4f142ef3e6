// The sweep and its conflicts.
import { conflictFor, conflictsFor, disposeConflict, openConflicts } from "#sweep/uses/conflicts.ts";
import { beginSweep, cancelSweep, sweepFor, sweepsFor } from "#sweep/uses/sweep.ts";
import { signedInOf } from "../context.ts";
import { answerOf, foundOr404 } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

const { sweep: table } = endpoints;

export const sweep = {
  list: table.list.handler(({ input, context }) => sweepsFor(context.app, signedInOf(context).actor, input)),
  get: table.get.handler(async ({ input, context }) =>
    foundOr404(await sweepFor(context.app, signedInOf(context).actor, input.runId)),
  ),
  begin: table.begin.handler(async ({ input, context }) =>
    answerOf(await beginSweep(context.app, signedInOf(context).actor, input.key)),
  ),
  cancel: table.cancel.handler(async ({ input, context }) =>
    answerOf(await cancelSweep(context.app, signedInOf(context).actor, input.runId, input.key)),
  ),
  conflicts: table.conflicts.handler(({ input, context }) =>
    conflictsFor(context.app, signedInOf(context).actor, input),
  ),
  open: table.open.handler(({ context }) => openConflicts(context.app, signedInOf(context).actor)),
  conflict: table.conflict.handler(async ({ input, context }) =>
    foundOr404(await conflictFor(context.app, signedInOf(context).actor, input.conflictId)),
  ),
  dispose: table.dispose.handler(async ({ input, context }) =>
    answerOf(await disposeConflict(context.app, signedInOf(context).actor, input)),
  ),
};

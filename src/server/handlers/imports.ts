// Importing into the registry.
import { cancelImport, importFor, importRowsFor, importsFor, pasteImport, runImport } from "#imports/uses/imports.ts";
import { signedInOf } from "../context.ts";
import { answerOf, foundOr404 } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

export const imports = {
  list: endpoints.imports.list.handler(({ input, context }) =>
    importsFor(context.app, signedInOf(context).actor, input),
  ),
  get: endpoints.imports.get.handler(async ({ input, context }) =>
    foundOr404(await importFor(context.app, signedInOf(context).actor, input.importId)),
  ),
  rows: endpoints.imports.rows.handler(async ({ input: { importId, ...page }, context }) =>
    foundOr404(await importRowsFor(context.app, signedInOf(context).actor, importId, page)),
  ),
  paste: endpoints.imports.paste.handler(async ({ input, context }) =>
    answerOf(await pasteImport(context.app, signedInOf(context).actor, input)),
  ),
  run: endpoints.imports.run.handler(async ({ input, context }) =>
    answerOf(await runImport(context.app, signedInOf(context).actor, input.importId, input.key)),
  ),
  cancel: endpoints.imports.cancel.handler(async ({ input, context }) =>
    answerOf(await cancelImport(context.app, signedInOf(context).actor, input.importId, input.key)),
  ),
};

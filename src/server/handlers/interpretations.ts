// Interpretations of the regulation.
import { previewInterpretation } from "#law-admin/uses/interpretation-effect.ts";
import {
  countersignInterpretation,
  enterInterpretation,
  interpretationsPage,
  viewInterpretation,
} from "#law-admin/uses/interpretations.ts";
import { signedInOf } from "../context.ts";
import { answerOf, foundOr404 } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

export const interpretations = {
  list: endpoints.interpretations.list.handler(({ input, context }) =>
    interpretationsPage(context.app, signedInOf(context).actor, input),
  ),
  get: endpoints.interpretations.get.handler(async ({ input, context }) =>
    foundOr404(await viewInterpretation(context.app, signedInOf(context).actor, input.interpretationId)),
  ),
  preview: endpoints.interpretations.preview.handler(async ({ input, context }) =>
    answerOf(await previewInterpretation(context.app, signedInOf(context).actor, input)),
  ),
  enter: endpoints.interpretations.enter.handler(async ({ input, context }) =>
    answerOf(await enterInterpretation(context.app, signedInOf(context).actor, input)),
  ),
  countersign: endpoints.interpretations.countersign.handler(async ({ input, context }) =>
    answerOf(await countersignInterpretation(context.app, signedInOf(context).actor, input)),
  ),
};

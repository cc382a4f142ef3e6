// The vault of reporters.
import {
  answerReporterRequest,
  askToOpenReporter,
  openReporter,
  registerWithReporter,
  reporterRequestsWaiting,
  reporterStateOf,
} from "#matters/uses/reporters.ts";
import { signedInOf } from "../context.ts";
import { answerOf, foundOr404, receiptOf } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

export const reporters = {
  register: endpoints.reporters.register.handler(async ({ input, context }) =>
    receiptOf(await registerWithReporter(context.app, signedInOf(context).actor, input, { address: context.address })),
  ),
  state: endpoints.reporters.state.handler(async ({ input, context }) =>
    foundOr404(await reporterStateOf(context.app, signedInOf(context).actor, input.matterId)),
  ),
  waiting: endpoints.reporters.waiting.handler(({ context }) =>
    reporterRequestsWaiting(context.app, signedInOf(context).actor),
  ),
  ask: endpoints.reporters.ask.handler(async ({ input, context }) =>
    answerOf(await askToOpenReporter(context.app, signedInOf(context).actor, input)),
  ),
  answer: endpoints.reporters.answer.handler(async ({ input, context }) =>
    answerOf(await answerReporterRequest(context.app, signedInOf(context).actor, input)),
  ),
  open: endpoints.reporters.open.handler(async ({ input, context }) =>
    answerOf(await openReporter(context.app, signedInOf(context).actor, input)),
  ),
};

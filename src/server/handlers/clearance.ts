// Requests for clearance.
import { askAgain, choosePersons, confirmAnswer } from "#clearance/uses/clearance-choices.ts";
import { enterRequest, faultsOfRequest, linesOf, requestsFor, viewRequest } from "#clearance/uses/clearance.ts";
import { signedInOf } from "../context.ts";
import { answerOf, foundOr404, refuseInput } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

const { clearance: table } = endpoints;

export const clearance = {
  list: table.list.handler(({ input, context }) => requestsFor(context.app, signedInOf(context).actor, input)),
  enter: table.enter.handler(async ({ input, context }) => {
    const faults = faultsOfRequest(context.app, input);
    if (faults.length > 0) return refuseInput(faults.slice(0, 50));
    return answerOf(await enterRequest(context.app, signedInOf(context).actor, input));
  }),
  get: table.get.handler(async ({ input, context }) =>
    foundOr404(await viewRequest(context.app, signedInOf(context).actor, input.requestId)),
  ),
  lines: table.lines.handler(async ({ input, context }) =>
    foundOr404(await linesOf(context.app, signedInOf(context).actor, input)),
  ),
  choose: table.choose.handler(async ({ input, context }) =>
    answerOf(await choosePersons(context.app, signedInOf(context).actor, input)),
  ),
  ask: table.ask.handler(async ({ input, context }) =>
    answerOf(await askAgain(context.app, signedInOf(context).actor, input)),
  ),
  confirm: table.confirm.handler(async ({ input, context }) =>
    answerOf(await confirmAnswer(context.app, signedInOf(context).actor, input)),
  ),
};

// Delegations of a role.
import { askDelegation, decideOnDelegation, delegationsFor, endDelegationNow } from "#accounts/uses/delegations.ts";
import { signedInOf } from "../context.ts";
import { answerOf } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

const { delegations: table } = endpoints;

export const delegations = {
  list: table.list.handler(({ context }) => delegationsFor(context.app, signedInOf(context).actor)),
  ask: table.ask.handler(async ({ input, context }) =>
    answerOf(await askDelegation(context.app, signedInOf(context).actor, input)),
  ),
  decide: table.decide.handler(async ({ input, context }) =>
    answerOf(await decideOnDelegation(context.app, signedInOf(context).actor, input)),
  ),
  end: table.end.handler(async ({ input, context }) =>
    answerOf(await endDelegationNow(context.app, signedInOf(context).actor, input)),
  ),
};

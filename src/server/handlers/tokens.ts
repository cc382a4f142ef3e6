// Tokens for personnel systems.
import { issueToken, revokeToken, tokensFor } from "#clearance/uses/api-tokens.ts";
import { signedInOf } from "../context.ts";
import { answerOf } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

const { tokens: table } = endpoints;

export const tokens = {
  list: table.list.handler(({ context }) => tokensFor(context.app, signedInOf(context).actor)),
  issue: table.issue.handler(async ({ input, context }) =>
    answerOf(await issueToken(context.app, signedInOf(context).actor, input)),
  ),
  revoke: table.revoke.handler(async ({ input, context }) =>
    answerOf(await revokeToken(context.app, signedInOf(context).actor, input)),
  ),
};

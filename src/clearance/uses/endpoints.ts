// The use behind each endpoint of requests for clearance, and of tokens for personnel systems.
import type { UsesOf } from "#kernel/use-of.ts";
import type { clearance } from "../contract/clearance.ts";
import type { tokens } from "../contract/tokens.ts";
import { issueToken, revokeToken, tokensFor } from "./api-tokens.ts";
import { askAgain, choosePersons, confirmAnswer } from "./clearance-choices.ts";
import { enterRequest, linesOf, requestsFor, viewRequest } from "./clearance.ts";

export const clearanceUses = {
  list: requestsFor,
  enter: (app, actor, request) => enterRequest(app, actor, request),
  get: viewRequest,
  lines: linesOf,
  choose: choosePersons,
  ask: askAgain,
  confirm: confirmAnswer,
} satisfies UsesOf<typeof clearance>;

export const tokensUses = {
  list: tokensFor,
  issue: issueToken,
  revoke: revokeToken,
} satisfies UsesOf<typeof tokens>;

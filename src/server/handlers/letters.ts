// Reply letters.
import { checkLetters } from "#letters/uses/letter-concerns.ts";
import {
  allLetters,
  countersignLetter,
  draftLetter,
  endReplyLetter,
  issueLetter,
  lettersFor,
} from "#letters/uses/reply-letters.ts";
import { signedInOf } from "../context.ts";
import { answerOf, foundOr404 } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

const { letters: table } = endpoints;

export const letters = {
  list: table.list.handler(({ input, context }) => allLetters(context.app, signedInOf(context).actor, input)),
  ofRequest: table.ofRequest.handler(async ({ input, context }) =>
    foundOr404(await lettersFor(context.app, signedInOf(context).actor, input.requestId)),
  ),
  draft: table.draft.handler(async ({ input, context }) =>
    answerOf(await draftLetter(context.app, signedInOf(context).actor, input)),
  ),
  sign: table.sign.handler(async ({ input, context }) =>
    answerOf(await countersignLetter(context.app, signedInOf(context).actor, input)),
  ),
  issue: table.issue.handler(async ({ input, context }) =>
    answerOf(await issueLetter(context.app, signedInOf(context).actor, input)),
  ),
  end: table.end.handler(async ({ input, context }) =>
    answerOf(await endReplyLetter(context.app, signedInOf(context).actor, input)),
  ),
  check: table.check.handler(({ context }) => checkLetters(context.app, signedInOf(context).actor)),
};

// The use behind each endpoint of reply letters.
import type { UsesOf } from "#kernel/use-of.ts";
import type { letters } from "../contract.ts";
import { checkLetters } from "./letter-concerns.ts";
import {
  allLetters,
  countersignLetter,
  draftLetter,
  endReplyLetter,
  issueLetter,
  lettersFor,
} from "./reply-letters.ts";

export const lettersUses = {
  list: allLetters,
  ofRequest: lettersFor,
  draft: draftLetter,
  sign: countersignLetter,
  issue: issueLetter,
  end: endReplyLetter,
  check: checkLetters,
} satisfies UsesOf<typeof letters>;

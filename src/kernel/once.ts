// One request, one effect: the key that came with it is kept with the answer.
import { hash } from "node:crypto";
import type { Transaction } from "#database/database.ts";
import { refusedSaying } from "./answer.ts";
import type { Done, Refused } from "./answer.ts";
import { findAnswer, keepAnswer } from "./rows/idempotency.ts";
import { keyUsedForOther } from "./words.ts";

/** `content` is all that the request says; the same key with other content is another request, and refused. */
export type Request = { accountId: string; key: string; what: string; content: unknown };

/** "answered": the request was done before, or its key was used for another one. */
export type Once<T> =
  | { type: "first"; keep: (answer: T) => Promise<void> }
  | { type: "answered"; answered: Done<T> | Refused };

/** Looks the key up; the first time, `keep` stores the answer as the last step of the transaction. */
export async function onceOnly<T>(trx: Transaction, request: Request): Promise<Once<T>> {
  const { accountId, key } = request;
  const row = { accountId, key, request: hash("sha256", JSON.stringify([request.what, request.content])) };
  const found = await findAnswer(trx, row);
  if (found.type === "other-request") return { type: "answered", answered: keyUsed };
  if (found.type === "answered")
    return { type: "answered", answered: { type: "done", answer: JSON.parse(found.answer) as T } }; // kept below as the same T
  return { type: "first", keep: (answer) => keepAnswer(trx, row, JSON.stringify(answer)) };
}

/** The refusal of a key that came with something else. */
export const keyUsed: Refused = refusedSaying("key-used", keyUsedForOther, "key");

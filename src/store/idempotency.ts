// Keys of requests: the same key twice has one effect and the same answer.
import type { Transaction } from "./database.ts";

/** `request` is a hash of the whole request, so that one key cannot be used for two different ones. */
export type RequestKey = { accountId: string; key: string; request: string };

/** "new", the kept answer (JSON text), or "other-request" when the key was used for something else. */
export async function findAnswer(
  _trx: Transaction,
  _key: RequestKey,
): Promise<{ type: "new" } | { type: "answered"; answer: string } | { type: "other-request" }> {
  throw new Error("being written");
}

/** Keeps the answer as the last step of the transaction. Throws a retryable error when the key was taken meanwhile. */
export async function keepAnswer(_trx: Transaction, _key: RequestKey, _answer: string): Promise<void> {
  throw new Error("being written");
}

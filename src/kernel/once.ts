// One request, one effect: the key that came with it is kept with the answer.
import { hash } from "node:crypto";
import type { Refusal } from "#law/refusal.ts";
import type { Transaction } from "#database/database.ts";
import { findAnswer, keepAnswer } from "./rows/idempotency.ts";

/** `content` is all that the request says; the same key with other content is another request. */
export type Request = { accountId: string; key: string; what: string; content: unknown };

export type Once<T> =
  | { type: "first"; keep: (answer: T) => Promise<void> }
  | { type: "again"; answer: T }
  | { type: "other-request" };

/** The refusal of a key that came with something else. */
export function keyUsedFor(): { type: "refused"; refusals: readonly Refusal[] } {
  const message = {
    zh: "同一请求编号已用于其他内容，请刷新页面后重新提交",
    en: "This request key was used for something else; reload the page and submit again",
  };
  return { type: "refused", refusals: [{ code: "key-used", message, source: null, field: "key" }] };
}

/** Looks the key up; the first time, `keep` stores the answer as the last step of the transaction. */
export async function onceOnly<T>(trx: Transaction, request: Request): Promise<Once<T>> {
  const { accountId, key } = request;
  const row = { accountId, key, request: hash("sha256", JSON.stringify([request.what, request.content])) };
  const found = await findAnswer(trx, row);
  if (found.type === "other-request") return found;
  if (found.type === "answered") return { type: "again", answer: JSON.parse(found.answer) as T }; // kept below as the same T
  return { type: "first", keep: (answer) => keepAnswer(trx, row, JSON.stringify(answer)) };
}

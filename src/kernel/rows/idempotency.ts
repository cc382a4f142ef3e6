// Keys of requests: the same key twice has one effect and the same answer.
import { sql } from "kysely";
import { z } from "zod";
import { ChangedMeanwhile } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { rowOf, run } from "#database/rows.ts";

/** `request` is a hash of the whole request, so that one key cannot be used for two different ones. */
export type RequestKey = { accountId: string; key: string; request: string };

const keptShape = z.object({ request: z.string(), answer: z.string() });

/** "new", the kept answer (JSON text), or "other-request" when the key was used for something else. */
export async function findAnswer(
  trx: Transaction,
  asked: RequestKey,
): Promise<{ type: "new" } | { type: "answered"; answer: string } | { type: "other-request" }> {
  const kept = await rowOf(
    trx,
    keptShape,
    sql`SELECT request, answer FROM idempotency_key
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND account_id = ${asked.accountId} AND key = ${asked.key}`,
  );
  if (kept === null) return { type: "new" };
  return kept.request === asked.request ? { type: "answered", answer: kept.answer } : { type: "other-request" };
}

/** Keeps the answer as the last step of the transaction. Throws a retryable error when the key was taken meanwhile. */
export async function keepAnswer(trx: Transaction, key: RequestKey, answer: string): Promise<void> {
  const kept = await run(
    trx,
    sql`INSERT INTO idempotency_key (jurisdiction_id, account_id, key, request, answer)
      VALUES (${trx.jurisdictionId}, ${key.accountId}, ${key.key}, ${key.request}, ${answer}) ON CONFLICT DO NOTHING`,
  );
  if (kept !== 1) throw new ChangedMeanwhile(`the key ${key.key} was used meanwhile`);
}

// Former passwords by their hashes, so that they are not used again.
import { sql } from "kysely";
import { z } from "zod";
import type { Transaction } from "#database/database.ts";
import { rowsOf, run } from "#database/rows.ts";

const passwordShape = z.object({ password: z.string() });

/** The hashes of the last passwords of an account, latest first, the present one among them. */
export async function formerPasswords(trx: Transaction, accountId: string, limit: number): Promise<string[]> {
  const rows = await rowsOf(
    trx,
    passwordShape,
    sql`SELECT password FROM password_used WHERE jurisdiction_id = ${trx.jurisdictionId} AND account_id = ${accountId}
      ORDER BY at DESC LIMIT ${limit}`,
  );
  return rows.map(({ password }) => password);
}

/** Notes the hash of a password that its owner chose, and forgets those beyond the longest history a policy can ask for. */
export async function keepFormerPassword(
  trx: Transaction,
  accountId: string,
  password: string,
  at: string,
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO password_used (jurisdiction_id, account_id, at, password) VALUES (${trx.jurisdictionId}, ${accountId}, ${at}, ${password})
      ON CONFLICT DO NOTHING`,
  );
  await run(
    trx,
    sql`DELETE FROM password_used WHERE jurisdiction_id = ${trx.jurisdictionId} AND account_id = ${accountId} AND at < (
      SELECT min(kept.at) FROM (
        SELECT at FROM password_used WHERE jurisdiction_id = ${trx.jurisdictionId} AND account_id = ${accountId} ORDER BY at DESC LIMIT 25) AS kept)`,
  );
}

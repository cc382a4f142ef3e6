// The public halves of recovery keys.
import { sql } from "kysely";
import { z } from "zod";
import { touch } from "#database/bound.ts";
import type { Transaction } from "#database/database.ts";
import { rowOf, run } from "#database/rows.ts";

const keyShape = z.object({ version: z.int(), recipient: z.string() });
export type RecoveryRecipient = z.output<typeof keyShape>;

/** The one that governs; null while there is none. */
export async function recoveryRecipient(trx: Transaction): Promise<RecoveryRecipient | null> {
  return rowOf(
    trx,
    keyShape,
    sql`SELECT version, recipient FROM recovery_key WHERE jurisdiction_id = ${trx.jurisdictionId} ORDER BY version DESC LIMIT 1`,
  );
}

export async function addRecoveryRecipient(trx: Transaction, key: RecoveryRecipient & { at: string }): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO recovery_key (jurisdiction_id, version, recipient, at)
      VALUES (${trx.jurisdictionId}, ${key.version}, ${key.recipient}, ${key.at})`,
  );
  touch(trx, "recovery_key", [key.version]);
}

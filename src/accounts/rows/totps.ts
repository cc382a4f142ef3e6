// One-time codes: the sealed secret of an account, and the last step that was used.
import { sql } from "kysely";
import { z } from "zod";
import type { Transaction } from "#database/database.ts";
import { rowOf, run } from "#database/rows.ts";

const shape = z.object({ secretSealed: z.string(), confirmed: z.boolean(), lastStep: z.int() });
export type Totp = z.output<typeof shape>;

export async function totpOf(trx: Transaction, accountId: string): Promise<Totp | null> {
  return rowOf(
    trx,
    shape,
    sql`SELECT secret_sealed AS "secretSealed", confirmed, last_step AS "lastStep" FROM totp
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND account_id = ${accountId}`,
  );
}

/** A secret that holds nothing up until a first code confirms it. False when the account has a confirmed one. */
export async function beginTotp(trx: Transaction, accountId: string, secretSealed: string): Promise<boolean> {
  return (
    1 ===
    (await run(
      trx,
      sql`INSERT INTO totp (jurisdiction_id, account_id, secret_sealed, confirmed, last_step)
        VALUES (${trx.jurisdictionId}, ${accountId}, ${secretSealed}, false, 0)
        ON CONFLICT (jurisdiction_id, account_id) DO UPDATE SET secret_sealed = excluded.secret_sealed WHERE NOT totp.confirmed`,
    ))
  );
}

/** Uses the code of a step up; the first one confirms the secret. False when this step, or a later one, was used before. */
export async function useStep(trx: Transaction, accountId: string, step: number): Promise<boolean> {
  return (
    1 ===
    (await run(
      trx,
      sql`UPDATE totp SET last_step = ${step}, confirmed = true
        WHERE jurisdiction_id = ${trx.jurisdictionId} AND account_id = ${accountId} AND last_step < ${step}`,
    ))
  );
}

export async function removeTotp(trx: Transaction, accountId: string): Promise<void> {
  await run(trx, sql`DELETE FROM totp WHERE jurisdiction_id = ${trx.jurisdictionId} AND account_id = ${accountId}`);
}

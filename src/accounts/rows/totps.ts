// One-time codes: the sealed secret of an account, and the last step that was used.
import { sql } from "kysely";
import { z } from "zod";
import { touch } from "#database/bound.ts";
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
  const begun = await run(
    trx,
    sql`INSERT INTO totp (jurisdiction_id, account_id, secret_sealed, confirmed, last_step)
      VALUES (${trx.jurisdictionId}, ${accountId}, ${secretSealed}, false, 0)
      ON CONFLICT (jurisdiction_id, account_id) DO UPDATE SET secret_sealed = excluded.secret_sealed WHERE NOT totp.confirmed`,
  );
  if (begun === 1) touch(trx, "totp", [accountId]);
  return begun === 1;
}

const confirmedShape = z.object({ confirmed: z.boolean() });

/** Uses the code of a step up; the first one confirms the secret. False when this step, or a later one, was used before. */
export async function useStep(trx: Transaction, accountId: string, step: number): Promise<boolean> {
  const used = await rowOf(
    trx,
    confirmedShape,
    sql`WITH before AS (
        SELECT account_id, confirmed FROM totp WHERE jurisdiction_id = ${trx.jurisdictionId} AND account_id = ${accountId} FOR UPDATE
      )
      UPDATE totp AS t SET last_step = ${step}, confirmed = true FROM before AS b
      WHERE t.jurisdiction_id = ${trx.jurisdictionId} AND t.account_id = b.account_id AND t.last_step < ${step} RETURNING b.confirmed`,
  );
  if (used?.confirmed === false) touch(trx, "totp", [accountId]);
  return used !== null;
}

export async function removeTotp(trx: Transaction, accountId: string): Promise<void> {
  const removed = await run(
    trx,
    sql`DELETE FROM totp WHERE jurisdiction_id = ${trx.jurisdictionId} AND account_id = ${accountId}`,
  );
  if (removed === 1) touch(trx, "totp", [accountId]);
}

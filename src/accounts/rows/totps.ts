// One-time codes: the sealed secret of an account, the last step that was used, and the requests to give it up.
import { sql } from "kysely";
import { z } from "zod";
import { totpReset } from "../contract/security.ts";
import type { Transaction } from "#database/database.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";

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

const resetShape = totpReset.extend({ approved: z.boolean().nullable() });
export type TotpReset = z.output<typeof resetShape>;

export async function addReset(
  trx: Transaction,
  reset: { id: string; accountId: string; reason: string; askedBy: string; at: string },
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO totp_reset (jurisdiction_id, id, account_id, reason, asked_by, asked_at)
      VALUES (${trx.jurisdictionId}, ${reset.id}, ${reset.accountId}, ${reset.reason}, ${reset.askedBy}, ${reset.at})`,
  );
}

/** Held until the transaction ends. */
export async function holdReset(trx: Transaction, id: string): Promise<TotpReset | null> {
  return rowOf(trx, resetShape, sql`${resets(trx)} AND r.id = ${id} FOR UPDATE OF r`);
}

/** Those that nobody has decided, oldest first. */
export async function openResets(trx: Transaction): Promise<TotpReset[]> {
  return rowsOf(trx, resetShape, sql`${resets(trx)} AND r.approved IS NULL ORDER BY r.asked_at, r.id LIMIT 200`);
}

export async function decideReset(
  trx: Transaction,
  decided: { id: string; approved: boolean; by: string; at: string },
): Promise<void> {
  await run(
    trx,
    sql`UPDATE totp_reset SET approved = ${decided.approved}, decided_by = ${decided.by}, decided_at = ${decided.at}
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${decided.id} AND approved IS NULL`,
  );
}

function resets(trx: Transaction) {
  return sql`SELECT r.id AS "resetId", r.account_id AS "accountId", a.account, a.name, r.reason, r.asked_by AS "askedBy",
      b.name AS "askedByName", r.asked_at AS "askedAt", r.approved
    FROM totp_reset AS r
    JOIN account AS a ON a.jurisdiction_id = r.jurisdiction_id AND a.id = r.account_id
    JOIN account AS b ON b.jurisdiction_id = r.jurisdiction_id AND b.id = r.asked_by
    WHERE r.jurisdiction_id = ${trx.jurisdictionId}`;
}

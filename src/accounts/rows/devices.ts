// Devices from which the owner of an account has signed in, by the hash of their cookie.
import { sql } from "kysely";
import { z } from "zod";
import type { Transaction } from "#database/database.ts";
import { rowOf, run } from "#database/rows.ts";

/** How long a device that is not used stays known, in days. */
export const knownDays = 90;

const knownShape = z.object({ known: z.boolean() });

/** Whether the owner of the account of this name has signed in from this device within the last ninety days. */
export async function isKnownDevice(
  trx: Transaction,
  { account, deviceHash, now }: { account: string; deviceHash: string; now: string },
): Promise<boolean> {
  const found = await rowOf(
    trx,
    knownShape,
    sql`SELECT EXISTS (
        SELECT FROM known_device AS d JOIN account AS a ON a.jurisdiction_id = d.jurisdiction_id AND a.id = d.account_id
        WHERE d.jurisdiction_id = ${trx.jurisdictionId} AND a.account = ${account} AND d.device_hash = ${deviceHash} AND d.used_at > ${oldest(now)}
      ) AS known`,
  );
  return found?.known ?? false;
}

export async function knowDevice(trx: Transaction, accountId: string, deviceHash: string, now: string): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO known_device (jurisdiction_id, account_id, device_hash, used_at)
      VALUES (${trx.jurisdictionId}, ${accountId}, ${deviceHash}, ${now})
      ON CONFLICT (jurisdiction_id, account_id, device_hash) DO UPDATE SET used_at = excluded.used_at`,
  );
}

/** None is known any more. */
export async function forgetDevices(trx: Transaction, accountId: string): Promise<void> {
  await run(
    trx,
    sql`DELETE FROM known_device WHERE jurisdiction_id = ${trx.jurisdictionId} AND account_id = ${accountId}`,
  );
}

export async function forgetOldDevices(trx: Transaction, now: string): Promise<void> {
  await run(
    trx,
    sql`DELETE FROM known_device WHERE jurisdiction_id = ${trx.jurisdictionId} AND used_at <= ${oldest(now)}`,
  );
}

function oldest(now: string): string {
  return Temporal.Instant.from(now)
    .subtract({ hours: knownDays * 24 })
    .toString({ smallestUnit: "millisecond" });
}

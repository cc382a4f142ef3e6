// Sessions (kept by the hash of their token) and attempts to sign in.
import { sql } from "kysely";
import { z } from "zod";
import { livingSince } from "#access/session.ts";
import type { Attempt } from "#access/throttle.ts";
import { accountColumns, accountShape } from "./account-row.ts";
import type { AccountRow } from "./account-row.ts";
import type { Transaction } from "./database.ts";
import { rowOf, rowsOf, run } from "./rows.ts";

export async function addSession(
  trx: Transaction,
  session: { tokenHash: string; accountId: string; at: string; address: string },
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO session (jurisdiction_id, token_hash, account_id, begun_at, used_at, address)
      VALUES (${trx.jurisdictionId}, ${session.tokenHash}, ${session.accountId}, ${session.at}, ${session.at}, ${session.address})`,
  );
}

/** The account of a session that still lives at `now` (idle, oldest age, not disabled), and notes its use at most once a minute. Null otherwise. */
export async function useSession(trx: Transaction, tokenHash: string, now: string): Promise<AccountRow | null> {
  const { usedAfter, begunAfter } = livingSince(now);
  const found = await rowOf(
    trx,
    accountShape.extend({ usedAt: z.string() }),
    sql`SELECT ${accountColumns}, s.used_at AS "usedAt"
      FROM session AS s
      JOIN account AS a ON a.jurisdiction_id = s.jurisdiction_id AND a.id = s.account_id
      LEFT JOIN organization AS o ON o.jurisdiction_id = a.jurisdiction_id AND o.id = a.organization_id
      WHERE s.jurisdiction_id = ${trx.jurisdictionId} AND s.token_hash = ${tokenHash}
        AND s.used_at > ${usedAfter} AND s.begun_at > ${begunAfter} AND NOT a.disabled`,
  );
  if (found === null) return null;
  const { usedAt, ...account } = found;
  if (usedAt.slice(0, 16) !== now.slice(0, 16)) {
    await run(
      trx,
      sql`UPDATE session SET used_at = ${now} WHERE jurisdiction_id = ${trx.jurisdictionId} AND token_hash = ${tokenHash} AND used_at < ${now}`,
    );
  }
  return account;
}

export async function endSession(trx: Transaction, tokenHash: string): Promise<void> {
  await run(trx, sql`DELETE FROM session WHERE jurisdiction_id = ${trx.jurisdictionId} AND token_hash = ${tokenHash}`);
}

export async function endSessionsOf(trx: Transaction, accountId: string, keepTokenHash: string | null): Promise<void> {
  await run(
    trx,
    sql`DELETE FROM session WHERE jurisdiction_id = ${trx.jurisdictionId} AND account_id = ${accountId} AND token_hash IS DISTINCT FROM ${keepTokenHash}::text`,
  );
}

/** Removes sessions that have ended and attempts older than a day. */
export async function forgetExpired(trx: Transaction, now: string): Promise<void> {
  const { usedAfter, begunAfter } = livingSince(now);
  const yesterday = Temporal.Instant.from(now).subtract({ hours: 24 }).toString({ smallestUnit: "millisecond" });
  await run(
    trx,
    sql`DELETE FROM session WHERE jurisdiction_id = ${trx.jurisdictionId} AND (used_at <= ${usedAfter} OR begun_at <= ${begunAfter})`,
  );
  await run(trx, sql`DELETE FROM sign_in_attempt WHERE jurisdiction_id = ${trx.jurisdictionId} AND at < ${yesterday}`);
}

/** `account` is the name as typed, known or not. */
export async function addAttempt(
  trx: Transaction,
  attempt: Attempt & { account: string; address: string },
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO sign_in_attempt (jurisdiction_id, account, address, at, succeeded)
      VALUES (${trx.jurisdictionId}, ${attempt.account}, ${attempt.address}, ${attempt.at}, ${attempt.succeeded})`,
  );
}

/** Attempts on this account name from this address since an instant, oldest first: what `throttled` looks at. */
export async function attemptsSince(
  trx: Transaction,
  asked: { account: string; address: string; since: string },
): Promise<Attempt[]> {
  return rowsOf(
    trx,
    z.object({ at: z.string(), succeeded: z.boolean() }),
    sql`SELECT at, succeeded FROM sign_in_attempt
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND account = ${asked.account} AND address = ${asked.address} AND at >= ${asked.since}
      ORDER BY at, succeeded`,
  );
}

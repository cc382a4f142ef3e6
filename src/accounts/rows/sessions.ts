// Sessions (kept by the hash of their token) and attempts to sign in.
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { SecurityPolicy } from "../contract/security.ts";
import { sessionThresholds, isSessionAlive } from "../session.ts";
import type { Attempt } from "../throttle.ts";
import { accountColumns, accountShape, standingColumns, standingShape } from "./account-row.ts";
import type { AccountRow, Standing } from "./account-row.ts";
import type { Transaction } from "#database/database.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";
import { readPolicy } from "./security-policies.ts";

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

const sessionShape = accountShape.extend({
  ...standingShape.shape,
  begunAt: z.string(),
  usedAt: z.string(),
  policy: z.string().nullable(),
});

/** The account of a session that still lives at `now` under the policy of this moment (idle, oldest age, not disabled), and notes its use at most once a minute. Null otherwise. */
export async function useSession(
  trx: Transaction,
  tokenHash: string,
  now: string,
): Promise<(AccountRow & Standing & { policy: SecurityPolicy }) | null> {
  const { usedAfter, begunAfter } = sessionThresholds(now);
  const found = await rowOf(
    trx,
    sessionShape,
    sql`SELECT ${accountColumns}, ${standingColumns(trx.today ?? null)}, s.begun_at AS "begunAt", s.used_at AS "usedAt",
        (SELECT y.policy FROM security_policy AS y WHERE y.jurisdiction_id = s.jurisdiction_id ORDER BY y.version DESC LIMIT 1) AS policy
      FROM session AS s
      JOIN account AS a ON a.jurisdiction_id = s.jurisdiction_id AND a.id = s.account_id
      LEFT JOIN organization AS o ON o.jurisdiction_id = a.jurisdiction_id AND o.id = a.organization_id
      WHERE s.jurisdiction_id = ${trx.jurisdictionId} AND s.token_hash = ${tokenHash}
        AND s.used_at > ${usedAfter} AND s.begun_at > ${begunAfter} AND NOT a.disabled`,
  );
  if (found === null) return null;
  const { begunAt, usedAt, policy: stored, ...account } = found;
  const policy = readPolicy(stored);
  if (!isSessionAlive({ begunAt, usedAt }, now, policy)) return null;
  if (usedAt.slice(0, 16) !== now.slice(0, 16)) {
    await run(
      trx,
      sql`UPDATE session SET used_at = ${now} WHERE jurisdiction_id = ${trx.jurisdictionId} AND token_hash = ${tokenHash} AND used_at < ${now}`,
    );
  }
  return { ...account, policy };
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

/** How long an address counts as one from which the owner signs in, in days. */
const knownDays = 90;

/** Removes sessions that have ended, failed attempts older than a day, and successes that no longer make an address known. */
export async function forgetExpired(trx: Transaction, now: string): Promise<void> {
  const { usedAfter, begunAfter } = sessionThresholds(now);
  const before = (days: number) =>
    Temporal.Instant.from(now)
      .subtract({ hours: days * 24 })
      .toString({ smallestUnit: "millisecond" });
  await run(
    trx,
    sql`DELETE FROM session WHERE jurisdiction_id = ${trx.jurisdictionId} AND (used_at <= ${usedAfter} OR begun_at <= ${begunAfter})`,
  );
  await run(
    trx,
    sql`DELETE FROM sign_in_attempt
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND at < CASE WHEN succeeded THEN ${before(knownDays)} ELSE ${before(1)} END`,
  );
}

/** `account` is the name as typed, known or not. Answers with the attempt's id. */
export async function addAttempt(
  trx: Transaction,
  attempt: Attempt & { account: string; address: string },
): Promise<string> {
  const id = randomUUID();
  await run(
    trx,
    sql`INSERT INTO sign_in_attempt (jurisdiction_id, id, account, address, at, succeeded)
      VALUES (${trx.jurisdictionId}, ${id}, ${attempt.account}, ${attempt.address}, ${attempt.at}, ${attempt.succeeded})`,
  );
  return id;
}

/** Puts an attempt that has come out well in the place of the one it was begun as. */
export async function attemptSucceeded(
  trx: Transaction,
  begun: string,
  attempt: { at: string; account: string; address: string },
): Promise<void> {
  await run(trx, sql`DELETE FROM sign_in_attempt WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${begun}`);
  await addAttempt(trx, { ...attempt, succeeded: true });
}

const attemptShape = z.object({ at: z.string(), succeeded: z.boolean() });

/** Attempts on this account name from this address since an instant, oldest first: what `throttled` looks at. */
export async function attemptsSince(
  trx: Transaction,
  asked: { account: string; address: string; since: string },
): Promise<Attempt[]> {
  return rowsOf(
    trx,
    attemptShape,
    sql`SELECT at, succeeded FROM sign_in_attempt
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND account = ${asked.account} AND address = ${asked.address} AND at >= ${asked.since}
      ORDER BY at, succeeded`,
  );
}

const failuresShape = z.object({ failures: z.int(), knownAddress: z.boolean() });

/** Failures on this account name since an instant from all addresses, and whether its owner has signed in from this one. */
export async function attemptsFromAnywhere(
  trx: Transaction,
  asked: { account: string; address: string; since: string },
): Promise<{ failures: number; knownAddress: boolean }> {
  const found = await rowOf(
    trx,
    failuresShape,
    sql`SELECT count(*) FILTER (WHERE NOT succeeded AND at >= ${asked.since}) AS failures,
        coalesce(bool_or(succeeded AND address = ${asked.address}), false) AS "knownAddress"
      FROM sign_in_attempt WHERE jurisdiction_id = ${trx.jurisdictionId} AND account = ${asked.account}`,
  );
  return found ?? { failures: 0, knownAddress: false };
}

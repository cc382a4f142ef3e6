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
import { forgetOldDevices } from "./devices.ts";
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

/**
 * The account of a session that still lives at `now` under the policy of this moment (idle, oldest age, not disabled), and notes its use
 * at most once a minute, where a person used it (`byPerson`) and not a page by itself. Null otherwise.
 */
export async function useSession(
  trx: Transaction,
  tokenHash: string,
  now: string,
  byPerson = true,
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
  if (byPerson && usedAt.slice(0, 16) !== now.slice(0, 16)) {
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

const ownShape = z.object({
  sessionId: z.string(),
  begunAt: z.string(),
  usedAt: z.string(),
  address: z.string(),
  current: z.boolean(),
});

/** A session is told to its owner by the beginning of the hash of its token, from which nobody makes a token. */
const sessionId = sql`left(token_hash, 24)`;

/** The sessions of an account, living or not, the latest used first. */
export async function sessionsOf(
  trx: Transaction,
  accountId: string,
  tokenHash: string,
): Promise<z.output<typeof ownShape>[]> {
  return rowsOf(
    trx,
    ownShape,
    sql`SELECT ${sessionId} AS "sessionId", begun_at AS "begunAt", used_at AS "usedAt", address, token_hash = ${tokenHash} AS current
      FROM session WHERE jurisdiction_id = ${trx.jurisdictionId} AND account_id = ${accountId} ORDER BY used_at DESC, token_hash LIMIT 200`,
  );
}

/** False when the account has no such session. */
export async function endNamedSession(trx: Transaction, accountId: string, named: string): Promise<boolean> {
  const ended = await run(
    trx,
    sql`DELETE FROM session WHERE jurisdiction_id = ${trx.jurisdictionId} AND account_id = ${accountId} AND ${sessionId} = ${named}`,
  );
  return ended > 0;
}

/** Removes sessions that have ended, attempts older than a day, and devices that have not been used for long. */
export async function forgetExpired(trx: Transaction, now: string): Promise<void> {
  const { usedAfter, begunAfter } = sessionThresholds(now);
  const yesterday = Temporal.Instant.from(now).subtract({ hours: 24 }).toString({ smallestUnit: "millisecond" });
  await run(
    trx,
    sql`DELETE FROM session WHERE jurisdiction_id = ${trx.jurisdictionId} AND (used_at <= ${usedAfter} OR begun_at <= ${begunAfter})`,
  );
  await run(trx, sql`DELETE FROM sign_in_attempt WHERE jurisdiction_id = ${trx.jurisdictionId} AND at < ${yesterday}`);
  await forgetOldDevices(trx, now);
}

/** `account` is the name as typed, known or not; `origin` what the guess counts against. Answers with the attempt's id. */
export async function addAttempt(
  trx: Transaction,
  attempt: Attempt & { account: string; address: string; origin: string },
): Promise<string> {
  const id = randomUUID();
  await run(
    trx,
    sql`INSERT INTO sign_in_attempt (jurisdiction_id, id, account, address, origin, at, succeeded)
      VALUES (${trx.jurisdictionId}, ${id}, ${attempt.account}, ${attempt.address}, ${attempt.origin}, ${attempt.at}, ${attempt.succeeded})`,
  );
  return id;
}

/** What was begun as a failure came out well, and counts no more. */
export async function attemptSucceeded(trx: Transaction, begun: string): Promise<void> {
  await run(trx, sql`DELETE FROM sign_in_attempt WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${begun}`);
}

/** The failures of one origin count no more: its owner has signed in. */
export async function forgetFailures(trx: Transaction, account: string, origin: string): Promise<void> {
  await run(
    trx,
    sql`DELETE FROM sign_in_attempt WHERE jurisdiction_id = ${trx.jurisdictionId} AND account = ${account} AND origin = ${origin}`,
  );
}

const countShape = z.object({ count: z.int() });

/** Failures on this account name from this origin since an instant. */
export async function failuresSince(
  trx: Transaction,
  asked: { account: string; origin: string; since: string },
): Promise<number> {
  const found = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*)::integer AS count FROM sign_in_attempt
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND account = ${asked.account} AND origin = ${asked.origin} AND at > ${asked.since} AND NOT succeeded`,
  );
  return found?.count ?? 0;
}

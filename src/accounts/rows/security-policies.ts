// The security policy and every change of it.
import { sql } from "kysely";
import { z } from "zod";
import { policyChange, policyShape } from "../contract/security.ts";
import type { PolicyChange, SecurityPolicy } from "../contract/security.ts";
import { defaultPolicy } from "../security-policy.ts";
import { touch } from "#database/bound.ts";
import type { Transaction } from "#database/database.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";

const shape = policyChange.extend({ policy: z.string().transform((text) => readPolicy(text)) });

/** As it was stored by any release: what an earlier one did not know is the default, and what it allowed beyond today's bounds is at them. */
const storedShape = policyShape.partial().extend({
  tries: z.int().transform((tries) => Math.min(tries, 5)),
  windowMinutes: z.int().transform((minutes) => Math.max(minutes, 15)),
});

/** A policy as it was stored; the default where nobody has set one. */
export function readPolicy(text: string | null): SecurityPolicy {
  return text === null
    ? defaultPolicy
    : policyShape.parse({ ...defaultPolicy, ...storedShape.parse(JSON.parse(text)) });
}

/** What governs now; version 0 is the default that nobody has changed yet. */
export async function policyNow(trx: Transaction): Promise<{ version: number; policy: SecurityPolicy }> {
  const found = await rowOf(
    trx,
    shape,
    sql`SELECT version, at, by_name AS "byName", reason, policy FROM security_policy
      WHERE jurisdiction_id = ${trx.jurisdictionId} ORDER BY version DESC LIMIT 1`,
  );
  return found ?? { version: 0, policy: defaultPolicy };
}

/** The last changes, latest first. */
export async function policyChanges(trx: Transaction, limit: number): Promise<PolicyChange[]> {
  return rowsOf(
    trx,
    shape,
    sql`SELECT version, at, by_name AS "byName", reason, policy FROM security_policy
      WHERE jurisdiction_id = ${trx.jurisdictionId} ORDER BY version DESC LIMIT ${limit}`,
  );
}

export async function addPolicy(
  trx: Transaction,
  change: {
    version: number;
    at: string;
    by: { accountId: string; name: string };
    reason: string;
    policy: SecurityPolicy;
  },
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO security_policy (jurisdiction_id, version, at, by_account, by_name, reason, policy)
      VALUES (${trx.jurisdictionId}, ${change.version}, ${change.at}, ${change.by.accountId}, ${change.by.name}, ${change.reason}, ${JSON.stringify(change.policy)})`,
  );
  touch(trx, "security_policy", [change.version]);
}

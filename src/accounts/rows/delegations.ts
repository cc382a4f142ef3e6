// Delegations (委托) of a role from one account to another.
import { sql } from "kysely";
import { z } from "zod";
import { delegationShape } from "../contract/delegations.ts";
import type { Delegation } from "../contract/delegations.ts";
import type { Role } from "#casework/roles.ts";
import type { BothHands } from "#casework/four-eyes.ts";
import { touch } from "#database/bound.ts";
import type { Transaction } from "#database/database.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";

export async function addDelegation(
  trx: Transaction,
  asked: {
    id: string;
    from: string;
    to: string;
    role: Role;
    fromDay: string;
    untilDay: string;
    reason: string;
    at: string;
    /** The administrator who asks for a holder who cannot; null where the holder asks. */
    askedBy: string | null;
  },
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO delegation (jurisdiction_id, id, from_account, to_account, role, from_day, until_day, reason, asked_at, asked_by)
      VALUES (${trx.jurisdictionId}, ${asked.id}, ${asked.from}, ${asked.to}, ${asked.role}, ${asked.fromDay}, ${asked.untilDay}, ${asked.reason}, ${asked.at}, ${asked.askedBy})`,
  );
  touch(trx, "delegation", [asked.id]);
}

/** Held until the transaction ends. */
export async function holdDelegation(trx: Transaction, id: string): Promise<Delegation | null> {
  return rowOf(trx, delegationShape, sql`${delegations(trx)} AND d.id = ${id} FOR UPDATE OF d`);
}

/** Latest first; `of`: only those in which this account gives or receives. At most 200. */
export async function listDelegations(trx: Transaction, of: string | null): Promise<Delegation[]> {
  const concerned = of === null ? sql`true` : sql`(d.from_account = ${of} OR d.to_account = ${of})`;
  return rowsOf(
    trx,
    delegationShape,
    sql`${delegations(trx)} AND ${concerned} ORDER BY d.asked_at DESC, d.id LIMIT 200`,
  );
}

const idShape = z.object({ id: z.string() });

/** Whether this account gives or receives this role by a delegation asked for, or approved and not over, that meets the days. */
export async function overlaps(
  trx: Transaction,
  asked: { from: string; to: string; role: Role; fromDay: string; untilDay: string },
): Promise<boolean> {
  const found = await rowOf(
    trx,
    idShape,
    sql`SELECT id FROM delegation WHERE jurisdiction_id = ${trx.jurisdictionId} AND from_account = ${asked.from} AND to_account = ${asked.to}
      AND role = ${asked.role} AND approved IS NOT FALSE AND ended_at IS NULL
      AND from_day <= ${asked.untilDay}::date AND until_day >= ${asked.fromDay}::date LIMIT 1`,
  );
  return found !== null;
}

export async function decideDelegation(
  trx: Transaction,
  decided: { id: string; approved: boolean; by: string; at: string; reason: string } & BothHands,
): Promise<void> {
  await run(
    trx,
    sql`UPDATE delegation SET approved = ${decided.approved}, decided_by = ${decided.by}, decided_at = ${decided.at}, decision_reason = ${decided.reason},
        first_persons = wenze_persons_of(${[...decided.first]}::text[]), second_persons = wenze_persons_of(${[...decided.second]}::text[])
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${decided.id} AND approved IS NULL`,
  );
  touch(trx, "delegation", [decided.id]);
}

export async function endDelegation(trx: Transaction, ended: { id: string; by: string; at: string }): Promise<void> {
  await run(
    trx,
    sql`UPDATE delegation SET ended_by = ${ended.by}, ended_at = ${ended.at}
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${ended.id} AND ended_at IS NULL`,
  );
  touch(trx, "delegation", [ended.id]);
}

function delegations(trx: Transaction) {
  return sql`SELECT d.id AS "delegationId", d.from_account AS "fromAccount", g.name AS "fromName", d.to_account AS "toAccount", t.name AS "toName",
      d.role, d.from_day AS "from", d.until_day AS "until", d.reason, d.asked_at AS "askedAt", d.asked_by AS "askedBy", k.name AS "askedByName", d.approved, b.name AS "decidedByName",
      d.decision_reason AS "decisionReason", d.ended_at AS "endedAt"
    FROM delegation AS d
    JOIN account AS g ON g.jurisdiction_id = d.jurisdiction_id AND g.id = d.from_account
    JOIN account AS t ON t.jurisdiction_id = d.jurisdiction_id AND t.id = d.to_account
    LEFT JOIN account AS k ON k.jurisdiction_id = d.jurisdiction_id AND k.id = d.asked_by
    LEFT JOIN account AS b ON b.jurisdiction_id = d.jurisdiction_id AND b.id = d.decided_by
    WHERE d.jurisdiction_id = ${trx.jurisdictionId}`;
}

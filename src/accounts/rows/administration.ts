// What takes two administrators: the requests, and how each was decided. Rows are added and never changed.
import { sql } from "kysely";
import { z } from "zod";
import { canonicalJson } from "#audit/canonical.ts";
import { administratorRequest, requestedShape } from "../contract/administration.ts";
import type { Requested } from "../contract/administration.ts";
import { ChangedMeanwhile } from "#database/database.ts";
import type { BothHands } from "#casework/four-eyes.ts";
import type { Transaction } from "#database/database.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";

const shape = administratorRequest.extend({
  requested: z.string().transform((text) => requestedShape.parse(JSON.parse(text))),
  /** Whether it is known whose account is concerned. */
  concernedNamed: z.boolean(),
});
export type RequestRow = z.output<typeof shape>;

export type By = { accountId: string; name: string; at: string };

export async function addRequest(
  trx: Transaction,
  {
    id,
    requested,
    concerned,
    reason,
    by,
  }: { id: string; requested: Requested; concerned: string | null; reason: string; by: By },
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO administrator_request (jurisdiction_id, id, kind, concerned, content, reason, asked_by, asked_by_name, asked_at)
      VALUES (${trx.jurisdictionId}, ${id}, ${requested.kind}, ${concerned}, ${canonicalJson(requested)}, ${reason}, ${by.accountId}, ${by.name}, ${by.at})`,
  );
}

export async function findRequest(trx: Transaction, id: string): Promise<RequestRow | null> {
  return rowOf(trx, shape, sql`${requests(trx)} AND r.id = ${id}`);
}

/** Those that wait, oldest first, then the latest decided; at most 200 of each. */
export async function listRequests(trx: Transaction): Promise<RequestRow[]> {
  const waiting = await rowsOf(trx, shape, sql`${requests(trx)} AND d.at IS NULL ORDER BY r.asked_at, r.id LIMIT 200`);
  const decided = await rowsOf(
    trx,
    shape,
    sql`${requests(trx)} AND d.at IS NOT NULL ORDER BY d.at DESC, r.id LIMIT 50`,
  );
  return [...waiting, ...decided];
}

/** Throws a retryable error when somebody else decided meanwhile. */
export async function addDecision(
  trx: Transaction,
  { requestId, askedBy, concerned }: RequestRow,
  { approved, by, first, second }: { approved: boolean; by: By } & BothHands,
): Promise<void> {
  const added = await run(
    trx,
    sql`INSERT INTO administrator_decision (jurisdiction_id, request_id, asked_by, concerned, approved, by, by_name, at, first_persons, second_persons)
      VALUES (${trx.jurisdictionId}, ${requestId}, ${askedBy}, ${concerned}, ${approved}, ${by.accountId}, ${by.name}, ${by.at},
        wenze_persons_of(${[...first]}::text[]), wenze_persons_of(${[...second]}::text[]))
      ON CONFLICT DO NOTHING`,
  );
  if (added !== 1) throw new ChangedMeanwhile(`the request ${requestId} was decided meanwhile`);
}

function requests(trx: Transaction) {
  return sql`SELECT r.id AS "requestId", r.content AS requested, r.concerned, a.account, a.name, a.person_id IS NOT NULL AS "concernedNamed",
      r.reason, r.asked_by AS "askedBy", r.asked_by_name AS "askedByName",
      r.asked_at AS "askedAt", d.approved, d.by_name AS "decidedByName", d.at AS "decidedAt"
    FROM administrator_request AS r
    LEFT JOIN administrator_decision AS d ON d.jurisdiction_id = r.jurisdiction_id AND d.request_id = r.id
    LEFT JOIN account AS a ON a.jurisdiction_id = r.jurisdiction_id AND a.id = r.concerned
    WHERE r.jurisdiction_id = ${trx.jurisdictionId}`;
}

// The vault of reporters: sealed identities, and who asked, approved and until when.
import { sql } from "kysely";
import { z } from "zod";
import { sealedRequest } from "../contract/reporters.ts";
import type { BothHands } from "#casework/four-eyes.ts";
import type { Transaction } from "#database/database.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";

export async function addReporter(
  trx: Transaction,
  reporter: { leadId: string; sealed: string; at: string; sealedBy: string },
): Promise<void> {
  const { leadId, sealed, at, sealedBy } = reporter;
  await run(
    trx,
    sql`INSERT INTO reporter_note (jurisdiction_id, lead_id, at, sealed_by) VALUES (${trx.jurisdictionId}, ${leadId}, ${at}, ${sealedBy})`,
  );
  await run(
    trx,
    sql`INSERT INTO reporter_identity (jurisdiction_id, lead_id, sealed) VALUES (${trx.jurisdictionId}, ${leadId}, ${sealed})`,
  );
}

const noteShape = z.object({ at: z.string() });

/** When the identity was sealed; null when the lead has none. */
export async function reporterNoteOf(trx: Transaction, leadId: string): Promise<{ at: string } | null> {
  return rowOf(
    trx,
    noteShape,
    sql`SELECT at FROM reporter_note WHERE jurisdiction_id = ${trx.jurisdictionId} AND lead_id = ${leadId}`,
  );
}

const sealedShape = z.object({ sealed: z.string() });

/** The sealed identity: row-level security gives it only to an account that was granted it. */
export async function sealedReporterOf(trx: Transaction, leadId: string): Promise<string | null> {
  const row = await rowOf(
    trx,
    sealedShape,
    sql`SELECT sealed FROM reporter_identity WHERE jurisdiction_id = ${trx.jurisdictionId} AND lead_id = ${leadId}`,
  );
  return row?.sealed ?? null;
}

export async function addReporterRequest(
  trx: Transaction,
  request: {
    id: string;
    leadId: string;
    requestedBy: string;
    requestedBehalf: string | null;
    at: string;
    reasons: string;
    hours: number;
  },
): Promise<void> {
  const { id, leadId, requestedBy, requestedBehalf, at, reasons, hours } = request;
  await run(
    trx,
    sql`INSERT INTO reporter_request (jurisdiction_id, id, lead_id, requested_by, requested_behalf, at, reasons, hours)
      VALUES (${trx.jurisdictionId}, ${id}, ${leadId}, ${requestedBy}, ${requestedBehalf}, ${at}, ${reasons}, ${hours})`,
  );
}

/** False when it was answered already. */
export async function addReporterAnswer(
  trx: Transaction,
  request: { id: string; leadId: string; requestedBy: string },
  answer: { answeredBy: string; at: string; approved: boolean; reasons: string; until: string | null } & BothHands,
): Promise<boolean> {
  const { answeredBy, at, approved, reasons, until, first, second } = answer;
  const added = await run(
    trx,
    sql`INSERT INTO reporter_answer (jurisdiction_id, request_id, lead_id, requested_by, answered_by, at, approved, reasons, until,
        first_persons, second_persons)
      VALUES (${trx.jurisdictionId}, ${request.id}, ${request.leadId}, ${request.requestedBy}, ${answeredBy}, ${at}, ${approved}, ${reasons}, ${until},
        wenze_persons_of(${[...first]}::text[]), wenze_persons_of(${[...second]}::text[]))
      ON CONFLICT DO NOTHING`,
  );
  return added === 1;
}

const shape = sealedRequest.extend({ leadId: z.string(), requestedBy: z.string() });
export type ReporterRequest = z.output<typeof shape>;

const columns = sql`r.id, r.lead_id AS "leadId", r.requested_by AS "requestedBy", asker.name AS "requestedByName", r.at, r.reasons, r.hours,
  a.approved, answerer.name AS "answeredByName", a.at AS "answeredAt", a.reasons AS "answerReasons", a.until`;
const joined = sql`reporter_request AS r
  JOIN account AS asker ON asker.jurisdiction_id = r.jurisdiction_id AND asker.id = r.requested_by
  LEFT JOIN reporter_answer AS a ON a.jurisdiction_id = r.jurisdiction_id AND a.request_id = r.id
  LEFT JOIN account AS answerer ON answerer.jurisdiction_id = r.jurisdiction_id AND answerer.id = a.answered_by`;

/** The latest requests on one lead, at most 50. */
export async function reporterRequestsOf(trx: Transaction, leadId: string): Promise<ReporterRequest[]> {
  return rowsOf(
    trx,
    shape,
    sql`SELECT ${columns} FROM ${joined}
      WHERE r.jurisdiction_id = ${trx.jurisdictionId} AND r.lead_id = ${leadId} ORDER BY r.at DESC, r.id LIMIT 50`,
  );
}

export async function reporterRequest(trx: Transaction, leadId: string, id: string): Promise<ReporterRequest | null> {
  return rowOf(
    trx,
    shape,
    sql`SELECT ${columns} FROM ${joined}
      WHERE r.jurisdiction_id = ${trx.jurisdictionId} AND r.lead_id = ${leadId} AND r.id = ${id}`,
  );
}

const awaitingShape = z.object({ leadId: z.string(), at: z.string() });

/** Leads with a request that nobody has answered, oldest first, at most `limit`; not those that these accounts asked. */
export async function leadsAwaitingAnswer(
  trx: Transaction,
  accountIds: readonly string[],
  limit: number,
): Promise<{ leadId: string; at: string }[]> {
  return rowsOf(
    trx,
    awaitingShape,
    sql`SELECT r.lead_id AS "leadId", min(r.at) AS at FROM ${joined}
      WHERE r.jurisdiction_id = ${trx.jurisdictionId} AND a.request_id IS NULL AND r.requested_by <> ALL (${[...accountIds]}::text[])
      GROUP BY r.lead_id ORDER BY min(r.at) LIMIT ${limit}`,
  );
}

// Requests to use somebody again (重新任用), derived from the events of cases.
import { sql } from "kysely";
import { z } from "zod";
import { reuseRow } from "../contract/reuses.ts";
import type { ReuseRow } from "../contract/reuses.ts";
import type { Actor } from "#casework/actor.ts";
import type { Matter } from "#casework/replay.ts";
import type { Transaction } from "#database/database.ts";
import type { Row } from "./derived-rows.ts";
import { countBound, countOf, countShape, cut, keyDay, readKey } from "#database/page.ts";
import type { Counted, Page } from "#database/page.ts";
import { readableMatters } from "./reading.ts";
import { rowOf, rowsOf } from "#database/rows.ts";

/** The rows that one matter leaves. */
export function reuseRowsOf(matter: Matter | null): Row[] {
  if (matter?.kind !== "case") return [];
  return matter.subjects.flatMap(({ subject, reuses }) =>
    reuses.map(({ seq, on, purpose, organizationName, post, level, decided }) => ({
      matter_id: matter.id,
      seq,
      subject_id: subject.id,
      person_id: subject.registryId,
      case_number: matter.number,
      requested_on: on,
      purpose,
      organization_name: organizationName,
      post,
      level,
      decided_on: decided?.on ?? null,
      approved: decided?.approved ?? null,
      document_number: decided?.documentNumber ?? null,
    })),
  );
}

const byDay = z.tuple([keyDay, z.string(), z.int()]);

/** Requests in cases that this actor may read, the latest first; of one person, or only the undecided, where asked. Never the actor's own. */
export async function listReuses(
  trx: Transaction,
  actor: Actor,
  asked: { personId: string | null; undecided: boolean } & Page,
): Promise<Counted<ReuseRow>> {
  const reach = readableMatters(actor, "case", trx.jurisdictionId);
  if (reach === null) return { rows: [], next: null, count: countOf(0) };
  const wanted = sql`r.jurisdiction_id = ${trx.jurisdictionId} AND ${reach}
    AND ${asked.personId === null ? sql`true` : sql`r.person_id IN (SELECT f.id FROM person AS f WHERE f.jurisdiction_id = ${trx.jurisdictionId} AND (f.id = ${asked.personId} OR f.merged_into = ${asked.personId}))`}
    AND ${asked.undecided ? sql`r.decided_on IS NULL` : sql`true`}`;
  const joined = sql`FROM reuse_requested AS r
    JOIN matter AS m ON m.jurisdiction_id = r.jurisdiction_id AND m.id = r.matter_id
    JOIN person AS p ON p.jurisdiction_id = r.jurisdiction_id AND p.id = r.person_id`;
  const key = readKey(asked.after, byDay);
  const rows = await rowsOf(
    trx,
    reuseRow,
    sql`SELECT r.matter_id AS "matterId", r.seq, r.person_id AS "personId", p.name AS "personName", r.case_number AS "caseNumber",
        r.requested_on AS "requestedOn", r.purpose, r.organization_name AS "organizationName", r.post, r.level,
        (SELECT max(c.given_on) FROM consent_given AS c WHERE c.jurisdiction_id = r.jurisdiction_id AND c.matter_id = r.matter_id
          AND c.subject_id = r.subject_id) AS "consentOn",
        r.decided_on AS "decidedOn", r.approved, r.document_number AS "documentNumber"
      ${joined} WHERE ${wanted}
        AND ${key === null ? sql`true` : sql`(r.requested_on, r.matter_id, r.seq) < (${key[0]}::date, ${key[1]}::text, ${key[2]}::integer)`}
      ORDER BY r.requested_on DESC, r.matter_id DESC, r.seq DESC LIMIT ${asked.limit + 1}`,
  );
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (SELECT 1 ${joined} WHERE ${wanted} LIMIT ${countBound + 1}) AS bounded`,
  );
  const page = cut(rows, asked.limit, (row) => [row.requestedOn, row.matterId, row.seq]);
  return { ...page, count: countOf(counted?.count ?? 0) };
}

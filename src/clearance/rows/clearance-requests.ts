// Requests for clearance (征求廉政意见) and their lines, as they came in. Rows are added and never changed.
import { sql } from "kysely";
import { z } from "zod";
import { requestRow } from "../contract/clearance.ts";
import type { Transaction } from "#database/database.ts";
import { countBound, countOf, countShape, cut, readKey } from "#database/page.ts";
import type { Counted, Page } from "#database/page.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";
import { wordsOf } from "#database/search.ts";

const shape = requestRow.extend({ enteredBy: z.string() });
export type ClearanceRequest = z.output<typeof shape>;

const lineShape = z.object({
  line: z.int(),
  name: z.string(),
  unit: z.string(),
  idNumberMasked: z.string(),
  fingerprint: z.string(),
  toLevel: z.string().nullable(),
});

/** A line as it was asked. The ID number only masked and as its keyed fingerprint; both empty where none was given. */
export type ClearanceLine = z.output<typeof lineShape>;

export async function addRequest(
  trx: Transaction,
  request: ClearanceRequest & { ordinal: number; key: string; content: string },
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO clearance_request (jurisdiction_id, id, number, year, ordinal, requester, contact, requester_document, purpose, purpose_text,
        on_date, for_year, names, entered_by, entered_name, entered_at, request_key, content)
      VALUES (${trx.jurisdictionId}, ${request.requestId}, ${request.number}, ${Number(request.enteredAt.slice(0, 4))}, ${request.ordinal},
        ${request.requester}, ${request.contact}, ${request.requesterDocument}, ${request.purpose}, ${request.purposeText},
        ${request.date}::date, ${request.year}, ${request.names}, ${request.enteredBy}, ${request.enteredName}, ${request.enteredAt},
        ${request.key}, ${request.content})`,
  );
}

const madeShape = z.object({ requestId: z.string(), number: z.string(), content: z.string() });

/** The request that was entered with this key, and the hash of its content; null when there is none. */
export async function requestOfKey(
  trx: Transaction,
  enteredBy: string,
  key: string,
): Promise<{ requestId: string; number: string; content: string } | null> {
  return rowOf(
    trx,
    madeShape,
    sql`SELECT id AS "requestId", number, content FROM clearance_request
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND entered_by = ${enteredBy} AND request_key = ${key}`,
  );
}

export async function addLines(trx: Transaction, requestId: string, lines: readonly ClearanceLine[]): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO clearance_line (jurisdiction_id, request_id, line, name, unit, id_number_masked, id_number_fingerprint, to_level)
      SELECT ${trx.jurisdictionId}::text, ${requestId}::text, new.*
      FROM unnest(${lines.map((one) => one.line)}::integer[], ${lines.map((one) => one.name)}::text[], ${lines.map((one) => one.unit)}::text[],
        ${lines.map((one) => one.idNumberMasked)}::text[], ${lines.map((one) => one.fingerprint)}::text[], ${lines.map((one) => one.toLevel)}::text[]) AS new`,
  );
}

/** Lines of a request after one line, in order. */
export async function linesAfter(
  trx: Transaction,
  requestId: string,
  after: number,
  limit: number,
): Promise<ClearanceLine[]> {
  return rowsOf(trx, lineShape, sql`${linesIn(trx, requestId)} AND line > ${after} ORDER BY line LIMIT ${limit}`);
}

/** Lines with these numbers, in order; numbers without a line are left out. */
export async function linesNamed(
  trx: Transaction,
  requestId: string,
  lines: readonly number[],
): Promise<ClearanceLine[]> {
  return rowsOf(trx, lineShape, sql`${linesIn(trx, requestId)} AND line = ANY(${[...lines]}::integer[]) ORDER BY line`);
}

function linesIn(trx: Transaction, requestId: string) {
  return sql`SELECT line, name, unit, id_number_masked AS "idNumberMasked", id_number_fingerprint AS fingerprint, to_level AS "toLevel"
    FROM clearance_line WHERE jurisdiction_id = ${trx.jurisdictionId} AND request_id = ${requestId}`;
}

export async function findRequest(trx: Transaction, requestId: string): Promise<ClearanceRequest | null> {
  return rowOf(trx, shape, sql`SELECT ${columns} FROM clearance_request AS r ${mine(trx)} AND r.id = ${requestId}`);
}

const byTime = z.tuple([z.string(), z.string()]);

/** Requests whose number, requester or purpose holds the words, latest first. `except`: persons; requests that answer about one of them are left out. */
export async function listRequests(
  trx: Transaction,
  asked: { query: string; except: readonly string[] } & Page,
): Promise<Counted<ClearanceRequest>> {
  const words = wordsOf(asked.query);
  const wanted = sql`${notOf(asked.except)} AND ${
    words.length === 0
      ? sql`true`
      : sql.join(
          words.map((word) => sql`strpos(lower(r.number || ' ' || r.requester || ' ' || r.purpose_text), ${word}) > 0`),
          sql` AND `,
        )
  }`;
  const key = readKey(asked.after, byTime);
  const rows = await rowsOf(
    trx,
    shape,
    sql`SELECT ${columns} FROM clearance_request AS r ${mine(trx)} AND ${wanted}
      AND ${key === null ? sql`true` : sql`(r.entered_at, r.id) < (${key[0]}, ${key[1]})`}
      ORDER BY r.entered_at DESC, r.id DESC LIMIT ${asked.limit + 1}`,
  );
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (SELECT FROM clearance_request AS r ${mine(trx)} AND ${wanted} LIMIT ${countBound + 1}) AS bounded`,
  );
  return { ...cut(rows, asked.limit, (row) => [row.enteredAt, row.requestId]), count: countOf(counted?.count ?? 0) };
}

const answeredLineShape = z.object({ line: z.int() });

/** Whether the request answers about one of these persons. */
export async function isAbout(trx: Transaction, requestId: string, personIds: readonly string[]): Promise<boolean> {
  if (personIds.length === 0) return false;
  const found = await rowsOf(
    trx,
    answeredLineShape,
    sql`SELECT line FROM clearance_answer
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND request_id = ${requestId} AND person_id = ANY(${[...personIds]}::text[]) LIMIT 1`,
  );
  return found.length > 0;
}

const columns = sql`r.id AS "requestId", r.number, r.requester, r.contact, r.requester_document AS "requesterDocument", r.purpose,
  r.purpose_text AS "purposeText", r.on_date AS date, r.for_year AS year, r.names, r.entered_by AS "enteredBy", r.entered_name AS "enteredName",
  r.entered_at AS "enteredAt"`;

function mine(trx: Transaction) {
  return sql`WHERE r.jurisdiction_id = ${trx.jurisdictionId}`;
}

function notOf(personIds: readonly string[]) {
  return personIds.length === 0
    ? sql`true`
    : sql`NOT EXISTS (SELECT FROM clearance_answer AS a WHERE a.jurisdiction_id = r.jurisdiction_id AND a.request_id = r.id
        AND a.person_id = ANY(${[...personIds]}::text[]))`;
}

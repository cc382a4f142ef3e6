// Reply letters with their signatures, number and end, and what has arisen since. Rows are added and never changed.
import { sql } from "kysely";
import { z } from "zod";
import { signingOffices } from "../rules/reply-letters.ts";
import type { SigningOffice } from "../rules/reply-letters.ts";
import type { BothHands } from "#casework/four-eyes.ts";
import type { Transaction } from "#database/database.ts";
import { countBound, countOf, countShape, cut, readKey } from "#database/page.ts";
import type { Counted, Page } from "#database/page.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";

const signature = z.object({
  office: z.enum(signingOffices),
  agreed: z.boolean(),
  reasons: z.string(),
  signedBy: z.string(),
  signedBehalf: z.string().nullable(),
  signedName: z.string(),
  signedAt: z.string(),
});
const shape = z.object({
  letterId: z.string(),
  requestId: z.string(),
  requestNumber: z.string(),
  requester: z.string(),
  round: z.int(),
  validUntil: z.string(),
  content: z.string(),
  draftedBy: z.string(),
  draftedBehalf: z.string().nullable(),
  draftedName: z.string(),
  draftedAt: z.string(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  issuedName: z.string().nullable(),
  ended: z.enum(["withdrawn", "void", "revoked"]).nullable(),
  endedOn: z.string().nullable(),
  endReason: z.string().nullable(),
  endedName: z.string().nullable(),
  signatures: z.array(signature),
  concerns: z.array(z.int()),
});
export type StoredLetter = z.output<typeof shape>;

const selected = sql`SELECT l.id AS "letterId", l.request_id AS "requestId", r.number AS "requestNumber", r.requester, l.round,
    l.valid_until AS "validUntil", l.content, l.drafted_by AS "draftedBy", l.drafted_behalf AS "draftedBehalf", l.drafted_name AS "draftedName", l.drafted_at AS "draftedAt",
    i.number, i.issued_on AS "issuedOn", i.issued_name AS "issuedName",
    e.kind AS ended, e.ended_on AS "endedOn", e.reason AS "endReason", e.ended_name AS "endedName",
    coalesce((SELECT jsonb_agg(jsonb_build_object('office', s.office, 'agreed', s.agreed, 'reasons', s.reasons, 'signedBy', s.signed_by,
        'signedBehalf', s.signed_behalf,
        'signedName', s.signed_name, 'signedAt', s.signed_at) ORDER BY s.signed_at)
      FROM letter_signature AS s WHERE s.jurisdiction_id = l.jurisdiction_id AND s.letter_id = l.id), '[]') AS signatures,
    ARRAY(SELECT DISTINCT c.line FROM letter_concern AS c WHERE c.jurisdiction_id = l.jurisdiction_id AND c.letter_id = l.id ORDER BY c.line LIMIT 200) AS concerns
  FROM reply_letter AS l
    JOIN clearance_request AS r ON r.jurisdiction_id = l.jurisdiction_id AND r.id = l.request_id
    LEFT JOIN letter_issue AS i ON i.jurisdiction_id = l.jurisdiction_id AND i.letter_id = l.id
    LEFT JOIN letter_end AS e ON e.jurisdiction_id = l.jurisdiction_id AND e.letter_id = l.id
  WHERE l.jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), '')`;

export async function findLetter(trx: Transaction, letterId: string): Promise<StoredLetter | null> {
  return rowOf(trx, shape, sql`${selected} AND l.id = ${letterId}`);
}

/** Letters of a request, latest first. */
export async function lettersOf(trx: Transaction, requestId: string): Promise<StoredLetter[]> {
  return rowsOf(trx, shape, sql`${selected} AND l.request_id = ${requestId} ORDER BY l.drafted_at DESC, l.id LIMIT 50`);
}

const byTime = z.tuple([z.string(), z.string()]);

/** Letters, latest first. `concerned`: only letters in force with a line that would be answered otherwise now. `except`: persons; letters about one of them are left out. */
export async function listLetters(
  trx: Transaction,
  asked: { concerned: boolean; except: readonly string[] } & Page,
): Promise<Counted<StoredLetter>> {
  const own =
    asked.except.length === 0
      ? sql`true`
      : sql`NOT EXISTS (SELECT FROM clearance_answer AS a
          WHERE a.jurisdiction_id = l.jurisdiction_id AND a.request_id = l.request_id AND a.person_id = ANY(${[...asked.except]}::text[]))`;
  const wanted = asked.concerned
    ? sql`${own} AND i.letter_id IS NOT NULL AND e.letter_id IS NULL
        AND EXISTS (SELECT FROM letter_concern AS c WHERE c.jurisdiction_id = l.jurisdiction_id AND c.letter_id = l.id)`
    : own;
  const key = readKey(asked.after, byTime);
  const rows = await rowsOf(
    trx,
    shape,
    sql`${selected} AND ${wanted} AND ${key === null ? sql`true` : sql`(l.drafted_at, l.id) < (${key[0]}, ${key[1]})`}
      ORDER BY l.drafted_at DESC, l.id DESC LIMIT ${asked.limit + 1}`,
  );
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (${selected} AND ${wanted} LIMIT ${countBound + 1}) AS bounded`,
  );
  return { ...cut(rows, asked.limit, (row) => [row.draftedAt, row.letterId]), count: countOf(counted?.count ?? 0) };
}

export async function addLetter(
  trx: Transaction,
  letter: Pick<
    StoredLetter,
    | "letterId"
    | "requestId"
    | "round"
    | "validUntil"
    | "content"
    | "draftedBy"
    | "draftedBehalf"
    | "draftedName"
    | "draftedAt"
  >,
  persons: readonly { line: number; personId: string; digest: string }[],
): Promise<void> {
  const { letterId, requestId, round, validUntil, content, draftedBy, draftedBehalf, draftedName, draftedAt } = letter;
  await run(
    trx,
    sql`INSERT INTO reply_letter (jurisdiction_id, id, request_id, round, valid_until, content, drafted_by, drafted_behalf,
        drafted_name, drafted_at)
      VALUES (${trx.jurisdictionId}, ${letterId}, ${requestId}, ${round}, ${validUntil}::date, ${content}, ${draftedBy}, ${draftedBehalf},
        ${draftedName}, ${draftedAt})`,
  );
  await run(
    trx,
    sql`INSERT INTO letter_person (jurisdiction_id, letter_id, line, person_id, digest)
      SELECT ${trx.jurisdictionId}::text, ${letterId}::text, new.*
      FROM unnest(${persons.map((one) => one.line)}::integer[], ${persons.map((one) => one.personId)}::text[], ${persons.map((one) => one.digest)}::text[]) AS new`,
  );
}

export async function signLetter(
  trx: Transaction,
  { letterId, draftedBy }: Pick<StoredLetter, "letterId" | "draftedBy">,
  signed: {
    office: SigningOffice;
    agreed: boolean;
    reasons: string;
    by: string;
    behalf: string | null;
    name: string;
    at: string;
  } & BothHands,
): Promise<void> {
  const { office, agreed, reasons, by, behalf, name, at, first, second } = signed;
  await run(
    trx,
    sql`INSERT INTO letter_signature (jurisdiction_id, letter_id, office, agreed, reasons, drafted_by, signed_by, signed_behalf,
        signed_name, signed_at, first_persons, second_persons)
      VALUES (${trx.jurisdictionId}, ${letterId}, ${office}, ${agreed}, ${reasons}, ${draftedBy}, ${by}, ${behalf},
        ${name}, ${at}, wenze_persons_of(${[...first]}::text[]), wenze_persons_of(${[...second]}::text[]))`,
  );
}

export async function addIssue(
  trx: Transaction,
  letterId: string,
  issued: { number: string; year: number; ordinal: number; on: string; by: string; name: string; at: string },
): Promise<void> {
  const { number, year, ordinal, on, by, name, at } = issued;
  await run(
    trx,
    sql`INSERT INTO letter_issue (jurisdiction_id, letter_id, number, year, ordinal, issued_on, issued_by, issued_name, issued_at)
      VALUES (${trx.jurisdictionId}, ${letterId}, ${number}, ${year}, ${ordinal}, ${on}::date, ${by}, ${name}, ${at})`,
  );
}

export async function endLetter(
  trx: Transaction,
  letterId: string,
  ended: { kind: "withdrawn" | "void" | "revoked"; reason: string; on: string; by: string; name: string; at: string },
): Promise<void> {
  const { kind, reason, on, by, name, at } = ended;
  await run(
    trx,
    sql`INSERT INTO letter_end (jurisdiction_id, letter_id, kind, reason, ended_on, ended_by, ended_name, ended_at)
      VALUES (${trx.jurisdictionId}, ${letterId}, ${kind}, ${reason}, ${on}::date, ${by}, ${name}, ${at})`,
  );
}

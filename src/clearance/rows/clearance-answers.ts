// What was answered to a request for clearance: choices, rounds with an answer for each line, confirmations. Rows are added and never changed.
import { sql } from "kysely";
import { z } from "zod";
import type { Transaction } from "#database/database.ts";
import { countShape, cut, readKey } from "#database/page.ts";
import type { Page, Paged } from "#database/page.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";

const choiceShape = z.object({
  line: z.int(),
  seq: z.int(),
  personId: z.string().nullable(),
  reason: z.string(),
  byName: z.string(),
  at: z.string(),
});
export type ClearanceChoice = z.output<typeof choiceShape>;

/** The latest choice of each line, by line; lines without a choice are left out. */
export async function choicesOf(
  trx: Transaction,
  requestId: string,
  lines: readonly number[],
): Promise<Map<number, ClearanceChoice>> {
  const rows = await rowsOf(
    trx,
    choiceShape,
    sql`SELECT DISTINCT ON (line) line, seq, person_id AS "personId", reason, by_name AS "byName", at FROM clearance_choice
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND request_id = ${requestId} AND line = ANY(${[...lines]}::integer[])
      ORDER BY line, seq DESC`,
  );
  return new Map(rows.map((row) => [row.line, row]));
}

/** Number of lines whose latest choice is not the person that the round answered. */
export async function countChoicesAfter(trx: Transaction, requestId: string, round: number): Promise<number> {
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (SELECT DISTINCT ON (line) line, person_id FROM clearance_choice
        WHERE jurisdiction_id = ${trx.jurisdictionId} AND request_id = ${requestId} ORDER BY line, seq DESC) AS c
      JOIN clearance_answer AS a ON a.jurisdiction_id = ${trx.jurisdictionId} AND a.request_id = ${requestId} AND a.round = ${round} AND a.line = c.line
      WHERE a.match NOT IN ('chosen', 'nobody-chosen') OR a.person_id IS DISTINCT FROM c.person_id`,
  );
  return counted?.count ?? 0;
}

export async function addChoices(
  trx: Transaction,
  requestId: string,
  choices: readonly (Pick<ClearanceChoice, "line" | "personId" | "reason"> & { seq: number })[],
  by: { accountId: string; name: string; at: string },
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO clearance_choice (jurisdiction_id, request_id, line, seq, person_id, reason, by_account, by_name, at)
      SELECT ${trx.jurisdictionId}::text, ${requestId}::text, new.*, ${by.accountId}::text, ${by.name}::text, ${by.at}::text
      FROM unnest(${choices.map((one) => one.line)}::integer[], ${choices.map((one) => one.seq)}::integer[],
        ${choices.map((one) => one.personId)}::text[], ${choices.map((one) => one.reason)}::text[]) AS new`,
  );
}

const summaryShape = z.record(z.string(), z.int());

const roundShape = z.object({
  round: z.int(),
  askedAt: z.string(),
  askedBy: z.string(),
  askedName: z.string(),
  law: z.string(),
  interpretations: z.int(),
  summary: z.string().transform((kept) => summaryShape.parse(JSON.parse(kept))),
  head: z.string(),
  hash: z.string(),
});
export type ClearanceRound = z.output<typeof roundShape>;
const roundColumns = sql`round, asked_at AS "askedAt", asked_by AS "askedBy", asked_name AS "askedName", law, interpretations, summary, head, hash`;

/** Rounds of a request, latest first. */
export async function roundsOf(trx: Transaction, requestId: string): Promise<ClearanceRound[]> {
  return rowsOf(
    trx,
    roundShape,
    sql`SELECT ${roundColumns} FROM clearance_round
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND request_id = ${requestId} ORDER BY round DESC LIMIT 200`,
  );
}

const latestRoundShape = roundShape.extend({ requestId: z.string() });

/** The latest round of each request, by request; a request never asked is left out. */
export async function latestRounds(
  trx: Transaction,
  requestIds: readonly string[],
): Promise<Map<string, ClearanceRound>> {
  const rows = await rowsOf(
    trx,
    latestRoundShape,
    sql`SELECT DISTINCT ON (request_id) request_id AS "requestId", ${roundColumns} FROM clearance_round
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND request_id = ANY(${[...requestIds]}::text[]) ORDER BY request_id, round DESC`,
  );
  return new Map(rows.map(({ requestId, ...round }) => [requestId, round]));
}

/** Called after the answers of the round: only then its summary and the hash of its receipt are known. */
export async function addRound(
  trx: Transaction,
  requestId: string,
  { round, askedAt, askedBy, askedName, law, interpretations, summary, head, hash }: ClearanceRound,
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO clearance_round (jurisdiction_id, request_id, round, asked_at, asked_by, asked_name, law, interpretations, summary, head, hash)
      VALUES (${trx.jurisdictionId}, ${requestId}, ${round}, ${askedAt}, ${askedBy}, ${askedName}, ${law}, ${interpretations},
        ${JSON.stringify(summary)}, ${head}, ${hash})`,
  );
}

/** `answer`, `registry` and `matters` are canonical JSON. */
export type StoredAnswer = {
  line: number;
  match: string;
  kind: string;
  personId: string | null;
  digest: string;
  answer: string;
  registry: string;
  matters: string;
};

export async function addAnswers(
  trx: Transaction,
  requestId: string,
  round: number,
  answers: readonly StoredAnswer[],
): Promise<void> {
  const text = (of: (one: StoredAnswer) => string | null) => sql`${answers.map(of)}::text[]`;
  await run(
    trx,
    sql`INSERT INTO clearance_answer (jurisdiction_id, request_id, round, line, match, kind, person_id, digest, answer, registry, matters)
      SELECT ${trx.jurisdictionId}::text, ${requestId}::text, ${round}::integer, new.*
      FROM unnest(${answers.map((one) => one.line)}::integer[], ${text((one) => one.match)}, ${text((one) => one.kind)}, ${text((one) => one.personId)},
        ${text((one) => one.digest)}, ${text((one) => one.answer)}, ${text((one) => one.registry)}, ${text((one) => one.matters)}) AS new`,
  );
}

const answerShape = z.object({
  line: z.int(),
  name: z.string(),
  unit: z.string(),
  idNumberMasked: z.string(),
  toLevel: z.string().nullable(),
  match: z.string(),
  kind: z.string(),
  personId: z.string().nullable(),
  digest: z.string(),
  answer: z.string(),
  registry: z.string(),
  matters: z.string(),
});
export type AnsweredLine = z.output<typeof answerShape>;

/** Answered lines of a round after one line, in order; `kinds` empty: all. The asked line is looked up by key: a join read all lines for each answer. */
export async function answersAfter(
  trx: Transaction,
  asked: { requestId: string; round: number; kinds: readonly string[]; after: number; limit: number },
): Promise<AnsweredLine[]> {
  const wanted = asked.kinds.length === 0 ? sql`true` : sql`a.kind = ANY(${[...asked.kinds]}::text[])`;
  return rowsOf(
    trx,
    answerShape,
    sql`SELECT a.line, l.name, l.unit, l.id_number_masked AS "idNumberMasked", l.to_level AS "toLevel", a.match, a.kind, a.person_id AS "personId",
        a.digest, a.answer, a.registry, a.matters
      FROM (SELECT * FROM clearance_answer AS a WHERE a.jurisdiction_id = ${trx.jurisdictionId} AND a.request_id = ${asked.requestId} AND a.round = ${asked.round}
          AND ${wanted} AND a.line > ${asked.after} ORDER BY a.line LIMIT ${asked.limit}) AS a
        CROSS JOIN LATERAL (SELECT one.name, one.unit, one.id_number_masked, one.to_level FROM clearance_line AS one
          WHERE one.jurisdiction_id = ${trx.jurisdictionId} AND one.request_id = ${asked.requestId} AND one.line = a.line LIMIT 1) AS l
      ORDER BY a.line`,
  );
}

const tailedShape = z.object({ tailed: z.boolean() });

/** Whether a line of the round was kept with the last four characters of an ID number, as all were before two were shown. */
export async function keepsTails(trx: Transaction, requestId: string, round: number): Promise<boolean> {
  const row = await rowOf(
    trx,
    tailedShape,
    sql`SELECT EXISTS (SELECT FROM clearance_line AS l WHERE l.jurisdiction_id = ${trx.jurisdictionId} AND l.request_id = ${requestId}
          AND l.id_number_masked LIKE '%**____' AND l.id_number_masked NOT LIKE '%****__')
        OR EXISTS (SELECT FROM clearance_answer AS a WHERE a.jurisdiction_id = ${trx.jurisdictionId} AND a.request_id = ${requestId}
          AND a.round = ${round} AND a.registry ~ '\\*\\*[0-9]{3}[0-9X]"') AS tailed`,
  );
  return row?.tailed ?? false;
}

const byLine = z.tuple([z.int()]);

/** One page of the answered lines of a round. */
export async function pageOfAnswers(
  trx: Transaction,
  { after, limit, ...asked }: { requestId: string; round: number; kinds: readonly string[] } & Page,
): Promise<Paged<AnsweredLine>> {
  const key = readKey(after, byLine);
  const rows = await answersAfter(trx, { ...asked, after: key?.[0] ?? 0, limit: limit + 1 });
  return cut(rows, limit, ({ line }) => [line]);
}

const confirmationShape = z.object({
  line: z.int(),
  seq: z.int(),
  digest: z.string(),
  barred: z.boolean(),
  reason: z.string(),
  byAccount: z.string(),
  byName: z.string(),
  at: z.string(),
});
export type ClearanceConfirmation = z.output<typeof confirmationShape>;

/** The latest confirmation of each line, by line; lines without one are left out. `lines` null: all lines. */
export async function confirmationsOf(
  trx: Transaction,
  requestId: string,
  lines: readonly number[] | null,
): Promise<Map<number, ClearanceConfirmation>> {
  const rows = await rowsOf(
    trx,
    confirmationShape,
    sql`SELECT DISTINCT ON (line) line, seq, digest, barred, reason, by_account AS "byAccount", by_name AS "byName", at FROM clearance_confirmation
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND request_id = ${requestId}
        AND ${lines === null ? sql`true` : sql`line = ANY(${[...lines]}::integer[])`}
      ORDER BY line, seq DESC`,
  );
  return new Map(rows.map((row) => [row.line, row]));
}

export async function addConfirmation(
  trx: Transaction,
  requestId: string,
  { line, seq, digest, barred, reason, byAccount, byName, at }: ClearanceConfirmation,
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO clearance_confirmation (jurisdiction_id, request_id, line, seq, digest, barred, reason, by_account, by_name, at)
      VALUES (${trx.jurisdictionId}, ${requestId}, ${line}, ${seq}, ${digest}, ${barred}, ${reason}, ${byAccount}, ${byName}, ${at})`,
  );
}

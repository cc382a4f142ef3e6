// Statements that a history is complete, with who entered and who confirmed them; and who came from elsewhere. Rows are added and never changed.
import { sql } from "kysely";
import { z } from "zod";
import type { Arrival, History, Statement } from "../rules/history.ts";
import type { BothHands } from "#casework/four-eyes.ts";
import { touch } from "#database/bound.ts";
import type { Transaction } from "#database/database.ts";
import { withMerged } from "#registry/rows/families.ts";
import { countBound, countOf, countShape, cut, readKey } from "#database/page.ts";
import type { Count, Page, Paged } from "#database/page.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";

const text = z.string();
const nullable = z.string().nullable();

const selected = (trx: Transaction) =>
  sql`SELECT s.id, s.since, s.arrival_id, a.person_id, s.entered, s.basis, s.entered_at, s.entered_by, s.entered_name,
      c.confirmed, c.reasons, c.signed_at, c.signed_by, c.signed_name
    FROM history_statement AS s
      LEFT JOIN person_arrival AS a ON a.jurisdiction_id = s.jurisdiction_id AND a.id = s.arrival_id
      LEFT JOIN history_confirmation AS c ON c.jurisdiction_id = s.jurisdiction_id AND c.statement_id = s.id
    WHERE s.jurisdiction_id = ${trx.jurisdictionId}`;

const shape = z
  .object({
    id: text,
    since: nullable,
    arrival_id: nullable,
    person_id: nullable,
    entered: text,
    basis: text,
    entered_at: text,
    entered_by: text,
    entered_name: text,
    confirmed: z.boolean().nullable(),
    reasons: nullable,
    signed_at: nullable,
    signed_by: nullable,
    signed_name: nullable,
  })
  .transform((row): Statement => ({
    id: row.id,
    of:
      row.since === null
        ? { type: "arrival", arrivalId: row.arrival_id ?? "" }
        : { type: "district", since: row.since },
    personId: row.person_id,
    entered: row.entered,
    basis: row.basis,
    enteredAt: row.entered_at,
    enteredBy: row.entered_by,
    enteredName: row.entered_name,
    confirmation:
      row.confirmed === null
        ? null
        : {
            confirmed: row.confirmed,
            reasons: row.reasons ?? "",
            signedAt: row.signed_at ?? "",
            signedBy: row.signed_by ?? "",
            signedName: row.signed_name ?? "",
          },
  }));

/** So many statements are read: a district states its history a few times in a decade. */
const maxStatements = 200;

/** Of the district's own history, the latest entered first. */
export async function districtStatements(trx: Transaction): Promise<Statement[]> {
  return rowsOf(
    trx,
    shape,
    sql`${selected(trx)} AND s.since IS NOT NULL ORDER BY s.entered_at DESC, s.id LIMIT ${maxStatements}`,
  );
}

/** On the arrivals of these persons, the latest entered first. */
export async function arrivalStatements(trx: Transaction, personIds: readonly string[]): Promise<Statement[]> {
  return rowsOf(
    trx,
    shape,
    sql`${selected(trx)} AND a.person_id = ANY(${[...personIds]}::text[]) ORDER BY s.entered_at DESC, s.id`,
  );
}

export async function findStatement(trx: Transaction, id: string): Promise<Statement | null> {
  return rowOf(trx, shape, sql`${selected(trx)} AND s.id = ${id}`);
}

/** `enteredBehalf`: the account in whose role it is entered, where by delegation. */
export async function addStatement(
  trx: Transaction,
  statement: Omit<Statement, "personId" | "confirmation"> & { enteredBehalf: string | null },
) {
  const { id, of, entered, basis, enteredAt, enteredBy, enteredName, enteredBehalf } = statement;
  await run(
    trx,
    sql`INSERT INTO history_statement (jurisdiction_id, id, since, arrival_id, entered, basis, entered_at, entered_by, entered_name, entered_behalf)
      VALUES (${trx.jurisdictionId}, ${id}, ${of.type === "district" ? of.since : null}::date, ${of.type === "arrival" ? of.arrivalId : null},
        ${entered}, ${basis}, ${enteredAt}, ${enteredBy}, ${enteredName}, ${enteredBehalf})`,
  );
  touch(trx, "history_statement", [id]);
}

export async function addConfirmation(
  trx: Transaction,
  { id, enteredBy }: Pick<Statement, "id" | "enteredBy">,
  confirmation: NonNullable<Statement["confirmation"]>,
  { first, second }: BothHands,
): Promise<void> {
  const { confirmed, reasons, signedAt, signedBy, signedName } = confirmation;
  await run(
    trx,
    sql`INSERT INTO history_confirmation (jurisdiction_id, statement_id, confirmed, reasons, entered_by, signed_at, signed_by, signed_name,
        first_persons, second_persons)
      VALUES (${trx.jurisdictionId}, ${id}, ${confirmed}, ${reasons}, ${enteredBy}, ${signedAt}, ${signedBy}, ${signedName},
        wenze_persons_of(${[...first]}::text[]), wenze_persons_of(${[...second]}::text[]))`,
  );
  touch(trx, "history_confirmation", [id]);
}

export async function addArrival(trx: Transaction, arrival: Arrival & { enteredBy: string }): Promise<void> {
  const { id, personId, on, fromUnit, enteredAt, enteredBy, enteredName } = arrival;
  await run(
    trx,
    sql`INSERT INTO person_arrival (jurisdiction_id, id, person_id, arrived_on, from_unit, entered_at, entered_by, entered_name)
      VALUES (${trx.jurisdictionId}, ${id}, ${personId}, ${on}::date, ${fromUnit}, ${enteredAt}, ${enteredBy}, ${enteredName})`,
  );
}

const arrivalRow = z.object({
  id: text,
  personId: text,
  on: text,
  fromUnit: text,
  enteredAt: text,
  enteredName: text,
});

const arrivals = (trx: Transaction) =>
  sql`SELECT a.id, a.person_id AS "personId", a.arrived_on AS "on", a.from_unit AS "fromUnit", a.entered_at AS "enteredAt", a.entered_name AS "enteredName"
    FROM person_arrival AS a WHERE a.jurisdiction_id = ${trx.jurisdictionId}`;

/** Of these persons, the latest entered first. */
export async function arrivalsOf(trx: Transaction, personIds: readonly string[]): Promise<Arrival[]> {
  return rowsOf(
    trx,
    arrivalRow,
    sql`${arrivals(trx)} AND a.person_id = ANY(${[...personIds]}::text[]) ORDER BY a.entered_at DESC, a.id`,
  );
}

export async function findArrival(trx: Transaction, id: string): Promise<Arrival | null> {
  return rowOf(trx, arrivalRow, sql`${arrivals(trx)} AND a.id = ${id}`);
}

/** No confirmed statement says that the earlier file was seen. Over person_arrival AS a. */
const unseen = sql`NOT EXISTS (SELECT FROM history_statement AS s JOIN history_confirmation AS c
    ON c.jurisdiction_id = s.jurisdiction_id AND c.statement_id = s.id
  WHERE s.jurisdiction_id = a.jurisdiction_id AND s.arrival_id = a.id AND c.confirmed)`;

const byEntry = z.tuple([z.string(), z.string()]);

/** Arrivals whose earlier file has not been seen, the earliest entered first. */
export async function listUnseen(trx: Transaction, asked: Page): Promise<Paged<Arrival>> {
  const key = readKey(asked.after, byEntry);
  const rows = await rowsOf(
    trx,
    arrivalRow,
    sql`${arrivals(trx)} AND ${unseen} AND ${key === null ? sql`true` : sql`(a.entered_at, a.id) > (${key[0]}, ${key[1]})`}
      ORDER BY a.entered_at, a.id LIMIT ${asked.limit + 1}`,
  );
  return cut(rows, asked.limit, (row) => [row.enteredAt, row.id]);
}

export async function countUnseen(trx: Transaction): Promise<Count> {
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (SELECT FROM person_arrival AS a WHERE a.jurisdiction_id = ${trx.jurisdictionId} AND ${unseen}
        LIMIT ${countBound + 1}) AS bounded`,
  );
  return countOf(counted?.count ?? 0);
}

/** Statements that nobody has confirmed or sent back. */
export async function countUnconfirmed(trx: Transaction): Promise<Count> {
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (SELECT FROM history_statement AS s WHERE s.jurisdiction_id = ${trx.jurisdictionId}
        AND NOT EXISTS (SELECT FROM history_confirmation AS c WHERE c.jurisdiction_id = s.jurisdiction_id AND c.statement_id = s.id)
        LIMIT ${countBound + 1}) AS bounded`,
  );
  return countOf(counted?.count ?? 0);
}

const sinceShape = z.object({ since: z.string() });
const personShape = z.object({ id: z.string() });

/** Since when the district's history is complete by the statement confirmed last; null while there is none. */
export async function historySince(trx: Transaction): Promise<string | null> {
  const found = await rowOf(
    trx,
    sinceShape,
    sql`SELECT s.since FROM history_confirmation AS c JOIN history_statement AS s ON s.jurisdiction_id = c.jurisdiction_id AND s.id = c.statement_id
      WHERE c.jurisdiction_id = ${trx.jurisdictionId} AND c.confirmed AND s.since IS NOT NULL ORDER BY c.signed_at DESC, s.id DESC LIMIT 1`,
  );
  return found?.since ?? null;
}

/** What is known of each person's history, those merged into them included. */
export async function knownHistories(
  trx: Transaction,
  personIds: readonly string[],
  merged: ReadonlyMap<string, string>,
): Promise<(personId: string) => History> {
  const since = await historySince(trx);
  const rows =
    personIds.length === 0
      ? []
      : await rowsOf(
          trx,
          personShape,
          sql`SELECT DISTINCT a.person_id AS id FROM person_arrival AS a WHERE a.jurisdiction_id = ${trx.jurisdictionId}
            AND a.person_id = ANY(${withMerged(merged, personIds)}::text[]) AND ${unseen}`,
        );
  const of = new Set(rows.map(({ id }) => merged.get(id) ?? id));
  return (personId) => ({ since, fileUnseen: of.has(merged.get(personId) ?? personId) });
}

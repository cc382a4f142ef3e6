// Close relatives (近亲属) in the personnel record: for recusal, so that nobody handles what concerns their family.
import { sql } from "kysely";
import { z } from "zod";
import { relativeShape } from "../contract.ts";
import type { Relative } from "../contract.ts";
import type { Transaction } from "#database/database.ts";
import { rowsOf, run } from "#database/rows.ts";

/** Writes or corrects one relative of a person. From then on each of the two, where they have accounts, is kept from the other's matters. */
export async function putRelative(
  trx: Transaction,
  personId: string,
  { relation, name, relativeId }: Relative,
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO person_relative (jurisdiction_id, person_id, relation, name, relative_id)
      VALUES (${trx.jurisdictionId}, ${personId}, ${relation}, ${name}, ${relativeId})
      ON CONFLICT (jurisdiction_id, person_id, relation, name) DO UPDATE SET relative_id = excluded.relative_id`,
  );
}

const relativeOfShape = relativeShape.extend({ personId: z.string() });

/** Of several at once, each with whose relative it is. */
export async function relativesOfPersons(
  trx: Transaction,
  personIds: readonly string[],
): Promise<(Relative & { personId: string })[]> {
  if (personIds.length === 0) return [];
  return rowsOf(
    trx,
    relativeOfShape,
    sql`SELECT person_id AS "personId", relation, name, relative_id AS "relativeId" FROM person_relative
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND person_id = ANY(${[...personIds]}::text[]) ORDER BY person_id, relation, name`,
  );
}

/** As recorded for this person, not the other way round. */
export async function relativesOf(trx: Transaction, personId: string): Promise<Relative[]> {
  return rowsOf(
    trx,
    relativeShape,
    sql`SELECT relation, name, relative_id AS "relativeId" FROM person_relative
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND person_id = ${personId} ORDER BY relation, name`,
  );
}

// Norms to decide: the decisions recorded on them, and of whom a measure or sanction is on record that one of them names.
import { sql } from "kysely";
import { z } from "zod";
import type { Transaction } from "#database/database.ts";
import { rowsOf } from "#database/rows.ts";

const idShape = z.object({ id: z.string() });

/** Records of persons, those merged read as the one they were merged into, with a measure or sanction of these kinds; at most `limit`, in the order of their ids. */
export async function personsWithKinds(
  trx: Transaction,
  { measures, sanctions }: { measures: readonly string[]; sanctions: readonly string[] },
  limit: number,
): Promise<string[]> {
  const of = (table: "measure_taken" | "sanction_taken", kinds: readonly string[]) =>
    sql`SELECT person_id FROM ${sql.table(table)} WHERE jurisdiction_id = ${trx.jurisdictionId} AND kind = ANY(${[...kinds]}::text[])`;
  const rows = await rowsOf(
    trx,
    idShape,
    sql`SELECT DISTINCT coalesce(p.merged_into, p.id) AS id FROM (${of("measure_taken", measures)} UNION ${of("sanction_taken", sanctions)}) AS t
        JOIN person AS p ON p.jurisdiction_id = ${trx.jurisdictionId} AND p.id = t.person_id
      ORDER BY 1 LIMIT ${limit}`,
  );
  return rows.map(({ id }) => id);
}

// All restrictions of a jurisdiction derived anew from its records, because the law by which they are counted has changed.
import { sql } from "kysely";
import { z } from "zod";
import { canonicalJson } from "#audit/canonical.ts";
import type { Law } from "#law/compile/law.ts";
import type { Transaction } from "#database/database.ts";
import { readRows, replaceRows } from "./derived-rows.ts";
import { noRecords, recordsOfPersons, restrictionRowsOf } from "#eligibility/rows/restrictions.ts";
import { rowsOf, run } from "#database/rows.ts";

/** Persons derived at a time. */
const batchSize = 500;

/** Writes only what changed. `persons`: how many were derived; `changed`: ids of those whose restrictions changed. */
export async function rederiveRestrictions(
  trx: Transaction,
  law: Law,
): Promise<{ persons: number; changed: string[] }> {
  const changed: string[] = [];
  let persons = 0;
  for (let after = ""; ;) {
    const ids = await personsOnRecord(trx, after, batchSize);
    const last = ids.at(-1);
    if (last === undefined) return { persons, changed };
    await run(
      trx,
      sql`SELECT FROM person WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ANY(${ids}::text[]) ORDER BY id FOR NO KEY UPDATE`,
    );
    const records = await recordsOfPersons(trx, ids);
    const stored = Map.groupBy(await readRows(trx, "restriction", ids), (row) => String(row["person_id"]));
    const other = ids.flatMap((id) => {
      const rows = restrictionRowsOf(law, id, records.get(id) ?? noRecords());
      return canonicalJson(stored.get(id) ?? []) === canonicalJson(rows) ? [] : [{ id, rows }];
    });
    if (other.length > 0)
      await replaceRows(
        trx,
        "restriction",
        other.map(({ id }) => id),
        other.flatMap(({ rows }) => rows),
      );
    changed.push(...other.map(({ id }) => id));
    persons += ids.length;
    after = last;
  }
}

const idShape = z.object({ id: z.string() });

/** Ids after `after`, in order: persons with a measure, sanction or restriction, and those into whom a record was merged. */
export async function personsOnRecord(trx: Transaction, after: string, limit: number): Promise<string[]> {
  const from = (table: "measure_taken" | "sanction_taken" | "restriction") =>
    sql`(SELECT DISTINCT person_id FROM ${sql.table(table)} WHERE jurisdiction_id = ${trx.jurisdictionId} AND person_id > ${after}
      ORDER BY person_id LIMIT ${limit})`;
  const rows = await rowsOf(
    trx,
    idShape,
    sql`SELECT person_id AS id FROM (${from("measure_taken")} UNION ${from("sanction_taken")} UNION ${from("restriction")}
        UNION (SELECT DISTINCT merged_into FROM person WHERE jurisdiction_id = ${trx.jurisdictionId} AND merged_into > ${after} ORDER BY merged_into LIMIT ${limit})) AS known
      ORDER BY person_id LIMIT ${limit}`,
  );
  return rows.map(({ id }) => id);
}

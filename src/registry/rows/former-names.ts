// Former names (曾用名): a person is found by them too.
import { sql } from "kysely";
import { z } from "zod";
import type { Transaction } from "#database/database.ts";
import type { Registration } from "./registration.ts";
import { rowsOf, run } from "#database/rows.ts";

const shape = z.object({ personId: z.string(), name: z.string(), until: z.string().nullable() });

/** `until` is the last day on which it was borne, where that is known. */
export type FormerName = z.output<typeof shape>;

/** Those that are there already stay. The caller indexes the persons anew. Answers with how many were new. */
export async function addFormerNames(
  trx: Transaction,
  names: readonly { personId: string; name: string; until?: string | null }[],
  { by, name, at, source }: Registration,
): Promise<number> {
  if (names.length === 0) return 0;
  return run(
    trx,
    sql`INSERT INTO former_name (jurisdiction_id, person_id, name, until_day, source, registered_by, registered_name, registered_at)
      SELECT ${trx.jurisdictionId}::text, new.*, ${source}::text, ${by}::text, ${name}::text, ${at}::text
      FROM unnest(${names.map((one) => one.personId)}::text[], ${names.map((one) => one.name)}::text[], ${names.map((one) => one.until ?? null)}::date[]) AS new
      ON CONFLICT DO NOTHING`,
  );
}

/** Also the names of the records merged into them. */
export async function formerNamesOf(trx: Transaction, personIds: readonly string[]): Promise<FormerName[]> {
  if (personIds.length === 0) return [];
  return rowsOf(
    trx,
    shape,
    sql`SELECT coalesce(p.merged_into, p.id) AS "personId", f.name, f.until_day AS until
      FROM person AS p JOIN former_name AS f ON f.jurisdiction_id = p.jurisdiction_id AND f.person_id = p.id
      WHERE p.jurisdiction_id = ${trx.jurisdictionId} AND (p.id = ANY(${[...personIds]}::text[]) OR p.merged_into = ANY(${[...personIds]}::text[]))
      ORDER BY f.until_day DESC NULLS LAST, f.name`,
  );
}

// Merged records: those merged into another are read as that other, and what is on record of either counts for it.
import { sql } from "kysely";
import { z } from "zod";
import type { Transaction } from "#database/database.ts";
import { rowsOf } from "#database/rows.ts";

const mergedShape = z.object({ id: z.string(), into: z.string() });

/** Every record that is merged into another, with that other, always the last of a chain. There are few. */
export async function mergedRecords(trx: Transaction): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf(
    trx,
    mergedShape,
    sql`SELECT id, merged_into AS "into" FROM person WHERE jurisdiction_id = ${trx.jurisdictionId} AND merged_into IS NOT NULL`,
  );
  return new Map(rows.map(({ id, into }) => [id, into]));
}

/** The ids of the records into which these are merged, or their own, each once. */
export function survivorsOf(merged: ReadonlyMap<string, string>, ids: readonly string[]): string[] {
  return [...new Set(ids.map((id) => merged.get(id) ?? id))];
}

/** These ids and the ids of all records merged into them. */
export function withMerged(merged: ReadonlyMap<string, string>, ids: readonly string[]): string[] {
  if (merged.size === 0) return [...ids];
  const asked = new Set(ids);
  return [...asked, ...[...merged].filter(([id, into]) => asked.has(into) && !asked.has(id)).map(([id]) => id)];
}

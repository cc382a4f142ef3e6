// Everything derived, computed again from the events: the rows must come out the same.
import type { Law } from "#law/law.ts";
import type { Database } from "./database.ts";

export type Difference = { table: string; key: string; stored: string | null; rebuilt: string | null };

/**
 * Recomputes ledger rows, who is touched, records and restrictions of a jurisdiction from matter_event alone, and reports rows that differ.
 * With `repair` the rebuilt rows replace the stored ones. Works in one transaction.
 */
export async function rebuild(
  _database: Database,
  _jurisdictionId: string,
  _law: Law,
  _options: { repair: boolean },
): Promise<{ matters: number; rows: number; differences: Difference[] }> {
  throw new Error("being written");
}

// The jurisdictions that this installation serves. A shared list: the only table that knows no jurisdiction of its own.
import type { Database } from "./database.ts";

/** `prefix` begins the numbers of leads and cases. */
export type Jurisdiction = { id: string; name: string; prefix: string };

export async function listJurisdictions(_database: Database): Promise<Jurisdiction[]> {
  throw new Error("being written");
}

export async function addJurisdiction(_database: Database, _jurisdiction: Jurisdiction): Promise<void> {
  throw new Error("being written");
}

// The log in the database: entries appended to their chain, listed by page, walked for verification.
import type { Entry, Fault, HashAlgorithm, NewEntry } from "#audit/entry.ts";
import type { Database, Transaction } from "./database.ts";
import type { Counted, Page } from "./page.ts";

/** Chains: `matter:<id>`, `account:<id>` for sign-ins, reads and refusals outside a matter, `jurisdiction` for administration. */
export async function appendEntry(
  _trx: Transaction,
  _chain: string,
  _entry: NewEntry,
  _algorithm: HashAlgorithm = "sha256",
): Promise<Entry> {
  throw new Error("being written");
}

/** Latest first. `from` and `to` are ISO days or instants, `actor` part of a name or an account id. */
export async function listEntries(
  _trx: Transaction,
  _asked: { kind: string | null; actor: string; from: string | null; to: string | null } & Page,
): Promise<Counted<Entry>> {
  throw new Error("being written");
}

/** Walks every chain of a jurisdiction, and holds the events of matters against what the log says of them. */
export async function verifyLog(
  _database: Database,
  _jurisdictionId: string,
): Promise<{ chains: number; entries: number; faults: Fault[] }> {
  throw new Error("being written");
}

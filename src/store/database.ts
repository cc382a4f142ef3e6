// The database, whichever engine carries it: opened once, and used only through transactions that say for whom they work.
import type { Kysely } from "kysely";

/** Rows are read through zod, so Kysely's own table types are not used. */
// oxlint-disable-next-line typescript/no-empty-object-type
export type Schema = {};

export type Database = {
  readonly engine: "pglite" | "postgresql";
  /** The server's version, such as 18.4. */
  readonly version: string;
  /** How often PGlite's files were forced to disk since opening; 0 on PostgreSQL, which does so itself. */
  syncs: () => number;
  close: () => Promise<void>;
  readonly kysely: Kysely<Schema>;
};

/** For whom a transaction works. `accountId` is null before sign-in and for the machine's own work. */
export type Scope = { jurisdictionId: string; accountId: string | null };

/** A running transaction, bound to one jurisdiction. Every function of the store takes one. */
export type Transaction = Scope & { readonly kysely: Kysely<Schema> };

export type Place = { dataFolder: string } | { url: string; dataFolder?: string };

/** Opens (and when needed creates and migrates) the database. Throws StoreProblem. */
export async function openDatabase(_place: Place): Promise<Database> {
  throw new Error("being written");
}

/** One transaction as the application's role, seeing only the jurisdiction of the scope. READ COMMITTED. */
export async function inTransaction<T>(
  _database: Database,
  _scope: Scope,
  _work: (trx: Transaction) => Promise<T>,
): Promise<T> {
  throw new Error("being written");
}

/** Whether the same transaction, run again from its start, may well succeed: deadlock, serialization, a key taken meanwhile. */
export function isRetryable(_error: unknown): boolean {
  throw new Error("being written");
}

/** inTransaction, begun again (at most `attempts` times in all, 10 unless told) when isRetryable says so. */
export async function inRetriedTransaction<T>(
  _database: Database,
  _scope: Scope,
  _work: (trx: Transaction) => Promise<T>,
  _attempts = 10,
): Promise<T> {
  throw new Error("being written");
}

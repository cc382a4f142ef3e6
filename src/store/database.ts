// The database, whichever engine carries it: opened once, and used only through transactions that say for whom they work.
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { Kysely } from "kysely";
import { codeOf, takeLock } from "./folder-lock.ts";
import { prepareFolder, readEngine, refuseOtherEngine, writeEngine } from "./folder.ts";
import { applicationRole, migrate } from "./migrate.ts";
import { beginAs as beginOnPglite, openPglite } from "./pglite.ts";
import { beginAs as beginOnPostgresql, openPostgresql } from "./postgresql.ts";

/** Rows are read through zod, so Kysely's own table types are not used. */
export type Schema = Record<never, never>;

export type Database = {
  readonly engine: "pglite" | "postgresql";
  /** The server's version, such as 18.4. */
  readonly version: string;
  /** How often PGlite's files were forced to disk since opening; 0 on PostgreSQL, which does so itself. */
  syncs: () => number;
  close: () => Promise<void>;
  /** As the owner of the tables, outside any jurisdiction: for opening and maintenance only. */
  readonly kysely: Kysely<Schema>;
};

/**
 * For whom a transaction works. `accountId` is null before sign-in and for the machine's own work; otherwise row-level security shows
 * only the matters that this account may read. `today` (ISO) tells which delegations run; without it none does.
 */
export type Scope = { jurisdictionId: string; accountId: string | null; today?: string };

/** A running transaction, bound to one jurisdiction. Every function of the store takes one. */
export type Transaction = Scope & { readonly kysely: Kysely<Schema> };

/** With a `dataFolder` beside the `url`, the folder remembers that its data are on a PostgreSQL server. */
export type Place = { dataFolder: string } | { url: string; dataFolder?: string };

/** Opens (and when needed creates and migrates) the database. Throws StoreProblem. */
export async function openDatabase(place: Place): Promise<Database> {
  return "url" in place ? openServer(place.url, place.dataFolder ?? null) : openFolder(place.dataFolder);
}

async function openFolder(folder: string): Promise<Database> {
  prepareFolder(folder);
  const giveBack = takeLock(folder);
  try {
    const { kysely, syncs, version } = await openPglite(folder);
    await migrate(kysely).catch(async (error: unknown) => {
      await kysely.destroy();
      throw error;
    });
    const close = once(async () => {
      await kysely.destroy();
      giveBack();
    });
    return { engine: "pglite", version, syncs, kysely, close };
  } catch (error) {
    giveBack();
    throw error;
  }
}

async function openServer(url: string, folder: string | null): Promise<Database> {
  if (folder !== null) {
    prepareFolder(folder);
    refuseOtherEngine(folder, "postgresql");
  }
  const { kysely, version } = await openPostgresql(url);
  try {
    await migrate(kysely);
    if (folder !== null && readEngine(folder)?.version !== version)
      writeEngine(folder, { engine: "postgresql", version, format: 1 });
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  return { engine: "postgresql", version, syncs: () => 0, kysely, close: once(() => kysely.destroy()) };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | null = null;
  return () => (begun ??= work());
}

/** One transaction as the application's role, seeing only the jurisdiction of the scope. READ COMMITTED. */
export async function inTransaction<T>(
  database: Database,
  scope: Scope,
  work: (trx: Transaction) => Promise<T>,
): Promise<T> {
  const beginAs = database.engine === "pglite" ? beginOnPglite : beginOnPostgresql;
  return database.kysely.transaction().execute(async (kysely) => {
    await kysely.executeQuery(beginAs(applicationRole, scope.jurisdictionId, scope.accountId ?? "", scope.today ?? ""));
    return work({ ...scope, kysely });
  });
}

/**
 * The same transaction without the reading rights of its account: for what the machine must look at or write though the person it works
 * for may not read it. What comes out of it is not shown to that person. When `work` throws, the transaction must be rolled back.
 */
export async function asMachine<T>(trx: Transaction, work: (trx: Transaction) => Promise<T>): Promise<T> {
  await sql`SELECT set_config('wenze.account', '', true)`.execute(trx.kysely);
  const done = await work(trx);
  await sql`SELECT set_config('wenze.account', ${trx.accountId ?? ""}, true)`.execute(trx.kysely);
  return done;
}

/** Somebody took a unique key between our looking and our writing: the same work, begun again, will see it. */
export class TakenMeanwhile extends Error {}

const retryableCodes: ReadonlySet<string> = new Set(["40001", "40P01", "23505"]);

/** Whether the same transaction, run again from its start, may well succeed: deadlock, serialization, a key taken meanwhile. */
export function isRetryable(error: unknown): boolean {
  return error instanceof TakenMeanwhile || retryableCodes.has(codeOf(error) ?? "");
}

/** inTransaction, begun again (at most `attempts` times in all, 10 unless told) when isRetryable says so. */
export async function inRetriedTransaction<T>(
  database: Database,
  scope: Scope,
  work: (trx: Transaction) => Promise<T>,
  attempts = 10,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(database, scope, work);
    } catch (error) {
      if (attempt >= attempts || !isRetryable(error)) throw error;
      await sleep(Math.random() * 5 * attempt);
    }
  }
}

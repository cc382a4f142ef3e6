// The database, whichever engine carries it: opened once, and used only through transactions that say for whom they work.
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { CompiledQuery, Kysely, QueryResult } from "kysely";
import pg from "pg";
import { refuseUnaccounted } from "./bound.ts";
import { codeOf, takeLock } from "./folder-lock.ts";
import { prepareFolder, readEngine, refuseOtherEngine, writeEngine } from "./folder.ts";
import { applicationRole, migrate, migrateThrough, refuseUnready } from "./migrate.ts";
import { openPglite } from "./pglite.ts";
import { openPostgresql } from "./postgresql.ts";
import { markPreparable, beginWith } from "./session.ts";

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
 * only the matters that this account may read. `today` (ISO) tells which delegations run; without it none does. `byKey` says that all
 * it asks is asked by key, as acts do it: each session then plans such a statement once, for all keys alike, and keeps the plan.
 */
export type Scope = { jurisdictionId: string; accountId: string | null; today?: string; byKey?: boolean };

/**
 * A running transaction, bound to one jurisdiction. Every function of the store takes one. Statements are carried out in the order in
 * which they are asked; those that need nothing of each other are asked together, without waiting, and then take one round to the server.
 */
export type Transaction = Scope & {
  readonly kysely: Kysely<Schema>;
  /** Rejects once the transaction is over, so that nothing that was still at work speaks into the next one. */
  readonly ask: (query: CompiledQuery) => Promise<QueryResult<unknown>>;
};

/** With a `dataFolder` beside the `url`, the folder remembers that its data are on a PostgreSQL server. */
export type Place = { dataFolder: string } | { url: string; dataFolder?: string };

/**
 * Opens the database: an embedded one is created and migrated when needed, one on a server is refused unless it is as this release wants it.
 * Throws StoreProblem.
 */
export async function openDatabase(place: Place): Promise<Database> {
  return "url" in place
    ? openServer(place.url, place.dataFolder ?? null, refuseUnready)
    : openFolder(place.dataFolder, migrate);
}

/** The same as the owner of the tables, who brings those on a server up to date too. */
export async function openAsOwner(place: Place): Promise<Database> {
  return "url" in place ? openServer(place.url, place.dataFolder ?? null, migrate) : openDatabase(place);
}

/** The same with the schema that an earlier release left: for what it wrote, before `migrate` goes on from there. */
export async function openAsThen(place: Place, schema: readonly string[]): Promise<Database> {
  const through = (kysely: Kysely<Schema>) => migrateThrough(kysely, schema);
  return "url" in place
    ? openServer(place.url, place.dataFolder ?? null, through)
    : openFolder(place.dataFolder, through);
}

async function openFolder(folder: string, prepare: (kysely: Kysely<Schema>) => Promise<void>): Promise<Database> {
  prepareFolder(folder);
  const giveBack = takeLock(folder);
  try {
    const { kysely, syncs, version } = await openPglite(folder);
    await prepare(kysely).catch(async (error: unknown) => {
      await kysely.destroy();
      throw error;
    });
    const close = callOnce(async () => {
      await kysely.destroy();
      giveBack();
    });
    return { engine: "pglite", version, syncs, kysely, close };
  } catch (error) {
    giveBack();
    throw error;
  }
}

/** A folder that is not there is not made: whether it should be, its keys tell. */
async function openServer(
  url: string,
  folder: string | null,
  prepare: (kysely: Kysely<Schema>) => Promise<void>,
): Promise<Database> {
  if (folder !== null) refuseOtherEngine(folder, "postgresql");
  const { kysely, version } = await openPostgresql(url);
  try {
    await prepare(kysely);
    if (folder !== null && existsSync(folder) && readEngine(folder)?.version !== version)
      writeEngine(folder, { engine: "postgresql", version, format: 1 });
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  return { engine: "postgresql", version, syncs: () => 0, kysely, close: callOnce(() => kysely.destroy()) };
}

function callOnce(work: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | null = null;
  return () => (begun ??= work());
}

/** One transaction as the application's role, seeing only the jurisdiction of the scope. READ COMMITTED. */
export async function inTransaction<T>(
  database: Database,
  scope: Scope,
  work: (trx: Transaction) => Promise<T>,
): Promise<T> {
  return database.kysely.transaction().execute((kysely) => transactionOn(kysely, scope, settingsOf(scope), work));
}

/** Work in a transaction that Kysely has begun; `settings` are statements that are sent before the first of the work. */
export async function transactionOn<T>(
  kysely: Kysely<Schema>,
  scope: Scope,
  settings: string,
  work: (trx: Transaction) => Promise<T>,
): Promise<T> {
  const session = await kysely.getExecutor().provideConnection(async (connection) => connection);
  if (settings !== "") beginWith(session, settings);
  let over = false;
  const ask = async (query: CompiledQuery) => {
    if (over) throw new Error("the transaction is over");
    return session.executeQuery(scope.byKey === true ? markPreparable(query) : query);
  };
  try {
    const done = await work({ ...scope, kysely, ask });
    refuseUnaccounted({ kysely });
    return done;
  } finally {
    over = true;
  }
}

/** What each transaction begins with. SET LOCAL, because set_config does not reach the workers of Citus. */
function settingsOf({ jurisdictionId, accountId, today, byKey }: Scope): string {
  const settings = {
    role: applicationRole,
    "wenze.jurisdiction": jurisdictionId,
    "wenze.account": accountId ?? "",
    "wenze.today": today ?? "",
    // A plan that is kept must not rest on how few rows there were when it was made.
    ...(byKey === true ? { plan_cache_mode: "force_generic_plan", enable_seqscan: "off" } : {}),
  };
  return Object.entries(settings)
    .map(([name, value]) => `SET LOCAL ${name} = ${pg.escapeLiteral(value)}`)
    .join("; ");
}

/**
 * The same transaction without the reading rights of its account: for what the machine must look at or write though the person it works
 * for may not read it. What comes out of it is not shown to that person. When `work` throws, the transaction must be rolled back.
 */
export async function asSystem<T>(trx: Transaction, work: (trx: Transaction) => Promise<T>): Promise<T> {
  const [, done] = await Promise.all([workFor(trx, ""), work(trx)]);
  await workFor(trx, trx.accountId ?? "");
  return done;
}

/**
 * The same for the statements alone that `work` asks before it waits for any of them, all in one round: whatever it asks later has the
 * account's rights again.
 */
export async function readUnfiltered<T>(trx: Transaction, work: (trx: Transaction) => Promise<T>): Promise<T> {
  if (trx.accountId === null) return work(trx);
  const [, done] = await Promise.all([workFor(trx, ""), work(trx), workFor(trx, trx.accountId)]);
  return done;
}

/** The same until the transaction ends. */
export async function asSystemUntilCommit<T>(trx: Transaction, work: (trx: Transaction) => Promise<T>): Promise<T> {
  const [, done] = await Promise.all([workFor(trx, ""), work({ ...trx, accountId: null })]);
  return done;
}

async function workFor(trx: Transaction, account: string): Promise<void> {
  await trx.ask(sql`SELECT set_config('wenze.account', ${account}, true)`.compile(trx.kysely));
}

/** Somebody took a unique key between our looking and our writing: the same work, begun again, will see it. */
export class ChangedMeanwhile extends Error {}

const retryableCodes: ReadonlySet<string> = new Set(["40001", "40P01", "23505"]);

/** Whether the same transaction, run again from its start, may well succeed: deadlock, serialization, a key taken meanwhile. */
export function isRetryable(error: unknown): boolean {
  return error instanceof ChangedMeanwhile || retryableCodes.has(codeOf(error) ?? "");
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

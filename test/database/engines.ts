// Both engines, opened once in a process; each test has a jurisdiction of its own on them, so tests do not meet.
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { after, test } from "node:test";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import type { Law } from "#law/compile/law.ts";
import { takeTouched } from "#database/bound.ts";
import { inTransaction, openAsOwner } from "#database/database.ts";
import type { Database, Transaction } from "#database/database.ts";
import { addJurisdiction } from "#jurisdiction/rows/jurisdictions.ts";
import { fleeting, startPostgres } from "../postgres.ts";
import type { Postgres } from "../postgres.ts";
import { prepareData } from "../prepared.ts";
import { quickFolder } from "../quick-folder.ts";

export type Testbed = {
  database: Database;
  jurisdictionId: string;
  law: Law;
  /** As the application, in this test's jurisdiction. */
  work: <T>(what: (trx: Transaction) => Promise<T>) => Promise<T>;
  /** As the owner of the tables, whom nothing stops: for what an intruder with the database's password could do. */
  asOwner: (statement: RawBuilder<unknown>) => Promise<void>;
};

const engines = ["PGlite", "PostgreSQL"] as const;
export type Engine = (typeof engines)[number];

const opened = new Map<Engine, Promise<Database>>();
const ended: (() => Promise<void>)[] = [];
let law: Promise<Law> | null = null;
let server: Promise<Postgres> | null = null;

/** Runs a test on PGlite and on a real PostgreSQL. */
export function onEachEngine(name: string, check: (testbed: Testbed) => Promise<void>): void {
  for (const engine of engines) {
    test(`${name} (${engine})`, async () => check(await testbedOn(engine)));
  }
}

/** A new jurisdiction on the engine. */
export async function testbedOn(engine: Engine): Promise<Testbed> {
  const database = await databaseOn(engine);
  const jurisdictionId = randomUUID();
  await addJurisdiction(database, { id: jurisdictionId, name: "试验区", prefix: "试" });
  const scope = { jurisdictionId, accountId: null };
  return {
    database,
    jurisdictionId,
    law: await (law ??= loadLaw()),
    // Rows are written here by themselves, without the deed that would account for them.
    work: (what) => inTransaction(database, scope, (trx) => what(trx).finally(() => takeTouched(trx))),
    asOwner: async (statement) => {
      await database.kysely.transaction().execute(async (trx) => {
        await sql`SELECT set_config('wenze.jurisdiction', ${jurisdictionId}, true)`.execute(trx);
        await statement.execute(trx);
      });
    },
  };
}

/** A PostgreSQL server of our own, the same for the whole process. */
export function ourServer(): Promise<Postgres> {
  server ??= startPostgres(fleeting, { inMemory: true }).then((started) => {
    ended.push(() => started.stop());
    return started;
  });
  return server;
}

/** Something to be ended with the process, before what it rests on. */
export function endWithProcess(end: () => Promise<void>): void {
  ended.unshift(end);
}

/** A temporary folder that goes with the process. */
export function temporaryFolder(): string {
  const folder = quickFolder("wenze-store-");
  ended.unshift(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The same with an embedded database in it that is migrated and empty. */
export async function preparedFolder(): Promise<string> {
  const folder = temporaryFolder();
  await prepareData(folder);
  return folder;
}

function databaseOn(engine: Engine): Promise<Database> {
  const there = opened.get(engine) ?? open(engine);
  opened.set(engine, there);
  return there;
}

async function open(engine: Engine): Promise<Database> {
  const database = await openAsOwner(
    engine === "PGlite" ? { dataFolder: await preparedFolder() } : { url: await (await ourServer()).createDatabase() },
  );
  ended.unshift(() => database.close());
  return database;
}

after(async () => {
  for (const end of ended) await end();
});

// The two engines that benches run on, each with empty data of its own and the same settings as in use.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { openAsOwner, openDatabase } from "#database/database.ts";
import type { Database, Place } from "#database/database.ts";
import { startPostgres } from "../test/postgres.ts";

/** A statement with its parameters, sent by the driver alone; answers with the rows. */
export type Raw = (sql: string, parameters: unknown[]) => Promise<unknown[]>;

export type Engine = {
  name: string;
  dataFolder: string;
  /** Where its data are, for a process of its own. */
  place: Place;
  /** Opens the application's database anew. */
  open: () => Promise<Database>;
  /** The driver by itself on the same data, as owner. PGlite has one opener at a time: the database must be closed before. */
  openRaw: () => Promise<{ raw: Raw; close: () => Promise<void> }>;
};

/** Runs the work on PGlite and then on PostgreSQL, and clears away both. */
export async function onEngines(work: (engine: Engine) => Promise<void>): Promise<void> {
  await inFolder(async (dataFolder) => {
    const database = await openDatabase({ dataFolder });
    const name = `PGlite (PostgreSQL ${database.version})`;
    await database.close();
    const place = { dataFolder };
    await work({ name, dataFolder, place, open: () => openDatabase(place), openRaw: () => rawPglite(dataFolder) });
  });
  const server = await startPostgres();
  try {
    await inFolder(async (dataFolder) => {
      const url = await server.createDatabase();
      const place = { url, dataFolder };
      await (await openAsOwner(place)).close();
      await work({
        name: server.engine,
        dataFolder,
        place,
        open: () => openDatabase(place),
        openRaw: () => rawPostgresql(url),
      });
    });
  } finally {
    await server.stop();
  }
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "wenze-bench-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rawPglite(dataFolder: string): Promise<{ raw: Raw; close: () => Promise<void> }> {
  const pglite = await PGlite.create(path.join(dataFolder, "database"));
  return { raw: async (sql, parameters) => (await pglite.query(sql, parameters)).rows, close: () => pglite.close() };
}

async function rawPostgresql(url: string): Promise<{ raw: Raw; close: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    raw: async (sql, parameters) => (await client.query<Record<string, unknown>>(sql, parameters)).rows,
    close: () => client.end(),
  };
}

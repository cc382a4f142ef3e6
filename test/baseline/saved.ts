// A district as a release left it: the statements that made its tables, the rows in them, and the files beside the database. The database's own
// files would say the same in thirty times the room.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import type { Migration } from "kysely/migration";
import { loadTables } from "#backup/rows/dump.ts";
import type { Place } from "#kernel/app.ts";
import { codeOf } from "#database/folder-lock.ts";
import type { Database, Schema } from "#database/database.ts";
import { applicationRole } from "#database/migrate.ts";
import { openPglite } from "#database/pglite.ts";
import { openPostgresql } from "#database/postgresql.ts";

export type Saved = {
  jurisdictionId: string;
  /** The instant at which its clock stood. */
  now: string;
  /** The statements of each migration, by its name. */
  schema: Record<string, string[]>;
  /** Each row one JSON text. */
  tables: Record<string, string[]>;
  /** Base64, by the path in the data folder. */
  files: Record<string, string>;
  /** What it answered then (answers.ts). */
  answers?: string[];
};

/** A district at its work, and one in which every table has rows. */
type Which = "district" | "whole";

export function readSaved(which: Which): Saved {
  return JSON.parse(gunzipSync(readFileSync(fileOf(which))).toString("utf8")) as Saved; // as writeSaved wrote it
}

export function writeSaved(which: Which, saved: Saved): void {
  writeFileSync(fileOf(which), gzipSync(JSON.stringify(saved), { level: 9 }));
}

function fileOf(which: Which): string {
  return path.join(import.meta.dirname, `${which}.json.gz`);
}

/** Makes of an empty place what that release would have left there. */
export async function layDown(saved: Saved, { dataFolder, url }: Place): Promise<void> {
  for (const [name, bytes] of Object.entries(saved.files)) {
    const to = path.join(dataFolder, name);
    mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
    writeFileSync(to, Buffer.from(bytes, "base64"), { mode: 0o600 });
  }
  const { kysely } = url === undefined ? await openPglite(dataFolder) : await openPostgresql(url);
  try {
    await makeTables(kysely, saved);
    const database: Database = { engine: "pglite", version: "", syncs: () => 0, close: async () => {}, kysely };
    await loadTables(
      database,
      saved.jurisdictionId,
      async function* read(table) {
        yield* saved.tables[table] ?? [];
      },
      async () => {},
    );
  } finally {
    await kysely.destroy();
  }
}

async function makeTables(kysely: Kysely<Schema>, { schema }: Saved): Promise<void> {
  await sql
    .raw(`CREATE ROLE ${applicationRole} NOLOGIN NOBYPASSRLS`)
    .execute(kysely)
    .catch((error: unknown) => {
      // Another database of the server has it already.
      if (codeOf(error) !== "42710") throw error;
    });
  const migrations = Object.entries(schema).map(([name, statements]): [string, Migration] => [
    name,
    {
      up: async (db) => {
        for (const statement of statements) await sql.raw(statement).execute(db);
      },
    },
  ]);
  const { error } = await new Migrator({
    db: kysely,
    provider: { getMigrations: async () => Object.fromEntries(migrations) },
  }).migrateToLatest();
  if (error !== undefined) throw new Error("the tables of then cannot be made", { cause: error });
}

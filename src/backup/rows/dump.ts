// All rows of a jurisdiction, table by table, out of one engine and into the other: what a backup consists of.
import { sql } from "kysely";
import type { Kysely } from "kysely";
import { z } from "zod";
import { transactionOn } from "#database/database.ts";
import type { Database, Schema, Transaction } from "#database/database.ts";

/** `ties`: the tables its rows refer to. `whole`: its rows refer to one another, so they must be written in one statement. */
type Table = { name: string; key: string; ties: string[]; whole: boolean };

const batchSize = 1000;

const nameShape = z.object({ name: z.string() });

/** The migrations that made the tables, in order. */
export async function schemaOf(database: Database): Promise<string[]> {
  const { rows } = await sql`SELECT name FROM kysely_migration ORDER BY name`.execute(database.kysely);
  return rows.map((row) => nameShape.parse(row).name);
}

/**
 * Reads every table as of one moment, and hands each to `take` as pages of rows, each row one JSON text, while others go on writing.
 * `take` must have read all pages when it is done.
 */
export async function dumpTables(
  database: Database,
  jurisdictionId: string,
  take: (table: string, pages: AsyncIterable<string[]>) => Promise<void>,
): Promise<void> {
  await database.kysely
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (kysely) => {
      await setJurisdiction(kysely, jurisdictionId);
      for (const table of await tablesInOrder(kysely)) await take(table.name, rowsIn(kysely, table, jurisdictionId));
    });
}

const rowShape = z.object({ row: z.string() });

async function* rowsIn(kysely: Kysely<Schema>, table: Table, jurisdictionId: string): AsyncGenerator<string[]> {
  // A cursor, because there is no order in which all tables could be paged.
  await sql`DECLARE dumped NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM ${sql.table(table.name)} AS t
    WHERE ${sql.ref(`t.${table.key}`)} = ${sql.lit(jurisdictionId)}`.execute(kysely);
  for (;;) {
    const { rows } = await sql`FETCH ${sql.lit(batchSize)} FROM dumped`.execute(kysely);
    if (rows.length === 0) break;
    yield rows.map((row) => rowShape.parse(row).row);
  }
  await sql`CLOSE dumped`.execute(kysely);
}

/**
 * Writes all tables in one transaction; `read` gives the rows of each, one JSON text a row. `check` looks at what was written, with the
 * rows of each table counted, before any of it is kept: when it throws, nothing is.
 */
export async function loadTables(
  database: Database,
  jurisdictionId: string,
  read: (table: string) => AsyncIterable<string>,
  check: (trx: Transaction, counts: Readonly<Record<string, number>>) => Promise<void>,
): Promise<void> {
  const counts: Record<string, number> = {};
  await database.kysely.transaction().execute(async (kysely) => {
    await setJurisdiction(kysely, jurisdictionId);
    for (const table of await tablesInOrder(kysely)) {
      let count = 0;
      for await (const page of pagesOf(read(table.name), table.whole ? Number.MAX_SAFE_INTEGER : batchSize)) {
        await sql`INSERT INTO ${sql.table(table.name)}
          SELECT * FROM json_populate_recordset(NULL::${sql.table(table.name)}, ${`[${page.join(",")}]`}::json)`.execute(
          kysely,
        );
        count += page.length;
      }
      counts[table.name] = count;
    }
    await transactionOn(kysely, { jurisdictionId, accountId: null }, "", (trx) => check(trx, counts));
  });
}

async function* pagesOf(rows: AsyncIterable<string>, size: number): AsyncGenerator<string[]> {
  let page: string[] = [];
  for await (const row of rows) {
    page.push(row);
    if (page.length < size) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** Row-level security binds the owner of the tables too. */
async function setJurisdiction(kysely: Kysely<Schema>, jurisdictionId: string): Promise<void> {
  await sql`SELECT set_config('wenze.jurisdiction', ${jurisdictionId}, true), set_config('wenze.account', '', true)`.execute(
    kysely,
  );
}

const tableShape = z.object({ name: z.string(), key: z.string(), ties: z.array(z.string()) });

/** Each table after those its rows refer to. Tables that belong to no jurisdiction are the release's own, and written by it at its start. */
async function tablesInOrder(kysely: Kysely<Schema>): Promise<Table[]> {
  const { rows } = await sql`SELECT c.relname AS name, a.attname AS key,
      ARRAY(SELECT DISTINCT r.relname::text FROM pg_constraint AS k JOIN pg_class AS r ON r.oid = k.confrelid WHERE k.conrelid = c.oid AND k.contype = 'f') AS ties
    FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND a.attname = CASE c.relname WHEN 'jurisdiction' THEN 'id' ELSE 'jurisdiction_id' END ORDER BY c.relname`.execute(
    kysely,
  );
  const left = rows.map((row) => tableShape.parse(row));
  const ordered: Table[] = [];
  while (left.length > 0) {
    const done = new Set(ordered.map(({ name }) => name));
    const next = left.findIndex(({ name, ties }) => ties.every((tie) => tie === name || done.has(tie)));
    const [table] = left.splice(next < 0 ? 0 : next, 1);
    if (next < 0 || table === undefined) throw new Error("tables refer to one another in a circle");
    ordered.push({ ...table, whole: table.ties.includes(table.name) });
  }
  return ordered;
}

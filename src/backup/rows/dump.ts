// All rows of a jurisdiction, table by table, out of one engine and into the other: what a backup consists of.
import { sql } from "kysely";
import type { Kysely } from "kysely";
import { z } from "zod";
import { transactionOn } from "#database/database.ts";
import type { Database, Schema, Transaction } from "#database/database.ts";

/** `ties`: the tables its rows refer to; among them itself, where its rows refer to one another by the constraints `own`. */
type Table = { name: string; key: string; ties: string[]; own: string[] };

const batchSize = 1000;

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

/** The rows of each table. */
export async function countRows(database: Database, jurisdictionId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  await dumpTables(database, jurisdictionId, async (table, pages) => {
    let count = 0;
    for await (const page of pages) count += page.length;
    counts[table] = count;
  });
  return counts;
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
    const tables = await tablesInOrder(kysely);
    await checkOwnTies(kysely, tables, "later");
    for (const table of tables) {
      let count = 0;
      for await (const page of pagesOf(read(table.name), batchSize)) {
        await sql`INSERT INTO ${sql.table(table.name)}
          SELECT * FROM json_populate_recordset(NULL::${sql.table(table.name)}, ${`[${page.join(",")}]`}::json)`.execute(
          kysely,
        );
        count += page.length;
      }
      counts[table.name] = count;
    }
    await checkOwnTies(kysely, tables, "at once");
    await transactionOn(kysely, { jurisdictionId, accountId: null }, "", (trx) => check(trx, counts));
  });
}

/** A row may come before the one of its table that it refers to: that both are there is looked at when all of them are. */
async function checkOwnTies(
  kysely: Kysely<Schema>,
  tables: readonly Table[],
  when: "later" | "at once",
): Promise<void> {
  if (when === "at once") await sql`SET CONSTRAINTS ALL IMMEDIATE`.execute(kysely);
  const how = when === "later" ? sql`DEFERRABLE INITIALLY DEFERRED` : sql`NOT DEFERRABLE`;
  for (const { name, own } of tables)
    for (const tie of own)
      await sql`ALTER TABLE ${sql.table(name)} ALTER CONSTRAINT ${sql.id(tie)} ${how}`.execute(kysely);
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

const tableShape = z.object({
  name: z.string(),
  key: z.string(),
  ties: z.array(z.string()),
  own: z.array(z.string()),
});

/** Each table after those its rows refer to. Tables that belong to no jurisdiction are the release's own, and written by it at its start. */
async function tablesInOrder(kysely: Kysely<Schema>): Promise<Table[]> {
  const { rows } = await sql`SELECT c.relname AS name, a.attname AS key,
      ARRAY(SELECT DISTINCT r.relname::text FROM pg_constraint AS k JOIN pg_class AS r ON r.oid = k.confrelid WHERE k.conrelid = c.oid AND k.contype = 'f') AS ties,
      ARRAY(SELECT k.conname::text FROM pg_constraint AS k WHERE k.conrelid = c.oid AND k.confrelid = c.oid AND k.contype = 'f' ORDER BY k.conname) AS own
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
    ordered.push(table);
  }
  return ordered;
}

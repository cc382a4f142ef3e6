// What the application's own role cannot do, whatever the application asks: change what happened, or see another jurisdiction.
import assert from "node:assert/strict";
import { sql } from "kysely";
import { z } from "zod";
import { inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { addYear } from "#jurisdiction/rows/calendar.ts";
import { addEvidence } from "#matters/rows/evidence.ts";
import { keepAnswer } from "#kernel/rows/idempotency.ts";
import { listEntries } from "#log/rows/audit.ts";
import { listMatters } from "#matters/rows/matters.ts";
import { searchPersons } from "#registry/rows/person-search.ts";
import { rowsOf, run } from "#database/rows.ts";
import { testbedOn, onEachEngine } from "./engines.ts";
import type { Testbed } from "./engines.ts";
import { actorOf, addAccounts, at, bringIntoEffect, registerLead, seedRegistry } from "./people.ts";

const appended = ["matter_event", "audit_entry", "idempotency_key", "evidence_file", "calendar_year"];

onEachEngine("events, log, keys and files can be added and read, never changed or removed", async (testbed) => {
  await testbed.work((trx) => fill(testbed, trx));
  for (const table of appended) {
    const [counted] = await testbed.work((trx) =>
      rowsOf(trx, z.object({ count: z.int() }), sql`SELECT count(*) AS count FROM ${sql.table(table)}`),
    );
    assert.ok((counted?.count ?? 0) > 0, `${table} has rows to change`);
    for (const statement of [
      sql`UPDATE ${sql.table(table)} SET jurisdiction_id = jurisdiction_id`,
      sql`DELETE FROM ${sql.table(table)}`,
      sql`TRUNCATE ${sql.table(table)}`,
    ]) {
      await assert.rejects(
        testbed.work((trx) => statement.execute(trx.kysely)),
        { code: "42501" },
        `${table} is append-only`,
      );
    }
  }
});

onEachEngine(
  "the application's role owns nothing, is bound by row-level security, and cannot lift it",
  async (testbed) => {
    const shape = z.object({ name: z.string(), forced: z.boolean(), secured: z.boolean(), owned: z.boolean() });
    const tables = await testbed.work((trx) =>
      rowsOf(
        trx,
        shape,
        sql`SELECT c.relname AS name, c.relforcerowsecurity AS forced, c.relrowsecurity AS secured, pg_get_userbyid(c.relowner) = current_user AS owned
        FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'jurisdiction_id' WHERE c.relkind = 'r' ORDER BY c.relname`,
      ),
    );
    assert.ok(tables.length >= 23, String(tables.length));
    for (const { name, forced, secured, owned } of tables)
      assert.deepEqual({ name, forced, secured, owned }, { name, forced: true, secured: true, owned: false });
    await assert.rejects(testbed.work((trx) => sql`ALTER TABLE matter DISABLE ROW LEVEL SECURITY`.execute(trx.kysely)));
  },
);

onEachEngine(
  "the jurisdiction stands first in every primary key, unique and foreign key of its tables",
  async (testbed) => {
    const keys = await testbed.work((trx) =>
      rowsOf(
        trx,
        z.object({ name: z.string(), first: z.string() }),
        sql`SELECT k.conname AS name, a.attname AS first
        FROM pg_constraint AS k JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
        JOIN pg_class AS c ON c.oid = k.conrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
        WHERE k.contype IN ('p', 'u', 'f') AND n.nspname = 'public' AND c.relname NOT IN ('jurisdiction', 'reading_right', 'installation_key') AND c.relname NOT LIKE 'kysely%'`,
      ),
    );
    assert.ok(keys.length > 40, String(keys.length));
    assert.deepEqual(
      keys.filter((key) => key.first !== "jurisdiction_id"),
      [],
    );
  },
);

onEachEngine("search finds its index in spite of row-level security", async (testbed) => {
  await testbed.work((trx) =>
    run(
      trx,
      sql`INSERT INTO matter (jurisdiction_id, id, kind, number, year, ordinal, title, stage, version, registered_by, opened_on, updated_at, concerned, next_steps, actors_by_act, search_text, search, effected_by)
        SELECT ${testbed.jurisdictionId}::text, 'm' || n, 'lead', 'n', 2026, n, 't', 'registered', 1, 'officer', '2026-01-01', ${at}::text, '{}', '{}', '{}', 't', ARRAY['g' || n], '{}'
        FROM generate_series(1, 3000) AS n`,
    ),
  );
  await testbed.asOwner(sql`ANALYZE matter`);
  const plan = await testbed.work((trx) =>
    rowsOf(
      trx,
      z.record(z.string(), z.string()),
      sql`EXPLAIN SELECT FROM matter WHERE jurisdiction_id = ${testbed.jurisdictionId}::text AND kind = 'lead' AND search @> ARRAY['g77']`,
    ),
  );
  assert.match(JSON.stringify(plan), /Bitmap Index Scan on matter_by_search/u);
});

onEachEngine("without the setting there are no rows, and no error", async (testbed) => {
  await testbed.work((trx) => fill(testbed, trx));
  for (const jurisdictionId of ["", "elsewhere"]) {
    for (const table of [...appended, "person", "organization", "matter", "restriction", "audit_head", "account"]) {
      const rows = await inTransaction(testbed.database, { jurisdictionId, accountId: null }, (trx) =>
        rowsOf(trx, z.unknown(), sql`SELECT 1 FROM ${sql.table(table)}`),
      );
      assert.deepEqual(rows, [], table);
    }
  }
});

onEachEngine("two jurisdictions never see or write each other's rows", async (testbed) => {
  const other = await testbedOn(testbed.database.engine === "pglite" ? "PGlite" : "PostgreSQL");
  await testbed.work((trx) => fill(testbed, trx));
  const officer = actorOf("officer", ["discipline-officer"]);
  const everything = { query: "", stages: [], sort: "number", order: "asc", after: null, limit: 100 } as const;
  await other.work(async (trx) => {
    assert.deepEqual((await listMatters(trx, officer, { ...everything, kind: "lead" })).rows, []);
    assert.deepEqual((await searchPersons(trx, { query: "", organizationId: null, after: null, limit: 10 })).rows, []);
    assert.deepEqual(
      (await listEntries(trx, { kind: null, actor: "", from: null, to: null, after: null, limit: 10 })).rows,
      [],
    );
    // Even a statement that forgets its own filter.
    assert.deepEqual(await rowsOf(trx, z.unknown(), sql`SELECT 1 FROM matter`), []);
  });
  const foreign = sql`INSERT INTO evidence_file (jurisdiction_id, sha256, size, at, account_id) VALUES (${testbed.jurisdictionId}, ${"0".repeat(64)}, 1, ${at}, 'x')`;
  await assert.rejects(
    other.work((trx) => foreign.execute(trx.kysely)),
    { code: "42501" },
  );
});

async function fill(testbed: Testbed, trx: Transaction): Promise<void> {
  await seedRegistry(trx, ["林知秋"]);
  await addAccounts(trx, ["officer"]);
  await registerLead(testbed, trx);
  await bringIntoEffect(testbed, trx, "person-0", "2020-01-10", { measures: ["transfer"] });
  await keepAnswer(trx, { accountId: "officer", key: "key", request: "request" }, "{}");
  await addEvidence(trx, { sha256: "a".repeat(64), size: 1, at, accountId: "officer" });
  await addYear(trx, { year: 2031, version: 1, off: [], worked: [], source: "测试", accountName: null, at });
}

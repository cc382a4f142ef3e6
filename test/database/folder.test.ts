// The data folder of PGlite: synced at every commit, held by one process, recovered from a dead one, never switched silently.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import pg from "pg";
import { inTransaction, openAsOwner, openDatabase } from "#database/database.ts";
import { takeLock } from "#database/folder-lock.ts";
import { addJurisdiction, listJurisdictions } from "#jurisdiction/rows/jurisdictions.ts";
import { makeKeys, openKeys } from "#database/keys.ts";
import { openLogKey } from "#log/signing-key.ts";
import { tidyTables } from "#database/statistics.ts";
import { StoreProblem } from "#database/problem.ts";
import type { StoreProblemCode } from "#database/problem.ts";
import { testbedOn, ourServer, preparedFolder, temporaryFolder } from "./engines.ts";

/** The work fails with this problem, and says so in both languages. */
async function problem(code: StoreProblemCode, work: () => Promise<unknown>): Promise<StoreProblem> {
  const error: unknown = await work().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof StoreProblem, String(error));
  assert.equal(error.code, code);
  assert.match(error.sentence.zh, /\p{Script=Han}/u);
  assert.match(error.sentence.en, /[a-z].*[.;]$/su);
  return error;
}

test("a table of PGlite that changed much is tidied, once; a server does so by itself", async () => {
  const { database, jurisdictionId } = await testbedOn("PGlite");
  const tidied = async () => (await tidyTables(database)).filter((name) => name === "post_title");
  // What was counted before is told first.
  await tidyTables(database);
  await sql`VACUUM (ANALYZE) post_title`.execute(database.kysely);
  const { rows: counted } = await sql<{ there: number }>`SELECT count(*) AS there FROM post_title`.execute(
    database.kysely,
  );
  const there = counted[0]?.there ?? 0;
  // As many as are just not more than fifty and a tenth of all rows.
  const few = Math.floor((50 + 0.1 * there) / 0.9);
  const add = (from: number, to: number) =>
    sql`INSERT INTO post_title (jurisdiction_id, post) SELECT ${jurisdictionId}::text, 'p' || n FROM generate_series(${sql.lit(from)}, ${sql.lit(to)}) AS n`.execute(
      database.kysely,
    );
  await add(1, few);
  assert.deepEqual(await tidied(), [], `${few} changes of ${there + few} rows`);
  await add(few + 1, few + 1);
  assert.deepEqual(await tidied(), ["post_title"]);
  assert.deepEqual(await tidied(), []);
  await sql`UPDATE post_title SET post = post || '!'`.execute(database.kysely);
  assert.deepEqual(await tidied(), ["post_title"]);
  const { rows } = await sql`SELECT n_dead_tup AS dead FROM pg_stat_user_tables WHERE relname = 'post_title'`.execute(
    database.kysely,
  );
  assert.deepEqual(rows, [{ dead: 0 }]);
  const server = await testbedOn("PostgreSQL");
  assert.deepEqual(await tidyTables(server.database), []);
});

test("PGlite forces its files to disk at least once for every commit", async () => {
  const { database, jurisdictionId, work } = await testbedOn("PGlite");
  const before = database.syncs();
  for (let index = 0; index < 50; index += 1) {
    await work((trx) =>
      sql`INSERT INTO evidence_file (jurisdiction_id, sha256, size, at, account_id) VALUES (${jurisdictionId}, ${String(index).padStart(64, "0")}, 1, '2026-03-01T08:00:00.000Z', 'a')`.execute(
        trx.kysely,
      ),
    );
  }
  assert.ok(database.syncs() - before >= 50, `${database.syncs() - before} syncs in 50 commits`);
});

test("a second opening of the folder is refused, in this process and in another, and possible again after closing", async () => {
  const folder = await preparedFolder();
  const database = await openDatabase({ dataFolder: folder });
  await addJurisdiction(database, { id: "kept", name: "试验区", prefix: "试" });
  const refused = await problem("folder-in-use", () => openDatabase({ dataFolder: folder }));
  assert.ok(refused.sentence.zh.includes(String(process.pid)));
  assert.deepEqual(await openElsewhere(folder), "folder-in-use");
  await database.close();
  await database.close();
  assert.deepEqual(await openElsewhere(folder), "opened");
  assert.ok(!existsSync(path.join(folder, "wenze.lock")));

  // A process that died left its lock behind; its id may by now belong to another, or to nobody.
  const gone = spawn(process.execPath, ["-e", ""]);
  await once(gone, "exit");
  writeFileSync(path.join(folder, "wenze.lock"), JSON.stringify({ pid: gone.pid, began: "long ago" }));
  const again = await openDatabase({ dataFolder: folder });
  assert.deepEqual(
    (await listJurisdictions(again)).map((one) => one.id),
    ["kept"],
  );
  await again.close();
});

test("a lock whose process id was given to a later process is stale, a damaged one too, a living owner's is not", () => {
  const stale = [
    JSON.stringify({ pid: process.pid, began: "another-boot/1" }),
    "",
    "{}",
    '{"pid":-1,"began":""}',
    '{"pid":"1"}',
  ];
  for (const held of stale) {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "wenze.lock"), held);
    const giveBack = takeLock(folder);
    assert.throws(() => takeLock(folder), StoreProblem);
    giveBack();
    assert.ok(!existsSync(path.join(folder, "wenze.lock")));
  }
});

// Whoever got it holds it until it is told to end: on a busy machine the last of them begins long after the first.
test("of many processes that find a stale lock exactly one gets it", async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, "wenze.lock"), JSON.stringify({ pid: process.pid, began: "another-boot/1" }));
  const program = `const { takeLock } = await import(${JSON.stringify(new URL("../../src/database/folder-lock.ts", import.meta.url).href)});
    try { takeLock(${JSON.stringify(folder)}); console.log("got"); setTimeout(() => {}, 60_000); } catch { console.log("refused"); }`;
  const said = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const [word] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
      return { word: word.trim(), child };
    }),
  );
  assert.deepEqual(said.map((one) => one.word).sort(), ["got", ...Array.from({ length: 5 }, () => "refused")]);
  await Promise.all(
    said.map(async ({ child }) => {
      if (child.exitCode !== null) return;
      child.kill();
      await once(child, "exit");
    }),
  );
});

test("a folder that cannot be written is named", async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, "file"), "");
  await problem("folder-unwritable", () => openDatabase({ dataFolder: path.join(folder, "file") }));
  await problem("folder-unwritable", () => openDatabase({ dataFolder: path.join(folder, "file", "below") }));
  if (process.getuid?.() === 0) return; // root may write everywhere
  mkdirSync(path.join(folder, "closed"));
  chmodSync(path.join(folder, "closed"), 0o500);
  await problem("folder-unwritable", () => openDatabase({ dataFolder: path.join(folder, "closed") }));
});

test("a folder of one engine is not opened with the other, nor one that is not understood", async () => {
  const folder = temporaryFolder();
  const url = await (await ourServer()).createDatabase();
  const database = await openAsOwner({ url, dataFolder: folder });
  assert.match(readFileSync(path.join(folder, "engine.json"), "utf8"), /"engine":"postgresql"/u);
  await database.close();
  const refused = await problem("engine-mismatch", () => openDatabase({ dataFolder: folder }));
  assert.ok(refused.sentence.en.includes("DATABASE_URL"));
  writeFileSync(path.join(folder, "engine.json"), "nonsense");
  await problem("engine-mismatch", () => openDatabase({ url, dataFolder: folder }));
});

test("a database folder that PGlite cannot read is refused and left as it is", async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "database"));
  writeFileSync(path.join(folder, "database", "PG_VERSION"), "99\n");
  await problem("engine-mismatch", () => openDatabase({ dataFolder: folder }));
  assert.equal(readFileSync(path.join(folder, "database", "PG_VERSION"), "utf8"), "99\n");
  assert.ok(!existsSync(path.join(folder, "wenze.lock")));
});

test("a first start that was cut off begins again from nothing", async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "database.new"));
  writeFileSync(path.join(folder, "database.new", "PG_VERSION"), "half");
  const database = await openDatabase({ dataFolder: folder });
  assert.deepEqual(await listJurisdictions(database), []);
  await database.close();
});

test("a wrong DATABASE_URL is told in one sentence, without the password", async () => {
  const server = await ourServer();
  const secret = "geheim-4711";
  const nowhere = [
    "http://example.invalid",
    "nonsense",
    `postgres://user:${secret}@127.0.0.1:1/wenze`,
    `postgres://user:${secret}@no-such-host.invalid/wenze`,
    server.url.replace(/\/postgres(?=\?|$)/u, "/no_such_database"),
  ];
  for (const url of nowhere) {
    const { sentence } = await problem("cannot-reach-database", () => openDatabase({ url }));
    assert.ok(!JSON.stringify(sentence).includes(secret));
  }
  if (!server.ours) return; // roles belong to the whole server, and this one is somebody else's
  const url = await server.createDatabase();
  await ask(url, "CREATE ROLE stranger LOGIN");
  const stranger = asUser(url, "stranger");
  const { sentence } = await problem("rights-missing", () => openAsOwner({ url: stranger }));
  assert.match(sentence.en, /GRANT wenze_app TO/u);
  await problem("wrong-credentials", () => openDatabase({ url: asUser(url, "nobody_of_that_name") }));
});

test("an owner who is no superuser can open, is bound by row-level security, and cannot be blocked by another database of the server", async (t) => {
  const server = await ourServer();
  if (!server.ours) return t.skip("roles belong to the whole server, and this one is somebody else's");
  const url = await server.createDatabase();
  await ask(url, "CREATE ROLE district_owner LOGIN CREATEROLE");
  await ask(url, "GRANT CREATE ON SCHEMA public TO district_owner");
  await ask(
    url,
    "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wenze_app') THEN CREATE ROLE wenze_app NOLOGIN; END IF; END $$",
  );
  await ask(url, "GRANT wenze_app TO district_owner");
  const [first, second] = await Promise.all([
    openAsOwner({ url: asUser(url, "district_owner") }),
    openAsOwner({ url: asUser(url, "district_owner") }),
  ]);
  try {
    await addJurisdiction(first, { id: "here", name: "试验区", prefix: "试" });
    await inTransaction(second, { jurisdictionId: "here", accountId: null }, (trx) =>
      sql`INSERT INTO organization (jurisdiction_id, id, name, kind, managed_by) VALUES ('here', 'a', 'a', 'party', 'zone')`.execute(
        trx.kysely,
      ),
    );
    const { rows } = await sql`SELECT 1 FROM organization`.execute(first.kysely);
    assert.deepEqual(rows, [], "FORCE binds the owner too");
  } finally {
    await first.close();
    await second.close();
  }
});

test("a schema from a newer release is not touched", async () => {
  const url = await (await ourServer()).createDatabase();
  await (await openAsOwner({ url })).close();
  await ask(url, "INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-later', '2099-01-01')");
  for (const open of [openDatabase, openAsOwner]) await problem("schema-newer", () => open({ url }));
});

test("keys are made once, read again and never when they are only asked for, and a damaged one is refused", async () => {
  const folder = temporaryFolder();
  await problem("keys-unreadable", async () => openKeys(folder));
  await problem("keys-unreadable", async () => openLogKey(folder));
  assert.ok(!existsSync(path.join(folder, "keys")));
  makeKeys(folder);
  const [made, other] = [openKeys(folder), temporaryFolder()];
  makeKeys(folder);
  makeKeys(other);
  assert.deepEqual(openKeys(folder), made);
  assert.notDeepEqual(openKeys(other), made);
  writeFileSync(path.join(folder, "keys", "id-number.key"), "short");
  await problem("keys-unreadable", async () => openKeys(folder));
  rmSync(path.join(folder, "keys"), { recursive: true });
});

/** Opens and closes the folder in another process. */
async function openElsewhere(folder: string): Promise<string> {
  const program = `const { openDatabase } = await import(${JSON.stringify(new URL("../../src/database/database.ts", import.meta.url).href)});
    try { await (await openDatabase({ dataFolder: ${JSON.stringify(folder)} })).close(); console.log("opened"); } catch (error) { console.log(error.code); }`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  await once(child, "close");
  return said.trim();
}

function asUser(url: string, user: string): string {
  return url.replace(/^postgres:\/\/([^@/]*@)?/u, `postgres://${user}@`);
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

// Which keys a database was written with: a wrong folder beside a right database is refused before anything is answered, signed or made.
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import pg from "pg";
import { inTransaction, openAsOwner, openDatabase } from "#database/database.ts";
import { keyNames } from "#database/keys.ts";
import { migrationNames, refuseOwner } from "#database/migrate.ts";
import { StoreProblem } from "#database/problem.ts";
import type { StoreProblemCode } from "#database/problem.ts";
import { foundJurisdiction } from "#jurisdiction/uses/found.ts";
import { beginInstallation, openFirstJurisdiction, openInstallation } from "#kernel/app.ts";
import type { Place } from "#kernel/app.ts";
import { makeCheckpoint } from "#log/uses/checkpoints.ts";
import { prepareData } from "../prepared.ts";
import { loginOf, startPostgres } from "../postgres.ts";
import { ourServer, temporaryFolder } from "./engines.ts";
import { layKeys, seedRegistry } from "./people.ts";

const zone = { id: "zone", name: "云岭高新区", prefix: "云" };

/** Refused with this problem, in one sentence each in Chinese and English that names the folder. */
async function refused(code: StoreProblemCode, place: Place, open = openInstallation, named = place.dataFolder) {
  const error: unknown = await open(place).then(
    (installation) => installation.database.close(),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof StoreProblem, `${code}: ${String(error)}`);
  assert.equal(error.code, code);
  assert.equal(error.message.split("\n").length, 2);
  for (const sentence of [error.sentence.zh, error.sentence.en]) assert.ok(sentence.includes(named), sentence);
}

/** A begun installation with a person and a checkpoint in it; closed. */
async function begun(engine: "PGlite" | "PostgreSQL"): Promise<Place> {
  const dataFolder = path.join(temporaryFolder(), "data");
  const ownerUrl = engine === "PGlite" ? undefined : await (await ourServer()).createDatabase();
  const place: Place = ownerUrl === undefined ? { dataFolder } : { dataFolder, ownerUrl, url: await loginOf(ownerUrl) };
  if (engine === "PGlite") await prepareData(dataFolder);
  const app = await foundJurisdiction(await beginInstallation(place), zone);
  await makeCheckpoint(app);
  await app.database.close();
  return place;
}

for (const engine of ["PGlite", "PostgreSQL"] as const) {
  test(`a database is opened with the keys it was begun with and with no others, and none are made beside it (${engine})`, async () => {
    const place = await begun(engine);
    await (await openInstallation(place)).database.close();
    const keys = path.join(place.dataFolder, "keys");
    const kept = `${keys}.kept`;
    renameSync(keys, kept);
    await refused("keys-missing", place);
    await refused("keys-missing", place, beginInstallation);
    assert.ok(!existsSync(keys), "no keys were made");
    // Each key by itself is noticed: missing, and of another installation.
    const stranger = temporaryFolder();
    layKeys(stranger);
    for (const name of keyNames) {
      cpSync(kept, keys, { recursive: true });
      rmSync(path.join(keys, name));
      await refused("keys-missing", place);
      cpSync(path.join(stranger, "keys", name), path.join(keys, name));
      await refused("keys-other", place);
      rmSync(keys, { recursive: true });
    }
    renameSync(kept, keys);
    const again = await openFirstJurisdiction(await openInstallation(place));
    assert.equal(again?.jurisdictionId, "zone");
    await again?.database.close();
  });

  test(`keys that were noted when the beginning was cut off are taken, those that were not are made anew (${engine})`, async () => {
    const place = await begun(engine);
    const { dataFolder } = place;
    renameSync(path.join(dataFolder, "keys"), path.join(dataFolder, "keys.new"));
    await (await openInstallation(place)).database.close();
    assert.deepEqual(
      readdirSync(dataFolder).filter((name) => name.startsWith("keys")),
      ["keys"],
    );
    // Keys drafted and never noted belong to nobody.
    const fresh: Place = { ...place, dataFolder: path.join(temporaryFolder(), "data") };
    if (place.url !== undefined) {
      fresh.ownerUrl = await (await ourServer()).createDatabase();
      fresh.url = await loginOf(fresh.ownerUrl);
    }
    mkdirSync(path.join(fresh.dataFolder, "keys.new"), { recursive: true });
    writeFileSync(path.join(fresh.dataFolder, "keys.new", "id-number.key"), "half");
    await (await beginInstallation(fresh)).database.close();
    await (await openInstallation(fresh)).database.close();
    assert.deepEqual(
      readdirSync(fresh.dataFolder).filter((name) => name.startsWith("keys")),
      ["keys"],
    );
  });

  test(`what a release wrote that noted no keys is opened with its own alone, which are noted then (${engine})`, async () => {
    const dataFolder = path.join(temporaryFolder(), "data");
    const url = engine === "PGlite" ? undefined : await (await ourServer()).createDatabase();
    const place: Place = url === undefined ? { dataFolder } : { dataFolder, url };
    if (engine === "PGlite") await prepareData(dataFolder);
    else mkdirSync(dataFolder);
    const database = await openAsOwner(url === undefined ? { dataFolder } : { url, dataFolder });
    await sql`INSERT INTO jurisdiction (id, name, prefix) VALUES ('zone', '云岭高新区', '云')`.execute(database.kysely);
    await inTransaction(database, { jurisdictionId: "zone", accountId: null }, (trx) => seedRegistry(trx, ["林知秋"]));
    await database.close();
    await refused("keys-missing", place);
    layKeys(dataFolder);
    rmSync(path.join(dataFolder, "keys", "id-number.key"));
    writeFileSync(path.join(dataFolder, "keys", "id-number.key"), Buffer.alloc(32, 8).toString("base64"));
    await refused("keys-other", place);
    rmSync(path.join(dataFolder, "keys"), { recursive: true });
    layKeys(dataFolder);
    await (await openInstallation(place)).database.close();
    rmSync(path.join(dataFolder, "keys", "reporter.key"));
    await refused("keys-missing", place);
  });
}

test("a typo in --data opens nothing, makes nothing and is named", async () => {
  const place = await begun("PostgreSQL");
  const typo = path.join(path.dirname(place.dataFolder), "dta");
  await refused("keys-missing", { ...place, dataFolder: typo });
  await refused("not-begun", { dataFolder: typo });
  assert.ok(!existsSync(typo));
  const empty = temporaryFolder();
  await refused("keys-missing", { ...place, dataFolder: empty });
  assert.deepEqual(
    readdirSync(empty).filter((name) => name !== "engine.json"),
    [],
  );
});

test("a second server on the same database with a folder of its own is refused, and the first goes on", async () => {
  const place = await begun("PostgreSQL");
  const first = await openFirstJurisdiction(await openInstallation(place));
  assert.ok(first !== null);
  const second = await begun("PostgreSQL");
  await refused("keys-other", { ...place, dataFolder: second.dataFolder });
  await refused("keys-other", { ...place, dataFolder: second.dataFolder }, beginInstallation);
  assert.equal(await makeCheckpoint(first), null);
  await first.database.close();
  // The right folder beside an empty database begins nothing there either.
  const ownerUrl = await (await ourServer()).createDatabase();
  await refused("begun-already", { ...place, ownerUrl, url: await loginOf(ownerUrl) }, beginInstallation);
});

test("the server's login owns nothing: it serves, migrates nothing, and an owner or superuser is refused for it", async () => {
  const server = await ourServer();
  const ownerUrl = await server.createDatabase();
  const url = await loginOf(ownerUrl);
  const dataFolder = path.join(temporaryFolder(), "data");
  await refused("not-begun", { dataFolder, url }, openInstallation, "DATABASE_URL");
  await refused("rights-missing", { dataFolder, url }, beginInstallation, "DATABASE_OWNER_URL");
  await (await beginInstallation({ dataFolder, url, ownerUrl })).database.close();
  const serving = await openDatabase({ url });
  await refuseOwner(serving.kysely);
  await assert.rejects(sql`ALTER TABLE matter ADD COLUMN mine text`.execute(serving.kysely), { code: "42501" });
  await serving.close();
  const owning = await openDatabase({ url: ownerUrl });
  await assert.rejects(refuseOwner(owning.kysely), { code: "rights-missing" });
  await owning.close();
  // A schema of before: the login says so, the owner brings it up to date.
  const newest = migrationNames().at(-1) ?? "";
  await ask(ownerUrl, `DELETE FROM kysely_migration WHERE name = '${newest}'`);
  await refused("schema-older", { dataFolder, url }, openInstallation, "DATABASE_OWNER_URL");
  await ask(ownerUrl, `INSERT INTO kysely_migration (name, timestamp) VALUES ('${newest}', '2026-01-01')`);
  await (await openInstallation({ dataFolder, url })).database.close();
});

test("every session waits for the disk, whatever its login has for a default, and a server without fsync is refused", async () => {
  const url = await (await ourServer()).createDatabase();
  await ask(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = off`);
  const database = await openAsOwner({ url });
  const told = await Promise.all(
    Array.from({ length: 4 }, () =>
      inTransaction(database, { jurisdictionId: "", accountId: null }, (trx) =>
        sql<{ told: string }>`SELECT current_setting('synchronous_commit') AS told, pg_sleep(0.05)`.execute(trx.kysely),
      ),
    ),
  );
  assert.deepEqual(
    told.map(({ rows }) => rows[0]?.told),
    ["on", "on", "on", "on"],
  );
  await database.close();
  const careless = await startPostgres({ fsync: "off" }, { inMemory: true });
  try {
    await assert.rejects(openDatabase({ url: careless.url }), { code: "settings-unsafe" });
  } finally {
    await careless.stop();
  }
});

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

// A backup made while others write, and restored on the other engine: the same counts, the same files, the same root.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { sql } from "kysely";
import { openInstallation, openFirstJurisdiction } from "#kernel/app.ts";
import type { App, Place } from "#kernel/app.ts";
import { makeBackup } from "#backup/uses/backup.ts";
import type { Manifest } from "#backup/uses/backup.ts";
import { uploadEvidence } from "#matters/uses/evidence.ts";
import { foundJurisdiction } from "#jurisdiction/uses/found.ts";
import { verifyChains } from "#log/uses/log.ts";
import { rebuildAll } from "#matters/uses/rebuild.ts";
import { restoreBackup } from "#backup/uses/restore.ts";
import { appendEntry } from "#log/rows/audit.ts";
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import { dumpTables } from "#backup/rows/dump.ts";
import { prepareData } from "../prepared.ts";
import { ourServer, temporaryFolder } from "./engines.ts";
import type { Engine, Testbed } from "./engines.ts";
import { actorOf, at, bringIntoEffect, seedRegistry as settlePeople } from "./people.ts";

const passphrase = "一句足够长的备份口令abc";
const officer = actorOf("officer", ["discipline-officer"]);

/** Empty; what is to be filled begins with a migrated database, what is to be restored into with none. */
async function placeOn(engine: Engine): Promise<Place> {
  const dataFolder = path.join(temporaryFolder(), "data");
  return engine === "PGlite" ? { dataFolder } : { dataFolder, url: await (await ourServer()).createDatabase() };
}

async function filled(place: Place): Promise<App> {
  if (place.url === undefined) await prepareData(place.dataFolder);
  const app = await foundJurisdiction(await openInstallation(place), { id: "zone", name: "云岭高新区", prefix: "云" });
  const work: Testbed["work"] = (what) =>
    inTransaction(app.database, { jurisdictionId: "zone", accountId: null }, what);
  const asOwner: Testbed["asOwner"] = () => Promise.reject(new Error("nobody tampers here"));
  const testbed = { database: app.database, jurisdictionId: "zone", law: app.law, work, asOwner };
  await work(async (trx) => {
    await settlePeople(trx, ["林知秋"]);
    await bringIntoEffect(testbed, trx, "person-0", "2020-01-10", { measures: ["transfer"] });
  });
  for (const text of ["甲", "乙，\n“丙”"]) await uploadEvidence(app, officer, Readable.from([Buffer.from(text)]), 1000);
  return app;
}

async function countsOf(app: App): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  await dumpTables(app.database, app.jurisdictionId, async (table, pages) => {
    let count = 0;
    for await (const page of pages) count += page.length;
    counts[table] = count;
  });
  return counts;
}

const engines = ["PGlite", "PostgreSQL"] as const;
for (const engine of engines) {
  const other = engines.find((one) => one !== engine) ?? engine;
  test(`a backup made under writers on ${engine} comes back equal on ${other}`, async () => {
    const place = await placeOn(engine);
    const app = await filled(place);
    const file = path.join(temporaryFolder(), "backup.zip");
    let writing = true;
    let written = 0;
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      while (writing) {
        await inRetriedTransaction(app.database, { jurisdictionId: "zone", accountId: null }, (trx) =>
          appendEntry(trx, `account:${writer}`, {
            at,
            kind: "sign-in",
            actorId: null,
            actorName: "",
            what: "sign-in",
            outcome: "done",
            body: {},
          }),
        );
        written += 1;
        // The embedded database answers without ever letting the event loop turn, as no request from outside does.
        await turn();
      }
    });
    let manifest: Manifest;
    try {
      manifest = await makeBackup(app, file, passphrase);
    } finally {
      writing = false;
      await Promise.all(writers);
    }
    assert.ok(written > 0, "nobody wrote meanwhile");
    assert.equal(manifest.files, 2);
    const nowhere = path.join(temporaryFolder(), "missing", "backup.zip");
    await assert.rejects(makeBackup(app, nowhere, passphrase));
    assert.ok(!existsSync(`${nowhere}.partial`));
    // Every row of it is as the manifest says, and the log it holds is not whole.
    const tampered = path.join(temporaryFolder(), "tampered.zip");
    await app.database.kysely.transaction().execute(async (kysely) => {
      await sql`SELECT set_config('wenze.jurisdiction', 'zone', true)`.execute(kysely);
      await sql`UPDATE audit_entry SET actor_name = '他人' WHERE chain = 'account:0' AND seq = 1`.execute(kysely);
    });
    await makeBackup(app, tampered, passphrase);
    await app.database.close();

    const target = await placeOn(other);
    const wrong = await restoreBackup(target, file, "另一句足够长的口令123");
    assert.equal(wrong.type, "wrong-passphrase");
    assert.deepEqual(readdirSync(target.dataFolder), [], "nothing half is left");
    if (other === "PostgreSQL") {
      // A byte of an evidence file itself, which stands in the backup as it is.
      const damaged = readFileSync(file);
      const inside = damaged.indexOf(Buffer.from("丙"));
      damaged[inside] = (damaged[inside] ?? 0) ^ 1;
      const bad = path.join(temporaryFolder(), "damaged.zip");
      writeFileSync(bad, damaged);
      const elsewhere = await placeOn(other);
      const differing = await restoreBackup(elsewhere, bad, passphrase);
      assert.equal(differing.type, "differs");
      assert.deepEqual(readdirSync(elsewhere.dataFolder), [], "nothing of a damaged backup is left");
    }
    const unfit = await restoreBackup(target, tampered, passphrase);
    assert.ok(
      unfit.type === "differs" && unfit.what.some((each) => each.includes("account:0 #1")),
      JSON.stringify(unfit),
    );
    assert.deepEqual(readdirSync(target.dataFolder), [], "nothing is left when the last check fails");
    assert.deepEqual(await restoreBackup(target, file, passphrase), { type: "restored", manifest });
    assert.equal((await restoreBackup(target, file, passphrase)).type, "not-empty");

    const again = await openFirstJurisdiction(await openInstallation(target));
    assert.ok(again !== null);
    try {
      const counts = Object.entries(manifest.tables).map(([table, { rows }]) => [table, rows]);
      assert.deepEqual(await countsOf(again), Object.fromEntries(counts));
      assert.deepEqual((await verifyChains(again)).faults, []);
      assert.deepEqual((await rebuildAll(again, { repair: false })).differences, []);
      const key = (folder: string) => readFileSync(path.join(folder, "keys", "id-number.key"), "utf8");
      assert.equal(key(target.dataFolder), key(place.dataFolder));
    } finally {
      await again.database.close();
    }
  });
}

// A backup made while others write, and restored on the other engine: the same counts, the same files, the same root. And every way in which a
// backup can be read, changed or cut by whoever has the file.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { sql } from "kysely";
import { hashPassword } from "#accounts/passwords.ts";
import { checkBackup } from "#backup/check-backup.ts";
import type { Opening } from "#backup/check-backup.ts";
import { signedShape, signedText } from "#backup/manifest.ts";
import { joinParts, readPart } from "#backup/recovery-parts.ts";
import type { RecoveryPart } from "#backup/recovery-parts.ts";
import { countRows } from "#backup/rows/dump.ts";
import { newIdentity, readBackupFile, recipientOf, writeBackupFile } from "#backup/sealed-file.ts";
import { makeBackup } from "#backup/uses/backup.ts";
import { makeRecoveryKey } from "#backup/uses/recovery-key.ts";
import { restoreBackup } from "#backup/uses/restore.ts";
import { testBackup } from "#backup/uses/test-backup.ts";
import { runAuditCheckpoint } from "#cli/audit/checkpoint.ts";
import { atDesk } from "#cli/desk.ts";
import { beginInstallation, openInstallation, openFirstJurisdiction } from "#kernel/app.ts";
import type { App, Place } from "#kernel/app.ts";
import { uploadEvidence } from "#matters/uses/evidence.ts";
import { foundJurisdiction } from "#jurisdiction/uses/found.ts";
import { openLogKey, openSigningKey } from "#log/signing-key.ts";
import { verifyChains } from "#log/uses/log.ts";
import { rebuildAll } from "#matters/uses/rebuild.ts";
import { appendEntry } from "#log/rows/audit.ts";
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import { prepareData } from "../prepared.ts";
import { ourServer, temporaryFolder } from "./engines.ts";
import type { Engine, Testbed } from "./engines.ts";
import { actorOf, addAccounts, at, bringIntoEffect, seedRegistry as settlePeople } from "./people.ts";

const officer = actorOf("officer", ["discipline-officer"]);

/** Empty; what is to be filled begins with a migrated database, what is to be restored into with none. */
async function placeOn(engine: Engine): Promise<Place> {
  const dataFolder = path.join(temporaryFolder(), "data");
  if (engine === "PGlite") return { dataFolder };
  const url = await (await ourServer()).createDatabase();
  return { dataFolder, url, ownerUrl: url };
}

async function filled(place: Place): Promise<App> {
  if (place.url === undefined) await prepareData(place.dataFolder);
  const app = await foundJurisdiction(await beginInstallation(place), { id: "zone", name: "云岭高新区", prefix: "云" });
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

/** The recovery key made, both parts brought together, as two people do. */
async function keyOf(app: App): Promise<{ opening: Opening; parts: readonly [RecoveryPart, RecoveryPart] }> {
  const handed: (readonly [RecoveryPart, RecoveryPart])[] = [];
  await makeRecoveryKey(app, (two) => handed.push(two));
  const [parts] = handed;
  assert.ok(parts !== undefined);
  const identity = await joinParts(parts[1], parts[0]);
  assert.ok(identity !== null);
  return { opening: { identity, signer: parts[0].signer }, parts };
}

async function wholeBackup(app: App, file: string) {
  const made = await makeBackup(app, file);
  assert.ok(made.type === "whole", made.type);
  return made.manifest;
}

const engines = ["PGlite", "PostgreSQL"] as const;
for (const engine of engines) {
  const other = engines.find((one) => one !== engine) ?? engine;
  test(`a backup made under writers on ${engine} comes back equal on ${other}`, async () => {
    const place = await placeOn(engine);
    const app = await filled(place);
    const file = path.join(temporaryFolder(), "backup.age");
    assert.equal((await makeBackup(app, file)).type, "no-recovery-key");
    assert.ok(!existsSync(file));
    const { opening } = await keyOf(app);
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
    const manifest = await wholeBackup(app, file).finally(() => {
      writing = false;
    });
    await Promise.all(writers);
    assert.ok(written > 0, "nobody wrote meanwhile");
    assert.equal(manifest.files, 2);
    const { name, version } = JSON.parse(readFileSync("package.json", "utf8")) as { name: string; version: string }; // npm's own
    assert.equal(manifest.release, `${name} ${version}`);
    assert.equal((await testBackup(app, file)).type, "restored", "the installation tests it with a key of its own");
    assert.deepEqual(
      readdirSync(place.dataFolder).filter((name) => name.startsWith("restore")),
      [],
    );
    const nowhere = path.join(temporaryFolder(), "missing", "backup.age");
    await assert.rejects(makeBackup(app, nowhere));
    assert.ok(!existsSync(`${nowhere}.partial`));
    await app.database.close();

    const target = await placeOn(other);
    const how = { ...opening, at };
    const wrong = await restoreBackup(target, file, { ...how, identity: await newIdentity() });
    assert.equal(wrong.type, "wrong-key");
    assert.ok(!existsSync(target.dataFolder), "nothing half is left");
    assert.deepEqual(await restoreBackup(target, file, how), { type: "restored", manifest });
    assert.equal((await restoreBackup(target, file, how)).type, "not-empty");

    const again = await openFirstJurisdiction(await openInstallation(target));
    assert.ok(again !== null);
    try {
      const counts = Object.entries(manifest.tables).map(([table, { rows }]) => [table, rows]);
      assert.deepEqual(await countRows(again.database, "zone"), Object.fromEntries(counts));
      assert.deepEqual((await verifyChains(again)).faults, []);
      assert.deepEqual((await rebuildAll(again, { repair: false })).differences, []);
      const key = (folder: string) => readFileSync(path.join(folder, "keys", "id-number.key"), "utf8");
      assert.equal(key(target.dataFolder), key(place.dataFolder));
    } finally {
      await again.database.close();
    }
  });
}

test("nobody reads a backup without its key, and every bit, cut, row, role and order of it that is changed is found", async () => {
  const app = await filled(await placeOn("PGlite"));
  const work = <T>(what: Parameters<typeof inTransaction<T>>[2]) =>
    inTransaction(app.database, { jurisdictionId: "zone", accountId: null }, what);
  await work((trx) => addAccounts(trx, ["clerk", "secretary"]));
  // Random, so that the file has several sealed pieces, two of which can be exchanged.
  const long = Buffer.from(randomBytes(300_000).toString("hex"));
  assert.equal((await uploadEvidence(app, officer, Readable.from([long]), 1_000_000)).type, "done");
  const folder = temporaryFolder();
  const file = path.join(folder, "backup.age");
  const { opening, parts } = await keyOf(app);
  const manifest = await wholeBackup(app, file);
  const check = async (at: string, how = opening) => (await checkBackup(at, how)).type;
  assert.equal(await check(file), "fits");
  const bytes = readFileSync(file);
  for (const word of [
    "林知秋",
    "$argon2id$",
    "乙，",
    "tables/",
    readFileSync(path.join(app.dataFolder, "keys/id-number.key"), "utf8").trim(),
  ])
    assert.equal(bytes.indexOf(word), -1, `${word} is readable`);
  for (const two of [
    [parts[0], parts[0]],
    [parts[1], parts[1]],
  ] as const)
    assert.equal(await joinParts(...two), null);
  assert.equal(readPart(JSON.stringify({ ...parts[0], share: parts[1].share })), null);

  const bad = path.join(folder, "bad.age");
  const found = async (changed: Uint8Array, name: string) => {
    writeFileSync(bad, changed);
    assert.notEqual(await check(bad), "fits", name);
  };
  for (let index = 0; index < 60; index += 1) {
    // All of the header's lines, the rest at even distances.
    const place = index < 20 ? index * 20 : Math.floor((bytes.length - 1) * (index / 59));
    const flipped = Buffer.from(bytes);
    flipped[place] = (flipped[place] ?? 0) ^ (1 << (index % 8));
    await found(flipped, `bit in byte ${place}`);
  }
  const chunk = 64 * 1024 + 16;
  const start = bytes.length - Math.floor(bytes.length / chunk) * chunk;
  for (const cut of [1, 16, chunk, bytes.length - start, bytes.length - 1])
    await found(bytes.subarray(0, bytes.length - cut), `${cut} bytes cut`);
  await found(Buffer.concat([bytes, randomBytes(40)]), "bytes added");
  const payload = bytes.indexOf("\n", bytes.indexOf("--- ")) + 1 + 16;
  const [first, second] = [
    bytes.subarray(payload, payload + chunk),
    bytes.subarray(payload + chunk, payload + 2 * chunk),
  ];
  assert.equal(second.length, chunk);
  await found(
    Buffer.concat([bytes.subarray(0, payload), second, first, bytes.subarray(payload + 2 * chunk)]),
    "two pieces exchanged",
  );

  // Whoever holds the recovery key can open it and seal it again; the signature over all of it is not theirs.
  const opened: { name: string; bytes: Buffer }[] = [];
  for await (const part of readBackupFile(file, opening.identity))
    opened.push({ name: part.name, bytes: await buffer(part.bytes) });
  const resealed = async (changed: readonly { name: string; bytes: Buffer }[]) => {
    await writeBackupFile(bad, [await recipientOf(opening.identity)], async ({ add }) => {
      for (const part of changed) await add(part.name, [part.bytes]);
    });
    return check(bad);
  };
  assert.equal(await resealed(opened), "fits");
  const at = (name: string) => opened.findIndex((part) => part.name === name);
  const edited = (name: string, from: string, to: string) => {
    const text = opened[at(name)]?.bytes.toString("utf8") ?? "";
    assert.ok(text.includes(from), `${name} has ${from}`);
    return opened.with(at(name), { name, bytes: Buffer.from(text.replace(from, to)) });
  };
  const accounts = "tables/account.jsonl";
  const password = /\$argon2id\$[^"]+/u.exec(opened[at(accounts)]?.bytes.toString("utf8") ?? "")?.[0] ?? "";
  const [roles, head] = [opened[at(accounts)], opened[at("tables/audit_head.jsonl")]];
  assert.ok(roles !== undefined && head !== undefined);
  const changes = {
    "a row taken out": opened.with(at("tables/person.jsonl"), { name: "tables/person.jsonl", bytes: Buffer.alloc(0) }),
    "a name": edited("tables/person.jsonl", "林知秋", "林知春"),
    "a role": edited(accounts, '"clerk"', '"other"'),
    "a password": edited(accounts, password, await hashPassword("Wo-De-Mima-2026")),
    "a table taken out": opened.toSpliced(at(accounts), 1),
    "a file taken out": opened.filter(({ name }) => !name.startsWith("evidence/")),
    "two tables exchanged": opened.with(at(accounts), head).with(at("tables/audit_head.jsonl"), roles),
    "a part doubled": opened.toSpliced(at(accounts), 0, roles),
    "something after the end": [...opened, { name: "tables/more.jsonl", bytes: Buffer.from("{}\n") }],
    "the end taken out": opened.slice(0, -1),
    "a key": edited("keys/reporter.key", (opened[at("keys/reporter.key")]?.bytes.toString() ?? "").slice(0, 4), "AAAA"),
    "the time": edited("beginning.json", manifest.at, "2020-01-01T00:00:00.000Z"),
  };
  for (const [name, changed] of Object.entries(changes)) assert.equal(await resealed(changed), "differs", name);
  // A manifest of their own, signed by a key of their own.
  const { publicKey, sign } = openSigningKey(path.join(folder, "forger.key"));
  const forged = signedShape.parse({ manifest, signer: publicKey, signature: sign(signedText(manifest)) });
  const end = { name: "end.json", bytes: Buffer.from(JSON.stringify(forged)) };
  assert.equal(await resealed([...opened.slice(0, -1), end]), "other-signer");
  assert.equal(
    (await restoreBackup({ dataFolder: path.join(folder, "data") }, bad, { ...opening, at: manifest.at })).type,
    "other-signer",
  );
  assert.ok(!existsSync(path.join(folder, "data")));
  writeFileSync(bad, "PK");
  assert.equal(await check(bad), "no-backup");
  await app.database.close();
});

test("a backup of a database that its log does not account for is not called whole, and restored only by who says so", async () => {
  const app = await filled(await placeOn("PGlite"));
  const file = path.join(temporaryFolder(), "backup.age");
  const { opening } = await keyOf(app);
  await app.database.kysely.transaction().execute(async (kysely) => {
    await sql`SELECT set_config('wenze.jurisdiction', 'zone', true)`.execute(kysely);
    await sql`UPDATE audit_entry SET actor_name = '他人' WHERE chain = 'jurisdiction' AND seq = 1`.execute(kysely);
  });
  const made = await makeBackup(app, file);
  assert.equal(made.type, "with-faults");
  assert.ok(made.type === "with-faults" && made.manifest.faults.some((fault) => fault.startsWith("jurisdiction #1")));
  assert.equal(openLogKey(app.dataFolder).publicKey, opening.signer);
  const said: string[] = [];
  const desk = { app, folder: ".", printLine: (text: string) => said.push(text) };
  assert.equal(await atDesk(desk, () => runAuditCheckpoint([])), 1, "nothing is signed over it");
  assert.match(said.join("\n"), /^jurisdiction #1: .*没有做检查点/su);
  await app.database.close();
  const target = await placeOn("PGlite");
  assert.equal((await restoreBackup(target, file, { ...opening, at })).type, "with-faults");
  assert.ok(!existsSync(target.dataFolder));
  assert.equal((await restoreBackup(target, file, { ...opening, at, acceptFaults: true })).type, "restored");
});

test("a folder in which a restore was cut off says so, nothing starts there, and the next restore takes it over", async () => {
  const app = await filled(await placeOn("PGlite"));
  const file = path.join(temporaryFolder(), "backup.age");
  const { opening } = await keyOf(app);
  const manifest = await wholeBackup(app, file);
  await app.database.close();
  const target = await placeOn("PGlite");
  mkdirSync(path.join(target.dataFolder, "restoring"), { recursive: true });
  writeFileSync(path.join(target.dataFolder, "engine.json"), "half");
  for (const open of [openInstallation, beginInstallation])
    await assert.rejects(open(target), { code: "restore-unfinished", message: new RegExp(target.dataFolder, "u") });
  assert.deepEqual(await restoreBackup(target, file, { ...opening, at }), { type: "restored", manifest });
  const again = await openFirstJurisdiction(await openInstallation(target));
  assert.ok(again !== null);
  assert.deepEqual((await verifyChains(again)).faults, []);
  await again.database.close();
});

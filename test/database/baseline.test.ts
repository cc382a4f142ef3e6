// A district saved at the baseline, opened by the release of today on each engine: whatever migrations have come since, it is brought up to
// date at the start, nothing of it is lost, and people go on in it.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import { z } from "zod";
import type { Found } from "#kernel/answer.ts";
import { dumpTables } from "#backup/rows/dump.ts";
import { actIds } from "#casework/acts.ts";
import { newIdentity, recipientOf, writeBackupFile } from "#backup/sealed-file.ts";
import { writeParts } from "#backup/uses/backup.ts";
import { restoreBackup } from "#backup/uses/restore.ts";
import { eventShape } from "#casework/events.ts";
import { viewRequest, linesOf } from "#clearance/uses/clearance.ts";
import { inTransaction, openAsOwner, openAsThen } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { rowsOf } from "#database/rows.ts";
import { openInstallation, scopeOf, openFirstJurisdiction } from "#kernel/app.ts";
import type { App, Place } from "#kernel/app.ts";
import { openLogKey } from "#log/signing-key.ts";
import { verifyChains } from "#log/uses/log.ts";
import { readBytes } from "#matters/rows/evidence.ts";
import { viewMatter } from "#matters/uses/matter-view.ts";
import { rebuildAll } from "#matters/uses/rebuild.ts";
import { rederiveAfterPacks, rederiveAfterRelease } from "#matters/uses/rederive.ts";
import { idNumberOf } from "#registry/rows/persons.ts";
import { answersOf } from "../baseline/answers.ts";
import { live } from "../baseline/live.ts";
import { layDown, readSaved } from "../baseline/saved.ts";
import type { Saved } from "../baseline/saved.ts";
import { lives } from "../crash/lives.ts";
import { officials } from "../crash/life.ts";
import { figure } from "../figure.ts";
import { ourServer, temporaryFolder } from "./engines.ts";
import { inventedIdNumber } from "./people.ts";

const saved = readSaved("district");
const whole = readSaved("whole");

/** What goes on by itself at a start: the heads of chains and runs of the log, what was derived from which packs. */
const goesOn: ReadonlySet<string> = new Set(["audit_head", "log_run", "law_state"]);

/** Tables and rows of then that are not there now with all that stood in them; columns that there are no more do not count. */
async function rowsLost(app: App): Promise<string[]> {
  const lost: string[] = [];
  await dumpTables(app.database, whole.jurisdictionId, async (table, pages) => {
    const now = (await Array.fromAsync(pages)).flat().map((row) => rowShape.parse(JSON.parse(row)));
    const then = (whole.tables[table] ?? []).map((row) => rowShape.parse(JSON.parse(row)));
    if (then.length === 0 || goesOn.has(table)) return;
    const columns = Object.keys(then[0] ?? {}).filter((column) => now.length === 0 || column in (now[0] ?? {}));
    const textOf = (row: Record<string, unknown>) => JSON.stringify(columns.map((column) => row[column]));
    const there = new Set(now.map(textOf));
    for (const row of then) if (!there.has(textOf(row))) lost.push(`${table} ${textOf(row).slice(0, 300)}`);
  });
  return lost;
}

const rowShape = z.record(z.string(), z.unknown());

/** What a table held then, of these columns. */
function heldThen<Shape extends z.ZodType>(table: string, shape: Shape): z.output<Shape>[] {
  return (saved.tables[table] ?? []).map((row) => shape.parse(JSON.parse(row)));
}

const idShape = z.object({ id: z.string() });
const restrictionShape = z.object({
  person_id: z.string(),
  bars: z.string(),
  from_day: z.string(),
  until_day: z.string(),
  grey_day: z.string().nullable(),
  layer: z.string(),
  cause_kind: z.string(),
});
const entryShape = z.object({ chain: z.string(), seq: z.int(), hash: z.string() });

test("the saved district has every act of then, each of which there still is", () => {
  const acts = new Set(heldThen("matter_event", z.object({ act: z.string() })).map(({ act }) => act));
  assert.equal(acts.size, 49);
  const known: ReadonlySet<string> = new Set(actIds);
  assert.deepEqual(
    [...acts].filter((act) => !known.has(act)),
    [],
  );
});

test("the other has rows in every table of then", () => {
  const made = Object.values(whole.schema).flatMap((statements) =>
    statements.flatMap((statement) => [...statement.matchAll(/CREATE TABLE (\w+)/gu)].map(([, name = ""]) => name)),
  );
  // Who is signed in, who guesses; and what a migration itself fills, for all districts.
  const passing = new Set(["session", "sign_in_attempt", "reading_right"]);
  assert.deepEqual(
    made.filter((table) => !passing.has(table) && !(table in whole.tables)),
    [],
  );
});

test("every event of then has the fields that its kind declares now: a field that came later is optional", () => {
  for (const { body } of heldThen("matter_event", z.object({ body: z.string() }))) {
    const event: unknown = JSON.parse(body);
    assert.deepEqual(eventShape.parse(event), event);
  }
});

for (const engine of ["PGlite", "PostgreSQL"] as const) {
  test(`a district with rows in every table keeps each of them, and answers as it did (${engine})`, async (t) => {
    const place = await placeOn(engine);
    await layDown(whole, place);
    const app = await start(place, whole);
    try {
      assert.deepEqual((await verifyChains(app)).faults, []);
      assert.deepEqual((await rebuildAll(app, { repair: false })).differences, []);
      const lost = await rowsLost(app);
      assert.deepEqual(lost, []);
      const answers = await answersOf(app);
      assert.deepEqual(answers, whole.answers);
      const rows = Object.values(whole.tables).reduce((sum, { length }) => sum + length, 0);
      figure(
        t,
        "upgrade",
        `${Object.keys(whole.tables).length} 张表 ${rows} 行，0 行丢失；${answers.length} 个答复，0 个不同 · ${rows} rows of ${Object.keys(whole.tables).length} tables, 0 lost; ${answers.length} answers, 0 different`,
      );
    } finally {
      await app.database.close();
    }
  });
  test(`a district saved at the baseline is brought up to date and gone on with (${engine})`, async () => {
    const place = await placeOn(engine);
    await layDown(saved, place);
    const app = await start(place, saved);
    try {
      const { chains, entries, faults } = await verifyChains(app);
      assert.deepEqual(faults, []);
      assert.ok(chains > 0 && entries >= heldThen("audit_entry", entryShape).length);
      assert.deepEqual((await rebuildAll(app, { repair: false })).differences, []);
      await inTransaction(app.database, scopeOf(app, null), (trx) => compareRows(app, trx));
      await readAll(app);
      assert.ok((await live(app, lives.length)) > 10);
      assert.deepEqual((await verifyChains(app)).faults, []);
    } finally {
      await app.database.close();
    }
  });
}

for (const engine of ["PGlite", "PostgreSQL"] as const) {
  test(`a backup of the district saved at the baseline is restored by the release of today, and brought up to date (${engine})`, async () => {
    const old = await placeOn("PGlite");
    await layDown(saved, old);
    const schema = Object.keys(saved.schema);
    const database = await openAsThen({ dataFolder: old.dataFolder }, schema);
    const then = {
      database,
      dataFolder: old.dataFolder,
      jurisdictionId: saved.jurisdictionId,
      jurisdictionName: "云岭高新区",
    };
    const identity = await newIdentity();
    const signer = openLogKey(old.dataFolder).publicKey;
    const file = path.join(temporaryFolder(), "backup.age");
    await writeBackupFile(file, [await recipientOf(identity)], async (writer) => {
      const clock = () => Temporal.Instant.from(saved.now);
      await writeParts({ ...then, clock }, writer, [], undefined, schema);
    });
    await database.close();
    const place = await placeOn(engine);
    const how = { identity, signer, at: "2026-03-01T08:00:00.000Z" };
    const { url } = place;
    const restored = await restoreBackup(url === undefined ? place : { ...place, ownerUrl: url }, file, how);
    assert.equal(restored.type, "restored", JSON.stringify(restored));
    const app = await start(place, saved);
    try {
      assert.deepEqual((await verifyChains(app)).faults, []);
      assert.deepEqual((await rebuildAll(app, { repair: false })).differences, []);
      await inTransaction(app.database, scopeOf(app, null), (trx) => compareRows(app, trx));
      await readAll(app);
    } finally {
      await app.database.close();
    }
  });
}

async function placeOn(engine: "PGlite" | "PostgreSQL"): Promise<Place> {
  const dataFolder = path.join(temporaryFolder(), "data");
  return engine === "PGlite" ? { dataFolder } : { dataFolder, url: await (await ourServer()).createDatabase() };
}

/** As the command line upgrades and starts it. */
async function start(place: Place, { now }: Saved): Promise<App> {
  if (place.url !== undefined) await (await openAsOwner({ url: place.url })).close();
  const app = await openFirstJurisdiction(await openInstallation(place, () => Temporal.Instant.from(now)));
  if (app === null) throw new Error("there is no jurisdiction");
  await rederiveAfterRelease(app);
  await rederiveAfterPacks(app);
  return app;
}

/** Restrictions are the same, entries of the log have their hashes, ID numbers open under the same key. */
async function compareRows(app: App, trx: Transaction): Promise<void> {
  const restrictions = await rowsOf(
    trx,
    restrictionShape,
    sql`SELECT person_id, bars, from_day, until_day, grey_day, layer, cause_kind FROM restriction`,
  );
  const inOrder = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();
  assert.deepEqual(inOrder(restrictions), inOrder(heldThen("restriction", restrictionShape)));
  const entries = await rowsOf(trx, entryShape, sql`SELECT chain, seq, hash FROM audit_entry`);
  const hashes = new Map(entries.map(({ chain, seq, hash }) => [`${chain} ${seq}`, hash]));
  for (const { chain, seq, hash } of heldThen("audit_entry", entryShape))
    assert.equal(hashes.get(`${chain} ${seq}`), hash, `${chain} ${seq}`);
  assert.equal(await idNumberOf(trx, app.keys, "person-0"), inventedIdNumber(0));
}

/** Every matter is shown to an officer, every file is there, and a request for clearance with its answers. */
async function readAll(app: App): Promise<void> {
  for (const { id } of heldThen("matter", idShape)) {
    const seen = shown(await viewMatter(app, officials.officer, { matterId: id }));
    const events = heldThen("matter_event", z.object({ matter_id: z.string() })).filter((one) => one.matter_id === id);
    assert.equal(seen.history.length, events.length, id);
  }
  for (const { sha256 } of heldThen("evidence_file", z.object({ sha256: z.string() })))
    assert.ok((await readBytes(app.dataFolder, sha256)) !== null, sha256);
  for (const { id } of heldThen("clearance_request", idShape)) {
    assert.equal(shown(await viewRequest(app, officials.officer, { requestId: id })).rounds.length, 1);
    const asked = { requestId: id, round: 1, kinds: [], after: null, limit: 20 };
    const lines = shown(await linesOf(app, officials.officer, asked));
    assert.deepEqual(
      lines.rows.map(({ kind, answer }) => [kind, answer?.answer ?? null]),
      heldThen("clearance_answer", z.object({ kind: z.string(), answer: z.string() })).map(({ kind, answer }) => [
        kind,
        z.object({ answer: z.string() }).nullable().parse(JSON.parse(answer))?.answer ?? null,
      ]),
    );
  }
}

function shown<T>(found: Found<T>): T {
  if (found.type !== "done") throw new Error("what was saved is not found");
  return found.answer;
}

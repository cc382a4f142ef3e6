// The case page of a long case: through the application, with rights, replay and log, against the same rows asked for and the same log
// entry written in hand-written SQL.

import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { CompiledQuery } from "kysely";
import { appOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { uploadEvidence } from "#matters/uses/evidence.ts";
import { viewMatter } from "#matters/uses/matter-view.ts";
import { perform } from "#matters/uses/perform.ts";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { inTransaction } from "#database/database.ts";
import type { Database } from "#database/database.ts";
import { addJurisdiction } from "#jurisdiction/rows/jurisdictions.ts";
import { now, officials, onwards, stepAt } from "../test/crash/life.ts";
import type { Progress, Step } from "../test/crash/life.ts";
import { settleLives } from "../test/crash/prepare.ts";
import { keys } from "../test/database/people.ts";
import { onEngines } from "./engines.ts";
import { table, writeSection } from "./results.ts";

const acts = 300;
const warming = 30;
const times = 200;
const jurisdictionId = "long-case";
const matterId = "case-0-0";
const goal = 1.3;

const law = await loadLaw();
const rows: string[][] = [];
let worst = 0;
await onEngines(async (engine) => {
  const database = await engine.open();
  try {
    const app = await founded(database, engine.dataFolder);
    await liveLong(app);
    await database.close();
    const again = await engine.open();
    try {
      const there = { ...app, database: again };
      const measured = { ours: [] as number[], byHand: [] as number[] };
      // In turn, so that whatever else the machine does falls on both.
      for (let time = 0; time < warming + times; time += 1) {
        const ours = await timed(() => throughApplication(there));
        const byHand = await timed(() => askByHand(again, time));
        assert.equal(ours.events, byHand.events);
        if (time < warming) continue;
        measured.ours.push(ours.took);
        measured.byHand.push(byHand.took);
      }
      const [ours, byHand] = [median(measured.ours), median(measured.byHand)];
      worst = Math.max(worst, ours / byHand);
      rows.push([engine.name, ours.toFixed(2), byHand.toFixed(2), (ours / byHand).toFixed(2)]);
    } finally {
      await again.close();
    }
  } finally {
    await database.close();
  }
});

writeSection(
  "case-page",
  `The page of a case with ${acts} acts`,
  `
Through the application: one transaction as the application's role under row-level security, for an officer who is a cadre too, the
history read and replayed, the names, the days by which its open items are due, and the reading logged. By hand: the same rows and the
same log entry, statement by statement in one transaction as owner and without rights; of the rows only the events are parsed. Both wait for the disk.
${times} times each in turn after ${warming} to warm up; p50 in milliseconds.

${table(["engine", "application", "SQL by hand", "ratio of p50"], rows)}

**Goal ${worst <= goal ? "met" : "NOT met"}**: at most ${goal}× is asked.
`,
);

async function founded(database: Database, dataFolder: string): Promise<App> {
  const jurisdiction = { id: jurisdictionId, name: "云岭高新区", prefix: "云" };
  await addJurisdiction(database, jurisdiction);
  await inTransaction(database, { jurisdictionId, accountId: null }, settleLives);
  const ground = { database, law, otherPacks: [], dataFolder, keys, reporterKey: new Uint8Array(32) };
  return appOf({ ...ground, clock: () => Temporal.Instant.from(now) }, jurisdiction);
}

/** The first life up to its first fact, then one fact after the other. */
async function liveLong(app: App): Promise<void> {
  let progress: Progress = { writer: 0, life: 0, step: 0, versions: {} };
  for (;;) {
    const step = stepAt(progress);
    assert.ok(step !== null);
    const version = await take(app, step);
    progress = onwards(progress, step, version);
    if (step.type === "act" && step.request.act === "record-fact") return repeat(app, step, version ?? 0);
  }
}

async function repeat(app: App, step: Extract<Step, { type: "act" }>, reached: number): Promise<void> {
  for (let version = reached; version < acts;) {
    const request = { ...step.request, version, key: `again-${version}` };
    version = (await take(app, { ...step, request, newId: `fact-again-${version}` })) ?? acts;
  }
}

/** The version that was reached. */
async function take(app: App, step: Step): Promise<number | null> {
  if (step.type === "file") {
    await uploadEvidence(app, step.actor, pieces(step.bytes), 1_000_000);
    return null;
  }
  const performed = await perform(app, step.actor, step.request, { newId: () => step.newId });
  if (performed.type !== "done") throw new Error(JSON.stringify(performed));
  return performed.answer.version;
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function throughApplication(app: App): Promise<number> {
  const view = await viewMatter(app, { ...officials.officer, personId: "person-9" }, { matterId });
  return view.type === "done" ? view.answer.history.length : 0;
}

/** What a programmer would send who needs just this page, and its line in the log. */
async function askByHand(database: Database, time: number): Promise<number> {
  return database.kysely.transaction().execute(async (trx) => {
    const ask = async (sql: string, parameters: unknown[]) =>
      (await trx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(sql, parameters))).rows;
    const events = await ask(
      "SELECT seq, at, act, actor_id, actor_name, behalf_id, behalf_name, body FROM matter_event WHERE jurisdiction_id = $1 AND matter_id = $2 ORDER BY seq",
      [jurisdictionId, matterId],
    );
    const told = events.map(({ body }) => JSON.parse(String(body)) as unknown);
    await ask("SELECT person_id FROM matter_person WHERE jurisdiction_id = $1 AND matter_id = $2", [
      jurisdictionId,
      matterId,
    ]);
    await ask("SELECT id, name FROM account WHERE jurisdiction_id = $1 AND id = ANY($2::text[])", [
      jurisdictionId,
      ["officer", "colleague", "secretary"],
    ]);
    await ask(
      "SELECT DISTINCT ON (year) year, days_off, days_worked FROM calendar_year WHERE jurisdiction_id = $1 ORDER BY year, version DESC",
      [jurisdictionId],
    );
    const chain = "by-hand";
    if (time === 0)
      await ask("INSERT INTO audit_head (jurisdiction_id, chain, seq) VALUES ($1, $2, 0)", [jurisdictionId, chain]);
    const [head] = await ask("SELECT seq, hash FROM audit_head WHERE jurisdiction_id = $1 AND chain = $2 FOR UPDATE", [
      jurisdictionId,
      chain,
    ]);
    const previous = head?.["hash"] ?? null;
    const body = JSON.stringify({ matterId, version: events.length });
    const hashed = hash("sha256", JSON.stringify([previous, body]));
    await ask("UPDATE audit_head SET seq = $3, hash = $4 WHERE jurisdiction_id = $1 AND chain = $2", [
      jurisdictionId,
      chain,
      time + 1,
      hashed,
    ]);
    await ask(
      `INSERT INTO audit_entry (jurisdiction_id, chain, seq, at, kind, actor_id, actor_name, what, outcome, body, previous, hash, algorithm)
        VALUES ($1, $2, $3, $4, 'sensitive-read', 'officer', 'officer', 'read-matter', 'done', $5, $6, $7, 'sha256')`,
      [jurisdictionId, chain, time + 1, "2024-12-31T04:00:00.000Z", body, previous, hashed],
    );
    return told.length;
  });
}

async function timed(work: () => Promise<number>): Promise<{ events: number; took: number }> {
  const began = performance.now();
  const events = await work();
  return { events, took: performance.now() - began };
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[all.length >> 1] ?? Number.NaN;
}

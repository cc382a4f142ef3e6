// Verifying a long log: by the system itself, along every chain and then over the tree, and by the separate program on an export.
// WENZE_BENCH_ENTRIES sets how many entries; a million unless told.

import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sql } from "kysely";
import { appOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { makeCheckpoint } from "#log/uses/checkpoints.ts";
import { exportLog } from "#log/uses/log-export.ts";
import { verifyChains } from "#log/uses/log.ts";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { nextEntry } from "#audit/chain.ts";
import type { Entry } from "#audit/entry.ts";
import { hashText } from "#log/rows/audit.ts";
import { inTransaction } from "#database/database.ts";
import type { Database } from "#database/database.ts";
import { addJurisdiction } from "#jurisdiction/rows/jurisdictions.ts";
import { at, keys } from "../test/database/people.ts";
import { onEngines } from "./engines.ts";
import { figure, table, writeSection } from "./results.ts";

const wanted = Number(process.env["WENZE_BENCH_ENTRIES"] ?? 1_000_000);
/** Entries of one chain, as a busy account or a long case has them. */
const length = 500;
const verifier = path.join(import.meta.dirname, "../verify/verify.mjs");

const law = await loadLaw();
const rows: string[][] = [];
await onEngines(async (engine) => {
  const database = await engine.open();
  const folder = mkdtempSync(path.join(tmpdir(), "wenze-verify-"));
  try {
    const app = await filled(database, engine.dataFolder);
    const [signing] = await timed(() => makeCheckpoint(app));
    const [walking, verified] = await timed(() => verifyChains(app));
    if (verified.faults.length > 0 || verified.entries !== wanted || verified.covered !== wanted)
      throw new Error(JSON.stringify({ ...verified, faults: verified.faults.slice(0, 3) }));
    const file = path.join(folder, "log.jsonl");
    const [exporting] = await timed(async () =>
      pipeline(Readable.from(await exportLog(app, null)), createWriteStream(file)),
    );
    const [apart, run] = await timed(async () => spawnSync(process.execPath, [verifier, file], { encoding: "utf8" }));
    if (run.status !== 0) throw new Error(run.stdout + run.stderr);
    const rate = (seconds: number) => figure(wanted / seconds);
    rows.push([
      engine.name,
      figure(wanted),
      figure(signing, 1),
      figure(walking, 1),
      rate(walking),
      figure(exporting, 1),
      figure(apart, 1),
      rate(apart),
    ]);
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

writeSection(
  "verify",
  "Verifying the log",
  `
${figure(wanted)} entries in chains of ${length}, one checkpoint over all of them. The system reads every entry twice, along its chain and as
a leaf of the tree, in short transactions; the separate program in \`verify/\` reads an export.

${table(["engine", "entries", "checkpoint, s", "verified, s", "entries/s", "export, s", "verify/, s", "entries/s"], rows)}

`,
);

async function filled(database: Database, dataFolder: string): Promise<App> {
  const jurisdiction = { id: "long-log", name: "云岭高新区", prefix: "云" };
  await addJurisdiction(database, jurisdiction);
  const app = appOf(
    {
      database,
      law,
      otherPacks: [],
      dataFolder,
      keys,
      reporterKey: new Uint8Array(32),
      clock: () => Temporal.Instant.from(at),
    },
    jurisdiction,
  );
  const said = {
    at,
    kind: "sensitive-read",
    actorId: "officer",
    actorName: "林知秋",
    what: "read-matter",
    outcome: "done",
  } as const;
  for (let from = 0; from < wanted; from += length) {
    const chain = `account:${from / length}`;
    const entries: Entry[] = [];
    for (let seq = 0; seq < Math.min(length, wanted - from); seq += 1)
      entries.push(
        nextEntry(hashText, "sha256", chain, entries.at(-1) ?? { seq: 0, hash: null }, {
          ...said,
          body: { matterId: `m${seq}` },
        }),
      );
    await insert(database, jurisdiction.id, chain, entries);
  }
  return app;
}

async function insert(database: Database, j: string, chain: string, entries: readonly Entry[]): Promise<void> {
  const of = (name: keyof Entry) => entries.map((entry) => entry[name]);
  await inTransaction(database, { jurisdictionId: j, accountId: null }, async ({ kysely }) => {
    await sql`INSERT INTO audit_entry (jurisdiction_id, chain, seq, at, kind, actor_id, actor_name, what, outcome, body, previous, hash, algorithm)
      SELECT ${j}::text, ${chain}::text, new.* FROM unnest(${of("seq")}::integer[], ${of("at")}::text[], ${of("kind")}::text[], ${of("actorId")}::text[],
        ${of("actorName")}::text[], ${of("what")}::text[], ${of("outcome")}::text[], ${of("body")}::text[], ${of("previous")}::text[], ${of("hash")}::text[],
        ${of("algorithm")}::text[]) AS new`.execute(kysely);
    const last = entries.at(-1);
    await sql`INSERT INTO audit_head (jurisdiction_id, chain, seq, hash) VALUES (${j}, ${chain}, ${last?.seq ?? 0}, ${last?.hash ?? null})`.execute(
      kysely,
    );
  });
}

async function timed<T>(work: () => Promise<T>): Promise<[seconds: number, done: T]> {
  const began = performance.now();
  const done = await work();
  return [(performance.now() - began) / 1000, done];
}

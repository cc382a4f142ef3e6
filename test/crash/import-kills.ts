// Kills an import in the middle, again and again: each batch is there whole or not at all, and it goes on where it was.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { z } from "zod";
import { beginInstallation, openInstallation, openFirstJurisdiction } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { foundJurisdiction } from "#jurisdiction/uses/found.ts";
import { beginImport, runImport } from "#imports/uses/imports.ts";
import { endImports, work } from "#imports/uses/job.ts";
import { addAccount } from "../settled.ts";
import { verifyLog } from "../verified-log.ts";
import { inTransaction } from "#database/database.ts";
import { findImport } from "#imports/rows.ts";
import { addOrganization } from "#registry/rows/organizations.ts";
import { rowsOf } from "#database/rows.ts";
import { randomFrom } from "../../bench/random.ts";
import { actorOf, inventedIdNumber } from "../database/people.ts";

/** Rows of the list: more batches than there are kills, so that most fall in the middle of one. */
export async function killImports(
  kills: number,
  rows: number,
  seed: number,
): Promise<{ killed: number; steps: number[] }> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), "wenze-import-"));
  try {
    const importId = await begin(dataFolder, rows);
    const random = randomFrom(seed);
    const steps: number[] = [];
    let killed = 0;
    for (let round = 0; round < kills; round += 1) {
      // By turns as soon as it is at work and when a batch is there: both before anything is written and between two batches.
      const when = round % 2 === 0 ? "a batch is there" : "at work";
      if (!(await killedAfter(dataFolder, importId, { when, milliseconds: random.between(0, 400) }))) break;
      killed += 1;
      steps.push(await whole(dataFolder, importId));
    }
    await killedAfter(dataFolder, importId, null);
    assert.equal(await whole(dataFolder, importId), rows, "all of them, once");
    return { killed, steps };
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** A list whose preview is there and which is about to be run. */
async function begin(dataFolder: string, rows: number): Promise<string> {
  const installation = await beginInstallation({ dataFolder });
  const app = await foundJurisdiction(installation, { id: "zone", name: "试验区", prefix: "" });
  const keeper = actorOf("keeper", ["personnel-officer"]);
  await inTransaction(app.database, { jurisdictionId: "zone", accountId: null }, async (trx) => {
    await addOrganization(trx, {
      id: "bureau",
      parentId: null,
      name: "经济发展局",
      kind: "government",
      managedBy: "zone",
    });
    await addAccount(trx, {
      id: "keeper",
      account: "keeper",
      name: "keeper",
      roles: ["personnel-officer"],
      organizationId: null,
      personId: null,
      password: "$argon2id$v=19$m=1,t=1,p=1$a$a",
      mustChangePassword: false,
    });
  });
  const lines = Array.from(
    { length: rows },
    (_one, index) => `甲乙丙\t${inventedIdNumber(1 + index)}\t经济发展局\t科员\t2020-01-01`,
  );
  const text = ["姓名\t身份证号\t单位\t职务\t任现职时间", ...lines].join("\n");
  const begun = await beginImport(app, keeper, { kind: "persons", fileName: "名单.txt", bytes: Buffer.from(text) });
  if (begun.type !== "done") throw new Error(JSON.stringify(begun));
  const { importId } = begun.answer;
  await work(app, importId);
  assert.equal((await runImport(app, keeper, { importId, key: crypto.randomUUID() })).type, "done");
  await endImports(app);
  await installation.database.close();
  return importId;
}

/** Goes on with the import, and kills it so many milliseconds after it said so; false when it was over before. Null lets it end. */
async function killedAfter(
  dataFolder: string,
  importId: string,
  kill: { when: "at work" | "a batch is there"; milliseconds: number } | null,
): Promise<boolean> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "importer.ts"), dataFolder, importId], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  if (kill !== null) {
    await Promise.race([said(child.stdout, kill.when), ended]);
    await Promise.race([sleep(kill.milliseconds), ended]);
    child.kill("SIGKILL");
  } else child.stdout.resume();
  const [code, signal] = (await ended) as [number | null, string | null];
  if (signal === null) assert.equal(code, 0);
  return signal === "SIGKILL";
}

/** Goes on listening afterwards: a program that nobody listens to would die of it. */
function said(output: Readable, words: string): Promise<void> {
  let heard = "";
  return new Promise((resolve) => {
    output.on("data", (some) => {
      heard += String(some);
      if (heard.includes(words)) resolve();
    });
  });
}

/** How many are imported: as many as the import says, with everything that belongs to each, and a log without a fault. */
async function whole(dataFolder: string, importId: string): Promise<number> {
  const installation = await openInstallation({ dataFolder });
  const app = await openFirstJurisdiction(installation);
  assert.ok(app !== null);
  const counted = await counts(app, importId);
  assert.equal(counted.persons, counted.done);
  assert.equal(counted.posts, counted.done);
  assert.equal(counted.heard, counted.done);
  assert.equal(counted.marked, counted.done);
  assert.deepEqual((await verifyLog(app.database, app.jurisdictionId)).faults, []);
  await installation.database.close();
  return counted.done;
}

async function counts(app: App, importId: string) {
  return inTransaction(app.database, { jurisdictionId: app.jurisdictionId, accountId: null }, async (trx) => {
    const [row] = await rowsOf(
      trx,
      z.object({ persons: z.int(), posts: z.int(), heard: z.int(), marked: z.int() }),
      sql`SELECT (SELECT count(*) FROM person) AS persons, (SELECT count(*) FROM post_held WHERE source = ${`import:${importId}`}) AS posts,
        (SELECT count(DISTINCT person_id) FROM person_sound) AS heard, (SELECT count(*) FROM import_row AS r JOIN import_job AS j ON j.id = r.import_id WHERE r.row <= j.done_through AND r.outcome IN ('new', 'change')) AS marked`,
    );
    const job = await findImport(trx, importId);
    assert.ok(row !== undefined && job !== null);
    return { ...row, done: job.rowsDone };
  });
}

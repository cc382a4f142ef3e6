// Kills a backup, a restore, a migration, a checkpoint, a sweep at points of it, again and again on the same data: what was there before is whole
// afterwards, nothing half is taken for whole, and the deed can be done again.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { checkBackup } from "#backup/check-backup.ts";
import type { Opening } from "#backup/check-backup.ts";
import { joinParts } from "#backup/recovery-parts.ts";
import { makeBackup } from "#backup/uses/backup.ts";
import { makeRecoveryKey } from "#backup/uses/recovery-key.ts";
import { restoreBackup } from "#backup/uses/restore.ts";
import { migrationNames, migrationsDone } from "#database/migrate.ts";
import { foundJurisdiction } from "#jurisdiction/uses/found.ts";
import { beginInstallation, openFirstJurisdiction, openInstallation } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { inTransaction } from "#database/database.ts";
import { verifyChains } from "#log/uses/log.ts";
import { resumeSweep, sweepNow } from "#sweep/uses/sweep.ts";
import { randomFrom } from "../../bench/random.ts";
import { layDown, readSaved } from "../baseline/saved.ts";
import { seedRegistry } from "../database/people.ts";

export type Deed =
  | { type: "backup"; dataFolder: string; file: string }
  | { type: "restore"; dataFolder: string; file: string; opening: Opening }
  | { type: "migration" | "checkpoint" | "sweep"; dataFolder: string };

const at = "2026-03-01T08:00:00.000Z";

/** So many kills of each deed. Answers with how many fell while it was at work. */
export async function killDeeds(kills: number, seed: number): Promise<Record<Deed["type"], number>> {
  const folder = mkdtempSync(path.join(tmpdir(), "wenze-deeds-"));
  try {
    const random = randomFrom(seed);
    const dataFolder = path.join(folder, "data");
    const file = path.join(folder, "backup.age");
    const opening = await settle(dataFolder, file);
    const killed = { backup: 0, restore: 0, migration: 0, checkpoint: 0, sweep: 0 };
    for (let round = 0; round < kills; round += 1) {
      for (const type of ["checkpoint", "sweep"] as const)
        killed[type] += await killedAt({ type, dataFolder }, "open", random.between(0, 400));
      killed.backup += await backupKilled({ dataFolder, file, opening, words: tables[round % 3] ?? "person" });
      killed.restore += await restoreKilled(path.join(folder, `restored-${round}`), file, opening, round);
      killed.migration += await migrationKilled(path.join(folder, `then-${round}`), random.between(0, 300));
    }
    return killed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** At the first table, in the middle, when all rows are out. */
const tables = ["account ", "person ", "evidence "];

/** A district with a person, a recovery key, a whole backup. */
async function settle(dataFolder: string, file: string): Promise<Opening> {
  const app = await foundJurisdiction(await beginInstallation({ dataFolder }), {
    id: "zone",
    name: "试验区",
    prefix: "",
  });
  await inTransaction(app.database, { jurisdictionId: "zone", accountId: null }, (trx) =>
    seedRegistry(trx, ["林知秋"]),
  );
  let identity: Promise<string | null> = Promise.resolve(null);
  let signer = "";
  await makeRecoveryKey(app, ([one, other]) => {
    identity = joinParts(one, other);
    signer = one.signer;
  });
  const opening = { identity: (await identity) ?? assert.fail("the parts do not belong together"), signer };
  assert.equal((await makeBackup(app, file)).type, "whole");
  await app.database.close();
  return opening;
}

/** What stood under the name before, or a whole new one: never half of one. */
async function backupKilled(one: {
  dataFolder: string;
  file: string;
  opening: Opening;
  words: string;
}): Promise<number> {
  const { dataFolder, file, opening, words } = one;
  const killed = await killedAt({ type: "backup", dataFolder, file }, words, 0);
  assert.equal((await checkBackup(file, opening)).type, "fits");
  await whole(dataFolder);
  return killed;
}

/** The folder says that it was not finished; nothing is opened there; a restore takes it over. */
async function restoreKilled(dataFolder: string, file: string, opening: Opening, round: number): Promise<number> {
  const there = ["restoring/began.json", "keys/checkpoint.key", "database"][round % 3] ?? "";
  const killed = await killedAt(
    { type: "restore", dataFolder, file, opening },
    () => existsSync(path.join(dataFolder, there)),
    0,
  );
  if (killed === 1) await assert.rejects(openInstallation({ dataFolder }), { code: "restore-unfinished" });
  const again = await restoreBackup({ dataFolder }, file, { ...opening, at });
  assert.equal(again.type, killed === 1 ? "restored" : "not-empty");
  await whole(dataFolder);
  return killed;
}

/** Each migration is there whole or not at all, and the next opening goes on. */
async function migrationKilled(dataFolder: string, milliseconds: number): Promise<number> {
  await layDown(readSaved("district"), { dataFolder });
  const killed = await killedAt({ type: "migration", dataFolder }, "at work", 200 + milliseconds);
  await whole(dataFolder, async ({ database }) => {
    assert.deepEqual(await migrationsDone(database.kysely), migrationNames());
  });
  return killed;
}

async function whole(dataFolder: string, look: (app: App) => Promise<void> = async () => {}): Promise<void> {
  const app = await openFirstJurisdiction(await openInstallation({ dataFolder }));
  assert.ok(app !== null);
  try {
    assert.deepEqual((await verifyChains(app)).faults, []);
    await look(app);
    // As the server does when it starts.
    await resumeSweep(app);
    if (dataFolder.endsWith("data")) assert.equal((await sweepNow(app, "command"))?.state, "done");
  } finally {
    await app.database.close();
  }
}

/** Kills it so many milliseconds after it printed the words, or it is so far; 0 when it was over before. */
async function killedAt(deed: Deed, when: string | (() => boolean), milliseconds: number): Promise<0 | 1> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "doer.ts"), JSON.stringify(deed)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  let heard = "";
  child.stdout.on("data", (some) => {
    heard += String(some);
  });
  const due = () => (typeof when === "string" ? heard.includes(when) : when());
  while (child.exitCode === null && child.signalCode === null && !due()) await sleep(1);
  await Promise.race([sleep(milliseconds), ended]);
  child.kill("SIGKILL");
  const [code, signal] = (await ended) as [number | null, string | null];
  if (signal === null) assert.equal(code, 0, heard);
  return signal === "SIGKILL" ? 1 : 0;
}

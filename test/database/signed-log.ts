// A log with several chains, checkpoints and a countersignature, and its export: what the verifier is tried on.
import assert from "node:assert/strict";
import path from "node:path";
import { countersign } from "#log/uses/countersign.ts";
import { acceptCountersignatures, latestCheckpoint, makeCheckpoint } from "#log/uses/checkpoints.ts";
import { exportLog } from "#log/uses/log-export.ts";
import type { App } from "#kernel/app.ts";
import type { CheckpointFile } from "#audit/checkpoint.ts";
import { appendEntry } from "#log/rows/audit.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { randomFrom } from "../../bench/random.ts";
import { faultsOf } from "../verifier.ts";
import { temporaryFolder } from "./engines.ts";
import type { Testbed } from "./engines.ts";
import { at, bringIntoEffect, keys, layKeys, seedRegistry } from "./people.ts";

export const said = (what: string) =>
  ({ at, kind: "sign-in", actorId: "officer", actorName: "林知秋", what, outcome: "done", body: { what } }) as const;

export function appOn({ database, jurisdictionId, law }: Testbed): App {
  const dataFolder = temporaryFolder();
  layKeys(dataFolder);
  return {
    database,
    law,
    otherPacks: [],
    keys,
    reporterKey: new Uint8Array(32),
    jurisdictionId,
    jurisdictionName: "试验区",
    dataFolder,
    clock: () => Temporal.Instant.from(at),
  };
}

export async function write(app: App, chain: string, what: string): Promise<void> {
  const scope = { jurisdictionId: app.jurisdictionId, accountId: null };
  await inRetriedTransaction(app.database, scope, (trx) => appendEntry(trx, chain, said(what)));
}

export async function exported(app: App): Promise<Uint8Array> {
  let text = "";
  for await (const piece of await exportLog(app, null)) text += piece;
  return Buffer.from(text);
}

export async function latest(app: App): Promise<CheckpointFile> {
  await makeCheckpoint(app);
  const found = await latestCheckpoint(app);
  assert.ok(found !== null);
  return found;
}

/** A log with a life of a case, several chains and three checkpoints, the second countersigned by a body of its own. */
export async function filled(
  testbed: Testbed,
): Promise<{ app: App; first: CheckpointFile; countersigned: CheckpointFile }> {
  const app = appOn(testbed);
  await testbed.work(async (trx) => {
    await seedRegistry(trx, ["林知秋"]);
    await bringIntoEffect(testbed, trx, "person-0", "2020-01-10", { measures: ["transfer"] });
  });
  const first = await latest(app);
  for (const what of ["one", "two", "three"]) await write(app, "account:officer", what);
  const signed = countersign(await latest(app), path.join(app.dataFolder, "second-body.key"), {
    name: "上级纪检监察机关",
    at,
  });
  assert.ok(signed.type === "signed");
  assert.equal((await acceptCountersignatures(app, null, { file: signed.file })).type, "done");
  await write(app, "account:officer", "four");
  return { app, first, countersigned: signed.file };
}

/** Flips so many random bits, each in an export that is whole otherwise: every one must be found. */
export function flipBits(whole: Uint8Array, flips: number, seed: number): void {
  const random = randomFrom(seed);
  for (let flip = 0; flip < flips; flip += 1) {
    const [byte, bit] = [random.between(0, whole.length - 1), random.between(0, 7)];
    const changed = Uint8Array.from(whole);
    changed[byte] = (changed[byte] ?? 0) ^ (1 << bit);
    assert.notDeepEqual(faultsOf(changed), [], `bit ${bit} of byte ${byte}`);
  }
}

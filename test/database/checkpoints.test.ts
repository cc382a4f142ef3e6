// Checkpoints, and what an outsider finds with them: the verifier in verify/ reads an export and shares no code with what wrote it.
import assert from "node:assert/strict";
import path from "node:path";
import { sql } from "kysely";
import { countersign } from "#log/uses/countersign.ts";
import { acceptCountersignatures, makeCheckpoint } from "#log/uses/checkpoints.ts";
import { verifyChains } from "#log/uses/log.ts";
import { proveConsistency, proveInclusion } from "#log/uses/proofs.ts";
import { chooseLogAlgorithm } from "#log/uses/log-algorithm.ts";
import type { CheckpointFile } from "#audit/checkpoint.ts";
import { nextEntry } from "#audit/chain.ts";
import { appendEntry, hashText } from "#log/rows/audit.ts";
import { inTransaction } from "#database/database.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { nowOf } from "#kernel/time.ts";
import { openLogKey } from "#log/signing-key.ts";
import { faultsOf, proofFaults } from "../verifier.ts";
import { onEachEngine } from "./engines.ts";
import { at } from "./people.ts";
import { appOn, exported, filled, flipBits, latest, said, write } from "./signed-log.ts";

onEachEngine("an untouched log is whole for us and for the verifier, in SHA-256 and on into SM3", async (testbed) => {
  const { app, countersigned } = await filled(testbed);
  await chooseLogAlgorithm(app, "sm3");
  await write(app, "account:officer", "five");
  const trust = {
    key: openLogKey(app.dataFolder).publicKey,
    countersigners: countersigned.countersignatures.map(({ publicKey }) => publicKey),
    kept: [countersigned],
  };
  assert.deepEqual(faultsOf(await exported(app), trust), []);
  const verified = await verifyChains(app);
  assert.deepEqual(verified.faults, []);
  assert.equal(verified.covered, verified.entries);
  assert.equal((await latest(app)).algorithm, "sm3");
  assert.equal(await makeCheckpoint(app), null, "nothing new, no new checkpoint");
});

onEachEngine("entries written by eight at once while checkpoints are made are each covered once", async (testbed) => {
  const app = appOn(testbed);
  await Promise.all([
    ...Array.from({ length: 8 }, async (_, writer) => {
      for (let index = 0; index < 6; index += 1) await write(app, `account:${writer % 5}`, String(index));
    }),
    ...Array.from({ length: 4 }, async () => {
      for (let index = 0; index < 3; index += 1) await makeCheckpoint(app);
    }),
  ]);
  assert.equal((await latest(app)).size, 48);
  assert.deepEqual(faultsOf(await exported(app)), []);
});

onEachEngine("proofs of inclusion and consistency hold for the verifier, and for nothing else", async (testbed) => {
  const { app, first } = await filled(testbed);
  const last = await latest(app);
  const trust = { key: openLogKey(app.dataFolder).publicKey, countersigners: [] };
  for (const seq of [1, 2, 3, 4]) {
    const proof = await proveInclusion(app, "account:officer", seq);
    assert.ok(proof?.type === "inclusion");
    assert.deepEqual(proofFaults(proof, trust), []);
    assert.notDeepEqual(proofFaults({ ...proof, hash: "0".repeat(64) }, trust), []);
    assert.notDeepEqual(proofFaults({ ...proof, leaf: proof.leaf - 1 }, trust), []);
  }
  assert.equal(await proveInclusion(app, "account:officer", 5), null);
  const proof = await proveConsistency(app, first.size, last.size);
  assert.ok(proof?.type === "consistency");
  assert.deepEqual(proofFaults(proof, trust), []);
  assert.notDeepEqual(proofFaults({ ...proof, proof: proof.proof.slice(1) }, trust), []);
  assert.equal(await proveConsistency(app, last.size, first.size), null);
});

onEachEngine(
  "every way in which an export can be changed is found: bits, lines taken out, put in, swapped, cut",
  async (testbed) => {
    const { app } = await filled(testbed);
    const whole = await exported(app);
    assert.deepEqual(faultsOf(whole), []);
    flipBits(whole, testbed.database.engine === "pglite" ? 600 : 50, 14);
    const lines = Buffer.from(whole).toString().trimEnd().split("\n");
    const found = (changed: readonly string[], name: string) =>
      assert.notDeepEqual(faultsOf(Buffer.from(`${changed.join("\n")}\n`)), [], name);
    for (const [place, line] of lines.entries()) {
      found(lines.toSpliced(place, 1), `line ${place} taken out`);
      found(lines.toSpliced(place, 0, line), `line ${place} doubled`);
      found(lines.slice(0, place), `cut before line ${place}`);
      const next = lines[place + 1];
      if (next !== undefined)
        found(lines.with(place, next).with(place + 1, line), `lines ${place} and ${place + 1} swapped`);
    }
  },
);

onEachEngine(
  "a chain rewritten by the database's superuser, signed again with our own key, is found by the countersigned checkpoint",
  async (testbed) => {
    const { app, countersigned } = await filled(testbed);
    const j = testbed.jurisdictionId;
    // Whoever holds the database, the data folder and the code: every hash of the chain is made anew, every checkpoint too.
    let head: { seq: number; hash: string | null } = { seq: 0, hash: null };
    for (const what of ["one", "another", "three", "four"]) {
      const entry = nextEntry(hashText, "sha256", "account:officer", head, said(what));
      await testbed.asOwner(
        sql`UPDATE audit_entry SET body = ${entry.body}, what = ${what}, previous = ${entry.previous}, hash = ${entry.hash}
        WHERE jurisdiction_id = ${j} AND chain = 'account:officer' AND seq = ${entry.seq}`,
      );
      head = entry;
    }
    await testbed.asOwner(
      sql`UPDATE audit_head SET hash = ${head.hash} WHERE jurisdiction_id = ${j} AND chain = 'account:officer'`,
    );
    const ours = await verifyChains(app);
    assert.ok(
      ours.faults.every(({ chain }) => chain === "checkpoint") && ours.faults.length > 0,
      "our own checkpoints find it",
    );
    for (const table of [sql`countersignature`, sql`checkpoint`, sql`log_run`])
      await testbed.asOwner(sql`DELETE FROM ${table} WHERE jurisdiction_id = ${j}`);
    const forged = await exported(app);
    assert.deepEqual(
      faultsOf(forged, { key: openLogKey(app.dataFolder).publicKey }),
      [],
      "by itself the forgery is flawless",
    );
    assert.match(faultsOf(forged, { kept: [countersigned] }).join(), /the log was rewritten/u);
    assert.match(faultsOf(forged, { kept: [{ ...countersigned, root: "0".repeat(64) }] }).join(), /does not fit/u);
  },
);

onEachEngine("only a second body's own signature over this very checkpoint is taken back", async (testbed) => {
  const { app, first, countersigned } = await filled(testbed);
  const refusalOf = async (file: CheckpointFile) => {
    const answer = await acceptCountersignatures(app, null, { file });
    return answer.type === "refused" ? answer.refusals.map(({ code }) => code).join() : answer.type;
  };
  assert.equal(await refusalOf(first), "no-countersignature");
  assert.equal(
    await refusalOf({ ...first, countersignatures: countersigned.countersignatures }),
    "countersignature-unfit",
  );
  assert.equal(await refusalOf({ ...countersigned, size: 1 }), "no-such-checkpoint");
  assert.equal(await refusalOf(countersigned), "done");
  assert.equal(
    countersign(first, path.join(app.dataFolder, "keys", "checkpoint.key"), { name: "自己", at }).type,
    "own-key",
  );
  assert.equal(
    countersign({ ...first, size: 3 }, path.join(app.dataFolder, "x.key"), { name: "某", at }).type,
    "unfit",
  );
});

onEachEngine(
  "a clock set back by a day changes neither the order of the log nor what is verified of it",
  async (testbed) => {
    const app = appOn(testbed);
    await write(app, "account:officer", "before");
    await makeCheckpoint(app);
    const back: App = { ...app, clock: () => Temporal.Instant.from(at).subtract({ hours: 24 }) };
    await inTransaction(app.database, scopeOf(app, null), (trx) =>
      appendEntry(trx, "account:officer", { ...said("after"), at: nowOf(back) }),
    );
    assert.equal((await makeCheckpoint(back))?.at, nowOf(back), "it bears the time of the clock");
    assert.deepEqual((await verifyChains(back)).faults, []);
    assert.deepEqual(faultsOf(await exported(back), { key: openLogKey(app.dataFolder).publicKey }), []);
    const proof = await proveConsistency(app, 1, 2);
    assert.ok(proof?.type === "consistency");
    assert.deepEqual(proofFaults(proof, { key: openLogKey(app.dataFolder).publicKey, countersigners: [] }), []);
  },
);

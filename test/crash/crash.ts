// Kills the writers, or the database under them, at seeded random points, again and again on the same data.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import type { ChildProcessByStdio } from "node:child_process";
import { createInterface } from "node:readline";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { openGround, settle } from "#app/app.ts";
import type { Place } from "#app/app.ts";
import { inTransaction, openDatabase } from "#store/database.ts";
import { addJurisdiction } from "#store/jurisdictions.ts";
import { randomFrom } from "../../bench/random.ts";
import { addAccounts, settle as settlePeople } from "../database/people.ts";
import { now, officials, personsOfWriters } from "./life.ts";
import type { Progress } from "./life.ts";
import { survey } from "./survey.ts";
import type { Acknowledged } from "./survey.ts";
import type { Line, Task } from "./writers.ts";

/** Ends the database's processes in some rounds; resolves when it is down or has begun to come back. */
export type Blow = { name: string; strike: () => Promise<void>; recover: () => Promise<void> };

export type Crashes = {
  place: Place;
  rounds: number;
  seed: number;
  /** By round; null kills only the writing process. */
  blowAt: (round: number) => Blow | null;
};

export type Crashed = {
  rounds: number;
  acknowledged: number;
  underWayDone: number;
  underWayUndone: number;
  restrictions: number;
  blows: Record<string, number>;
};

const writers = 8;
/** WebAssembly is compiled by the quick compiler alone: a program that lives for a second gains nothing by the thorough one. */
const quickly = "--liftoff-only";
/** Compiled code is kept as the command line keeps it, since every crash is followed by a start. */
const compiled = path.join(import.meta.dirname, "../../node_modules/.cache/wenze");
/** So often a crash is followed by a thorough survey; the last one always is. */
const thoroughEvery = 5;

/** Throws when anything acknowledged is lost, half done, or does not verify. */
export async function crashOver({ place, rounds, seed, blowAt }: Crashes): Promise<Crashed> {
  await prepare(place);
  await rehearse(place);
  const random = randomFrom(seed);
  const acknowledged: Acknowledged[] = [];
  const blows: Record<string, number> = {};
  let underWay = { done: 0, undone: 0 };
  let progress: Progress[] = Array.from({ length: writers }, (_, writer) => ({ writer, life: 0, step: 0, version: 0 }));
  // Files of earlier rounds are not read again each time; acts are, since that is one query.
  let fresh: Acknowledged[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const blow = blowAt(round);
    const acts = acknowledged.filter(({ type }) => type === "act");
    const { child, lines, ended } = start({
      place,
      progress,
      acknowledged: [...acts, ...fresh.filter(({ type }) => type === "file")],
      thorough: round % thoroughEvery === 0,
    });
    const before = progress;
    fresh = [];
    let enough = random.between(8, 40);
    const told = Promise.withResolvers<void>();
    const listening = (async () => {
      for await (const text of lines) {
        const line = JSON.parse(text) as Line; // told by writers.ts in the same type
        if (line.type === "survey") {
          assert.deepEqual(line.survey.faults, [], `after crash ${round}`);
          underWay = {
            done: underWay.done + line.survey.underWayDone,
            undone: underWay.undone + line.survey.underWayUndone,
          };
        } else if (line.type === "failed") {
          throw new Error(line.what);
        } else {
          fresh.push(line.what);
          progress = progress.with(line.progress.writer, line.progress);
          enough -= 1;
          if (enough === 0) told.resolve();
        }
      }
    })();
    // Whatever comes first: enough was done, something is wrong, or the writers ended by themselves, which they never should.
    await Promise.race([
      told.promise,
      listening.then(() => assert.fail(`the writers ended by themselves in round ${round}`)),
    ]);
    await sleep(random.between(0, 20));
    if (blow !== null) await blow.strike();
    assert.equal(child.exitCode ?? child.signalCode, null, `the application did not outlive round ${round}`);
    child.kill("SIGKILL");
    await ended;
    await listening;
    if (blow !== null) await blow.recover();
    const name = blow?.name ?? "application killed";
    blows[name] = (blows[name] ?? 0) + 1;
    assert.notDeepEqual(progress, before);
    acknowledged.push(...fresh);
  }
  const last = await lookOnceMore(place, acknowledged, progress);
  return {
    rounds,
    acknowledged: acknowledged.length,
    underWayDone: underWay.done + last.underWayDone,
    underWayUndone: underWay.undone + last.underWayUndone,
    restrictions: last.restrictions,
    blows,
  };
}

async function prepare(place: Place): Promise<void> {
  const database = await openDatabase(place);
  try {
    await addJurisdiction(database, { id: "zone", name: "云岭高新区", prefix: "云" });
    await inTransaction(database, { jurisdictionId: "zone", accountId: null }, async (trx) => {
      await settlePeople(
        trx,
        Array.from({ length: personsOfWriters }, (_, index) => `冯知${"一二三四五六七八九"[index] ?? ""}`),
      );
      await addAccounts(trx, Object.keys(officials));
    });
  } finally {
    await database.close();
  }
}

/** A start without writers ends by itself, in order, and leaves its compiled code behind. */
async function rehearse(place: Place): Promise<void> {
  const { child, ended } = start({ place, progress: [], acknowledged: [], thorough: true });
  child.stdout.resume();
  await ended;
  assert.equal(child.exitCode, 0);
}

/** All that was acknowledged since the beginning, files included. */
async function lookOnceMore(place: Place, acknowledged: readonly Acknowledged[], progress: readonly Progress[]) {
  const ground = await openGround(place, () => Temporal.Instant.from(now));
  try {
    const app = await settle(ground);
    assert.ok(app !== null);
    const seen = await survey(app, acknowledged, progress, true);
    assert.deepEqual(seen.faults, []);
    return seen;
  } finally {
    await ground.database.close();
  }
}

type Running = {
  child: ChildProcessByStdio<Writable, Readable, null>;
  lines: AsyncIterable<string>;
  ended: Promise<unknown>;
};

function start(task: Task): Running {
  const child = spawn(process.execPath, [quickly, path.join(import.meta.dirname, "writers.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.stdin.on("error", () => undefined);
  child.stdin.end(JSON.stringify(task));
  return { child, lines: createInterface({ input: child.stdout }), ended };
}

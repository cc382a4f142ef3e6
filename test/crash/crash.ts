// Kills the writers, or the database under them, at seeded random points, again and again on the same data.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import type { ChildProcessByStdio } from "node:child_process";
import { createInterface } from "node:readline";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { openInstallation, openFirstJurisdiction } from "#kernel/app.ts";
import type { Place } from "#kernel/app.ts";
import { actIds } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import { inTransaction, openAsOwner } from "#database/database.ts";
import { addJurisdiction } from "#jurisdiction/rows/jurisdictions.ts";
import { randomFrom } from "../../bench/random.ts";
import { layKeys } from "../database/people.ts";
import { prepareData } from "../prepared.ts";
import { now } from "./life.ts";
import type { Progress } from "./life.ts";
import { settleLives } from "./prepare.ts";
import { survey } from "./survey.ts";
import type { Acknowledged } from "./survey.ts";
import type { Line, Task } from "./writers.ts";

/** Ends the database's processes in some rounds, under the living application; `recover` resolves when the database is back. */
export type Blow = { name: string; strike: () => Promise<void>; recover: () => Promise<void> };

export type Crashes = {
  place: Place;
  rounds: number;
  /** Least and most acts before each kill. */
  actsARound: readonly [number, number];
  seed: number;
  /** By round; null kills the writing process. */
  blowAt: (round: number) => Blow | null;
};

export type Crashed = {
  rounds: number;
  acknowledged: number;
  /** Those that were acknowledged at least once. */
  acts: ActId[];
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
export async function crashOver({ place, rounds, actsARound, seed, blowAt }: Crashes): Promise<Crashed> {
  await prepare(place);
  const random = randomFrom(seed);
  const acknowledged: Acknowledged[] = [];
  const blows: Record<string, number> = {};
  const underWay = { done: 0, undone: 0 };
  let progress: Progress[] = Array.from({ length: writers }, (_, writer) => ({
    writer,
    life: 0,
    step: 0,
    versions: {},
  }));
  // Files of earlier starts are not read again each time; acts are, since that is one query.
  let fresh: Acknowledged[] = [];
  let surveys = 0;
  for (let round = 0; round < rounds;) {
    const acts = acknowledged.filter(({ type }) => type === "act");
    const thorough = surveys % thoroughEvery === 0;
    surveys += 1;
    const { child, lines, ended } = start({
      place,
      progress,
      acknowledged: [...acts, ...fresh.filter(({ type }) => type === "file")],
      thorough,
    });
    fresh = [];
    let wanted = Promise.withResolvers<void>();
    let enough = Number.POSITIVE_INFINITY;
    const after = round;
    const listening = (async () => {
      for await (const text of lines) {
        const line = JSON.parse(text) as Line; // told by writers.ts in the same type
        if (line.type === "survey") {
          assert.deepEqual(line.survey.faults, [], `after crash ${after}`);
          underWay.done += line.survey.underWayDone;
          underWay.undone += line.survey.underWayUndone;
        } else if (line.type === "failed") {
          throw new Error(line.what);
        } else {
          fresh.push(line.what);
          progress = progress.with(line.progress.writer, line.progress);
          if (fresh.length >= enough) wanted.resolve();
        }
      }
    })();
    try {
      // The application lives through blows against its database, and goes on; it ends when it is killed itself.
      for (let alive = true; alive && round < rounds; round += 1) {
        const blow = blowAt(round);
        wanted = Promise.withResolvers();
        enough = fresh.length + random.between(...actsARound);
        // Whatever comes first: enough was done, something is wrong, or the writers ended by themselves, which they never should.
        await Promise.race([
          wanted.promise,
          listening.then(() => assert.fail(`the writers ended by themselves in round ${round}`)),
        ]);
        await sleep(random.between(0, 20));
        blows[blow?.name ?? "application killed"] = (blows[blow?.name ?? "application killed"] ?? 0) + 1;
        if (blow === null) alive = false;
        else {
          await blow.strike();
          assert.equal(child.exitCode ?? child.signalCode, null, `the application did not outlive round ${round}`);
          await blow.recover();
        }
      }
    } finally {
      // Whatever was found: a child that lives on would keep the tests from ending.
      child.kill("SIGKILL");
      await ended;
    }
    await listening;
    acknowledged.push(...fresh);
  }
  const last = await lookOnceMore(place, acknowledged, progress);
  return {
    rounds,
    acknowledged: acknowledged.length,
    acts: actsIn(acknowledged),
    underWayDone: underWay.done + last.underWayDone,
    underWayUndone: underWay.undone + last.underWayUndone,
    restrictions: last.restrictions,
    blows,
  };
}

/** The acts among them: each begins its key. */
function actsIn(acknowledged: readonly Acknowledged[]): ActId[] {
  const keys = acknowledged.flatMap((one) => (one.type === "act" ? [one.key] : []));
  return actIds.filter((act) => keys.some((key) => /^(.*)-\d+-\d+-\d+$/u.exec(key)?.[1] === act));
}

async function prepare(place: Place): Promise<void> {
  if (place.url === undefined) await prepareData(place.dataFolder);
  layKeys(place.dataFolder);
  const database = await openAsOwner(place);
  try {
    await addJurisdiction(database, { id: "zone", name: "云岭高新区", prefix: "云" });
    await inTransaction(database, { jurisdictionId: "zone", accountId: null }, settleLives);
  } finally {
    await database.close();
  }
}

/** All that was acknowledged since the beginning, files included. */
async function lookOnceMore(place: Place, acknowledged: readonly Acknowledged[], progress: readonly Progress[]) {
  const installation = await openInstallation(place, () => Temporal.Instant.from(now));
  try {
    const app = await openFirstJurisdiction(installation);
    assert.ok(app !== null);
    const seen = await survey(app, acknowledged, progress, true);
    assert.deepEqual(seen.faults, []);
    return seen;
  } finally {
    await installation.database.close();
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

// Acts per second with the log and without its statements: whole lives of cases through perform, by one person after the other and by
// eight at once. The order of the two alternates, and each run has a jurisdiction of its own.

import type { App } from "#kernel/app.ts";
import { appOf } from "#kernel/app.ts";
import { uploadEvidence } from "#matters/uses/evidence.ts";
import { perform } from "#matters/uses/perform.ts";
import { inTransaction } from "#database/database.ts";
import type { Database } from "#database/database.ts";
import { addJurisdiction } from "#jurisdiction/rows/jurisdictions.ts";
import { now, onwards, stepAt } from "../test/crash/life.ts";
import type { Progress } from "../test/crash/life.ts";
import { settleLives } from "../test/crash/prepare.ts";
import { keys } from "../test/database/people.ts";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { onEngines } from "./engines.ts";
import type { Engine } from "./engines.ts";
import { figure, table, writeSection } from "./results.ts";
import { withoutLog } from "./without-log.ts";

const rounds = 5;
const writersAtOnce = [1, 8] as const;

const law = await loadLaw();
const rows: string[][] = [];
await onEngines(async (engine) => {
  const database = await engine.open();
  try {
    for (const writers of writersAtOnce) await compare(engine, database, writers);
  } finally {
    await database.close();
  }
});

writeSection(
  "acts",
  "Acts with and without the log",
  `
Whole lives of leads and cases through every act there is, each writer another of seven, every act one durable transaction through
\`perform\`: load, decide, save, log. Without the log the same transactions run, but the statements on the log's two tables are left out;
only the bench can do that. ${rounds} rounds of both alternate, after one to warm up; medians are compared.

${table(["engine", "writers", "with the log, acts/s", "without, acts/s", "with : without", "CPU ms an act, with", "without"], rows)}

`,
);

async function compare(engine: Engine, database: Database, writers: number): Promise<void> {
  const silent = withoutLog(database);
  const rates = { logged: [] as Measured[], silent: [] as Measured[] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const kind of round % 2 === 0 ? (["logged", "silent"] as const) : (["silent", "logged"] as const)) {
      const app = await found(engine, database, `${kind}-${writers}-${round}`);
      const measured = await live(kind === "logged" ? app : { ...app, database: silent.database }, writers);
      if (round > 0) rates[kind].push(measured);
    }
  }
  const [logged, unlogged] = [medianOf(rates.logged), medianOf(rates.silent)];
  const share = logged.rate / unlogged.rate;
  rows.push([
    engine.name,
    String(writers),
    figure(logged.rate),
    figure(unlogged.rate),
    share.toFixed(2),
    figure(logged.cpu, 1),
    figure(unlogged.cpu, 1),
  ]);
  if (silent.omitted() === 0) throw new Error("nothing was left out: the comparison would be one of equals");
}

type Measured = { rate: number; cpu: number };

/** Every writer lives one life; acts per second, and milliseconds of our own processor an act. */
async function live(app: App, writers: number): Promise<Measured> {
  let acts = 0;
  const began = performance.now();
  const before = process.cpuUsage();
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      let progress: Progress = { writer, life: 0, step: 0, versions: {} };
      while (progress.life === 0) {
        const step = stepAt(progress);
        if (step === null) throw new Error("a life has no next step");
        if (step.type === "file") {
          await uploadEvidence(app, step.actor, pieces(step.bytes), 1_000_000);
          progress = onwards(progress, step, null);
          continue;
        }
        const performed = await perform(app, step.actor, step.request, { newId: () => step.newId });
        if (performed.type !== "done") throw new Error(JSON.stringify(performed));
        progress = onwards(progress, step, performed.answer.version);
        acts += 1;
      }
    }),
  );
  const { user, system } = process.cpuUsage(before);
  return { rate: acts / ((performance.now() - began) / 1000), cpu: (user + system) / 1000 / acts };
}

/** A jurisdiction of its own on the same database, with people and accounts. */
async function found(engine: Engine, database: Database, id: string): Promise<App> {
  const jurisdiction = { id, name: "云岭高新区", prefix: "云" };
  await addJurisdiction(database, jurisdiction);
  await inTransaction(database, { jurisdictionId: id, accountId: null }, settleLives);
  return appOf(
    {
      database,
      law,
      otherPacks: [],
      dataFolder: engine.dataFolder,
      keys,
      reporterKey: new Uint8Array(32),
      clock: () => Temporal.Instant.from(now),
    },
    jurisdiction,
  );
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function medianOf(all: readonly Measured[]): Measured {
  const middle = all.toSorted((a, b) => a.rate - b.rate)[all.length >> 1];
  if (middle === undefined) throw new RangeError("nothing was measured");
  return middle;
}

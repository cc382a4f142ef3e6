// The sweep of a hundred thousand persons on record: the first one, which finds what there is, and one of a night after, which finds nothing new.

import assert from "node:assert/strict";
import { sql } from "kysely";
import { sweepNow } from "#sweep/uses/sweep.ts";
import { onEngines } from "./engines.ts";
import { addCases } from "./many-cases.ts";
import { addManyEntries, addManyHistories } from "./many-entries.ts";
import { addManyPersons } from "./many-persons.ts";
import { addManyRecords } from "./many-records.ts";
import { withPeak } from "./peak.ts";
import { figure, goal, table, writeSection } from "./results.ts";
import { appOfZone, foundZone } from "./zone.ts";

/** In the registry; seven in ten of them have a measure or sanction on record, and those are swept. */
const registered = Number(process.argv[2] ?? 143_000);
/** MB that the second half may hold more than the first. */
const flat = 50;

const rows: string[][] = [];
const goals: string[] = [];
await onEngines(async (engine) => {
  const short = engine.name.split(" ")[0] ?? "";
  const database = await engine.open();
  await foundZone(database, engine.dataFolder);
  await addManyPersons(database, 1, registered);
  await addCases(database, 1, 2 * registered);
  await sql`UPDATE matter SET stage = 'closed', next_steps = '{}'`.execute(database.kysely);
  await addManyRecords(database, 1, 2 * registered, registered);
  await addManyHistories(database);
  await addManyEntries(database, registered);
  for (const each of ["person", "organization", "organization_name"])
    await sql`VACUUM (ANALYZE) ${sql.table(each)}`.execute(database.kysely);
  const app = await appOfZone(database, engine.dataFolder);
  for (const which of ["the first", "a night after"]) {
    const halves = halvesOfMemory();
    const { done: run, seconds, peak } = await withPeak(() => sweepNow(app, "command"));
    const [first, second] = halves();
    assert.equal(run?.state, "done");
    assert.equal(run.personsDone, run.personsAll);
    rows.push([
      engine.name,
      which,
      figure(run.personsDone),
      figure(run.entries),
      figure(run.found),
      seconds.toFixed(1),
      figure(run.entries / seconds),
      figure(peak),
      `${figure(first)} / ${figure(second)}`,
    ]);
    console.log(rows.at(-1)?.join(" | "));
    goals.push(
      goal(
        second - first <= flat,
        `${short}, ${which}: the second half held ${figure(second - first)} MB more than the first at most; memory is to stay flat.`,
      ),
    );
  }
  await database.close();
});

writeSection(
  "sweep",
  "The sweep of all who have something on record",
  `
${figure(registered)} persons and ${figure(2 * registered)} cases, all closed; ten registered entries a person: four posts, five grades, one honour. Swept are those who have a measure
or sanction on record, 200 a transaction, each conflict with the history of its case looked through for when it was entered.
Memory is all that the process holds, with the embedded database where that is the engine; the last column tells the most of each half.

${table(["engine", "sweep", "persons", "entries", "new conflicts", "s", "entries/s", "most memory, MB", "MB, half by half"], rows)}

${goals.join("\n\n")}
`,
);

/** Looks from now on; asked at the end, it answers with the most memory (MB) in the first half of the time and in the second. */
function halvesOfMemory(): () => [number, number] {
  const held: number[] = [];
  const watch = setInterval(() => held.push(process.memoryUsage.rss() / 2 ** 20), 50);
  return () => {
    clearInterval(watch);
    const half = Math.ceil(held.length / 2);
    return [Math.max(0, ...held.slice(0, half)), Math.max(0, ...held.slice(half))];
  };
}

// A sheet of 100,000 names read, answered and written as a sheet again, against the same sheet read and the same answers written alone.

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { renderXlsx } from "#files/render/xlsx.ts";
import type { Place } from "#database/database.ts";
import { onEngines } from "./engines.ts";
import type { Measured } from "./list-to-sheet.ts";
import { addCases } from "./many-cases.ts";
import { addManyPersons, jurisdictionId } from "./many-persons.ts";
import { addManyRecords } from "./many-records.ts";
import { figure, goal, table, writeSection } from "./results.ts";
import { foundZone } from "./zone.ts";

const names = Number(process.argv[2] ?? 100_000);

const rows: string[][] = [];
const goals: string[] = [];
await onEngines(async (engine) => {
  const database = await engine.open();
  await foundZone(database, engine.dataFolder);
  await addManyPersons(database, 1, names);
  await addCases(database, 1, 2 * names);
  await addManyRecords(database, 1, 2 * names, names);
  for (const each of ["person", "organization", "organization_name"])
    await sql`VACUUM (ANALYZE) ${sql.table(each)}`.execute(database.kysely);
  const { rows: persons } = await sql<{ name: string; unit: string }>`SELECT p.name, o.name AS unit FROM person AS p
    JOIN organization AS o ON o.jurisdiction_id = p.jurisdiction_id AND o.id = p.organization_id
    WHERE p.jurisdiction_id = ${jurisdictionId} ORDER BY p.id`.execute(database.kysely);
  await database.close();
  const listFile = path.join(engine.dataFolder, "list.xlsx");
  const columns = [
    { heading: "姓名", width: 12 },
    { heading: "单位", width: 28 },
  ];
  const listed = persons.map(({ name, unit }) => [name, unit]);
  writeFileSync(listFile, await renderXlsx({ name: "名单", title: "征求名单", preface: [], columns, rows: listed }));
  const sheetFile = path.join(engine.dataFolder, "sheet.xlsx");
  const whole = measured(listFile, sheetFile, engine.place);
  const alone = measured(listFile, sheetFile, null);
  const ratio = whole.atWork.seconds / alone.atWork.seconds;
  for (const [time, kind] of [
    ["after a start", "first"],
    ["at work", "atWork"],
  ] as const)
    rows.push([
      engine.name,
      time,
      whole[kind].seconds.toFixed(2),
      whole[kind].reading.toFixed(2),
      alone[kind].reading.toFixed(2),
      (alone[kind].seconds - alone[kind].reading).toFixed(2),
      (whole[kind].seconds / alone[kind].seconds).toFixed(2),
      figure(whole.peak),
      figure(whole.before),
      figure(alone.peak),
      figure(whole.size / 2 ** 20, 1),
    ]);
  for (const row of rows.slice(-2)) console.log(row.join(" | "));
  const short = engine.name.split(" ")[0] ?? "";
  goals.push(
    goal(
      ratio <= 1.3 && whole.peak < 500,
      `${short}: at work ${ratio.toFixed(2)}× of reading and writing alone, ${figure(whole.peak)} MB at most, of them ${figure(whole.before)} before anything began; 1.3× and 500 MB are asked.`,
    ),
  );
});

writeSection(
  "sheets",
  "From sheet to sheet",
  `
${figure(names)} persons by name and unit, twice as many cases: the sheet read in its thread and matched, answered some thousand names at a time
(each part logged), and written with articles and quotes by a thread of its own meanwhile. Alone: the same sheet read, the same rows
written by the same threads, without the database. Each in a process of its own, six times: the first list that it answers pays for code that is not
yet optimized, the median of the others is what a server at work takes. Memory is the most that the process holds in all six, with the embedded database where that is the engine.

${table(["engine", "when", "whole, s", "of it until matched, s", "reading alone, s", "writing alone, s", "whole : alone", "most memory, MB", "before it began, MB", "alone, MB", "size of the answer, MB"], rows)}

${goals.join("\n\n")}
`,
);

function measured(listFile: string, sheetFile: string, place: Place | null): Measured {
  const program = path.join(import.meta.dirname, "list-to-sheet.ts");
  const told = place === null ? [] : [JSON.stringify(place)];
  // As `npm start` has it.
  const env = {
    ...process.env,
    MALLOC_ARENA_MAX: "2",
    MALLOC_TRIM_THRESHOLD_: "1000000",
    NODE_COMPILE_CACHE: path.join(import.meta.dirname, "../node_modules/.cache/wenze"),
  };
  const done = spawnSync(process.execPath, ["--expose-gc", program, listFile, sheetFile, ...told], {
    encoding: "utf8",
    env,
  });
  if (done.status !== 0) throw new Error(`${done.signal ?? done.status}: ${done.stderr}${done.stdout.slice(0, 1000)}`);
  return JSON.parse(done.stdout) as Measured; // its own
}

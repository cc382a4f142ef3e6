// A sheet of 100,000 names read, answered and written as a sheet again, against the same sheet read and the same answers written alone.

import assert from "node:assert/strict";
import { sql } from "kysely";
import { sheetOf } from "#app/eligibility-sheet.ts";
import { askEligibility } from "#app/eligibility.ts";
import type { App } from "#app/app.ts";
import { readNames } from "#app/names-file.ts";
import { renderXlsx } from "#documents/render/xlsx.ts";
import type { Table } from "#documents/render/xlsx.ts";
import { actorOf } from "../test/database/people.ts";
import { onEngines } from "./engines.ts";
import { addCases } from "./many-cases.ts";
import { addManyPersons, jurisdictionId } from "./many-persons.ts";
import { addManyRecords } from "./many-records.ts";
import { withPeak } from "./peak.ts";
import { figure, goal, table, writeSection } from "./results.ts";
import { appOfZone, foundZone } from "./zone.ts";

const names = Number(process.argv[2] ?? 100_000);
/** As many names as one question may have. */
const stride = 2000;
const actor = actorOf("asker", ["personnel-officer"]);

const rows: string[][] = [];
const goals: string[] = [];
await onEngines(async (engine) => {
  const database = await engine.open();
  await foundZone(database);
  await addManyPersons(database, 1, names);
  await addCases(database, 1, 2 * names);
  await addManyRecords(database, 1, 2 * names, names);
  for (const each of ["person", "organization", "organization_name"])
    await sql`VACUUM (ANALYZE) ${sql.table(each)}`.execute(database.kysely);
  const app = await appOfZone(database, engine.dataFolder);
  const { rows: persons } = await sql<{ name: string; unit: string }>`SELECT p.name, o.name AS unit FROM person AS p
    JOIN organization AS o ON o.jurisdiction_id = p.jurisdiction_id AND o.id = p.organization_id
    WHERE p.jurisdiction_id = ${jurisdictionId} ORDER BY p.id`.execute(database.kysely);
  const file = await renderXlsx({
    name: "名单",
    title: "征求名单",
    preface: [],
    columns: [
      { heading: "姓名", width: 12 },
      { heading: "单位", width: 28 },
    ],
    rows: persons.map(({ name, unit }) => [name, unit]),
  });
  await answered(app, (await linesIn(file)).slice(0, stride));
  const whole = await withPeak(async () => {
    const sheet = await answered(app, await linesIn(file));
    return { sheet, size: (await renderXlsx(sheet)).length };
  });
  await database.close();
  const { sheet, size } = whole.done;
  assert.equal(sheet.rows.length, names);
  const reading = await withPeak(() => linesIn(file));
  const writing = await withPeak(() => renderXlsx(sheet));
  assert.ok(Math.abs(writing.done.length - size) < 100, "the same sheet");
  const alone = reading.seconds + writing.seconds;
  const short = engine.name.split(" ")[0] ?? "";
  rows.push([
    engine.name,
    whole.seconds.toFixed(1),
    reading.seconds.toFixed(1),
    writing.seconds.toFixed(1),
    (whole.seconds / alone).toFixed(2),
    figure(whole.peak),
    figure(size / 2 ** 20, 1),
  ]);
  console.log(rows.at(-1)?.join(" | "));
  goals.push(
    goal(
      whole.seconds <= 1.3 * alone && whole.peak < 500,
      `${short}: ${(whole.seconds / alone).toFixed(2)}× of reading and writing alone, ${figure(whole.peak)} MB at most; 1.3× and 500 MB are asked.`,
    ),
  );
});

writeSection(
  "sheets",
  "From sheet to sheet",
  `
${figure(names)} persons by name and unit, twice as many cases: the sheet read in its thread, answered ${figure(stride)} names at a time (as many as one question
may have, each logged), and all answers written as one sheet with articles and quotes. Alone: the same sheet read, the same table written,
without the database. Memory is all that the process holds, with the embedded database where that is the engine.

${table(["engine", "whole, s", "reading, s", "writing, s", "whole : alone", "most memory, MB", "size of the answer, MB"], rows)}

${goals.join("\n\n")}
`,
);

async function linesIn(file: Uint8Array): Promise<string[]> {
  const read = await readNames(file, names);
  if (read.type !== "read") throw new Error(read.message);
  return read.lines;
}

async function answered(app: App, lines: readonly string[]): Promise<Table> {
  let sheet: (Table & { rows: string[][] }) | null = null;
  for (let from = 0; from < lines.length; from += stride) {
    const some = lines.slice(from, from + stride).map((line) => {
      const [name = "", unit = ""] = line.split("\t");
      return { name, unit, idNumber: "", personId: null, toLevel: null };
    });
    const reply = await askEligibility(
      app,
      actor,
      { purpose: "promotion", date: "2024-12-31", year: null, names: some },
      "export",
    );
    if (reply.type !== "done") throw new Error(reply.type);
    const part = sheetOf(app, actor, reply.answer);
    if (sheet === null) sheet = { ...part, rows: [] };
    for (const [index, row] of part.rows.entries()) sheet.rows.push([String(from + index + 1), ...row.slice(1)]);
  }
  if (sheet === null) throw new Error("no names");
  return sheet;
}

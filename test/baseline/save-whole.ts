// Made whole.json.gz, once, before the first table was changed; it is kept to say how, and is not run again. A district in which every endpoint
// was called with success, so that every table has rows; and what it answered then of everybody, for every purpose and on several days.
// Usage: node test/baseline/save-whole.ts
import { randomUUID } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import path from "node:path";
import { dumpTables } from "#backup/rows/dump.ts";
import { statementsOf } from "#database/migrate.ts";
import { acts } from "#matters/contract/acts.ts";
import type { ActId } from "#casework/acts.ts";
import type { Role } from "#casework/roles.ts";
import { actCall, world } from "../api/logged-acts.ts";
import { administrationCalls } from "../api/logged-administration.ts";
import { clearanceCalls } from "../api/logged-clearance.ts";
import { matterCalls } from "../api/logged-matters.ts";
import { registryCalls } from "../api/logged-registry.ts";
import { caseAt } from "../api/steps.ts";
import { persons, today } from "../api/world.ts";
import type { Call, Reply } from "../api/world.ts";
import { answersOf } from "./answers.ts";
import { writeSaved } from "./saved.ts";

const { app } = world;
const migrations = path.join(import.meta.dirname, "../../src/database/migrations");

// A letter, on somebody of whom something is recorded afterwards.
const fine = async (name: string, call: Call | (() => Promise<Reply>)): Promise<void> => {
  const reply = typeof call === "function" ? await call() : await world.call(call);
  if (reply.status !== 200) throw new Error(`${name}: ${reply.text}`);
};
await fine("a letter", clearanceCalls["letters.issue"] ?? (() => Promise.reject(new Error("no letter"))));
await caseAt(world, "effective", persons.unrecorded.id);
const post = (as: Role, below: string, body: object): Call => ({
  as,
  method: "POST",
  path: `/api${below}`,
  body: { key: randomUUID(), ...body },
});
await fine("letters", post("discipline-officer", "/letters/check", {}));
const cells = { year: "2024", honour: "先进工作者", issuer: "区委" };
await fine("an honour", post("personnel-officer", `/persons/${persons.other.id}/records`, { kind: "honours", cells }));
const roster = [
  ["姓名", "身份证号", "单位", "职务", "职务层次", "任现职时间", "曾用名", "家庭成员"],
  [
    persons.other.name,
    persons.other.idNumber,
    "生态环境局",
    "副局长",
    "乡科级副职",
    "2025-03-01",
    "吴建",
    "妻：林知秋；子：吴小",
  ],
];
const text = roster.map((row) => row.join("\t")).join("\n");
const pasted = await world.call(post("personnel-officer", "/imports", { kind: "persons", text }));
const { importId } = pasted.json as { importId: string };
const state = async () =>
  (await world.call({ as: "personnel-officer", method: "GET", path: `/api/imports/${importId}` })).text;
while (!(await state()).includes('"previewed"')) await sleep(20);
await fine("an import", post("personnel-officer", `/imports/${importId}/run`, {}));
while (!(await state()).includes('"done"')) await sleep(20);
const messages = (below: string, body: object): Call => ({
  as: "discipline-officer",
  method: "POST",
  path: `/api/notifications/${below}`,
  body,
});
const [told] = ((await world.call(messages("search", {}))).json as { rows: { id: string }[] }).rows;
await fine("a message", messages("read", { ids: [told?.id] }));

for (const act of Object.keys(acts) as ActId[]) {
  const asked = await actCall(act);
  const reply = await world.call(asked);
  if (reply.status !== 200) throw new Error(`${act}: ${reply.text}`);
}
for (const [name, ask] of Object.entries({
  ...matterCalls,
  ...registryCalls,
  ...clearanceCalls,
  ...administrationCalls,
})) {
  const reply = await ask();
  if (reply.status !== 200) throw new Error(`${name}: ${reply.text}`);
}
const tables: Record<string, string[]> = {};
await dumpTables(app.database, app.jurisdictionId, async (table, pages) => {
  tables[table] = (await Array.fromAsync(pages)).flat();
});
for (const [table, rows] of Object.entries(tables)) if (rows.length === 0) console.log(`no rows: ${table}`);
const { dataFolder, jurisdictionId } = app;
const files = readdirSync(dataFolder, { recursive: true, withFileTypes: true, encoding: "utf8" })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(dataFolder, path.join(entry.parentPath, entry.name)))
  .filter((name) => !name.startsWith("database/") && !name.startsWith("lock") && name !== "engine.json");
writeSaved("whole", {
  jurisdictionId,
  now: `${today}T02:00:00Z`,
  schema: Object.fromEntries(
    readdirSync(migrations)
      .sort()
      .map((name) => [name.slice(0, -".sql".length), statementsOf(readFileSync(path.join(migrations, name), "utf8"))]),
  ),
  tables: Object.fromEntries(Object.entries(tables).filter(([, rows]) => rows.length > 0)),
  files: Object.fromEntries(
    files.sort().map((name) => [name, readFileSync(path.join(dataFolder, name)).toString("base64")]),
  ),
  answers: await answersOf(app),
});
process.exit(0);

// Made district.json.gz, once, at the baseline; it is kept to say how, and is not run again: what is saved must stay what that release wrote.
// A district with eleven persons; leads and cases through every act there is; a request for clearance, answered; a signed checkpoint.
// Usage: node test/baseline/save.ts
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dumpTables } from "#backup/rows/dump.ts";
import { enterRequest } from "#clearance/uses/clearance.ts";
import { inTransaction } from "#database/database.ts";
import { statementsOf } from "#database/migrate.ts";
import { foundJurisdiction } from "#jurisdiction/uses/found.ts";
import { beginInstallation } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { makeCheckpoint } from "#log/uses/checkpoints.ts";
import { lives } from "../crash/lives.ts";
import { now, officials } from "../crash/life.ts";
import { settleLives } from "../crash/prepare.ts";
import { inventedIdNumber } from "../database/people.ts";
import { quickFolder } from "../quick-folder.ts";
import { live } from "./live.ts";
import { writeSaved } from "./saved.ts";

const jurisdictionId = "zone";
const migrations = path.join(import.meta.dirname, "../../src/database/migrations");

const folder = quickFolder("wenze-baseline-");
try {
  // That of people.ts, under which it seals ID numbers; a folder has one of its own otherwise.
  mkdirSync(path.join(folder, "keys"), { mode: 0o700 });
  writeFileSync(path.join(folder, "keys/id-number.key"), Buffer.alloc(32, 7).toString("base64"), { mode: 0o600 });
  const installation = await beginInstallation({ dataFolder: folder }, () => Temporal.Instant.from(now));
  const app = await foundJurisdiction(installation, { id: jurisdictionId, name: "云岭高新区", prefix: "云" });
  await inTransaction(app.database, { jurisdictionId, accountId: null }, settleLives);
  for (const life of lives.keys()) await live(app, life);
  await ask(app);
  await makeCheckpoint(app);
  const tables: Record<string, string[]> = {};
  await dumpTables(app.database, jurisdictionId, async (table, pages) => {
    const rows = (await Array.fromAsync(pages)).flat();
    if (rows.length > 0) tables[table] = rows;
  });
  await app.database.close();
  writeSaved("district", { jurisdictionId, now, schema: schema(), tables, files: files() });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Two who are known and one who is not. */
async function ask(app: App): Promise<void> {
  const person = (name: string, running: number) => ({
    name,
    unit: "",
    idNumber: inventedIdNumber(running),
    toLevel: null,
  });
  const answer = await enterRequest(app, officials.officer, {
    key: "baseline",
    requester: "区委组织部",
    contact: "王芳",
    requesterDocument: "组函〔2024〕1号",
    purpose: "promotion",
    purposeText: "拟提拔",
    date: now.slice(0, 10),
    year: null,
    names: [person("冯知一", 0), person("冯知九", 8), person("查无此人", 99)],
  });
  if (answer.type !== "done") throw new Error(JSON.stringify(answer));
}

function schema(): Record<string, string[]> {
  const names = readdirSync(migrations).sort();
  return Object.fromEntries(
    names.map((name) => [
      name.slice(0, -".sql".length),
      statementsOf(readFileSync(path.join(migrations, name), "utf8")),
    ]),
  );
}

/** All but the database and the lock. */
function files(): Record<string, string> {
  const there = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((name) => !name.startsWith("database/") && !name.startsWith("lock") && name !== "engine.json");
  return Object.fromEntries(
    there.sort().map((name) => [name, readFileSync(path.join(folder, name)).toString("base64")]),
  );
}

// The PostgreSQL for tests is itself under test: it must survive a kill, keep what it acknowledged, and leave nothing behind.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startPostgres } from "./postgres.ts";

test("a killed server keeps what it acknowledged and starts again on the same address", async (t) => {
  const server = await startPostgres();
  t.after(() => server.stop());
  if (!server.ours) return t.skip("the server of DATABASE_URL is not ours to kill");
  const url = await server.createDatabase();
  await ask(url, "CREATE TABLE kept (word text)");
  await ask(url, "INSERT INTO kept VALUES ('问责')");
  await server.kill9();
  await assert.rejects(ask(url, "SELECT 1"));
  await server.restart();
  assert.deepEqual(await ask(url, "SELECT word FROM kept"), [{ word: "问责" }]);
});

test("a test process that is killed leaves neither a server nor its folder", async (t) => {
  if (process.env["DATABASE_URL"]) return t.skip("no server of ours runs");
  const program = `const { startPostgres } = await import(${JSON.stringify(new URL("postgres.ts", import.meta.url).href)});
    const server = await startPostgres(); console.log(server.url); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  while (!said.includes("postgres://")) await sleep(20);
  const folder =
    new URL(said.slice(said.indexOf("postgres://")).trim()).searchParams.get("host")?.replace(/\/socket$/, "") ?? "";
  assert.ok(existsSync(folder), folder);
  child.kill("SIGKILL");
  await once(child, "exit");
  for (let waited = 0; existsSync(folder) && waited < 60_000; waited += 50) await sleep(50);
  assert.ok(!existsSync(folder));
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

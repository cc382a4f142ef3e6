// A sweep while it is at work: whoever uses the system then is answered, and it is cancelled in the middle.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { SweepRunView } from "#sweep/contract.ts";
import { createServer } from "#server/server.ts";
import { openDatabase } from "#database/database.ts";
import { addCases } from "../../bench/many-cases.ts";
import { addManyEntries } from "../../bench/many-entries.ts";
import { addManyPersons } from "../../bench/many-persons.ts";
import { addManyRecords } from "../../bench/many-records.ts";
import { appOfZone, foundZone, signInAsker } from "../../bench/zone.ts";
import { preparedFolder } from "../database/engines.ts";

const registered = 2000;

test("others are answered while a sweep is at work, and one that is cancelled in the middle keeps what it has found and finds the rest next time", async () => {
  const dataFolder = await preparedFolder();
  const database = await openDatabase({ dataFolder });
  await foundZone(database, dataFolder);
  await addManyPersons(database, 1, registered);
  await addCases(database, 1, registered);
  await sql`UPDATE matter SET stage = 'closed'`.execute(database.kysely);
  await addManyRecords(database, 1, registered, registered);
  await addManyEntries(database, registered);
  const server = await createServer(await appOfZone(database, dataFolder), { pages: null, requestsPerMinute: 1e6 });
  try {
    const origin = await server.listen({ host: "127.0.0.1", port: 0 });
    const cookie = await signInAsker(origin);
    const ask = async (method: "GET" | "POST", path: string, body?: object): Promise<unknown> => {
      const headers = { cookie, "content-type": "application/json" };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await fetch(`${origin}/api${path}`, { method, headers, ...sent });
      const text = await response.text();
      assert.equal(response.status, 200, text);
      return JSON.parse(text);
    };
    const begin = async () => ((await ask("POST", "/sweeps", { key: randomUUID() })) as { runId: string }).runId;
    const runOf = async (id: string) => (await ask("GET", `/sweeps/${id}`)) as SweepRunView;

    const runId = await begin();
    let seen = await runOf(runId);
    while (seen.state === "running" && seen.personsDone === 0) seen = await runOf(runId);
    await ask("POST", `/sweeps/${runId}/cancel`, { key: randomUUID() });
    const cut = await runOf(runId);
    assert.equal(cut.state, "cancelled");
    assert.ok(cut.personsDone > 0 && cut.personsDone < cut.personsAll, `${cut.personsDone} of ${cut.personsAll}`);
    assert.ok(cut.found > 0);
    await sleep(300);
    assert.deepEqual(await runOf(runId), cut, "after it was cancelled nothing is added");

    const next = await begin();
    const progress = new Set<number>();
    for (let run = await runOf(next); ; run = await runOf(next)) {
      progress.add(run.personsDone);
      if (run.state !== "running") break;
    }
    const whole = await runOf(next);
    assert.deepEqual([whole.state, whole.personsDone], ["done", cut.personsAll]);
    assert.ok(progress.size > 2, "how far it is can be seen while it is at work");
    const listed = await sql<{ count: number }>`SELECT count(*)::integer AS count FROM sweep_conflict`.execute(
      database.kysely,
    );
    assert.equal(listed.rows[0]?.count, cut.found + whole.found);
  } finally {
    await server.close();
    await database.close();
  }
});

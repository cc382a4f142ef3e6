// Attacks made from the contract: malformed requests, and pages of other sites.
import assert from "node:assert/strict";
import test from "node:test";
import { sql } from "kysely";
import { z } from "zod";
import { listEndpoints } from "#server/endpoints.ts";
import { inTransaction } from "#database/database.ts";
import { rowsOf } from "#database/rows.ts";
import { sendMalformed } from "./malformed.ts";
import { figure } from "../figure.ts";
import { callOf, sampleBody } from "./sample.ts";
import { readsWritten } from "#log/uses/read-journal.ts";
import { openWorld } from "./world.ts";

const world = await openWorld();

test("five hundred malformed requests of all endpoints: none is a fault of the machine, every answer carries the headers", async (t) => {
  const faults: string[] = [];
  const statuses = new Map<number, number>();
  await sendMalformed(world, 500, 20190425, ({ name }, reply, sent) => {
    statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
    const bare = ["content-security-policy", "x-content-type-options", "referrer-policy"].filter(
      (one) => !reply.headers.has(one),
    );
    if (reply.status >= 500 || bare.length > 0) faults.push(`${name} ${reply.status} ${bare.join()} ${sent}`);
  });
  assert.deepEqual(faults.slice(0, 5), []);
  assert.ok((statuses.get(400) ?? 0) > 150, JSON.stringify([...statuses]));
  figure(t, "malformed", "500 个请求（长时间测试 10000 个），0 次 5xx · 500 requests (10,000 in the soak), 0 × 5xx");
});

test("a page of another site changes nothing through any endpoint, nor leaves a trace of having been heard", async (t) => {
  const counted = () =>
    inTransaction(world.app.database, { jurisdictionId: world.app.jurisdictionId, accountId: null }, (trx) =>
      rowsOf(
        trx,
        z.object({ table: z.string(), rows: z.int() }),
        sql`SELECT 'audit_entry' AS table, count(*) AS rows FROM audit_entry UNION ALL SELECT 'matter_event', count(*) FROM matter_event
          UNION ALL SELECT 'session', count(*) FROM session UNION ALL SELECT 'account', count(*) FROM account UNION ALL SELECT 'idempotency_key', count(*) FROM idempotency_key ORDER BY 1`,
      ),
    );
  const writing = listEndpoints().filter(({ method }) => method !== "GET");
  for (const { meta } of writing)
    if (typeof meta.access !== "string") await world.cookieOf(meta.access[0] ?? "reviewer");
  // What was read just now is noted a moment later.
  await readsWritten(world.app);
  const before = await counted();
  for (const endpoint of writing) {
    const { access } = endpoint.meta;
    const as = typeof access === "string" ? "reviewer" : (access[0] ?? "reviewer");
    const reply = await world.call({
      as,
      method: endpoint.method,
      ...callOf(endpoint, sampleBody(endpoint) ?? {}),
      headers: { origin: "https://evil.example" },
    });
    assert.equal(reply.status, 403, endpoint.name);
  }
  await readsWritten(world.app);
  assert.deepEqual(await counted(), before);
  assert.ok(writing.length > 30);
  figure(t, "foreign-pages", `${writing.length} 个接口，0 处改动 · ${writing.length} endpoints, 0 changes`);
});

// Ten thousand malformed requests made from the contract: none is a fault of the machine, every answer carries the headers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sendMalformed } from "../api/malformed.ts";
import { openWorld } from "../api/world.ts";

const world = await openWorld();

test("10,000 malformed requests: no answer of 500 or above", async (t) => {
  const faults: string[] = [];
  const statuses = new Map<number, number>();
  await sendMalformed(world, 10_000, 31, ({ name }, reply, sent) => {
    statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
    if (reply.status >= 500 || !reply.headers.has("content-security-policy"))
      faults.push(`${name} ${reply.status} ${sent}`);
  });
  t.diagnostic([...statuses].map(([status, count]) => `${status}: ${count}`).join(", "));
  assert.deepEqual(faults.slice(0, 5), []);
});

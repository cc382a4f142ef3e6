// The same adversary for longer: every step of the lives with three hundred hostile inputs before it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { rebuildAll } from "#matters/uses/rebuild.ts";
import { besiege } from "../api/hostile.ts";
import { openWorld } from "../api/world.ts";

const world = await openWorld();

test("hostile inputs in ten rounds of all lives: no answer of 500 or above, and everything derived is right", async (t) => {
  const faults: string[] = [];
  const statuses = new Map<number, number>();
  for (let round = 0; round < 10; round += 1)
    await besiege(world, 30, 7 + round, (act, reply, sent) => {
      statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
      if (![200, 400, 404, 409, 422].includes(reply.status))
        faults.push(`${act} ${reply.status} ${sent} ${reply.text}`);
    });
  t.diagnostic([...statuses].map(([status, count]) => `${status}: ${count}`).join(", "));
  assert.deepEqual(faults.slice(0, 5), []);
  assert.deepEqual((await rebuildAll(world.app, { repair: false })).differences, []);
});

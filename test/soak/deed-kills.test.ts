// Twenty kills of each long deed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { killDeeds } from "../crash/deed-kills.ts";

test("backup, restore, migration, checkpoint and sweep, each killed twenty times, leave what was there whole", async () => {
  const killed = await killDeeds(20, 29);
  console.log(`deeds killed: ${JSON.stringify(killed)}`);
  for (const [deed, times] of Object.entries(killed)) assert.ok(times > 10, `${deed}: ${times}`);
});

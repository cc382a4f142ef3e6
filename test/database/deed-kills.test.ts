// The short form of test/soak/deed-kills.test.ts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { killDeeds } from "../crash/deed-kills.ts";

test(
  "backup, restore, migration, checkpoint and sweep, each killed at three points, leave what was there whole and can be done again",
  { timeout: 420_000 },
  async () => {
    const killed = await killDeeds(3, 23);
    console.log(`deeds killed: ${JSON.stringify(killed)}`);
    for (const [deed, times] of Object.entries(killed))
      assert.ok(times > 0, `${deed} was over before it could be killed`);
  },
);

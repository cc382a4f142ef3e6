// "Nothing lost": kill -9 at six random points under eight writers, over all acts, on each engine. The long form is in test/soak.
import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { actIds } from "#casework/acts.ts";
import type { Crashed } from "../crash/crash.ts";
import { crashPglite, crashPostgres } from "../crash/engines.ts";
import { actsLived } from "../crash/life.ts";

const plan = { rounds: 6, actsARound: [30, 80], seed: 31 } as const;
/** A machine that has much else to do restarts slowly; milliseconds. */
const timeout = 420_000;

test("every act there is belongs to one of the lives that crashes cut short", () => {
  const lived = actsLived();
  assert.deepEqual(
    actIds.filter((act) => !lived.has(act)),
    [],
  );
});

function check(crashed: Crashed): void {
  console.log(`crashes: ${JSON.stringify({ ...crashed, acts: crashed.acts.length })}`);
  assert.equal(crashed.rounds, plan.rounds);
  assert.deepEqual(crashed.acts, actIds, "each act was acknowledged, and killed after");
  assert.ok(crashed.restrictions > 0, "no measure took effect, so no restriction could be compared");
}

// Both at once: a start keeps one core busy for a second or two.
suite("six crashes", { concurrency: 2 }, () => {
  test(
    "of what was acknowledged before six kills nothing is lost, nothing is half done, the log is whole (PGlite)",
    { timeout },
    async () => check(await crashPglite(plan)),
  );

  test(
    "of what was acknowledged before six kills of application, server or backend nothing is lost, nothing is half done, the log is whole (PostgreSQL)",
    { timeout },
    async () => check(await crashPostgres(plan)),
  );
});

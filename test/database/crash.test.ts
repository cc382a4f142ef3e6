// "Nothing lost": kill -9 at twenty random points under eight writers, over all acts, on each engine.
import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { actIds } from "#casework/acts.ts";
import type { Crashed } from "../crash/crash.ts";
import { crashPglite, crashPostgres } from "../crash/engines.ts";
import { actsLived } from "../crash/life.ts";

const rounds = 20;
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
  assert.equal(crashed.rounds, rounds);
  assert.deepEqual(crashed.acts, actIds, "each act was acknowledged, and killed after");
  assert.ok(crashed.restrictions > 0, "no measure took effect, so no restriction could be compared");
}

// Both at once: a start keeps one core busy for a second or two.
suite("twenty crashes", { concurrency: 2 }, () => {
  test(
    "of what was acknowledged before twenty kills nothing is lost, nothing is half done, the log is whole (PGlite)",
    { timeout },
    async () => check(await crashPglite(rounds, 31)),
  );

  test(
    "of what was acknowledged before twenty kills of application, server or backend nothing is lost, nothing is half done, the log is whole (PostgreSQL)",
    { timeout },
    async () => check(await crashPostgres(rounds, 31)),
  );
});

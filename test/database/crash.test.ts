// "Nothing lost": kill -9 at twenty random points under eight writers, on each engine.
import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { crashPglite, crashPostgres } from "../crash/engines.ts";

const rounds = 20;
/** A machine that has much else to do restarts slowly; milliseconds. */
const timeout = 420_000;

// Both at once: a start keeps one core busy for a second or two, and there are forty.
suite("twenty crashes", { concurrency: 2 }, () => {
  test(
    "of what was acknowledged before twenty kills nothing is lost, nothing is half done, the log is whole (PGlite)",
    { timeout },
    async () => {
      const crashed = await crashPglite(rounds, 31);
      console.log(`crashes on PGlite: ${JSON.stringify(crashed)}`);
      assert.equal(crashed.rounds, rounds);
      assert.ok(crashed.restrictions > 0, "no measure took effect, so no restriction could be compared");
    },
  );

  test(
    "of what was acknowledged before twenty kills of application, server or backend nothing is lost, nothing is half done, the log is whole (PostgreSQL)",
    { timeout },
    async () => {
      const crashed = await crashPostgres(rounds, 31);
      console.log(`crashes on PostgreSQL: ${JSON.stringify(crashed)}`);
      assert.equal(crashed.rounds, rounds);
      assert.ok(crashed.restrictions > 0, "no measure took effect, so no restriction could be compared");
    },
  );
});

// "Nothing lost": kill -9 at twenty random points under eight writers, on each engine.
import assert from "node:assert/strict";
import { test } from "node:test";
import { crashPglite, crashPostgres } from "../crash/engines.ts";

const rounds = 20;

test("of what was acknowledged before twenty kills nothing is lost, nothing is half done, the log is whole (PGlite)", async () => {
  const crashed = await crashPglite(rounds, 31);
  console.log(`crashes on PGlite: ${JSON.stringify(crashed)}`);
  assert.equal(crashed.rounds, rounds);
  assert.ok(crashed.restrictions > 0, "no measure took effect, so no restriction could be compared");
});

test("of what was acknowledged before twenty kills of application, server or backend nothing is lost, nothing is half done, the log is whole (PostgreSQL)", async () => {
  const crashed = await crashPostgres(rounds, 31);
  console.log(`crashes on PostgreSQL: ${JSON.stringify(crashed)}`);
  assert.equal(crashed.rounds, rounds);
  assert.ok(crashed.restrictions > 0, "no measure took effect, so no restriction could be compared");
});

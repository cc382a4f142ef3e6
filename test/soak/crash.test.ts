// "Nothing lost", the long form: two hundred kills on each engine.
import assert from "node:assert/strict";
import { test } from "node:test";
import { crashPglite, crashPostgres } from "../crash/engines.ts";

const rounds = 200;
const actsARound = [6, 24] as const;
/** Each piece begins on empty data, so that later crashes do not only fall on a full folder; each is a test of its own time. */
const pieces = 5;
/** For one piece; milliseconds. */
const timeout = 1_800_000;

for (let piece = 0; piece < pieces; piece += 1) {
  const each = rounds / pieces;
  test(
    `kills ${piece * each + 1} to ${(piece + 1) * each} of ${rounds} lose nothing (PGlite)`,
    { timeout },
    async () => {
      const crashed = await crashPglite({ rounds: each, actsARound, seed: 1000 + piece });
      console.log(`crashes on PGlite: ${JSON.stringify(crashed)}`);
      assert.equal(crashed.rounds, each);
      assert.ok(crashed.restrictions > 0);
    },
  );
  test(
    `kills ${piece * each + 1} to ${(piece + 1) * each} of ${rounds} lose nothing (PostgreSQL)`,
    { timeout },
    async () => {
      const crashed = await crashPostgres({ rounds: each, actsARound, seed: 1000 + piece });
      console.log(`crashes on PostgreSQL: ${JSON.stringify(crashed)}`);
      assert.equal(crashed.rounds, each);
      assert.ok(crashed.restrictions > 0);
    },
  );
}

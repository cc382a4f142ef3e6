// Any flipped bit of an exported log is found by the verifier, the long form: a hundred thousand of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { testbedOn } from "../database/engines.ts";
import { exported, filled, flipBits } from "../database/signed-log.ts";
import { faultsOf } from "../verifier.ts";

const pieces = 20;
const flipsEach = 5_000;
/** For one piece; milliseconds. */
const timeout = 600_000;

const whole = await exported((await filled(await testbedOn("PGlite"))).app);

test("the export is whole before it is touched", () => assert.deepEqual(faultsOf(whole), []));

for (let piece = 0; piece < pieces; piece += 1)
  test(`flips ${piece * flipsEach + 1} to ${(piece + 1) * flipsEach} are found`, { timeout }, () =>
    flipBits(whole, flipsEach, 5000 + piece),
  );

// Twenty kills in the middle of an import of ten thousand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { killImports } from "../crash/import-kills.ts";

test("twenty kills in the middle of an import lose no batch and halve none", { timeout: 1_800_000 }, async () => {
  const { killed, steps } = await killImports(20, 10_000, 7);
  console.log(`imports killed ${killed} times, done after each: ${steps.join(", ")}`);
  assert.equal(killed, 20);
});

// The short form of test/soak/imports.test.ts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { killImports } from "../crash/import-kills.ts";

test(
  "an import that is killed twice loses no batch, halves none, and goes on where it was",
  { timeout: 240_000 },
  async () => {
    const { killed, steps } = await killImports(2, 2500, 11);
    console.log(`imports killed ${killed} times, done after each: ${steps.join(", ")}`);
    assert.equal(killed, 2, "the import was over before it could be killed");
    assert.ok((steps[0] ?? 0) > 0, "the first kill came before a batch was there");
  },
);

// A few of the mutants that `npm run mutate` makes: the checks still find what they should.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readPackFiles } from "#law-admin/packs/pack-files.ts";
import { regulationsFolder } from "#law-admin/packs/regulations.ts";
import { judgeMutants } from "./mutate.ts";
import { sumsOf } from "./report.ts";

test("of every eightieth mutant that changes what the law says, none lives, and hardly one dies by the examples alone", () => {
  return readPackFiles(regulationsFolder).then((sources) => {
    const verdicts = [...judgeMutants(sources, 80)];
    const sums = sumsOf(verdicts);
    assert.ok(sums.changing >= 30, JSON.stringify(sums));
    assert.deepEqual(
      verdicts.filter((one) => one.changes && one.death === "survives"),
      [],
    );
    assert.ok(sums.early >= 0.95 * sums.changing, JSON.stringify(sums));
  });
});

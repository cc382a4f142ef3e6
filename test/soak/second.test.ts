// The long form of test/second: a million fact sets, in ten parts with a seed each.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { compareOn, describeAgreement } from "../second/agree.ts";

const law = await loadLaw();
const PARTS = 10;
const IN_EACH = 100_000;
let asked = 0;
let parted = 0;

for (let part = 1; part <= PARTS; part += 1) {
  test(`part ${part}: ${IN_EACH} random fact sets are answered alike by the engine and the second implementation`, (t) => {
    const agreement = compareOn(law, IN_EACH, part);
    asked += agreement.asked;
    parted += agreement.parted;
    t.diagnostic(describeAgreement(agreement));
    assert.equal(agreement.parted, 0, describeAgreement(agreement));
  });
}

test("a million were asked", (t) => {
  t.diagnostic(`${asked} fact sets asked of both, ${parted} answered differently`);
  assert.equal(asked, PARTS * IN_EACH);
});

// The law, written down a second time by another hand, answers as the engine does (npm run soak asks twenty times as often).

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { compareOn, describeAgreement } from "./agree.ts";
import { ANSWERS, REASONS } from "./facts.ts";
import { DEFAULTS, READINGS } from "./readings.ts";

const law = await loadLaw();

test("50,000 random fact sets are answered alike by both, in answer, last day, layers, restrictions and reasons", (t) => {
  const agreement = compareOn(law, 50_000, 20190425);
  t.diagnostic(describeAgreement(agreement));
  assert.equal(agreement.parted, 0, describeAgreement(agreement));
  for (const word of ANSWERS) {
    assert.ok((agreement.answers[word] ?? 0) > 1000, `${word} hardly came up: ${describeAgreement(agreement)}`);
  }
  for (const code of REASONS) {
    assert.ok((agreement.reasons[code] ?? 0) > 150, `${code} hardly came up: ${describeAgreement(agreement)}`);
  }
});

for (const [setting, values] of Object.entries(READINGS)) {
  const value = values[1];
  test(`Under ${setting}=${value} both answer alike, and otherwise than under the default reading`, async () => {
    const other = await loadLaw({ settings: { [setting]: value } });
    const alike = compareOn(other, 600, 7, { ...DEFAULTS, [setting]: value });
    assert.equal(alike.parted, 0, describeAgreement(alike));
    assert.ok(compareOn(other, 600, 7).parted > 0, "the setting made no difference, so none would have been seen");
  });
}

test("The second implementation shares nothing with src: only what compares and tests imports from it", () => {
  const own = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const sharing = own.filter((name) =>
    /from "(#|\.\.)/.test(readFileSync(path.join(import.meta.dirname, name), "utf8")),
  );
  assert.deepEqual(sharing, ["agree.ts"]);
});

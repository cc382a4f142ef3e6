// The law, written down a second time by another hand, answers as the engine does (npm run soak asks twenty times as often).

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { answerLine } from "#law/bulk/facts.ts";
import { figure } from "../figure.ts";
import { compareOn, describeAgreement } from "./agree.ts";
import { answerSecond } from "./answer.ts";
import { ANSWERS, REASONS, type FactLine } from "./facts.ts";
import { DEFAULTS, READINGS } from "./readings.ts";

const law = await loadLaw();

test("50,000 random fact sets are answered alike by both, in answer, last day, layers, restrictions and reasons", (t) => {
  const agreement = compareOn(law, 50_000, 20190425);
  t.diagnostic(describeAgreement(agreement));
  assert.equal(agreement.parted, 0, describeAgreement(agreement));
  figure(
    t,
    "second-writing",
    "50000 组事实（长时间测试一百万组），0 处不同 · 50,000 sets of facts (a million in the soak), 0 different",
  );
  for (const word of ANSWERS) {
    assert.ok((agreement.answers[word] ?? 0) > 1000, `${word} hardly came up: ${describeAgreement(agreement)}`);
  }
  for (const code of REASONS) {
    assert.ok((agreement.reasons[code] ?? 0) > 150, `${code} hardly came up: ${describeAgreement(agreement)}`);
  }
});

test("A handling that gave way to two sanctions asks for consent once one has ended, though the other never does", () => {
  const facts: FactLine = {
    format: 2,
    id: "s8-98234",
    person: { level: "县处级正职" },
    measures: [{ kind: "调离岗位", effective: "2028-02-01", originalLevel: "厅局级副职" }],
    sanctions: [
      { kind: "政务开除", effective: "2026-02-03" },
      { kind: "党内严重警告", effective: "2026-02-03" },
      { kind: "撤销党内职务", effective: "2024-09-21" },
    ],
    consents: [{ on: "2026-09-19" }],
    openMatters: 0,
    question: { purpose: "任相当领导职务", date: "2029-04-08", toLevel: "县处级正职" },
    interpretations: [{ setting: "concurrentDiscipline", value: "discipline-only", validFrom: "2026-02-02" }],
  };
  const expected = ["consent-missing", "restriction"];
  assert.deepEqual(codesIn(answerSecond(facts)), expected);
  assert.deepEqual(codesIn(answerLine(law, facts)), expected);
});

/** The codes of the reasons, each once, in the order of the alphabet: a list of words of the one, of objects of the other. */
function codesIn(answer: object): string[] {
  const reasons = "reasons" in answer && Array.isArray(answer.reasons) ? answer.reasons : [];
  const codes = reasons.map((reason: string | { code: string }) => (typeof reason === "string" ? reason : reason.code));
  return [...new Set(codes)].toSorted();
}

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

// The law, written down a second time by another hand, answers as the engine does (npm run soak asks twenty times as often).

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLaw } from "#app/regulations.ts";
import { answerLine } from "#law/facts.ts";
import { compareOn, describeAgreement } from "./agree.ts";
import { answerSecond } from "./answer.ts";
import type { FactSet } from "./facts.ts";

const law = await loadLaw();

test("50,000 random fact sets are answered alike by both, in answer, last day, layers and restrictions", (t) => {
  const agreement = compareOn(law, 50_000, 20190425);
  t.diagnostic(describeAgreement(agreement));
  assert.equal(agreement.parted, 0, describeAgreement(agreement));
  for (const word of ["barred", "needs-confirmation", "needs-consent", "pending", "clear"]) {
    assert.ok((agreement.answers[word] ?? 0) > 1000, `${word} hardly came up: ${describeAgreement(agreement)}`);
  }
});

test("A difference would be seen: read another way, the law parts from the second implementation", async () => {
  for (const settings of [
    { periodEnd: "anniversary" },
    { periodStart: "decided" },
    { yearOfHonours: "decision-year" },
  ]) {
    const other = await loadLaw({ settings });
    assert.ok(compareOn(other, 2000, 1).parted > 0, JSON.stringify(settings));
  }
});

test("Both refuse Party discipline on record of someone who is no Party member", () => {
  const facts: FactSet = {
    format: 1,
    id: "18",
    person: { partyMember: false, level: null },
    measures: [],
    sanctions: [{ kind: "党内警告", effective: "2019-05-10" }],
    consents: [],
    openMatters: 0,
    question: { purpose: "提拔", date: "2019-06-01" },
  };
  assert.equal(answerSecond(facts), null);
  assert.ok("error" in answerLine(law, facts));
});

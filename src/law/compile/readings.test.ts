// The readings: every alternative really answers some question otherwise, and the same questions come again.
import assert from "node:assert/strict";
import test from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { answerColumns } from "../bulk/columns.ts";
import { effectsOf, readingsOf } from "./readings.ts";
import { seedQuestions } from "../differ/seeded-questions.ts";

const law = await loadLaw();
const readings = readingsOf(law);
const questions = seedQuestions(law, 20_000, 1);
const effects = effectsOf(law, readings, questions);

test("All ten readings have a clause, a default in force and an alternative", () => {
  assert.deepEqual(
    readings.map((reading) => reading.name),
    [
      "limbActs",
      "article9Trigger",
      "organizationalAdjustment",
      "manyMembers",
      "periodStart",
      "periodEnd",
      "yearOfHonours",
      "concurrentDiscipline",
      "whoNeedsConsent",
      "consentTiming",
    ],
  );
  for (const { cite, options, value, default: standard } of readings) {
    assert.ok(cite.words.kind === "verbatim" && options.length >= 2);
    assert.equal(value, standard);
  }
});

const concerns: Record<string, "circumstances" | "offers" | "bodies"> = {
  limbActs: "circumstances",
  article9Trigger: "offers",
  manyMembers: "bodies",
};

for (const { name } of readings) {
  test(`Another reading of ${name} changes answers, and only to the questions that it concerns`, () => {
    const [effect] = effects.get(name) ?? [];
    assert.ok(effect);
    const kind = concerns[name] ?? "eligibility";
    assert.ok(effect.changed[kind] > 0, JSON.stringify(effect));
    assert.equal(effect.total, effect.changed[kind]);
  });
}

test("The same seed asks the same questions, another seed others", () => {
  const printed = (seed: number): string =>
    JSON.stringify([seedQuestions(law, 200, seed).eligibility.date, seedQuestions(law, 200, seed).circumstances]);
  assert.equal(printed(7), printed(7));
  assert.notEqual(printed(7), printed(8));
});

test("The seeded questions reach every answer", () => {
  assert.equal(new Set(answerColumns(law, questions.eligibility).answer).size, 5);
});

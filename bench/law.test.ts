// The engines of the bench answer alike; so that the bench does not find out first when the law has moved.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLaw } from "#app/regulations.ts";
import { NO_DAY, answerColumns, makeResults } from "#law/columns.ts";
import { compileLaw } from "#law/law.ts";
import { askedAt } from "./asked.ts";
import { answerBothByHand, upperNormsKnown } from "./hand-written-both.ts";
import { answerByHand } from "./hand-written.ts";
import { openJsonRules } from "./json-rules.ts";
import { makeQuestions } from "./questions.ts";
import { openZen } from "./zen.ts";

const whole = await loadLaw();
const alone = compileLaw({ regulation: whole.regulation, upper: [] });
const count = 20_000;
const seed = 15;

test("Article 13 written by hand answers as the compiled regulation does, on 20,000 questions", () => {
  const columns = makeQuestions(alone, count, seed, { sanctions: false });
  const byHand = makeResults(count);
  answerByHand(columns, byHand);
  assert.deepEqual(byHand, answerColumns(alone, columns));
});

test("both layers written by hand answer as the compiled packs do, on 20,000 questions with sanctions", () => {
  const both = compileLaw({
    regulation: whole.regulation,
    upper: whole.upper.filter(({ id }) => upperNormsKnown.includes(id)),
  });
  const columns = makeQuestions(both, count, seed, { sanctions: true });
  const byHand = makeResults(count);
  answerBothByHand(columns, byHand);
  assert.deepEqual(byHand, answerColumns(both, columns));
});

test("ZEN and json-rules-engine answer as the compiled regulation does, on 300 questions", async () => {
  const columns = makeQuestions(alone, 300, seed, { sanctions: false });
  const expected = answerColumns(alone, columns);
  const zen = openZen();
  const jsonRules = openJsonRules();
  for (let index = 0; index < columns.length; index += 1) {
    const asked = askedAt(alone, columns, index);
    const wanted = { answer: expected.answer[index], until: expected.until[index] };
    for (const { ask } of [zen, jsonRules]) {
      const { answer, until } = await ask(asked);
      assert.deepEqual({ answer, until: until ?? NO_DAY }, wanted, JSON.stringify(asked));
    }
  }
  zen.close();
});

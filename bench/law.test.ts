// The engines of the bench answer alike; so that the bench does not find out first when the law has moved.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { NO_DAY, answerColumns, makeResults } from "#law/bulk/columns.ts";
import { compileLaw } from "#law/compile/law.ts";
import { compileObjects } from "./facts-objects.ts";
import { assertAlike } from "./alike.ts";
import { askedAt } from "./asked.ts";
import { factsAt } from "./asked-objects.ts";
import { openBulkQuery } from "./bulk-query.ts";
import { answerBothByHand } from "./hand-written-both.ts";
import { answerByHand } from "./hand-written.ts";
import { answerObjectsByHand } from "./hand-written-objects.ts";
import { openJsonRules } from "./json-rules.ts";
import { openPublicodes } from "./publicodes.ts";
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
  assertAlike(columns, byHand, answerColumns(alone, columns));
});

test("both layers written by hand answer as the compiled packs do, on 20,000 questions with sanctions", () => {
  const columns = makeQuestions(whole, count, seed, { sanctions: true });
  const byHand = makeResults(count);
  answerBothByHand(columns, byHand);
  assertAlike(columns, byHand, answerColumns(whole, columns));
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

test("publicodes and one bulk query of PostgreSQL answer as the compiled regulation does", async () => {
  const columns = makeQuestions(alone, 2000, seed, { sanctions: false });
  const expected = answerColumns(alone, columns);
  const asked = Array.from({ length: columns.length }, (_, index) => askedAt(alone, columns, index));
  const wanted = (index: number) => ({ answer: expected.answer[index], until: expected.until[index] });
  const bulk = await openBulkQuery();
  const { answers } = await bulk.ask(asked);
  await bulk.close();
  answers.forEach(({ answer, until }, index) =>
    assert.deepEqual({ answer, until: until ?? NO_DAY }, wanted(index), JSON.stringify(asked[index])),
  );
  const publicodes = openPublicodes();
  for (const [index, one] of asked.slice(0, 200).entries()) {
    const { answer, until } = await publicodes.ask(one);
    assert.deepEqual({ answer, until: until ?? NO_DAY }, wanted(index), JSON.stringify(one));
  }
});

test("objects answered by hand are answered alike by the compiled packs, on 5,000 questions with sanctions", () => {
  const columns = makeQuestions(whole, 5000, seed, { sanctions: true });
  const list = Array.from({ length: columns.length }, (_, index) => factsAt(whole, columns, index));
  const byHand = answerObjectsByHand(list);
  // One by one: the first that differs is said at once.
  compileObjects(whole)(list).forEach((answer, index) =>
    assert.deepEqual(byHand[index], answer, JSON.stringify(list[index])),
  );
});

// A new district promises nothing: every answer is to be confirmed until its history is declared, and says what to do.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { EligibilityReply } from "#eligibility/contract/eligibility.ts";
import { declareHistory } from "../promised.ts";
import { openWorld, persons } from "./world.ts";

const world = await openWorld({ promised: false });

async function ask(question: object): Promise<{ answer: string; toDo: string }> {
  const names = [{ name: persons.unrecorded.name, unit: "生态环境局" }];
  const body = { date: null, year: null, ...question, names };
  const reply = await world.call({ as: "personnel-officer", method: "POST", path: "/api/eligibility", body });
  assert.equal(reply.status, 200, reply.text);
  const [line] = (reply.json as EligibilityReply).lines;
  assert.ok(line?.match === "one");
  return { answer: line.answer, toDo: line.reasons.map(({ toDo }) => toDo?.zh).join() };
}

test("for every purpose, with what to do; and plainly once two people have declared the history", async () => {
  const questions = world.app.law.vocabulary.purposes.map(({ id, asked }) =>
    asked === "for-year" ? { purpose: id, year: 2026 } : { purpose: id, date: "2026-07-31" },
  );
  assert.ok(questions.length >= 6);
  for (const question of questions) {
    const { answer, toDo } = await ask(question);
    assert.equal(answer, "needs-confirmation", question.purpose);
    assert.match(toDo, /历史记录/u);
  }
  const bodies = { discipline: world.actorOf("discipline-officer"), personnel: world.actorOf("personnel-officer") };
  await declareHistory(world.app, bodies, "2019-04-25");
  for (const question of questions) assert.equal((await ask(question)).answer, "clear", question.purpose);
  assert.equal((await ask({ purpose: "promotion", date: "2019-04-24" })).answer, "needs-confirmation");
});

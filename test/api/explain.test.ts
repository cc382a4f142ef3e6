// Why one person is answered so: what is told, to whom, and what is kept back.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { EligibilityExplanation } from "#eligibility/contract/eligibility.ts";
import type { LawEffects } from "#law-admin/contract/regulation.ts";
import { caseAt } from "./steps.ts";
import { openWorld, persons } from "./world.ts";

const world = await openWorld();
await caseAt(world, "effective", persons.subject.id);
await caseAt(world, "inquiry", persons.open.id);

const why = (personId: string, more: object = {}) =>
  world.call({
    as: "personnel-officer",
    method: "POST",
    path: "/api/eligibility/explain",
    body: { purpose: "promotion", date: "2026-01-01", year: null, personId, ...more },
  });

test("the reasons are sentences with quotes, each day is counted, each reading tells what its alternative would answer", async () => {
  const reply = await why(persons.subject.id);
  assert.equal(reply.status, 200, reply.text);
  const explained = reply.json as EligibilityExplanation;
  assert.equal(explained.answer, "barred");
  assert.ok(explained.sentences.length >= 2);
  assert.match(explained.sentences[1]?.zh ?? "", /第十三条第一款：“/u);
  assert.ok(explained.arithmetic.length > 0);
  for (const { sentence, cite } of explained.arithmetic) {
    assert.match(sentence.zh, /^\d{4}-\d{2}-\d{2} 起.+，至 \d{4}-\d{2}-\d{2}/u);
    assert.match(cite.label.zh, /^《/u);
  }
  assert.ok(explained.readings.some(({ name }) => name === "periodEnd"));
  for (const { alternatives } of explained.readings) assert.ok(alternatives.length > 0);
  assert.ok(explained.earliest !== null && explained.earliest > "2026-01-01");
  assert.ok(explained.changes.some(({ zh }) => zh.includes("被撤销")));
});

test("a question for a year counts the year", async () => {
  const reply = await why(persons.subject.id, { purpose: "annual-excellence", date: null, year: 2025 });
  const explained = reply.json as EligibilityExplanation;
  assert.equal(explained.answer, "barred");
  assert.match(explained.arithmetic[0]?.sentence.zh ?? "", /当年即2025年/u);
  assert.equal(explained.earliest, null);
});

test("while a matter is open that decides the answer, the word is told and nothing else", async () => {
  const explained = (await why(persons.open.id)).json as EligibilityExplanation;
  assert.deepEqual(
    { ...explained, person: null },
    {
      person: null,
      answer: "pending",
      until: null,
      sentences: [{ zh: "暂缓", en: "Pending" }],
      reasons: [],
      notes: [],
      arithmetic: [],
      readings: [],
      earliest: null,
      changes: [],
    },
  );
});

test("a wrong question names its field, and nobody is nobody", async () => {
  const undated = await why(persons.subject.id, { date: "2026-02-30" });
  assert.equal(undated.status, 400);
  assert.match(undated.text, /date：请填写存在的日期/u);
  const level = await why(persons.subject.id, { toLevel: "没有的层次" });
  assert.equal(level.status, 400);
  assert.match(level.text, /toLevel：没有/u);
  assert.equal((await why("nobody")).status, 404);
});

test("another version of the regulation tells whose bars would change, from when to when, and which cases rest on what changes", async () => {
  const effects = (before: string, after: string) =>
    world.call({ as: "personnel-officer", method: "POST", path: "/api/regulation/effects", body: { before, after } });
  const reply = await effects(world.app.law.regulation.id, "example-county-inaction-2017");
  assert.equal(reply.status, 200, reply.text);
  const { persons: seen, changed, running, rows, cases } = reply.json as LawEffects;
  assert.equal(seen, 1);
  assert.ok(changed > 0 && rows.length === changed && cases.length > 0);
  assert.ok(
    rows.slice(0, running).every((row) => row.running) && !rows[running]?.running,
    "what runs today comes first",
  );
  const promotion = rows.find(({ bars, layer }) => bars === "promotion" && layer === "regulation");
  assert.equal(promotion?.personId, persons.subject.id);
  assert.notDeepEqual(promotion?.before, promotion?.after);
  const same = await effects("jilv-chufen-2023", "jilv-chufen-2023");
  assert.deepEqual([(same.json as LawEffects).changed, (same.json as LawEffects).cases], [0, []]);
  const reworded = (await effects("jilv-chufen-2018", "jilv-chufen-2023")).json as LawEffects;
  assert.equal(reworded.changed, 0, "other words for the same periods change no bar");
  assert.equal((await effects("jilv-chufen-2023", "nothing")).status, 404);
  assert.equal((await effects("jilv-chufen-2023", world.app.law.regulation.id)).status, 422);
});

// The question of the engine from what was asked: by day or by year, as the vocabulary has the purpose asked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { law } from "../../../test/casework/played.ts";
import { parseDay } from "#law/reckon/days.ts";
import { questionOf } from "./question.ts";

test("a purpose is asked by its day or its year, whatever else was given", () => {
  const time = { date: "2026-02-28", year: 2025 };
  const onDay = { purpose: "promotion", date: parseDay("2026-02-28"), toLevel: "县处级副职" };
  assert.deepEqual(questionOf(law, { purpose: "promotion", ...time }, "县处级副职"), onDay);
  assert.deepEqual(questionOf(law, { purpose: "honours", ...time }, "县处级副职"), { purpose: "honours", year: 2025 });
});

test("what it is asked by must be there", () => {
  assert.throws(() => questionOf(law, { purpose: "promotion", date: null, year: 2025 }, null), /without its date/u);
  assert.throws(() => questionOf(law, { purpose: "promotion", date: "2026-02-30", year: 2025 }, null));
  assert.throws(() => questionOf(law, { purpose: "honours", date: "2026-02-28", year: null }, null), /its year/u);
  assert.throws(() => questionOf(law, { purpose: "none", date: "2026-02-28", year: 2026 }, null), /no purpose/u);
});

// The level held before a day: every edge of a post, today and the days beside it, on both sides.
import assert from "node:assert/strict";
import { test } from "node:test";
import { law } from "../../../test/casework/played.ts";
import { levelBefore } from "./level-before.ts";

const today = "2026-07-31";
const chief = { from: "2018-03-01", level: "乡科级正职" };
const raised = { from: "2026-05-01", level: "县处级副职" };
const before = (day: string | null, held: { from: string; level: string | null }[], registered: string | null) =>
  levelBefore(law, { registered, held, today }, day);

test("of a day gone by the latest post begun before it counts, not one that begins on it", () => {
  assert.equal(before("2026-05-01", [chief, raised], "县处级副职"), "乡科级正职");
  assert.equal(before("2026-05-02", [chief, raised], "县处级副职"), "县处级副职");
  assert.equal(before("2018-03-02", [raised, chief], "县处级副职"), "乡科级正职");
});

test("the registry's own counts for a year, and for today and later, unless a post begins on the day or after it", () => {
  const corrected = "县处级正职";
  assert.equal(before(null, [chief, raised], corrected), corrected);
  assert.equal(before("2026-07-30", [chief], corrected), "乡科级正职");
  assert.equal(before(today, [chief], corrected), corrected);
  assert.equal(before("2026-08-01", [chief], corrected), corrected);
  for (const from of [today, "2026-08-10"])
    assert.equal(before(today, [chief, { ...raised, from }], "县处级副职"), "乡科级正职");
  assert.equal(before("2026-08-11", [chief, { ...raised, from: "2026-08-10" }], "县处级副职"), "县处级副职");
});

test("where no post has a level the registry's own counts; where the first one begins on the day or later none is known", () => {
  assert.equal(before("2026-05-01", [], "乡科级副职"), "乡科级副职");
  assert.equal(before("2026-05-01", [{ ...chief, level: null }], "乡科级副职"), "乡科级副职");
  assert.equal(before("2026-05-01", [raised], "县处级副职"), null);
  assert.equal(before("2026-05-01", [], null), null);
});

test("of posts begun on one day the highest counts, and what the vocabulary does not name is not known", () => {
  const both = [chief, { ...chief, level: "县处级正职" }, { ...chief, level: "乡科级副职" }];
  assert.equal(before("2026-05-01", both, null), "县处级正职");
  assert.equal(before("2026-05-01", [chief, { from: "2020-01-01", level: "正处" }], null), "乡科级正职");
  assert.equal(before("2026-05-01", [], "正处"), null);
});

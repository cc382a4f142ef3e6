// Cases of cutting a text at its quotes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { segmentsOf } from "#web/law/segments.ts";

function check(text: string, quotes: Record<string, string>, expected: string): void {
  const segments = segmentsOf(
    text,
    Object.entries(quotes).map(([id, quote]) => ({ id, quote })),
  );
  assert.equal(segments.map((one) => `${one.text}[${one.ids.join()}]`).join(""), expected);
}

test("a text without quotes is one piece", () => check("一年内不得提拔", {}, "一年内不得提拔[]"));
test("a quote in the middle leaves a piece before and after it", () => check("甲乙丙", { a: "乙" }, "甲[]乙[a]丙[]"));
test("a quote at the edge leaves no empty piece", () => check("甲乙丙", { a: "甲" }, "甲[a]乙丙[]"));
test("where two quotes overlap the piece belongs to both", () =>
  check("甲乙丙丁", { a: "甲乙丙", b: "乙丙丁" }, "甲[a]乙丙[a,b]丁[b]"));
test("a quote that is not in the text marks nothing", () => check("甲乙", { a: "丙" }, "甲乙[]"));
test("an empty quote marks nothing", () => check("甲乙", { a: "" }, "甲乙[]"));

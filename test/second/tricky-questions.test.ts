// Questions with a catch, each answered with its reason by whoever wrote the documents: both implementations give what is expected.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { answerLine } from "#law/bulk/facts.ts";
import { answerSecond } from "./answer.ts";

/** `expected`: a value for each path, such as `layers.regulation.answer`; "<error>" for any error. */
type Tricky = { id: string; why: string; facts: object; expected: Record<string, unknown> };

const law = await loadLaw();
const file = path.join(import.meta.dirname, "tricky-questions.jsonl");

for (const line of readFileSync(file, "utf8").trimEnd().split("\n")) {
  const { id, why, facts, expected } = JSON.parse(line) as Tricky;
  test(`${id} ${why}`, () => {
    check(answerSecond(facts), expected, "second");
    check(answerLine(law, facts), expected, "engine");
  });
}

function check(answer: object, expected: Record<string, unknown>, who: string): void {
  for (const [name, value] of Object.entries(expected)) {
    const found = valueAt(answer, name);
    if (value === "<error>") assert.ok(found !== undefined, `${who}: no error but ${JSON.stringify(answer)}`);
    else assert.equal(found, value, `${who}: ${name} of ${JSON.stringify(answer)}`);
  }
}

function valueAt(answer: object, name: string): unknown {
  let value: unknown = answer;
  for (const field of name.split(".")) {
    value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[field] : undefined;
  }
  return value;
}

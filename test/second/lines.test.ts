// Random fact sets as lines of a file say byte for byte what they say when they are answered one by one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { compileLines } from "#law/bulk/facts-lines.ts";
import { answerLine } from "#law/bulk/facts.ts";
import type { LineOptions } from "#law/bulk/facts.ts";
import { lawDecided } from "#law/compile/law.ts";
import { undecidedNorms } from "../undecided-norms.ts";
import { randomFacts } from "./random-facts.ts";

const law = await loadLaw();
const choices: LineOptions[] = [{}, { upper: false }];

for (const options of choices) {
  test(`20,000 random fact sets are the same bytes by the file and one by one with ${JSON.stringify(options)}`, () => {
    const answer = compileLines(law, options);
    let asked = 0;
    for (const facts of randomFacts(31)) {
      if (asked === 20_000) break;
      asked += 1;
      const text = JSON.stringify(facts);
      const expected = JSON.stringify(answerLine(law, facts, options));
      assert.equal(answer(text).text, expected, text);
      // As the command line asks: in the middle of a block of lines.
      if (asked % 10 === 0) assert.equal(answer(`{}\n${text}\n[]`, 3, 3 + text.length).text, expected, text);
    }
  });
}

test("With norms found to apply, or not to apply, 5,000 are the same bytes, too", () => {
  const keys = undecidedNorms(law);
  const norms = new Map(
    keys.map((key, place) => [key, place % 2 === 0 ? ("not-applied" as const) : { applies: 18_000 }]),
  );
  const decided = lawDecided(law, norms);
  const answer = compileLines(decided);
  let asked = 0;
  for (const facts of randomFacts(32)) {
    if (asked === 5000) break;
    asked += 1;
    const text = JSON.stringify(facts);
    assert.equal(answer(text).text, JSON.stringify(answerLine(decided, facts)), text);
  }
});

// An entry names things by number and kind.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutWords } from "./wordless.ts";

test("words become their length; codes, days, hashes and document numbers stay", () => {
  const said = {
    matterId: "0f1e-77",
    on: "2026-07-31",
    at: "2026-07-31T02:00:00.000Z",
    number: "云高问责〔2026〕12号",
    reasons: "举报人张某反映",
    names: ["周明远", 3, null, true],
    nested: { office: "党工委工作部", digest: "a".repeat(64) },
  };
  assert.deepEqual(withoutWords(said), {
    ...said,
    reasons: { words: 7 },
    names: [{ words: 3 }, 3, null, true],
    nested: { office: { words: 6 }, digest: "a".repeat(64) },
  });
});

test("an ID number is no code", () => {
  assert.deepEqual(withoutWords("210502198003071230"), { words: 18 });
  assert.deepEqual(withoutWords("21050219850505342X"), { words: 18 });
});

test("a document number takes no sentence with it", () => {
  assert.deepEqual(withoutWords("举报人是张某，见云高问责〔2026〕12号"), { words: 21 });
});

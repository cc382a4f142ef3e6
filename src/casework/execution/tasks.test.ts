// The next step of a case, as it stands.
import assert from "node:assert/strict";
import { test } from "node:test";
import { caseAfter, circulated, deliberated, effective, itemsDone, law, upTo } from "../../../test/casework/played.ts";
import type { Step } from "../../../test/casework/played.ts";
import { nextStepsOf } from "./tasks.ts";

test("the next step is told as the case stands", () => {
  const nextAfter = (steps: readonly Step[]) => nextStepsOf(law, caseAfter(steps));
  assert.deepEqual(nextAfter(upTo("request-opening")), ["decide-opening"]);
  assert.deepEqual(nextAfter(upTo("decide-opening")), ["add-subject"]);
  assert.deepEqual(nextAfter(upTo("add-subject")), ["record-fact"]);
  assert.deepEqual(nextAfter(upTo("record-fact")), ["establish-circumstance"]);
  assert.deepEqual(nextAfter(upTo("establish-circumstance")), ["put-facts"]);
  assert.deepEqual(nextAfter(upTo("put-facts")), ["record-statement"]);
  assert.deepEqual(nextAfter(upTo("record-statement")), ["propose"]);
  assert.deepEqual(nextAfter(deliberated()), ["decide"]);
  assert.deepEqual(nextAfter(upTo("serve", {}, effective())), ["take-effect"]);
  assert.deepEqual(nextAfter(effective()), ["record-circulation", "record-formalities", "complete-items"]);
  assert.deepEqual(nextAfter([...effective(), ...itemsDone, circulated]), ["close"]);
});

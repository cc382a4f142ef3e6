// A case is closed when everything that the measures require has been done.
import assert from "node:assert/strict";
import { test } from "node:test";
import { caseAfter, circulated, effective, itemsDone, refusedBy } from "../../../../test/casework/played.ts";
import type { Step } from "../../../../test/casework/played.ts";

test("a case is closed only when the outcome has been circulated and, after removal, an arrangement is on record", () => {
  const close: Step = ["reviewer", "close", { on: "2025-07-01", summary: "办结" }];
  refusedBy([...effective(), ...itemsDone, close], "open-circulation");
  refusedBy([...effective(), circulated, close], "open-archiving");
  assert.equal(caseAfter([...effective(), ...itemsDone, circulated, close]).stage, "closed");
  const removed = [...effective(["removal"], { originalLevel: "乡科级正职" }), ...itemsDone, circulated];
  refusedBy([...removed, close], "open-arrangement");
  const arranged: Step = [
    "personnel",
    "record-arrangement",
    { subjectId: "e3", on: "2025-06-21", post: "四级主任科员", rank: "四级主任科员" },
  ];
  assert.equal(caseAfter([...removed, arranged, close]).stage, "closed");
});

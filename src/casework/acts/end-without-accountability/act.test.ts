// Where nothing is established there is nothing to be exempted from.
import assert from "node:assert/strict";
import { test } from "node:test";
import { before, caseAfter, refusedBy, upTo } from "../../../../test/casework/played.ts";
import type { Step } from "../../../../test/casework/played.ts";

test("a ground of exemption is for what was established; without that it is “nothing established”", () => {
  const end = (ground: string): Step => [
    "secretary",
    "end-without-accountability",
    { on: "2025-06-01", ground, reasons: "查无实据" },
  ];
  refusedBy([...before("establish-circumstance"), end("dissent")], "nothing-to-exempt");
  caseAfter([...before("establish-circumstance"), end("nothing-established")]);
});

test("a case with no circumstance established ends as such; with one it needs a ground", () => {
  const end: Step = [
    "secretary",
    "end-without-accountability",
    { on: "2025-06-12", ground: "nothing-established", reasons: "r" },
  ];
  assert.equal(caseAfter([...upTo("record-fact"), end]).stage, "ended-without-accountability");
  refusedBy([...upTo("establish-circumstance"), end], "ground-needed");
});

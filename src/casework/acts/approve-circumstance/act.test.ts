// A catch-all circumstance waits for the Working Committee's approval, and only one that was put forward can be approved.
import { test } from "node:test";
import { before, caseAfter, changedStep, refusedBy } from "../../../../test/casework/played.ts";
import type { Step } from "../../../../test/casework/played.ts";

const catchAll = { circumstance: "6-11-1", act: null, reasons: "与所列情形相当" };
const putForward = [...before("establish-circumstance"), changedStep("establish-circumstance", catchAll)];
const approve: Step = [
  "secretary",
  "approve-circumstance",
  {
    subjectId: "e3",
    circumstance: "6-11-1",
    approved: true,
    on: "2025-05-30",
    documentNumber: "会纪〔2025〕4号",
    reasons: "相当",
  },
];

test("nothing is approved that was not put forward, nor twice", () => {
  refusedBy([...before("establish-circumstance"), approve], "nothing-put-forward");
  refusedBy([...putForward, approve, approve], "nothing-put-forward");
});

test("while a catch-all circumstance awaits approval nothing is proposed", () => {
  const heard = [changedStep("put-facts", {}), changedStep("record-statement", {})];
  const propose = changedStep("propose", {});
  refusedBy([...putForward, ...heard, propose], "circumstance-awaits-approval");
  caseAfter([...putForward, approve, ...heard, propose]);
});

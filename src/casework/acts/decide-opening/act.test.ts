// What the superior ordered is opened; the group has a leader of its own and a day by which it is done.
import assert from "node:assert/strict";
import { test } from "node:test";
import { before, caseAfter, changedStep, refusedBy, upTo } from "../../../../test/casework/played.ts";
import type { Step } from "../../../../test/casework/played.ts";

const order = { body: "市纪委监委", on: "2025-05-01", documentNumber: "市纪函〔2025〕7号" };
const ordered = [changedStep("request-opening", { order })];

test("what the superior ordered cannot be refused; without an order it can", () => {
  const refuse: Step = ["secretary", "decide-opening", { approved: false, on: "2025-05-10", reasons: "线索不足" }];
  refusedBy([...ordered, refuse], "ordered-by-superior");
  caseAfter([...before("decide-opening"), refuse]);
  caseAfter([...ordered, changedStep("decide-opening", {})]);
  refusedBy([...ordered, changedStep("decide-opening", { on: "2025-04-30" })], "out-of-order");
});

test("the leader is one of the group, and it has until the day of the approval at least", () => {
  const opened = (changes: object) => [...before("decide-opening"), changedStep("decide-opening", changes)];
  refusedBy(opened({ leader: "reviewer" }), "leader-outside");
  refusedBy(opened({ dueOn: "2025-05-09" }), "due-before-start");
  caseAfter(opened({ dueOn: "2025-05-10" }));
});

test("one lead is not named twice", () => {
  refusedBy([changedStep("request-opening", { leadIds: ["l", "l"] })], "lead-twice");
});

test("nobody inquires whose account is disabled, who has no part in inquiries, or who is kept out of the case", () => {
  const opened = (second: string) => [
    ...before("decide-opening"),
    changedStep("decide-opening", { inquirers: ["officer", second] }),
  ];
  for (const second of ["retired", "named", "personnel", "clerk"]) refusedBy(opened(second), "cannot-inquire");
  caseAfter(opened("colleague"));
  const recusal: Step = [
    "secretary",
    "declare-recusal",
    { accountId: "colleague", ground: "interest", reasons: "与线索反映的事项有利害关系" },
  ];
  refusedBy([...before("decide-opening"), recusal, changedStep("decide-opening", {})], "cannot-inquire");
  const change: Step = [
    "secretary",
    "change-inquiry-group",
    { on: "2025-05-20", inquirers: ["officer", "colleague"], leader: "officer", reasons: "工作需要" },
  ];
  refusedBy([...before("add-subject"), recusal, change], "cannot-inquire");
});

test("the opening needs a group of two, none of them the approver, and is approved by another than asked for it", () => {
  refusedBy(upTo("decide-opening", { inquirers: ["officer"] }), "inquiry-group-too-small");
  refusedBy(upTo("decide-opening", { inquirers: ["officer", "secretary"] }), "approver-inquires");
  const [asking, approving] = upTo("decide-opening");
  assert.ok(asking !== undefined && approving !== undefined);
  refusedBy([asking, ["officer", approving[1], approving[2]]], "not-your-duty");
  const alone: Step[] = [asking, approving].map(([_who, act, input]) => ["both", act, input]);
  refusedBy(alone, "four-eyes");
  const refuse: Step = ["secretary", "decide-opening", { approved: false, on: "2025-05-10", reasons: "证据不足" }];
  assert.equal(caseAfter([asking, refuse]).stage, "not-opened");
});

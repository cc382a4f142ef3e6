// The facts are put by two of the inquiry group, and they are facts of that subject.
import assert from "node:assert/strict";
import { test } from "node:test";
import { before, caseAfter, changedStep, law, refusedBy, today } from "../../../../test/casework/played.ts";
import type { Step } from "../../../../test/casework/played.ts";
import { nextStepsOf } from "../../execution/tasks.ts";

const asked = before("put-facts");
const put = (changes: object) => [...asked, changedStep("put-facts", changes)];

test("one inquirer, or one from outside the group, is not two of the group", () => {
  refusedBy(put({ inquirers: ["officer", "officer"] }), "not-two-inquirers");
  refusedBy(put({ inquirers: ["officer", "reviewer"] }), "not-two-inquirers");
  caseAfter(put({ inquirers: ["officer", "colleague"] }));
});

test("only facts of this subject are put to it", () => {
  refusedBy(put({ factIds: ["e4", "e9"] }), "not-their-fact");
});

test("nobody is heard on nothing", () => {
  refusedBy([...before("record-fact"), changedStep("record-statement", {})], "nothing-put");
});

test("from the day of a recusal on whoever is recused is none of the two, and a group of one proposes nothing until it is changed", () => {
  const recusal: Step = [
    "colleague",
    "declare-recusal",
    { accountId: "colleague", ground: "relative", reasons: "与问责对象系表兄弟" },
  ];
  const putOn = (on: string) => [...asked, recusal, changedStep("put-facts", { on })];
  refusedBy(putOn(today), "not-two-inquirers");
  caseAfter(putOn("2026-11-22"));
  const heard = [...before("propose"), recusal];
  assert.deepEqual(nextStepsOf(law, caseAfter(heard)), ["change-inquiry-group"]);
  refusedBy([...heard, changedStep("propose", {})], "inquiry-group-too-small");
  const anew: Step = [
    "secretary",
    "change-inquiry-group",
    { on: today, inquirers: ["officer", "reviewer"], leader: "officer", reasons: "原成员回避" },
  ];
  caseAfter([...heard, anew, changedStep("propose", {})]);
});

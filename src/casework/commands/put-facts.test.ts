// The facts are put by two of the inquiry group, and they are facts of that subject.
import { test } from "node:test";
import { before, caseAfter, changedStep, refusedBy } from "../../../test/casework/played.ts";

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

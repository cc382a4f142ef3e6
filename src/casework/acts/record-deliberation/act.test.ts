// Nothing is deliberated on before it is proposed, nor proposed upward by a body that may not.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  before,
  caseAfter,
  changedStep,
  deliberated,
  deliberation,
  refusedBy,
  today,
  upTo,
} from "../../../../test/casework/played.ts";
import type { Step } from "../../../../test/casework/played.ts";

test("the deliberation may be on the day of the proposal and not on the day before", () => {
  const held = (on: string) => [...before("record-deliberation"), changedStep("record-deliberation", { on })];
  refusedBy(held("2025-06-09"), "before-proposal");
  caseAfter(held("2025-06-10"));
});

test("neither a witness of the case nor whoever is recused from it sits, from that day on; there and recused they may be", () => {
  const sat = (name: string, changes: object = {}) => {
    const attendance = [...deliberation.attendance, name];
    const votesFor = deliberation.votesFor + 1;
    return changedStep("record-deliberation", { attendance, votesFor, ...changes });
  };
  const witness: Step = ["officer", "name-witness", { personId: "city", on: "2025-05-20", about: "会议经过" }];
  const witnessed = [...before("propose"), witness, changedStep("propose", {})];
  refusedBy([...witnessed, sat("孔德林")], "subject-sits");
  const recusals = [{ name: "孔德林", reason: "证人" }];
  caseAfter([...witnessed, sat("孔德林", { recusals, votesFor: deliberation.votesFor })]);
  const recusal = { accountId: "colleague", ground: "interest", reasons: "有利害关系" };
  const recused: Step[] = [...before("record-deliberation"), ["colleague", "declare-recusal", recusal]];
  refusedBy([...recused, sat("colleague", { on: today })], "subject-sits");
  caseAfter([...recused, sat("colleague", { on: "2026-11-22" })]);
});

test("a proposal upward comes from a body that may propose", () => {
  const steps = deliberated(["city"]).map((step): Step =>
    step[1] === "record-deliberation" ? changedStep("record-deliberation", { body: "general-office" }) : step,
  );
  const upward: Step = [
    "secretary",
    "propose-upward",
    {
      subjectIds: ["e3"],
      to: "city-committee",
      by: "general-office",
      on: "2025-06-17",
      documentNumber: "云党文〔2025〕3号",
      reasons: "建议调离岗位",
    },
  ];
  refusedBy([...steps, upward], "wrong-proposer");
});

test("the deliberation is collective, its votes add up, and the subject does not sit in it", () => {
  const held = (changes: object) => upTo("record-deliberation", changes);
  refusedBy(held({ attendance: ["甲"], votesFor: 1 }), "not-collective");
  refusedBy(held({ votesFor: 2 }), "votes-do-not-add-up");
  refusedBy(held({ attendance: ["甲", "乙", "钱明远"] }), "subject-sits");
  const recusals = [{ name: "丙", reason: "与当事人有近亲属关系" }];
  assert.equal(caseAfter(held({ recusals, votesFor: 2 })).stage, "deliberated");
});

// Nothing is deliberated on before it is proposed, nor proposed upward by a body that may not.
import { test } from "node:test";
import { before, caseAfter, changedStep, deliberated, refusedBy } from "../../../test/casework/played.ts";
import type { Step } from "../../../test/casework/played.ts";

test("the deliberation may be on the day of the proposal and not on the day before", () => {
  const held = (on: string) => [...before("record-deliberation"), changedStep("record-deliberation", { on })];
  refusedBy(held("2025-06-09"), "before-proposal");
  caseAfter(held("2025-06-10"));
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

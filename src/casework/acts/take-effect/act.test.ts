// What takes effect was decided against somebody, once.
import { test } from "node:test";
import {
  caseAfter,
  changedStep,
  deliberated,
  effective,
  outcome,
  refusedBy,
} from "../../../../test/casework/played.ts";
import type { Step } from "../../../../test/casework/played.ts";

const decided = (first: object): Step => [
  "secretary",
  "decide",
  {
    documentNumber: "云党发〔2025〕9号",
    on: "2025-06-16",
    body: "working-committee",
    outcomes: [first, { type: "reserved", subjectId: "e4", reasons: "市管干部" }],
  },
];
const both = deliberated(["zone", "city"]);

test("a decision on one subject takes effect once, while another still waits for its own", () => {
  const inEffect = changedStep("take-effect", {}, effective());
  const steps = [...both, decided(outcome("e3", ["transfer"])), changedStep("serve", {}, effective()), inEffect];
  caseAfter(steps);
  refusedBy([...steps, inEffect], "effective-already");
});

test("where somebody is exempt nothing takes effect, and where nothing is decided nothing is served in vain", () => {
  const steps = [...both, decided({ type: "exempt", subjectId: "e3", ground: "dissent", reasons: "会上明确反对" })];
  refusedBy([...steps, changedStep("take-effect", {}, effective())], "nothing-to-take-effect");
  const failed: Step = [
    "clerk",
    "record-failed-service",
    { subjectId: "e4", on: "2025-06-17", way: "in-person", reasons: "外出" },
  ];
  refusedBy([...steps, failed], "nothing-to-serve");
});

test("no arrangement for somebody on whom no decision is in effect", () => {
  const arranged: Step = [
    "personnel",
    "record-arrangement",
    { subjectId: "e9", on: "2025-06-25", post: "科员", rank: "科员" },
  ];
  refusedBy([...effective(), arranged], "not-in-effect");
});

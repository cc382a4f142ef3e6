// Another way is chosen only when what came of the first is on record.
import { test } from "node:test";
import { play, refusedBy } from "../../../test/casework/played.ts";
import type { Step } from "../../../test/casework/played.ts";

const registered: Step = [
  "officer",
  "register-lead",
  { source: "petition", receivedOn: "2025-05-01", summary: "反映渣土车扰民", concerned: [] },
];
const dispose = (way: string): Step => [
  "officer",
  "dispose-lead",
  { way, reasons: "依程序", on: "2025-05-03", dueOn: "2025-06-01" },
];
const result: Step = ["officer", "record-lead-result", { on: "2025-05-20", result: "部分属实" }];

test("the result of a talk or a verification is recorded before another way is chosen", () => {
  refusedBy([registered, dispose("talk-inquiry"), dispose("settlement")], "result-missing");
  const told = play([registered, dispose("talk-inquiry"), result, dispose("settlement")]);
  if (told.matter?.stage !== "settled") throw new Error(JSON.stringify(told.refusals));
});

test("what is due ends no sooner than it begins", () => {
  const late: Step = [
    "officer",
    "dispose-lead",
    { way: "talk-inquiry", reasons: "依程序", on: "2025-05-03", dueOn: "2025-05-02" },
  ];
  refusedBy([registered, late], "due-before-start");
});

// Another way is chosen only when what came of the first is on record.
import assert from "node:assert/strict";
import { test } from "node:test";
import { play, refusedBy } from "../../../../test/casework/played.ts";
import type { Step } from "../../../../test/casework/played.ts";

const registered: Step = [
  "officer",
  "register-lead",
  { source: "petition", receivedOn: "2025-05-01", summary: "反映渣土车扰民", concerned: [] },
];
const dispose = (way: string, on = "2025-05-03"): Step => [
  "officer",
  "dispose-lead",
  { way, reasons: "依程序", on, dueOn: "2025-06-01" },
];
const result: Step = ["officer", "record-lead-result", { on: "2025-05-20", result: "部分属实" }];

test("the result of a talk or a verification is recorded before another way is chosen", () => {
  refusedBy([registered, dispose("talk-inquiry"), dispose("settlement")], "result-missing");
  const told = play([registered, dispose("talk-inquiry"), result, dispose("settlement", "2025-05-20")]);
  if (told.matter?.stage !== "settled") throw new Error(JSON.stringify(told.refusals));
});

test("no step of a lead is dated before the one that it follows", () => {
  const inquired = [registered, dispose("talk-inquiry"), result];
  refusedBy([registered, dispose("settlement", "2025-04-30")], "out-of-order");
  refusedBy([...inquired, dispose("settlement", "2025-05-19")], "out-of-order");
  const transfer = (on: string): Step => [
    "officer",
    "transfer-lead",
    { on, body: "市信访局", documentNumber: "云纪移〔2025〕3号", reasons: "属市级职责", dueOn: "2025-07-01" },
  ];
  refusedBy([...inquired, transfer("2025-05-19")], "out-of-order");
  const receipt: Step = ["officer", "record-transfer-receipt", { on: "2025-05-25", accepted: false, receipt: "退回" }];
  const sentBack = [...inquired, transfer("2025-05-20"), receipt];
  refusedBy(
    [...sentBack, ["officer", "return-lead", { on: "2025-05-24", reasons: "不清", dueOn: "2025-06-01" }]],
    "out-of-order",
  );
  const told = play([...sentBack, dispose("settlement", "2025-05-25")]);
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

test("a lead is disposed of in each of the four ways, and a due day is asked for where work follows", () => {
  const disposed = (way: string, dueOn: string | null): Step[] => [
    registered,
    ["officer", "dispose-lead", { way, reasons: "依程序", on: "2025-05-03", dueOn }],
  ];
  for (const [way, stage, dueOn] of [
    ["talk-inquiry", "talk-inquiry", "2025-06-01"],
    ["preliminary-verification", "preliminary-verification", "2025-06-01"],
    ["shelving", "shelved", null],
    ["settlement", "settled", null],
  ] as const)
    assert.equal(play(disposed(way, dueOn)).matter?.stage, stage);
  refusedBy(disposed("talk-inquiry", null), "due-day-missing");
});

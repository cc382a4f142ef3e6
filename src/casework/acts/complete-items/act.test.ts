// What has been waived is not done afterwards.
import { test } from "node:test";
import { effective, refusedBy } from "../../../../test/casework/played.ts";
import type { Step } from "../../../../test/casework/played.ts";

test("an item once waived can be neither done nor waived again", () => {
  const item = { subjectId: "e3", item: "self-criticism" };
  const asked: Step = ["officer", "request-waiver", { ...item, reasons: "本人病重住院" }];
  const waived: Step = ["reviewer", "decide-waiver", { ...item, approved: true, reasons: "情况属实" }];
  const done: Step = [
    "officer",
    "complete-items",
    { items: [item], on: "2025-06-25", documentNumber: "云高函〔2025〕8号", note: "已办理", evidence: [] },
  ];
  refusedBy([...effective(), asked, waived, done], "waived");
  refusedBy([...effective(), asked, waived, asked], "waived");
});

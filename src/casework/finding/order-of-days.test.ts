// What follows another step is not dated before it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { caseAfter, circulated, effective, itemsDone, play, refusedBy, upTo } from "../../../test/casework/played.ts";
import type { Step } from "../../../test/casework/played.ts";

test("hearing, proposal, effect, end and closing follow the step they rest on", () => {
  refusedBy(upTo("record-statement", { on: "2025-05-09" }), "out-of-order");
  refusedBy(upTo("propose", { on: "2025-05-31" }), "out-of-order");
  assert.equal(caseAfter(upTo("propose", { on: "2025-06-01" })).stage, "proposed");
  for (const field of ["announcedOn", "formalitiesOn"])
    refusedBy(upTo("take-effect", { [field]: "2025-06-15" }, effective()), "out-of-order");
  const end = (on: string): Step[] => [
    ...upTo("record-fact"),
    ["secretary", "end-without-accountability", { on, ground: "nothing-established", reasons: "r" }],
  ];
  refusedBy(end("2025-05-09"), "out-of-order");
  assert.equal(play(end("2025-05-10")).matter?.stage, "ended-without-accountability");
  const close = (on: string): Step[] => [
    ...effective(),
    ...itemsDone,
    circulated,
    ["reviewer", "close", { on, summary: "办结" }],
  ];
  refusedBy(close("2025-06-24"), "out-of-order");
  assert.equal(caseAfter(close("2025-06-25")).stage, "closed");
});

test("service, effect and consent keep the order of days; what was served is not served again", () => {
  refusedBy(upTo("serve", { on: "2025-06-15" }, effective()), "before-decision");
  refusedBy(upTo("take-effect", { effectiveOn: "2025-06-15" }, effective()), "before-decision");
  const again: Step = ["personnel", "serve", { subjectId: "e3", on: "2025-06-19", way: "in-person", receipt: "r" }];
  refusedBy([...upTo("serve", {}, effective()), again], "served-already");
  const consent = (on: string, body: string): Step[] => [
    ...effective(),
    ["personnel", "record-consent", { subjectId: "e3", on, body, documentNumber: "d" }],
  ];
  refusedBy(consent("2025-06-19", "superior-personnel-department"), "before-effect");
  refusedBy(consent("2025-07-01", "personnel-department"), "wrong-body");
  assert.equal(caseAfter(effective()).stage, "effective");
});

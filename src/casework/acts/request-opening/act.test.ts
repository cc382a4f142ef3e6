// A case is asked for on leads that are still open, and takes them with it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decide } from "../../decide.ts";
import { parseInput } from "../../input.ts";
import { law, people, refusedBy, registry, today } from "../../../../test/casework/played.ts";

test("a lead once settled opens no case: no second case on one matter", () => {
  refusedBy([["officer", "request-opening", { title: "t", reasons: "r", leadIds: ["settled"] }]], "lead-not-open");
  refusedBy([["officer", "request-opening", { title: "t", reasons: "r", leadIds: ["missing"] }]], "no-such-lead");
});

test("asking for an opening joins the leads it names", () => {
  const decision = decide(
    null,
    "request-opening",
    parseInput("request-opening", { title: "t", reasons: "r", leadIds: ["open"] }),
    { law, actor: people.officer, today, id: "c1", number: "问责〔2025〕1号", registry },
  );
  assert.ok(decision.ok);
  assert.deepEqual(decision.others, [
    { matterId: "open", event: { type: "lead-joined", caseId: "c1", caseNumber: "问责〔2025〕1号" } },
  ]);
});

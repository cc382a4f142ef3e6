// What a case leaves on record for a person, also once its decision was changed or revoked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDay } from "#law/reckon/days.ts";
import { caseAfter, changedStep, effective, law, play } from "../../test/casework/played.ts";
import type { Step } from "../../test/casework/played.ts";
import { recordsOf } from "./records.ts";
import { replay } from "./replay.ts";

const deliberatedAnew = changedStep("record-deliberation", { on: "2025-09-01" }, effective());
const changed = (change: object): Step => [
  "secretary",
  "change-decision",
  {
    subjectId: "e3",
    ground: { type: "own" },
    change,
    body: "working-committee",
    on: "2025-09-02",
    documentNumber: "云党发〔2025〕19号",
    reasons: "重新研究",
  },
];

function measuresAfter(...steps: Step[]): string[] {
  const [records] = recordsOf(law, caseAfter([...effective(), ...steps]));
  return (records?.measures ?? []).map(({ kind, effective: from, revoked }) =>
    [kind, formatDay(from), revoked == null ? "stands" : formatDay(revoked)].join(" "),
  );
}

test("a revoked decision counts no more from that day on, and until then as it did", () => {
  const [before] = measuresAfter();
  const [after, ...others] = measuresAfter(deliberatedAnew, changed({ kind: "revoked" }));
  assert.equal(after, before?.replace("stands", "2025-09-02"));
  assert.deepEqual(others, []);
});

test("what was held on the effective day is recorded with it, and is the subject's in the case where nobody says", () => {
  const levelOf = (level: string | null) => {
    const steps = effective().map((step): Step =>
      step[1] === "take-effect" ? [step[0], step[1], { ...step[2], level }] : step,
    );
    return recordsOf(law, caseAfter(steps))[0]?.measures[0]?.presentLevel;
  };
  assert.equal(levelOf("乡科级副职"), "乡科级副职");
  assert.equal(levelOf(null), "乡科级正职");
});

test("replaying the history gives the same case, whatever was in memory", () => {
  const { matter, history } = play(effective());
  assert.deepEqual(replay("m1", structuredClone(history)), matter);
});

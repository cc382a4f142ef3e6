// What earlier releases stored: each field that was not asked for then has its place now, and what was stored stays as it was.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { CaseworkEvent, Recorded } from "./events.ts";
import { replay } from "./replay.ts";
import { asNow } from "./stored.ts";

const file = { sha256: "a".repeat(64), name: "台账.pdf", size: 12, mediaType: "application/pdf" };
const found = {
  subjectId: "s",
  gravity: "graver",
  gravityReasons: "持续时间长",
  strongReaction: false,
  vileInfluence: false,
  measures: ["transfer"],
  handling: "handling",
  handlingReasons: null,
};
const limb = {
  type: "limb-established",
  subjectId: "s",
  limb: "6-2-1",
  act: "有令不行",
  factIds: ["f"],
  results: [],
  preconditionFactId: null,
};
const vote = { votesFor: 3, votesAgainst: 0, abstentions: 0, result: "同意", minutes: "纪要" };
const outcome = {
  type: "accountable",
  ...found,
  originalLevel: null,
  reducedLevel: null,
  appliedOn: null,
  departure: null,
};

/** As the first release wrote them, and what they lacked. */
const cases: { field: string; stored: Readonly<Record<string, unknown>>; lacked: object }[] = [
  {
    field: "order",
    stored: { type: "opening-requested", number: "1", title: "失职", reasons: "属实", leadIds: [] },
    lacked: { order: null },
  },
  {
    field: "leader",
    stored: { type: "opening-approved", on: "2025-05-10", inquirers: ["a", "b"], dueOn: "2025-08-10" },
    lacked: { leader: "" },
  },
  { field: "another", stored: { type: "subject-added", subject: { id: "s" } }, lacked: { another: null } },
  {
    field: "evidence.kind",
    stored: { type: "fact-recorded", factId: "f", subjectIds: ["s"], evidence: [file] },
    lacked: { evidence: [{ ...file, kind: "", obtainedFrom: null }] },
  },
  {
    field: "preconditionRecord",
    stored: { ...limb, reasons: null, approval: null },
    lacked: { preconditionRecord: null },
  },
  {
    field: "approval, beside reasons",
    stored: { ...limb, reasons: "程度相当", approval: "党工委同意" },
    lacked: { preconditionRecord: null, reasons: "程度相当；批准：党工委同意" },
  },
  {
    field: "approval, without reasons",
    stored: { ...limb, reasons: null, approval: "党工委同意" },
    lacked: { preconditionRecord: null, reasons: "批准：党工委同意" },
  },
  {
    field: "factors of a proposal",
    stored: {
      type: "proposed",
      on: "2025-06-10",
      body: "discipline-committee",
      proposals: [{ ...found, reasons: "建议" }],
    },
    lacked: { proposals: [{ ...found, reasons: "建议", factors: [], escalations: [] }] },
  },
  {
    field: "factors of an outcome",
    stored: {
      type: "decided",
      documentNumber: "9号",
      on: "2025-06-16",
      body: "working-committee",
      outcomes: [outcome, { type: "exempt", subjectId: "t", ground: "g", reasons: "r" }],
    },
    lacked: {
      outcomes: [
        { ...outcome, factors: [], escalations: [] },
        { type: "exempt", subjectId: "t", ground: "g", reasons: "r" },
      ],
    },
  },
  {
    field: "absent and evidence of a deliberation",
    stored: {
      type: "deliberated",
      body: "working-committee",
      on: "2025-06-15",
      topic: "研究",
      attendance: ["甲"],
      recusals: [],
      ...vote,
    },
    lacked: { absent: [], evidence: [] },
  },
  {
    field: "scopes and recipients of a circulation",
    stored: { type: "circulated", on: "2025-07-01", scope: "zone", documentNumber: "通报1号" },
    lacked: { scopes: [], recipients: [] },
  },
  {
    field: "way of an appeal",
    stored: { type: "appeal-recorded", subjectId: "s", on: "2025-07-10", ground: "有出入" },
    lacked: { way: "accountability-appeal", appellant: "", lateReasons: null, dueOn: null, evidence: [] },
  },
];

for (const { field, stored, lacked } of cases) {
  test(`an event stored before “${field}” was asked for is read with it, and one of today stays as it is`, () => {
    const before = JSON.stringify(stored);
    const { approval: _line, ...kept } = { approval: undefined, ...stored };
    const now = asNow(stored as unknown as CaseworkEvent); // what another release wrote is of no type of today
    assert.deepEqual(now, { ...kept, ...lacked });
    assert.equal(JSON.stringify(stored), before);
    assert.deepEqual(asNow(now), now);
  });
}

test("a case of the first release replays with all that a case holds today", () => {
  const history = cases
    .filter(({ field }) => !field.startsWith("approval"))
    .map(({ stored }, index): Recorded => ({
      seq: index + 1,
      at: "2025-07-10T08:00:00.000Z",
      act: "decide",
      actorId: "officer",
      actorName: "officer",
      event: asNow(stored as unknown as CaseworkEvent), // as above
    }));
  const matter = replay("c", history);
  assert.ok(matter?.kind === "case");
  assert.equal(matter.order, null);
  assert.deepEqual(matter.group, { inquirers: ["a", "b"], leader: "" });
  const [subject] = matter.subjects;
  assert.ok(subject?.outcome?.type === "accountable");
  assert.deepEqual([subject.outcome.factors, subject.proposal?.factors], [[], []]);
  assert.deepEqual([matter.deliberation?.absent, matter.circulations[0]?.recipients], [[], []]);
  assert.equal(subject.appeals[0]?.way, "accountability-appeal");
});

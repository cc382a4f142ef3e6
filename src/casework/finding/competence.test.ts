// One case over several bodies: decisions apart, proposals upward and their answers, exemptions, formalities afterwards.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  caseAfter,
  deliberated,
  deliberation,
  effective,
  file,
  law,
  outcome,
  refusedBy,
} from "../../../test/casework/played.ts";
import type { Step } from "../../../test/casework/played.ts";
import { measureClasses } from "#law/procedure/authority.ts";
import { managementLevelsOf } from "#law/procedure/management.ts";
import { parseDay } from "#law/reckon/days.ts";
import { recordsOf } from "../records.ts";
import { nextStepsOf } from "../execution/tasks.ts";

// Two subjects: e3, whom the zone manages, and e4, whom the city manages.
const both = deliberated(["zone", "city"]);
const zoneDecides = (outcomes: object[]): Step => [
  "secretary",
  "decide",
  { documentNumber: "云党发〔2025〕9号", on: "2025-06-16", body: "working-committee", outcomes },
];
const reserved = { type: "reserved", subjectId: "e4", reasons: "市管干部，呈报市委决定" };
const upward = (changes: object = {}): Step => [
  "secretary",
  "propose-upward",
  {
    subjectIds: ["e4"],
    to: "city-committee",
    by: "working-committee",
    on: "2025-06-17",
    documentNumber: "云党文〔2025〕3号",
    reasons: "建议调离岗位",
    ...changes,
  },
];
const { departure: _none, ...cityOutcome } = outcome("e4", ["transfer"]);
const answer = (changes: object = {}): Step => [
  "clerk",
  "record-answer",
  {
    body: "city-committee",
    on: "2025-07-01",
    documentNumber: "市委〔2025〕20号",
    answers: [cityOutcome],
    evidence: [file],
    ...changes,
  },
];
const apart = [...both, zoneDecides([outcome("e3", ["transfer"]), reserved]), upward()];

test("one case is decided by two bodies on two days, and each subject goes its own way meanwhile", () => {
  const split = caseAfter(apart);
  assert.equal(split.stage, "deciding");
  assert.deepEqual(nextStepsOf(law, split), ["serve", "record-answer"]);
  const ahead: Step[] = [
    ...apart,
    ["clerk", "serve", { subjectId: "e3", on: "2025-06-18", way: "in-person", receipt: "本人签收" }],
    [
      "personnel",
      "take-effect",
      { subjectId: "e3", effectiveOn: "2025-06-20", announcedOn: "2025-06-20", formalitiesOn: null },
    ],
  ];
  assert.equal(recordsOf(law, caseAfter(ahead)).length, 1, "the first is in effect while the second is still open");
  const whole = caseAfter([
    ...ahead,
    answer(),
    ["clerk", "serve", { subjectId: "e4", on: "2025-07-02", way: "in-person", receipt: "本人签收" }],
    [
      "personnel",
      "take-effect",
      { subjectId: "e4", effectiveOn: "2025-07-03", announcedOn: "2025-07-03", formalitiesOn: null },
    ],
  ]);
  assert.equal(whole.stage, "effective");
  assert.deepEqual(
    whole.subjects.map((one) => one.decided?.body),
    ["working-committee", "city-committee"],
  );
  const city = recordsOf(law, whole).find((one) => one.personId === "city");
  assert.equal(city?.measures[0]?.kind, "transfer", "the superior's decision restricts like the zone's own");
});

test("nobody is forgotten in a decision: who is left to another one is named with a reason, and not everybody can be", () => {
  refusedBy([...both, zoneDecides([outcome("e3", ["transfer"])])], "one-outcome-each");
  refusedBy([...both, zoneDecides([{ ...reserved, subjectId: "e3" }, reserved])], "nothing-decided");
  refusedBy(
    [
      ...both,
      zoneDecides([outcome("e3", ["transfer"]), reserved]),
      zoneDecides([outcome("e3", ["transfer"]), reserved]),
    ],
    "decided-already",
  );
});

test("“按照干部管理权限”: what the city decides is not decided here, exempted here or decided while the answer is awaited", () => {
  const cite = "benxi-gaoxin-2019-31#5";
  assert.equal(
    refusedBy(
      [...both, zoneDecides([outcome("e3", ["transfer"]), outcome("e4", ["transfer"])])],
      "decision-belongs-above",
    ).at,
    cite,
  );
  const exempt = { type: "exempt", subjectId: "e4", ground: "dissent", reasons: "会上明确反对" };
  assert.equal(
    refusedBy([...both, zoneDecides([outcome("e3", ["transfer"]), exempt])], "not-competent-to-exempt").at,
    cite,
  );
  refusedBy(
    [...both, upward(), zoneDecides([outcome("e3", ["transfer"]), outcome("e4", ["transfer"])])],
    "awaits-superior",
  );
});

test("only what belongs above is proposed upward, to the body that decides, by the one that deliberated and may propose", () => {
  refusedBy([...both, upward({ subjectIds: ["e3"] })], "decided-here");
  refusedBy([...both, upward({ to: "superior-personnel-department" })], "wrong-superior");
  refusedBy([...both, upward({ by: "general-office" })], "not-deliberated-there");
  refusedBy([...both, upward({ on: "2025-06-14" })], "before-deliberation");
  refusedBy([...both, upward(), upward()], "awaits-superior");
});

test("the answer is the superior's own, on paper, after the proposal; what it sends back can be proposed again", () => {
  refusedBy([...apart, answer({ body: "superior-personnel-department" })], "other-superior");
  refusedBy([...apart, answer({ on: "2025-06-16" })], "out-of-order");
  refusedBy([...apart, answer({ evidence: [{ ...file, sha256: "b".repeat(64) }] })], "no-such-file");
  refusedBy([...both, upward(), answer({ answers: [{ ...cityOutcome, subjectId: "e3" }] })], "not-proposed-upward");
  refusedBy([...apart, answer({ answers: [cityOutcome, cityOutcome] })], "answered-twice");
  const back = answer({ answers: [{ type: "returned", subjectId: "e4", reasons: "补充材料" }] });
  const returned = caseAfter([...apart, back]);
  assert.equal(returned.stage, "deciding");
  assert.deepEqual(nextStepsOf(law, returned), ["serve", "propose-upward"]);
  assert.equal(caseAfter([...apart, back, upward({ on: "2025-07-05" })]).subjects[1]?.upward?.on, "2025-07-05");
});

test("a deliberation lists nobody as present and absent, nor as recused without being there; a second one may find a majority", () => {
  const before = deliberated().slice(0, -1);
  const held = (changes: object): Step => ["clerk", "record-deliberation", { ...deliberation, ...changes }];
  refusedBy([...before, held({ absent: [{ name: "甲", reason: "出差" }] })], "present-and-absent");
  refusedBy([...before, held({ recusals: [{ name: "丁", reason: "近亲属" }] })], "recused-not-present");
  const decideIt = zoneDecides([outcome("e3", ["transfer"])]);
  const noMajority = held({ votesFor: 1, votesAgainst: 2 });
  refusedBy([...before, noMajority, decideIt], "no-majority");
  const twice = caseAfter([...before, noMajority, held({ absent: [{ name: "丁", reason: "出差" }] }), decideIt]);
  assert.equal(twice.deliberations.length, 2);
  assert.equal(twice.stage, "decided");
});

test("nothing is served before it is decided, nor takes effect before it is served", () => {
  const split = [...both, zoneDecides([outcome("e3", ["transfer"]), reserved])];
  refusedBy(
    [...split, ["clerk", "serve", { subjectId: "e4", on: "2025-06-18", way: "in-person", receipt: "签收" }]],
    "not-decided",
  );
  refusedBy(
    [
      ...split,
      [
        "personnel",
        "take-effect",
        { subjectId: "e3", effectiveOn: "2025-06-20", announcedOn: "2025-06-20", formalitiesOn: null },
      ],
    ],
    "not-served",
  );
});

test("formalities are completed after the decision took effect, once, and not before the decision", () => {
  const completed = (on: string): Step => ["personnel", "record-formalities", { subjectId: "e3", on }];
  assert.equal(caseAfter([...effective(), completed("2025-07-10")]).subjects[0]?.effect?.formalitiesOn, "2025-07-10");
  refusedBy([...effective(), completed("2025-07-10"), completed("2025-07-11")], "completed-already");
  refusedBy([...effective(), completed("2025-06-15")], "out-of-order");
  refusedBy([...effective().slice(0, -1), completed("2025-07-10")], "not-in-effect");
});

// From 2025-06-16 on the district's own table lets the personnel department decide on handling, and sets a quorum of 9.
const bodies = { proposes: ["working-committee"], approves: [], executes: [] };
const rows = managementLevelsOf(law.vocabulary).flatMap((managedBy) =>
  measureClasses.map((measures) => ({
    ...bodies,
    managedBy,
    measures,
    decides: managedBy === "city" ? ["city-committee"] : ["personnel-department"],
  })),
);
const quorums = [{ body: "working-committee", members: 6, share: "more-than-half" as const }];
const from = parseDay("2025-06-16");
assert.ok(from !== null);
const own = { law: { ...law, authority: [{ from, number: "云党办〔2025〕1号", rows, quorums }] } };

test("the district's own table says who decides from its day on: the day before, the pack does", () => {
  const before = deliberated().slice(0, -1);
  const decidedOn = (on: string, body: string): Step[] => [
    ...before,
    ["clerk", "record-deliberation", { ...deliberation, body, on: "2025-06-15" }],
    ["secretary", "decide", { documentNumber: "1号", on, body, outcomes: [outcome("e3", ["transfer"])] }],
  ];
  caseAfter(decidedOn("2025-06-15", "working-committee"), own);
  refusedBy(decidedOn("2025-06-15", "personnel-department"), "wrong-body", own);
  caseAfter(decidedOn("2025-06-16", "personnel-department"), own);
  assert.equal(refusedBy(decidedOn("2025-06-16", "working-committee"), "wrong-body", own).at, "benxi-gaoxin-2019-31#5");
});

test("where a quorum is set, so many have to sit without having recused; four of six are more than half, three are not", () => {
  const before = deliberated().slice(0, -1);
  const held = (on: string, attendance: string[], recusals: object[] = []): Step[] => {
    const votesFor = attendance.length - recusals.length;
    return [...before, ["clerk", "record-deliberation", { ...deliberation, on, attendance, recusals, votesFor }]];
  };
  const four = ["甲", "乙", "丙", "丁"];
  caseAfter(held("2025-06-16", four), own);
  refusedBy(held("2025-06-16", four.slice(1)), "not-quorate", own);
  refusedBy(held("2025-06-16", four, [{ name: "甲", reason: "近亲属" }]), "not-quorate", own);
  caseAfter(held("2025-06-15", four.slice(1)), own);
});

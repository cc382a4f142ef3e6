// Appeals in time and late, examined by other people; decisions changed, revoked and corrected, and what then restricts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { caseAfter, deliberation, effective, file, found, law, refusedBy } from "../../../test/casework/played.ts";
import type { Step } from "../../../test/casework/played.ts";
import { restrictionsOfAll } from "#law/reckon/consequences.ts";
import { formatDay } from "#law/reckon/days.ts";
import { recordsOf } from "../records.ts";
import { nextStepsOf } from "../execution/tasks.ts";

// Removal, decided 2025-06-16, served 06-18, in effect 06-20.
const removed = effective(["removal"], { originalLevel: "乡科级正职" });
const appeal = (changes: object = {}): Step => [
  "clerk",
  "record-appeal",
  { subjectId: "e3", on: "2025-07-01", ground: "处理过重", way: "review", evidence: [file], ...changes },
];
const seqOf = (steps: readonly Step[]) => caseAfter(steps).subjects[0]?.appeals[0]?.seq ?? 0;
const received = [...removed, appeal()];
const examined = (changes: object = {}): Step => [
  "reviewer",
  "examine-appeal",
  {
    appeal: seqOf(received),
    on: "2025-07-20",
    result: "changed",
    findings: "补救及时，处理偏重",
    documentNumber: "云纪复〔2025〕1号",
    ...changes,
  },
];
const again = (on = "2025-07-25"): Step => ["clerk", "record-deliberation", { ...deliberation, on }];
const { subjectId: _id, ...transfer } = found("e3", ["transfer"]);
const levels = { originalLevel: null, reducedLevel: null, appliedOn: null };
const changed = (changes: object = {}, change: object = {}): Step => [
  "secretary",
  "change-decision",
  {
    subjectId: "e3",
    ground: { type: "appeal", appeal: seqOf(received) },
    change: {
      kind: "changed",
      outcome: { type: "accountable", ...transfer, ...levels },
      effectiveOn: "2025-06-20",
      ...change,
    },
    body: "working-committee",
    on: "2025-07-26",
    documentNumber: "云党发〔2025〕15号",
    reasons: "根据复查结果变更",
    ...changes,
  },
];

test("“三十日内申请复核”: a review asked for on the thirtieth day after service is in time, a day later only with a reason", () => {
  caseAfter([...removed, appeal({ on: "2025-07-18" })]);
  assert.equal(refusedBy([...removed, appeal({ on: "2025-07-19" })], "appeal-late").at, "gongwuyuan-2018#95");
  caseAfter([...removed, appeal({ on: "2025-07-19", lateReasons: "因病住院，提交有病历" })]);
});

test("a term that nobody has checked never refuses: the written appeal of the accountability norm is taken after its month", () => {
  const late = caseAfter([...removed, appeal({ on: "2025-09-01", way: "accountability-appeal" })]);
  assert.equal(late.subjects[0]?.appeals[0]?.dueOn, "2025-10-01");
});

test("a measure that is no removal or demotion has no such term, and the appeal after a review needs the review", () => {
  caseAfter([...effective(), appeal({ on: "2026-01-01" })]);
  refusedBy([...removed, appeal({ way: "appeal-after-review" })], "no-review");
  const reviewed = [...received, examined({ result: "upheld" })];
  caseAfter([...reviewed, appeal({ way: "appeal-after-review", on: "2025-08-04" })]);
  refusedBy([...reviewed, appeal({ way: "appeal-after-review", on: "2025-08-05" })], "appeal-late");
});

test("an appeal suspends nothing: the case stands where it stood, its restrictions run, and the examination is the next step", () => {
  const state = caseAfter(received);
  assert.equal(state.stage, "effective");
  assert.equal(recordsOf(law, state).length, 1);
  assert.ok(nextStepsOf(law, state).includes("examine-appeal"));
  assert.equal(state.subjects[0]?.appeals[0]?.dueOn, "2025-07-31");
});

test("“由原承办人员以外的人员办理”: neither who handled the case nor who was named to the inquiry examines the appeal", () => {
  const by = (who: Step[0]): Step => [who, "examine-appeal", examined()[2]];
  assert.equal(refusedBy([...received, by("officer")], "four-eyes").at, "zhiji-2019#59");
  assert.equal(refusedBy([...received, by("colleague")], "earlier-handler").at, "zhiji-2019#59");
  caseAfter([...received, by("reviewer")]);
  refusedBy([...received, examined({ on: "2025-06-30" })], "out-of-order");
  refusedBy([...received, examined(), examined()], "examined-already");
  refusedBy([...received, examined({ appeal: 1 })], "no-such-appeal");
});

test("a changed decision stands in the place of the old one, which stays; what restricts is derived from what now stands", () => {
  const before = caseAfter([...received, examined()]);
  assert.ok(nextStepsOf(law, before).includes("change-decision"));
  const after = caseAfter([...received, examined(), again(), changed()]);
  const [subject] = after.subjects;
  assert.deepEqual(
    recordsOf(law, after)[0]?.measures.map(({ kind, effective: from, revoked }) => [
      kind,
      formatDay(from),
      revoked == null ? null : formatDay(revoked),
    ]),
    [
      ["transfer", "2025-06-20", null],
      ["removal", "2025-06-20", "2025-07-26"],
    ],
  );
  assert.equal(subject?.former[0]?.decided.documentNumber, "云党发〔2025〕9号");
  assert.equal(subject?.decided?.documentNumber, "云党发〔2025〕15号");
  assert.ok(nextStepsOf(law, after).includes("serve"), "the changed decision is served");
  assert.ok(!nextStepsOf(law, after).includes("change-decision"));
});

test("a changed decision needs what the appeal came to, a deliberation after the old decision, and the day from which it counts", () => {
  refusedBy([...received, again(), changed()], "appeal-not-examined");
  refusedBy([...received, examined({ result: "revoked" }), again(), changed()], "other-than-examined");
  refusedBy([...received, examined(), changed()], "not-deliberated-there");
  refusedBy([...received, examined(), again(), changed({}, { effectiveOn: null })], "effect-missing");
  refusedBy([...received, examined(), again(), changed({}, { effectiveOn: "2025-06-15" })], "before-decision");
});

test("“不因申请复核、提出申诉而被加重处理”: nobody is barred longer than before because they appealed", () => {
  const later = changed(
    {},
    {
      effectiveOn: "2025-06-20",
      outcome: { type: "accountable", ...found2("demotion"), ...levels, reducedLevel: "乡科级副职" },
    },
  );
  // Demotion bars a promotion for as long as removal did, from the same day: not worse.
  caseAfter([...received, examined(), again(), later]);
  const shifted = changed(
    {},
    {
      effectiveOn: "2025-07-26",
      outcome: { type: "accountable", ...found2("removal"), ...levels, originalLevel: "乡科级正职" },
    },
  );
  assert.equal(refusedBy([...received, examined(), again(), shifted], "aggravated").at, "gongwuyuan-2018#95");
});

function found2(measure: string) {
  const { subjectId: _subject, ...rest } = found("e3", [measure]);
  return rest;
}

test("a revoked decision restricts nothing any more, and can be neither changed nor revoked again", () => {
  const revoke = changed({}, {});
  const input = { ...revoke[2], change: { kind: "revoked" } };
  const revoked: Step[] = [...received, examined({ result: "revoked" }), again(), [revoke[0], revoke[1], input]];
  const state = caseAfter(revoked);
  const [records] = recordsOf(law, state);
  assert.ok(records !== undefined, "until then it counts as it did");
  assert.deepEqual(restrictionsOfAll(law, records), []);
  assert.equal(state.subjects[0]?.outcome?.type, "revoked");
  refusedBy([...revoked, [revoke[0], revoke[1], { ...input, ground: { type: "own" } }]], "nothing-to-change");
});

test("a correction keeps measures and day and needs no new deliberation; the superior's change needs the superior's paper", () => {
  const own = { type: "own" };
  const corrected = changed(
    { ground: own },
    {
      kind: "corrected",
      outcome: { type: "accountable", ...found2("removal"), ...levels, originalLevel: "乡科级副职" },
    },
  );
  const state = caseAfter([...removed, corrected]);
  assert.equal(state.subjects[0]?.decided?.on, "2025-06-16");
  assert.equal(recordsOf(law, state)[0]?.measures[0]?.originalLevel, "乡科级副职");
  refusedBy([...removed, changed({ ground: own }, { kind: "corrected" })], "correction-changes");
  const superior = { ground: { type: "superior" } };
  refusedBy([...removed, changed(superior)], "superior-paper-missing");
  caseAfter([...removed, changed({ ...superior, evidence: [file] })]);
});

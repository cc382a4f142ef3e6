// Old paper cases entered afterwards: checked by the law of their day, in force once somebody else has confirmed them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { caseAfter, file, finding, law, refusedBy } from "../../../test/casework/played.ts";
import type { Step } from "../../../test/casework/played.ts";
import { restrictionsOfAll } from "#law/reckon/consequences.ts";
import { formatDay } from "#law/reckon/days.ts";
import { recordsOf } from "../records.ts";
import { nextStepsOf } from "../execution/tasks.ts";

const paper = {
  title: "补录：河道整治不力",
  documentNumber: "云党发〔2019〕7号",
  on: "2019-10-10",
  body: "working-committee",
  reasons: "系统启用前的案件",
  kind: "person",
  registryId: "zone",
  post: "副局长",
  level: "乡科级副职",
  managedBy: "zone",
  conduct: { text: "河道整治变通执行", from: "2019-04-25", to: "2019-08-31", continuing: false },
  circumstance: "6-2-1",
  outcome: {
    ...finding,
    measures: ["transfer"],
    handling: "handling",
    handlingReasons: null,
    originalLevel: null,
    reducedLevel: null,
    appliedOn: null,
  },
  effectiveOn: "2019-10-15",
  announcedOn: "2019-10-15",
  formalitiesOn: null,
  evidence: [file],
};
const entered = (changes: object = {}): Step[] => [["officer", "enter-paper-case", { ...paper, ...changes }]];
const confirm: Step = ["reviewer", "confirm-paper-case", { confirmed: true, on: "2026-11-20", remarks: "与原件一致" }];

test("an entered paper case restricts nothing until somebody else has confirmed it, and then from its old effective date", () => {
  const waiting = caseAfter(entered());
  assert.equal(waiting.stage, "paper-entered");
  assert.deepEqual(recordsOf(law, waiting), []);
  assert.deepEqual(nextStepsOf(law, waiting), ["confirm-paper-case"]);
  const state = caseAfter([...entered(), confirm]);
  assert.equal(state.stage, "closed");
  assert.ok(state.paper !== null, "it stays marked as entered afterwards");
  const [records] = recordsOf(law, state);
  assert.ok(records !== undefined);
  const promotion = restrictionsOfAll(law, records, records.measures[0]?.presentLevel).filter(
    (one) => one.bars === "promotion" && one.layer === "regulation",
  );
  assert.deepEqual(
    promotion.map((one) => [formatDay(one.from), formatDay(one.until), one.baseline]),
    [["2019-10-15", "2020-10-14", "乡科级副职"]],
  );
});

test("who entered it does not confirm it; sent back it is over", () => {
  refusedBy([...entered(), ["officer", "confirm-paper-case", confirm[2]]], "four-eyes");
  const back: Step = ["colleague", "confirm-paper-case", { confirmed: false, on: "2026-11-20", reasons: "文号有误" }];
  assert.equal(caseAfter([...entered(), back]).stage, "paper-returned");
  refusedBy([...entered(), back, confirm], "not-at-this-stage");
});

test("the law of its day: no decision before the regulation, no conduct wholly before it, only the body competent then", () => {
  const early = { on: "2019-04-24", effectiveOn: "2019-04-24", announcedOn: "2019-04-24" };
  const conduct = { ...paper.conduct, from: "2018-03-01" };
  assert.equal(
    refusedBy(entered({ ...early, conduct: { ...conduct, to: "2019-04-01" } }), "decided-before-validity").at,
    "benxi-gaoxin-2019-31#15",
  );
  assert.equal(
    refusedBy(entered({ conduct: { ...conduct, to: "2019-04-24" } }), "conduct-before-validity").at,
    "benxi-gaoxin-2019-31#15",
  );
  caseAfter(entered({ conduct: { ...conduct, to: "2019-04-24", continuing: true } }));
  caseAfter(entered({ conduct: { ...conduct, to: "2019-04-25" } }));
  refusedBy(entered({ managedBy: "city" }), "decision-belongs-above");
  caseAfter(entered({ managedBy: "city", body: "city-committee" }));
});

test("the paper itself must be there, its days in order, its words known", () => {
  refusedBy(entered({ evidence: [{ ...file, sha256: "b".repeat(64) }] }), "no-such-file");
  refusedBy(entered({ effectiveOn: "2019-10-09" }), "out-of-order");
  refusedBy(entered({ conduct: { ...paper.conduct, from: "2019-09-01" } }), "conduct-days");
  refusedBy(entered({ circumstance: "6-99-1" }), "no-such-circumstance");
  refusedBy(entered({ level: "部级" }), "no-such-level");
  refusedBy(entered({ managedBy: "province" }), "no-such-management-level");
  refusedBy(entered({ registryId: "nobody" }), "no-such-subject");
});

// Reuse after a period has expired: request, consent dated before the decision, decision; refused otherwise.
import assert from "node:assert/strict";
import { test } from "node:test";
import { caseAfter, effective, law, refusedBy, registry } from "../../../test/casework/played.ts";
import type { Step } from "../../../test/casework/played.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { History } from "#law-admin/rules/history.ts";
import { recordsOf } from "../records.ts";
import { nextStepsOf } from "./tasks.ts";

// Transferred with effect from 2025-06-20: no promotion through 2026-06-19, a grey day on 06-20.
const transferred = effective();
const [recorded] = recordsOf(law, caseAfter(transferred));
assert.ok(recorded !== undefined);
const complete: History = { since: "2019-04-25", fileUnseen: false };
const given = (...consents: string[]) => ({
  registry: {
    ...registry,
    records: {
      zone: {
        partyMember: true,
        levels: { registered: "乡科级正职", held: [] },
        measures: recorded.measures,
        sanctions: [],
        consents: consents.map((on) => ({ on: parseDay(on) ?? 0, toLevel: null })),
        openMatters: 0,
        history: complete,
      },
    },
  },
});
const requested: Step[] = [
  ...transferred,
  [
    "personnel",
    "request-reuse",
    {
      subjectId: "e3",
      on: "2026-06-10",
      purpose: "promotion",
      organizationName: "生态环境局",
      post: "局长",
      level: "县处级副职",
      reasons: "影响期满",
    },
  ],
];
const reuse = caseAfter(requested).subjects[0]?.reuses[0]?.seq;
const decidedOn = (on: string, changes: object = {}): Step[] => [
  ...requested,
  [
    "secretary",
    "decide-reuse",
    { reuse, on, approved: true, documentNumber: "云党任〔2026〕2号", reasons: null, ...changes },
  ],
];
const article = "benxi-gaoxin-2019-31#13";

test("“在作出决定前，应当征得上级组织人事部门同意”: the day before the decision is in time, the same day is not", () => {
  const decided = caseAfter(decidedOn("2026-07-10"), given("2026-07-09"));
  assert.equal(decided.subjects[0]?.reuses[0]?.decided?.approved, true);
  const refused = refusedBy(decidedOn("2026-07-10"), "needs-consent", given("2026-07-10"));
  assert.equal(refused.at, `${article}.2`);
  refusedBy(decidedOn("2026-07-10"), "needs-consent", given());
});

test("within the period nobody is promoted even with consent, and on the anniversary it has to be confirmed first", () => {
  const barred = refusedBy(decidedOn("2026-06-19"), "barred", given("2026-06-11"));
  assert.equal(barred.at, `${article}.1`);
  assert.ok(barred.zh.includes("2026-06-19"), barred.zh);
  refusedBy(decidedOn("2026-06-20"), "needs-confirmation", given("2026-06-11"));
  caseAfter(decidedOn("2026-06-21"), given("2026-06-11"));
});

test("an open matter defers the decision and shows nothing but the word", () => {
  const open = given("2026-07-09");
  const zone = { ...open.registry.records.zone, openMatters: 1 };
  const refused = refusedBy(decidedOn("2026-07-10"), "pending", { registry: { ...open.registry, records: { zone } } });
  assert.ok(refused.zh.endsWith("暂缓"), refused.zh);
});

test("a refusal to use somebody again says why; one request at a time; each decided once, and not before it was made", () => {
  refusedBy(decidedOn("2026-07-10", { approved: false }), "reasons-missing", given());
  const refused = decidedOn("2026-07-10", { approved: false, reasons: "另有安排" });
  caseAfter(refused, given());
  refusedBy([...refused, ...decidedOn("2026-07-11").slice(-1)], "decided-already", given("2026-07-01"));
  refusedBy([...requested, ...requested.slice(-1)], "request-open");
  refusedBy(decidedOn("2026-06-09"), "out-of-order", given());
});

test("renewed use is asked for a post only: 晋升职级 is no purpose of it", () => {
  const ranked: Step[] = requested.map(([who, act, input], index) =>
    index === requested.length - 1 ? [who, act, { ...input, purpose: "rank-promotion" }] : [who, act, input],
  );
  refusedBy(ranked, "no-such-purpose");
});

test("after the request the consent is the next step, and with it the decision", () => {
  assert.ok(nextStepsOf(law, caseAfter(requested)).includes("record-consent"));
  const consented: Step = [
    "personnel",
    "record-consent",
    { subjectId: "e3", on: "2026-06-15", body: "superior-personnel-department", documentNumber: "市组干〔2026〕8号" },
  ];
  assert.ok(nextStepsOf(law, caseAfter([...requested, consented])).includes("decide-reuse"));
});

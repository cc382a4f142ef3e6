// What execution owes, by when, whose it is, and that nothing closes while it is open.
import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsOf } from "#law/text/cited-words.ts";
import { calendarOf } from "#law/procedure/working-days.ts";
import { caseAfter, deliberation, effective, file, found, law, refusedBy } from "../../../test/casework/played.ts";
import type { Step } from "../../../test/casework/played.ts";
import { dueOf, itemsOf, openItemsOf } from "./execution.ts";
import { nextStepsOf } from "./tasks.ts";

/** 2025 with the holidays that the cases meet. */
const calendar = calendarOf([{ year: 2025, off: ["2025-06-02", "2025-10-01", "2025-10-02"], worked: ["2025-06-28"] }]);

function done(items: readonly string[], more: object = {}): object {
  return {
    items: items.map((item) => ({ subjectId: "e3", item })),
    on: "2025-06-25",
    documentNumber: "云高函〔2025〕8号",
    note: "已办理",
    evidence: [],
    ...more,
  };
}
const circulated: Step = [
  "clerk",
  "record-circulation",
  { on: "2025-06-25", scope: "system", documentNumber: "云高通〔2025〕3号", recipients: ["城市管理局", "街道"] },
];
const formalities: Step = ["personnel", "record-formalities", { subjectId: "e3", on: "2025-07-10" }];
const allDone: Step[] = [
  circulated,
  formalities,
  ["officer", "complete-items", done(["informing", "self-criticism"])],
  ["personnel", "complete-items", done(["archiving"])],
  ["clerk", "complete-items", done(["reporting"])],
];
const close: Step = ["reviewer", "close", { on: "2025-08-01", summary: "办结" }];
const upTo = (act: string): Step[] => effective().slice(0, effective().findIndex((step) => step[1] === act) + 1);
const namesOpen = (steps: readonly Step[]) => openItemsOf(law, caseAfter(steps)).map(({ item }) => item);

test("after 调离岗位 the checklist holds what the texts ask, each item with its office and the words it rests on", () => {
  const open = openItemsOf(law, caseAfter(effective()));
  assert.deepEqual(
    open.map(({ item, office, cite }) => `${item} ${office} ${cite.pack}#${cite.at}`),
    [
      "circulation general-office benxi-gaoxin-2019-31#9.2",
      "formalities personnel-department wenze-2019#13",
      "informing discipline-committee wenze-2019#13",
      "archiving personnel-department wenze-2019#13",
      "reporting general-office wenze-2019#13",
      "self-criticism discipline-committee wenze-2019#13",
    ],
  );
  assert.ok(open.every(({ cite }) => wordsOf(cite).zh.length > 10));
});

test("after 免职 there is an arrangement to make at once; where discipline is due, a referral and its result", () => {
  const removed = namesOpen(effective(["removal"], { originalLevel: "乡科级正职" }));
  assert.ok(removed.includes("arrangement"));
  const refer = (gravity: string) => JSON.stringify(effective([])).replaceAll('"graver"', `"${gravity}"`);
  for (const gravity of ["discipline", "crime"])
    assert.deepEqual(
      namesOpen(JSON.parse(refer(gravity)) as Step[]).filter((item) => !namesOpen(effective()).includes(item)), // steps, written out and read again
      [`${gravity}-referral`, `${gravity}-result`],
    );
  const items = itemsOf(law, caseAfter(effective(["removal"], { originalLevel: "乡科级正职" })));
  const arrangement = items.find(({ item }) => item === "arrangement");
  assert.ok(arrangement !== undefined);
  assert.deepEqual(dueOf(arrangement, calendar), { type: "day", on: "2025-06-20" });
});

test("组织处理的手续在一个月内: due on the same day of the next month, whatever day that is", () => {
  const one = openItemsOf(law, caseAfter(effective())).find(({ item }) => item === "formalities");
  assert.ok(one !== undefined);
  assert.deepEqual(dueOf(one, calendar), { type: "day", on: "2025-07-20" });
});

test("working days leave out weekends and holidays and count the weekend days that are worked", () => {
  const within = { count: 5, unit: "working-days", words: null } as const;
  assert.deepEqual(dueOf({ within, from: "2025-06-20", term: null }, calendar), { type: "day", on: "2025-06-27" });
  assert.deepEqual(dueOf({ within, from: "2025-06-23", term: null }, calendar), { type: "day", on: "2025-06-28" });
  assert.deepEqual(dueOf({ within, from: "2025-05-29", term: null }, calendar), { type: "day", on: "2025-06-06" });
});

test("a term that reaches into a year that is not published has no due day, and says which year", () => {
  const within = { count: 5, unit: "working-days", words: null } as const;
  assert.deepEqual(dueOf({ within, from: "2025-12-29", term: null }, calendar), { type: "unpublished", year: 2026 });
  assert.deepEqual(dueOf({ within, from: "2025-12-24", term: null }, calendar), { type: "day", on: "2025-12-31" });
});

test("before the decision the case itself owes a deliberation and then a decision", () => {
  const proposed = caseAfter(upTo("propose"));
  assert.deepEqual(
    openItemsOf(law, proposed).map(({ item, from, subjectId }) => [item, from, subjectId]),
    [["deliberation", "2025-06-10", null]],
  );
  const deliberated = caseAfter(upTo("record-deliberation"));
  assert.deepEqual(
    openItemsOf(law, deliberated).map(({ item, from }) => [item, from]),
    [["decision", "2025-06-15"]],
  );
});

test("nothing closes with open items; with all of them done it does", () => {
  for (const left of allDone) {
    const rest = allDone.filter((step) => step !== left);
    const [first] = namesOpen([...effective(), ...rest]);
    refusedBy([...effective(), ...rest, close], `open-${first}`);
  }
  assert.equal(caseAfter([...effective(), ...allDone, close]).stage, "closed");
});

test("a decision changed after the case was closed opens it again: it is served and circulated anew, and then closed once more", () => {
  const arranged: Step = [
    "personnel",
    "record-arrangement",
    { subjectId: "e3", on: "2025-06-25", post: "四级调研员", rank: "四级调研员" },
  ];
  const closed = [...effective(["removal"], { originalLevel: "乡科级正职" }), ...allDone, arranged, close];
  assert.equal(caseAfter(closed).stage, "closed");
  const { subjectId: _id, ...transfer } = found("e3", ["transfer"]);
  const change = (kind: "changed" | "corrected", outcome: object): Step => [
    "secretary",
    "change-decision",
    {
      subjectId: "e3",
      ground: { type: "own" },
      change: {
        kind,
        outcome: { type: "accountable", reducedLevel: null, appliedOn: null, ...outcome },
        effectiveOn: "2025-06-20",
      },
      body: "working-committee",
      on: "2025-08-05",
      documentNumber: "云党发〔2025〕15号",
      reasons: "原决定方式不当",
    },
  ];
  const changed: Step[] = [
    ...closed,
    ["clerk", "record-deliberation", { ...deliberation, on: "2025-08-04" }],
    change("changed", { ...transfer, originalLevel: null }),
  ];
  const again = caseAfter(changed);
  assert.deepEqual([again.stage, again.closing], ["effective", null]);
  assert.deepEqual(
    openItemsOf(law, again).map(({ item, from }) => [item, from]),
    ["circulation", "service", "announcement", "formalities", "informing", "archiving", "reporting"].map((item) => [
      item,
      "2025-08-05",
    ]),
    "what was done was of the decision that stands no more; no term runs from before this one; self-criticism and arrangement stand",
  );
  assert.ok(nextStepsOf(law, again).includes("serve"));
  refusedBy([...changed, ["reviewer", "close", { on: "2025-08-20", summary: "办结" }]], "open-service");
  const served: Step[] = [
    ...changed,
    ["clerk", "serve", { subjectId: "e3", on: "2025-08-07", way: "in-person", receipt: "本人签收" }],
    ["personnel", "record-formalities", { subjectId: "e3", on: "2025-08-08" }],
    ["officer", "complete-items", done(["informing"], { on: "2025-08-08" })],
    ["personnel", "complete-items", done(["announcement", "archiving"], { on: "2025-08-08" })],
    ["clerk", "complete-items", done(["reporting"], { on: "2025-08-08" })],
    [
      "clerk",
      "record-circulation",
      { on: "2025-08-08", scope: "system", documentNumber: "云高通〔2025〕9号", recipients: [] },
    ],
    ["reviewer", "close", { on: "2025-08-20", summary: "变更后的决定已执行" }],
  ];
  assert.equal(caseAfter(served).stage, "closed");
  const { subjectId: _same, ...removal } = found("e3", ["removal"]);
  assert.equal(
    caseAfter([...closed, change("corrected", { ...removal, originalLevel: "乡科级副职" })]).stage,
    "closed",
  );
});

test("an item is done by its own office, once, not before its step, and with something that proves it", () => {
  refusedBy([...effective(), ["clerk", "complete-items", done(["archiving"])]], "another-office");
  refusedBy([...effective(), ["personnel", "complete-items", done(["formalities"])]], "another-act");
  refusedBy([...effective(), ["personnel", "complete-items", done(["nothing"])]], "no-such-item");
  const once: Step = ["personnel", "complete-items", done(["archiving"])];
  refusedBy([...effective(), once, once], "done-already");
  refusedBy(
    [...effective(), ["personnel", "complete-items", done(["archiving"], { on: "2025-06-19" })]],
    "before-its-time",
  );
  caseAfter([...effective(), ["personnel", "complete-items", done(["archiving"], { on: "2025-06-20" })]]);
  refusedBy(
    [...effective(), ["personnel", "complete-items", done(["archiving"], { documentNumber: null })]],
    "no-proof",
  );
  caseAfter([
    ...effective(),
    ["personnel", "complete-items", done(["archiving"], { documentNumber: null, evidence: [file] })],
  ]);
});

test("an item is waived with reasons, by somebody else than asked; a refused waiver leaves it open", () => {
  const asked: Step = [
    "officer",
    "request-waiver",
    { subjectId: "e3", item: "self-criticism", reasons: "本人病重住院" },
  ];
  const decided = (approved: boolean): Step => [
    "reviewer",
    "decide-waiver",
    { subjectId: "e3", item: "self-criticism", approved, reasons: "情况属实" },
  ];
  const others = allDone.map((step): Step =>
    step[0] === "officer" ? ["officer", "complete-items", done(["informing"])] : step,
  );
  const waiting = [...effective(), ...others, asked];
  assert.deepEqual(nextStepsOf(law, caseAfter(waiting)), ["decide-waiver"]);
  refusedBy([...waiting, close], "open-self-criticism");
  refusedBy([...waiting, asked], "asked-already");
  refusedBy([...waiting, decided(false), close], "open-self-criticism");
  refusedBy([...effective(), decided(true)], "no-waiver-asked");
  assert.equal(caseAfter([...waiting, decided(true), close]).stage, "closed");
});

test("a service that failed is on record and is tried again", () => {
  const decided = effective().slice(0, -2);
  const failed: Step = [
    "clerk",
    "record-failed-service",
    { subjectId: "e3", on: "2025-06-17", way: "in-person", reasons: "本人外出，无人代收" },
  ];
  const tried = caseAfter([...decided, failed]);
  assert.equal(tried.stage, "decided");
  assert.equal(tried.subjects[0]?.failedServices.length, 1);
  assert.equal(caseAfter([...decided, failed, ...effective().slice(-2)]).stage, "effective");
  refusedBy([...effective().slice(0, -1), failed], "served-already");
});

test("a circulation has the receipts of those it was sent to, each once", () => {
  const receipt = (recipient: string): Step => [
    "clerk",
    "record-receipt",
    { documentNumber: "云高通〔2025〕3号", recipient, on: "2025-06-26", receipt: "回执" },
  ];
  const state = caseAfter([...effective(), circulated, receipt("城市管理局")]);
  assert.deepEqual(
    state.circulations.map(({ recipients, receipts }) => [recipients.length, receipts.length]),
    [[2, 1]],
  );
  refusedBy([...effective(), circulated, receipt("城市管理局"), receipt("城市管理局")], "received-already");
  refusedBy([...effective(), circulated, receipt("财政局")], "not-a-recipient");
  refusedBy([...effective(), receipt("财政局")], "no-such-circulation");
  refusedBy([...effective(), circulated, circulated], "circulated-already");
});

test("an item is assigned to somebody who is there, of the office that owns it, and not kept out of the case", () => {
  const assign = (accountId: string, item = "archiving"): Step => [
    "personnel",
    "assign-items",
    { items: [{ subjectId: "e3", item }], accountId },
  ];
  refusedBy([...effective(), assign("colleague")], "cannot-be-assigned");
  caseAfter([...effective(), assign("colleague", "informing")]);
  for (const barred of ["retired", "named"])
    refusedBy([...effective(), assign(barred, "informing")], "cannot-be-assigned");
  const recusal = { accountId: "personnel2", ground: "interest", reasons: "与对象有利害关系" };
  refusedBy([...effective(), ["secretary", "declare-recusal", recusal], assign("personnel2")], "cannot-be-assigned");
  const state = caseAfter([...effective(), assign("personnel2")]);
  assert.equal(itemsOf(law, state).find(({ item }) => item === "archiving")?.file.accountId, "personnel2");
  refusedBy([...effective(), assign("nobody")], "no-such-account");
});

// Interpretations: later decisions use them, earlier ones keep theirs, and what runs is counted anew only when one says so.
import assert from "node:assert/strict";
import test from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import type { MeasureRecord, SanctionRecord } from "../reckon/consequences.ts";
import { formatDay, parseDay } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import { answerEligibility } from "../reckon/eligibility.ts";
import type { Facts } from "../reckon/eligibility.ts";
import { lawInterpreted, lawOn } from "./interpretation.ts";
import type { Interpretation } from "./interpretation.ts";
import { restrictionsOfAll } from "../reckon/consequences.ts";
import { examineCircumstance, circumstancesOf } from "../procedure/circumstances.ts";
import { examineBody } from "../procedure/measures.ts";
import { restrictionVersionsOf } from "../differ/restriction-versions.ts";

const law = await loadLaw();
const day = (iso: string): Day => {
  const parsed = parseDay(iso);
  if (parsed === null) throw new Error(iso);
  return parsed;
};

function interpretation(
  number: string,
  from: string,
  sets: Interpretation["sets"],
  replaces: string | null = null,
): Interpretation {
  return { id: number, number, on: day(from), from: day(from), replaces, sets };
}
const setsEnd = (recompute: boolean) => ({ setting: "periodEnd", option: "anniversary", recompute });

function measure(kind: string, on: string, more: Partial<MeasureRecord> = {}): MeasureRecord {
  return {
    kind,
    decided: day(on),
    effective: day(on),
    handling: "handling",
    originalLevel: "乡科级正职",
    presentLevel: "乡科级正职",
    reducedLevel: null,
    ground: "accountability",
    ...more,
  };
}

/** Last barred days of the regulation's own bars, by purpose, as they stand last. */
function ends(
  interpretations: readonly Interpretation[],
  measures: readonly MeasureRecord[],
  sanctions: readonly SanctionRecord[] = [],
): Record<string, string> {
  return Object.fromEntries(
    restrictionsOfAll(lawInterpreted(law, interpretations), { measures, sanctions })
      .filter(({ layer }) => layer === "regulation")
      .map(({ bars, until }) => [bars, formatDay(until)]),
  );
}

function answerOn(interpretations: readonly Interpretation[], facts: Partial<Facts>, date: string) {
  const whole = {
    person: { partyMember: true, level: "乡科级正职" },
    measures: [],
    sanctions: [],
    consents: [],
    openMatters: 0,
  };
  const question = { purpose: "promotion", date: day(date), toLevel: "县处级副职" };
  return answerEligibility(lawInterpreted(law, interpretations), { ...whole, ...facts }, question);
}

test("a decision of the day from which an interpretation holds uses it, one of the day before keeps its reading", () => {
  const since = [interpretation("1号", "2020-06-01", setsEnd(false))];
  assert.equal(ends(since, [measure("transfer", "2020-05-31")])["promotion"], "2021-05-30");
  assert.equal(ends(since, [measure("transfer", "2020-06-01")])["promotion"], "2021-06-01");
});

test("the grey day is gone for later decisions only", () => {
  const since = [interpretation("1号", "2020-06-01", setsEnd(false))];
  assert.equal(
    answerOn(since, { measures: [measure("transfer", "2020-05-31")] }, "2021-05-31").answer,
    "needs-confirmation",
  );
  assert.equal(answerOn(since, { measures: [measure("transfer", "2020-06-01")] }, "2021-06-01").answer, "barred");
});

test("one that has what runs counted anew reaches what still runs on its day, and nothing that is over by then", () => {
  const removed = measure("removal", "2020-03-10");
  assert.deepEqual(ends([interpretation("1号", "2021-03-09", setsEnd(true))], [removed]), {
    "annual-excellence": "2020-12-31",
    honours: "2020-12-31",
    "equivalent-post": "2021-03-10",
    promotion: "2022-03-10",
  });
  assert.equal(ends([interpretation("1号", "2021-03-10", setsEnd(true))], [removed])["equivalent-post"], "2021-03-09");
  assert.equal(ends([interpretation("1号", "2022-03-10", setsEnd(true))], [removed])["promotion"], "2022-03-09");
});

test("both countings stay: who asks about a day before is answered by the older one", () => {
  const moved = measure("transfer", "2020-03-20", { decided: day("2020-01-10") });
  const counted = [interpretation("2号", "2021-02-01", { setting: "periodStart", option: "decided", recompute: true })];
  // Counted from the decision, the year was over before the interpretation; until its day the bar had stood.
  const regulation = (date: string): string => answerOn(counted, { measures: [moved] }, date).layers.regulation.answer;
  assert.equal(regulation("2021-01-31"), "barred");
  assert.equal(regulation("2021-02-01"), "needs-consent");
  // What the upper norm says is counted by itself.
  assert.equal(answerOn(counted, { measures: [moved] }, "2021-02-01").layers.upper.answer, "barred");
  const versions = restrictionVersionsOf(lawInterpreted(law, counted), { measures: [moved], sanctions: [] })
    .filter(({ restriction }) => restriction.layer === "regulation" && restriction.bars === "promotion")
    .map(({ restriction, countsFrom, countsUntil, interpretations }) => [
      formatDay(restriction.until),
      countsFrom === null ? null : formatDay(countsFrom),
      countsUntil === null ? null : formatDay(countsUntil),
      interpretations.map(({ number }) => number).join(),
    ]);
  assert.deepEqual(versions, [
    ["2021-01-09", "2021-02-01", null, "2号"],
    ["2021-03-19", null, "2021-02-01", ""],
  ]);
});

test("without an interpretation there is one version of everything, bounded by nothing", () => {
  const records = { measures: [measure("demotion", "2020-02-29")], sanctions: [] };
  const versions = restrictionVersionsOf(law, records);
  assert.deepEqual(
    versions.map(({ restriction }) => restriction),
    restrictionsOfAll(law, records),
  );
  assert.ok(
    versions.every((one) => one.countsFrom === null && one.countsUntil === null && one.interpretations.length === 0),
  );
});

test("a later one takes over for later decisions; one that replaces it and sets nothing gives the text's own reading back", () => {
  const first = interpretation("1号", "2020-06-01", setsEnd(false));
  const back = interpretation("3号", "2021-01-01", null, "1号");
  const end = (on: string) => ends([first, back], [measure("transfer", on)])["promotion"];
  assert.deepEqual(
    [end("2020-05-31"), end("2020-12-31"), end("2021-01-01")],
    ["2021-05-30", "2021-12-31", "2021-12-31"],
  );
  const other = interpretation("4号", "2021-01-01", {
    setting: "periodEnd",
    option: "day-before-anniversary",
    recompute: false,
  });
  assert.equal(ends([first, other], [measure("transfer", "2021-01-01")])["promotion"], "2021-12-31");
});

test("an adjustment to which the clauses attach by its day's reading is let go when what runs is counted anew, and none is caught", () => {
  const attaches = interpretation("1号", "2020-01-01", {
    setting: "organizationalAdjustment",
    option: "always-attaches",
    recompute: true,
  });
  const before = measure("transfer", "2019-12-31", { handling: "adjustment" });
  const after = measure("transfer", "2020-01-01", { handling: "adjustment" });
  assert.deepEqual(ends([attaches], [before]), {});
  assert.equal(ends([attaches], [after])["promotion"], "2020-12-31");
  const lets = interpretation("2号", "2020-06-01", {
    setting: "organizationalAdjustment",
    option: "unless-stated",
    recompute: true,
  });
  assert.deepEqual(ends([attaches, lets], [after]), {});
  assert.equal(ends([attaches, { ...lets, from: day("2021-01-01") }], [after])["promotion"], "2020-12-31");
});

test("with discipline at the same time the day of the decision on the measure says which reading is taken", () => {
  const warned: SanctionRecord = { kind: "party-warning", effective: day("2020-03-10"), months: null, restored: null };
  const only = { setting: "concurrentDiscipline", option: "discipline-only", recompute: false };
  const removed = measure("removal", "2020-03-10");
  const end = (since: string, recompute: boolean) =>
    ends([interpretation("1号", since, { ...only, recompute })], [removed], [warned])["promotion"];
  assert.equal(end("2020-03-10", false), "2021-03-09");
  assert.equal(end("2020-03-11", false), "2021-03-09");
  const bars = (since: string, recompute: boolean) =>
    restrictionsOfAll(lawInterpreted(law, [interpretation("1号", since, { ...only, recompute })]), {
      measures: [removed],
      sanctions: [warned],
    }).filter(({ layer, reach, because }) => layer === "regulation" && reach !== null && because === 0).length;
  assert.deepEqual([bars("2020-03-10", false), bars("2020-03-11", false), bars("2020-03-11", true)], [0, 2, 0]);
});

test("consent is asked for by the reading of the day of the renewed use", () => {
  const narrow = { setting: "whoNeedsConsent", option: "resignation-removal-demotion", recompute: false };
  const since = [interpretation("1号", "2022-01-01", narrow)];
  const facts = { measures: [measure("transfer", "2020-03-10")] };
  assert.equal(answerOn(since, facts, "2021-12-31").answer, "needs-consent");
  assert.equal(answerOn(since, facts, "2022-01-01").answer, "clear");
});

test("a consent given while the bar ran counts for renewed use before the day from which it no longer does", () => {
  const late = { setting: "consentTiming", option: "after-expiry", recompute: false };
  const since = [interpretation("1号", "2022-01-01", late)];
  const facts = { measures: [measure("transfer", "2020-03-10")], consents: [{ on: day("2020-12-01"), toLevel: null }] };
  assert.equal(answerOn(since, facts, "2021-12-31").answer, "clear");
  assert.equal(answerOn(since, facts, "2022-01-01").answer, "needs-consent");
  const after = { ...facts, consents: [{ on: day("2021-03-10"), toLevel: null }] };
  assert.equal(answerOn(since, after, "2022-01-01").answer, "clear");
});

test("a circumstance of several acts, and a body of several members, are found by the readings of the day of the finding", () => {
  const all = { setting: "limbActs", option: "all-acts", recompute: false };
  const three = { setting: "manyMembers", option: "three", recompute: false };
  const changed = lawInterpreted(law, [
    interpretation("1号", "2022-01-01", all),
    interpretation("2号", "2022-01-01", three),
  ]);
  const circumstance = circumstancesOf(law).find(({ acts }) => acts.length > 1);
  assert.ok(circumstance !== undefined);
  const findings = {
    circumstance: circumstance.id,
    act: circumstance.acts[0] ?? null,
    results: circumstance.results.map(({ id }) => id),
    preconditionMet: true,
    reasons: "有据",
    approved: true,
  };
  const lacks = (on: string) =>
    examineCircumstance(lawOn(changed, day(on)), findings).missing.some(({ code }) => code === "act");
  assert.deepEqual([lacks("2021-12-31"), lacks("2022-01-01")], [false, true]);
  const reform = (on: string) =>
    examineBody(lawOn(changed, day(on)), { members: 5, heldAccountable: 2, worksNormally: false }).reform;
  assert.deepEqual([reform("2021-12-31"), reform("2022-01-01")], [true, false]);
});

test("an answer names the interpretation without which it would be another, and only that", () => {
  const end = interpretation("1号", "2020-06-01", setsEnd(false));
  const year = interpretation("2号", "2020-06-01", {
    setting: "yearOfHonours",
    option: "decision-year",
    recompute: false,
  });
  const { notes } = answerOn([end, year], { measures: [measure("transfer", "2020-06-01")] }, "2021-06-01");
  assert.deepEqual(
    notes.map(({ zh }) => zh).filter((zh) => zh.includes("解释")),
    ["依 1号 解释计算，该解释自 2020-06-01 起适用（periodEnd：anniversary）"],
  );
});

test("what is decided on a day is decided by the readings of that day", () => {
  const any = { setting: "article9Trigger", option: "any-of-three", recompute: false };
  const since = lawInterpreted(law, [interpretation("1号", "2022-01-01", any)]);
  assert.equal(lawOn(since, day("2021-12-31")).settings["article9Trigger"], "graver-or-both");
  assert.equal(lawOn(since, day("2022-01-01")).settings["article9Trigger"], "any-of-three");
});

// Citations without a year, procedure by the day, and what is decided on clauses that nobody has verified.
import assert from "node:assert/strict";
import test from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { citationKey } from "./citation.ts";
import { citedWords } from "./cited-words.ts";
import { parseDay } from "../reckon/days.ts";
import { undecidedNorms } from "../../../test/undecided-norms.ts";
import { compileLaw, lawDecided } from "../compile/law.ts";
import { refusalOfNorm } from "../compile/norm-decisions.ts";
import { isInForce, normInForce, referralNormsOf } from "./norms.ts";
import { refusalsOfOutcome } from "../procedure/outcome.ts";
import { procedureOf, rulesOn } from "../procedure/procedures.ts";
import type { Rule } from "../pack/rule.ts";

const law = await loadLaw();
const day = (iso: string): number => parseDay(iso) ?? Number.NaN;

function check(citedAs: string, iso: string, expected: string | null): void {
  test(`《${citedAs}》 without a year means ${expected ?? "no text that we have"} on ${iso}`, () => {
    assert.equal(normInForce(law, citedAs, day(iso))?.pack ?? null, expected);
  });
}

check("中国共产党问责条例", "2016-07-07", null);
check("中国共产党问责条例", "2016-07-08", "wenze-2016");
check("中国共产党问责条例", "2019-08-31", "wenze-2016");
check("中国共产党问责条例", "2019-09-01", "wenze-2019");
check("公职人员政务处分暂行规定", "2020-06-30", "zhengwu-chufen-2018");
check("公职人员政务处分暂行规定", "2020-07-01", "zhengwu-chufen-2020");
check("公职人员政务处分法", "2020-06-30", null);
check("中国共产党纪律处分条例", "2015-12-31", null);
check("中国共产党纪律处分条例", "2018-09-30", "jilv-chufen-2015");
check("中国共产党纪律处分条例", "2018-10-01", "jilv-chufen-2018");
check("中国共产党纪律处分条例", "2023-12-31", "jilv-chufen-2018");
check("中国共产党纪律处分条例", "2024-01-01", "jilv-chufen-2023");
check("没有这样的规定", "2024-01-01", null);

test("What is referred elsewhere is referred under the versions of the day of decision", () => {
  const packs = (iso: string): string[] => referralNormsOf(law, "discipline", day(iso)).map((norm) => norm.pack);
  assert.deepEqual(packs("2019-05-10"), ["jilv-chufen-2018", "zhengwu-chufen-2018"]);
  assert.deepEqual(packs("2024-05-10"), ["jilv-chufen-2023", "zhengwu-chufen-2020"]);
});

test("A refusal that refers elsewhere names those versions", () => {
  const [refusal] = refusalsOfOutcome(law, {
    subject: { kind: "person", managedBy: "zone", partyMember: true, inScope: true },
    gravity: "discipline",
    strongReaction: false,
    vileInfluence: false,
    measures: ["removal"],
    handling: "handling",
    handlingReasons: null,
    body: "working-committee",
    conduct: { from: day("2020-05-01"), to: day("2020-05-02"), continuing: false },
    decidedOn: day("2020-07-01"),
  });
  assert.equal(refusal?.code, "refer-instead");
  assert.match(refusal.message.zh, /《中华人民共和国公职人员政务处分法》/);
});

const step = (name: string, iso: string): string | null => {
  const cite = procedureOf(law, name, iso);
  return cite === null ? null : citationKey(cite);
};

test("A step of procedure is cited from the text in force on its day, and is practice where none says it", () => {
  assert.equal(step("opening", "2019-08-31"), "practice#opening");
  assert.equal(step("opening", "2019-09-01"), "wenze-2019#9");
  assert.equal(step("service", "2019-08-31"), "wenze-2016#9");
  assert.equal(step("service", "2019-09-01"), "wenze-2019#13");
  assert.equal(step("responsibility-tiers", "2019-08-31"), "wenze-2016#5");
  assert.equal(step("responsibility-tiers", "2019-09-01"), "wenze-2019#6");
  assert.equal(step("no-such-step", "2019-09-01"), null);
});

test("Where two texts in force say it, the one whose words were seen is cited", () => {
  assert.equal(step("statement", "2020-06-30"), "wenze-2019#11");
  assert.equal(step("statement", "2020-07-01"), "zhengwu-chufen-2020#42");
});

test("The regulation's own steps are cited on any day", () => {
  assert.equal(step("arrange", "2019-05-10"), "benxi-gaoxin-2019-31#13.2");
});

test("A practice names no article, and says what is done", () => {
  const cite = procedureOf(law, "opening", "2019-08-31");
  assert.equal(cite === null ? "" : citedWords(cite).zh, "工作规程：启动问责调查须经主要负责人批准");
});

test("Nothing of a norm is cited on a day on which it was not in force", () => {
  for (const iso of [
    "2016-07-07",
    "2019-04-25",
    "2019-05-31",
    "2019-08-31",
    "2019-09-01",
    "2020-06-30",
    "2026-03-02",
  ]) {
    const cited = rulesOn(law, (one): one is Rule => "kind" in one, iso).map(({ cite }) => cite.pack);
    for (const pack of law.upper)
      assert.equal(cited.includes(pack.id), isInForce(pack, day(iso)), `${pack.id} on ${iso}`);
  }
});

test("An unverified step is followed and says so", () => {
  const cite = procedureOf(law, "accountability-appeal", "2021-05-31");
  assert.equal(cite?.unverified, true);
  assert.match(
    cite === null ? "" : citedWords(cite).zh,
    /^《中国共产党问责条例》第二十条，大意（需核实）：对问责决定不服的/,
  );
});

const packs = [law.regulation, ...law.upper];
for (const [key, code] of [
  ["zuzhi-chuli-2021#demotion", null],
  ["zhengwu-chufen-2018#set-period", null],
  ["zuzhi-chuli-2021#nothing", "unknown-rule"],
  ["nothing#demotion", "unknown-rule"],
  ["zuzhi-chuli-2021", "unknown-rule"],
  ["zuzhi-chuli-2021#removal-no-promotion", "already-verified"],
  ["wenze-2019#accountability-appeal", "already-verified"],
] as const) {
  test(`A decision on ${key} is ${code === null ? "accepted" : `refused as ${code}`}`, () => {
    assert.equal(refusalOfNorm(packs, key)?.code ?? null, code);
  });
}

test("A law cannot be compiled with a decision that would be refused", () => {
  const norms = new Map([["zuzhi-chuli-2021#removal-no-promotion", "not-applied"]] as const);
  assert.throws(() => compileLaw({ ...law, norms }), /无须认定/);
});

test("Undecided are all unverified clauses that would bar, until a decision is there", () => {
  const undecided = undecidedNorms(law);
  assert.ok(undecided.includes("zuzhi-chuli-2021#demotion") && undecided.includes("jilv-chufen-2015#warning"));
  const decided = lawDecided(law, new Map([["zuzhi-chuli-2021#demotion", "not-applied"]]));
  assert.deepEqual(
    undecidedNorms(decided),
    undecided.filter((key) => key !== "zuzhi-chuli-2021#demotion"),
  );
});

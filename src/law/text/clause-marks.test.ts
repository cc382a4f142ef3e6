// What stands on each word of the texts that ship.
import assert from "node:assert/strict";
import test from "node:test";
import { loadPacks, regulationsFolder } from "#law-admin/packs/regulations.ts";
import { marksOf } from "./clause-marks.ts";
import { normsCitedIn } from "./norms.ts";
import { linesOfRule } from "../wording/rules.ts";

const packs = await loadPacks(regulationsFolder);
const zone = packs.find((pack) => pack.id === "benxi-gaoxin-2019-31");
assert.ok(zone !== undefined);
const clauseAt = (at: string) => {
  const clause = zone.clauses.find((one) => one.at === at);
  assert.ok(clause !== undefined);
  return clause;
};

test("the marks of a clause are the whole clause, in order, and no word of any pack is without one", () => {
  for (const pack of packs) {
    for (const clause of pack.clauses) {
      const marks = marksOf(pack, clause);
      assert.equal(marks.map((mark) => mark.text).join(""), clause.text, `${pack.id} ${clause.at}`);
      assert.deepEqual(
        marks.filter((mark) => mark.kind === "unclaimed").map((mark) => mark.text),
        [],
        `${pack.id} ${clause.at}`,
      );
    }
  }
});

test("the words that two rules share belong to both", () => {
  const marks = marksOf(zone, clauseAt("13.1"));
  const shared = marks.find((mark) => mark.text.startsWith("受到引咎辞职"));
  assert.deepEqual(shared?.rules, ["removal-equivalent-post", "removal-promotion"]);
});

test("a word that no rule quotes shows, and so does one that is excused with a reason", () => {
  const clause = clauseAt("2");
  const bare = { ...zone, rules: zone.rules.filter((rule) => rule.cite !== "2") };
  assert.deepEqual(
    marksOf(bare, clause).map(({ kind, text }) => `${kind} ${text}`),
    ["plain 第二条  ", "unclaimed 本办法适用于全区各级党政组织及其领导干部", "plain 。"],
  );
  const excuse = {
    kind: "excuse" as const,
    id: "said",
    cite: "2",
    quote: "本办法适用于",
    reason: { zh: "理由", en: "reason" },
  };
  assert.deepEqual(
    marksOf({ ...bare, rules: [...bare.rules, excuse] }, clause).map(({ kind }) => kind),
    ["plain", "excused", "unclaimed", "plain"],
  );
});

test("a norm cited without a year names all its versions, the oldest first, its successors with it", () => {
  const cited = normsCitedIn("依照《中国共产党问责条例》《公职人员政务处分暂行规定》和《没有的规定》", packs);
  assert.deepEqual(
    cited.map(({ citedAs, versions }) => [citedAs, ...versions.map((one) => `${one.pack} ${one.from} ${one.until}`)]),
    [
      ["中国共产党问责条例", "wenze-2016 2016-07-08 2019-08-31", "wenze-2019 2019-09-01 null"],
      ["公职人员政务处分暂行规定", "zhengwu-chufen-2018 2018-04-16 2020-06-30", "zhengwu-chufen-2020 2020-07-01 null"],
    ],
  );
});

test("every rule of every pack says its lines in both languages, and the kinds of other texts have some", () => {
  for (const pack of packs) {
    for (const rule of pack.rules) {
      const lines = linesOfRule(pack, rule);
      for (const { what, value } of lines)
        for (const words of [what.zh, what.en, value.zh, value.en])
          assert.ok(words !== "" && !/undefined|null/u.test(words), `${pack.id}/${rule.id}: ${words}`);
      if (rule.kind === "route" || rule.kind === "escalation-by-count" || rule.kind === "measure-term")
        assert.ok(lines.length >= 3, `${pack.id}/${rule.id}`);
    }
  }
  const county = packs.find((pack) => pack.id === "example-county-inaction-2017");
  const twice = county?.rules.find((rule) => rule.id === "twice-in-a-year");
  assert.ok(county !== undefined && twice !== undefined);
  assert.deepEqual(
    linesOfRule(county, twice).map(({ what, value }) => `${what.zh}：${value.zh}`),
    ["按：同一个人", "在：一年内", "达到：2次以上", "计入：任何被问责的事项", "力度：应当", "结果：从重处理"],
  );
});

// Two versions compared: a doctored pack differs exactly where it was doctored, and nowhere else.
import assert from "node:assert/strict";
import test from "node:test";
import { loadPacks, regulationsFolder } from "#law-admin/packs/regulations.ts";
import { differenceOf, isSame } from "./difference.ts";
import type { Pack, Rule } from "../pack/pack.ts";

const packs = await loadPacks(regulationsFolder);
const upper = packs.filter((pack) => pack.layer === "upper");
const named = (id: string): Pack => packs.find((pack) => pack.id === id) ?? assert.fail(id);
const zone = named("benxi-gaoxin-2019-31");

function doctored(id: string, change: (rule: Rule) => Rule | null): Pack {
  const rules = zone.rules.flatMap((rule) => (rule.id === id ? [change(rule)].filter((one) => one !== null) : [rule]));
  return { ...zone, id: "draft", rules };
}

test("a pack and itself under another name and other days do not differ", () => {
  const renamed = { ...zone, id: "draft", validity: { ...zone.validity, from: "2027-01-01" } };
  assert.ok(isSame(differenceOf(zone, renamed, upper)));
});

test("a longer period changes the one cell of that measure and bar, on that ground, and its rule", () => {
  const after = doctored("transfer-promotion", (rule) =>
    rule.kind === "restriction" ? { ...rule, for: "P18M" } : rule,
  );
  const { cells, rules, texts, readings, pairs } = differenceOf(zone, after, upper);
  assert.deepEqual(
    cells.map(({ kind, bars, when, before, after: later }) => [
      kind,
      bars,
      when.map(({ ground, handling }) => `${ground} ${handling}`).join(),
      before.map((one) => `${one.length.zh} ${one.baseline?.zh} ${one.cite.at}`).join(),
      later.map((one) => `${one.length.zh} ${one.baseline?.zh} ${one.cite.at}`).join(),
    ])[0],
    [
      "transfer",
      "promotion",
      "accountability handling",
      // The upper norm on periods still running takes its length from the others, so it changes too.
      "一年 现任层次 13.1,一年 现任层次 24.6,一年 现任层次 24.6",
      "一年六个月 现任层次 13.1,一年六个月 现任层次 24.6,一年 现任层次 24.6",
    ],
  );
  // The promotion in rank that waits for the same period is the other.
  assert.deepEqual(
    cells.map(({ bars }) => bars),
    ["promotion", "rank-promotion"],
  );
  assert.deepEqual(
    rules.map(({ id, lines }) => [
      id,
      ...lines.map((line) => `${line.what.zh} ${line.before?.zh} → ${line.after?.zh}`),
    ]),
    [["transfer-promotion", "期限 一年 → 一年六个月"]],
  );
  assert.deepEqual([texts, readings, pairs], [[], [], []]);
});

test("a rule that is gone, a measure added, a circumstance, a tier, a competence and a reading each show as what they are", () => {
  const gone = differenceOf(
    zone,
    doctored("demotion-promotion", () => null),
    upper,
  );
  assert.ok(
    gone.cells.some(
      ({ kind, bars, after }) =>
        kind === "demotion" && bars === "promotion" && after.every(({ cite }) => cite.pack !== "draft"),
    ),
  );
  assert.equal(gone.rules.find(({ id }) => id === "demotion-promotion")?.after, null);
  const circumstance = doctored("6-3-1", (rule) =>
    rule.kind === "limb" ? { ...rule, mode: "none", results: [] } : rule,
  );
  assert.deepEqual(
    differenceOf(zone, circumstance, upper).rules.map(({ kind, id, lines }) => [kind, id, lines[0]?.after ?? null]),
    [["limb", "6-3-1", null]],
  );
  const tier = doctored("lighter", (rule) =>
    rule.kind === "tier" ? { ...rule, measures: rule.measures.slice(1) } : rule,
  );
  assert.ok(differenceOf(zone, tier, upper).rules[0]?.lines.some(({ what }) => what.zh === "方式"));
  const competence = doctored("competence", (rule) =>
    rule.kind === "competence" ? { ...rule, authority: rule.authority.slice(1) } : rule,
  );
  assert.equal(differenceOf(zone, competence, upper).rules[0]?.lines.length, 1);
  const settings = zone.settings.map((one) => (one.name === "periodEnd" ? { ...one, default: "anniversary" } : one));
  const read = differenceOf(zone, { ...zone, settings }, upper);
  assert.deepEqual(
    read.readings.map(({ name, before, after }) => [name, before?.default, after?.default]),
    [["periodEnd", "day-before-anniversary", "anniversary"]],
  );
});

test("without the clause on discipline at the same time only measure and sanction together change", () => {
  const { cells, pairs } = differenceOf(
    zone,
    doctored("with-discipline", () => null),
    upper,
  );
  assert.deepEqual(cells, []);
  assert.ok(pairs.length > 0);
});

test("text is compared clause by clause, also one that is new", () => {
  const clauses = zone.clauses.map((one) => (one.at === "2" ? { ...one, text: `${one.text}补充` } : one));
  const added = {
    at: "16",
    role: "paragraph" as const,
    label: { zh: "第十六条", en: "Article 16" },
    mark: null,
    text: "新增",
    line: 1,
  };
  const { texts } = differenceOf(zone, { ...zone, clauses: [...clauses, added] }, upper);
  assert.deepEqual(
    texts.map(({ at, before, after }) => [at, before === null, after?.endsWith("补充") ?? null]),
    [
      ["2", false, true],
      ["16", true, false],
    ],
  );
});

test("the two versions of the disciplinary regulations differ in what a warning bars", () => {
  const { cells } = differenceOf(named("jilv-chufen-2018"), named("jilv-chufen-2023"), upper);
  assert.ok(cells.some(({ type, kind }) => type === "sanction" && kind === "party-warning"));
});

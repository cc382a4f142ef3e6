// Escalation, conditions, terms and deadlines on small regulations made here: what the example packs do not show.
import assert from "node:assert/strict";
import test from "node:test";
import { readPackFiles } from "#law-admin/packs/pack-files.ts";
import { regulationsFolder } from "#law-admin/packs/regulations.ts";
import { checkPacks } from "../check/check-packs.ts";
import { clausesOf } from "../text/clauses.ts";
import { buildColumnTable, hasColumns } from "../bulk/column-table.ts";
import { formatDay, parseDay } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import { deadlinesOf, dueDay } from "./deadlines.ts";
import { absorptionsOf, additionsTo, effectsFor, publicationsOf } from "./effects.ts";
import { answerEligibility } from "../reckon/eligibility.ts";
import { escalates, escalationOf } from "./escalation.ts";
import type { PastMatter } from "./escalation.ts";
import { compileLaw } from "../compile/law.ts";
import type { Law } from "../compile/law.ts";
import { modifiersFor, modifiersOf } from "./modifiers.ts";
import { parsePack } from "../pack/parse-pack.ts";
import type { PackFiles } from "../pack/pack.ts";

const sources = await readPackFiles(regulationsFolder);
const example = source("example-county-inaction-2017");

function source(id: string): PackFiles {
  const found = sources.find((files) => files.id === id);
  assert.ok(found, id);
  return found;
}

function lawOf(files: PackFiles): Law {
  const parsed = parsePack(files);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return compileLaw({ regulation: parsed.pack, upper: [] });
}

/** The example county's rule with a clause and its rule added at the end. */
function withClause(text: string, rule: string, head = (rules: string): string => rules): PackFiles {
  return {
    ...example,
    text: `${example.text}\n<a id="30"></a>\n${text}\n`,
    rules: `${head(example.rules)}\n  - id: added\n    cite: '30'\n    quote: ${text}\n${rule.replaceAll(/^/gm, "    ")}\n`,
  };
}

function faultsOf(files: PackFiles): string[] {
  return checkPacks([files]).problems.map(({ message }) => message.zh);
}

const day = (iso: string): Day => {
  const found = parseDay(iso);
  assert.ok(found !== null, iso);
  return found;
};

const matter = (iso: string, more: Partial<PastMatter> = {}): PastMatter => ({
  id: iso,
  day: day(iso),
  measures: [],
  groups: null,
  circumstances: null,
  noChange: null,
  ...more,
});

const law = lawOf(example);

test("Two matters one day inside a rolling year escalate, on the anniversary they are to be confirmed, after it not", () => {
  const ask = (on: string) =>
    escalationOf(law, { of: "person", termFrom: null, matters: [matter("2019-05-10"), matter(on)] }, day(on)).map(
      ({ way, force, certain, counted, cite }) => [way, force, certain, counted.length, cite.at],
    );
  assert.deepEqual(ask("2020-05-09"), [["aggravate", "shall", true, 2, "10.1"]]);
  assert.deepEqual(ask("2020-05-10"), [["aggravate", "shall", false, 2, "10.1"]]);
  assert.deepEqual(ask("2020-05-11"), []);
});

test("A year from 29 February ends on 28 February, which still counts", () => {
  const ask = (on: string) =>
    escalationOf(law, { of: "person", termFrom: null, matters: [matter("2020-02-29"), matter(on)] }, day(on)).map(
      ({ certain }) => certain,
    );
  assert.deepEqual(ask("2021-02-28"), [true]);
  assert.deepEqual(ask("2021-03-01"), []);
});

test("Matters after the day do not count, and their order in the list makes no difference", () => {
  const matters = [matter("2020-03-01"), matter("2020-01-01"), matter("2020-02-01")];
  const found = escalationOf(law, { of: "person", termFrom: null, matters }, day("2020-02-01"));
  assert.deepEqual(found[0]?.counted, ["2020-01-01", "2020-02-01"]);
  assert.equal(found[0]?.from, day("2019-02-01"));
});

const SAME = `kind: escalation-by-count
summary: { zh: 同类两次升一档, en: the same kind twice }
measures: [admonition]
conduct: same-circumstance
per: person
atLeast: 2
within: term
way: step-up
to: []
force: may`;
const sameInTerm = withClause("任期内因同一情形受到诫勉两次的，可以给予上一档处理", SAME);

test("The clause of the same circumstance within a term agrees with its words", () => {
  assert.deepEqual(faultsOf(sameInTerm), []);
});

test("The same circumstance twice within the term leads one step up; another circumstance, measure or term does not", () => {
  const asking = lawOf(sameInTerm);
  const ask = (matters: PastMatter[], termFrom: string | null = "2018-01-01") =>
    escalationOf(
      asking,
      { of: "person", termFrom: termFrom === null ? null : day(termFrom), matters },
      day("2022-01-01"),
    )
      .filter(({ rule }) => rule === "added")
      .map(({ way, measures, certain }) => [way, measures.join(), certain]);
  const one = { measures: ["admonition"], circumstances: ["3-1-1"] };
  const twice = [matter("2018-01-01", one), matter("2021-01-01", one)];
  assert.deepEqual(ask(twice), [["step-up", "post-adjustment", true]]);
  assert.deepEqual(ask(twice, "2018-01-02"), []);
  assert.deepEqual(ask(twice, null), [["step-up", "post-adjustment", false]]);
  assert.deepEqual(ask([matter("2018-01-01", one), matter("2021-01-01", { ...one, circumstances: ["3-2-1"] })]), []);
  assert.deepEqual(ask([matter("2018-01-01", one), matter("2021-01-01", { ...one, circumstances: null })]), [
    ["step-up", "post-adjustment", false],
  ]);
  assert.deepEqual(ask([matter("2018-01-01", one), matter("2021-01-01", { ...one, measures: ["rectification"] })]), []);
});

test("A law without such clauses escalates nothing and says so", () => {
  assert.equal(escalates(law), true);
  const plain = lawOf(source("example-county-responsibility"));
  assert.equal(escalates(plain), false);
  const matters = [matter("2020-01-01"), matter("2020-02-01", { noChange: true })];
  assert.deepEqual(escalationOf(plain, { of: "person", termFrom: null, matters }, day("2020-02-01")), []);
});

// Words against fields.
const wrong = (name: string, from: string, to: string, says: RegExp): void => {
  test(name, () => {
    assert.ok(example.rules.includes(from), from);
    const faults = faultsOf({ ...example, rules: example.rules.replace(from, to) });
    assert.match(faults.join("\n"), says);
  });
};
wrong("两次 with a field of three is refused", "atLeast: 2", "atLeast: 3", /次数（atLeast）为 3/);
wrong("一年内 with a calendar year is refused", "within: P12M", "within: year", /计数的期间/);
wrong("一个年度内 with a rolling year is refused", "within: year", "within: P12M", /计数的期间/);
wrong(
  "应当 with a field of may is refused",
  "way: aggravate\n    force: shall",
  "way: aggravate\n    force: may",
  /可/,
);
wrong(
  "Steps in another order than the text are refused",
  "[[rectification, public-apology], [admonition]",
  "[[admonition], [rectification, public-apology]",
  /次序/,
);
wrong(
  "A step left out of the list is refused",
  "[post-adjustment], [suspension], [ordered",
  "[post-adjustment], [ordered",
  /方式为|没有名为 suspension/,
);
wrong(
  "A threshold at another step than the text names is refused",
  "fromMeasure: post-adjustment",
  "fromMeasure: suspension",
  /起点（fromMeasure）为 suspension/,
);
wrong(
  "以上 read as the measure alone is refused",
  "fromMeasure: post-adjustment",
  "measures: [post-adjustment]",
  /以上/,
);
wrong("A threshold at a measure of no list is refused", "fromMeasure: suspension", "fromMeasure: demotion", /demotion/);
wrong("Another length of the suspension is refused", "atMost: P6M", "atMost: P12M", /期限（atMost）为 P12M/);
wrong("Another number of days is refused", "count: 15", "count: 10", /时限（length）为 10/);
wrong("Working days read as days are refused", "unit: working-days", "unit: days", /时限（length）为 15日/);
wrong("A ground that the clause does not name is refused", "words: 打击报复 }", "words: 报复陷害 }", /报复陷害/);
wrong(
  "An attribute that the clause does not name is refused",
  "attributes: [reserve-cadre]",
  "attributes: [village-cadre]",
  /村/,
);
wrong("An attribute that nothing is named by is refused", "attributes: [reserve-cadre]", "attributes: [hero]", /hero/);
wrong(
  "A group that does not exist is refused",
  "groups: [inaction, misconduct]",
  "groups: [inaction, mistakes]",
  /mistakes/,
);
wrong("A further word that does not exist is refused", "uses: [rectification", "uses: [correction", /correction/);
wrong(
  "An added measure that the clause does not name is refused",
  "adds: [self-examination]",
  "adds: [admonition]",
  /方式（measures, adds）为/,
);
wrong(
  "A clause left out of scope without its words is unclaimed",
  "quote: 被追究责任的，在单位年度绩效考核中扣分，扣分标准另行规定",
  "quote: 扣分标准另行规定",
  /没有规则引用/,
);
test("A word of one's own that has a namesake is refused at its line", () => {
  const at = "    - { id: county-committee,";
  const { problems } = checkPacks([{ ...example, rules: example.rules.replace(at, "    - { id: city-committee,") }]);
  assert.match(problems[0]?.message.zh ?? "", /city-committee 在词表中出现两次/);
  assert.equal(problems[0]?.file, `${example.id}/rules.yaml`);
  assert.ok((problems[0]?.line ?? 0) > 10);
});

// Bars for some persons only.
const SOME = `kind: restriction
summary: { zh: 后备干部一年内不得任领导职务, en: a reserve cadre has no leading post for a year }
measures: [public-apology]
when: { attributes: [reserve-cadre] }
ground: [accountability]
handling: any
bars: [equivalent-post]
for: P12M
baseline: null
reach: any`;
const silence = (rules: string): string =>
  rules.replace(
    "measures: [rectification, public-apology, self-examination",
    "measures: [rectification, self-examination",
  );
const forSome = withClause("后备干部受到公开道歉的，一年内不得安排领导职务", SOME, (rules) =>
  silence(rules).replace(
    "  - kind: silent\n    id: awards-only",
    "  - kind: silent\n    id: apology\n    cite: '6.1'\n    purposes: [promotion, rank-promotion, further-use, annual-excellence, honours, annual-bonus]\n    measures: [public-apology]\n    sanctions: [none, all]\n    reason: { zh: 只限制领导职务, en: leading posts only }\n\n  - kind: silent\n    id: awards-only",
  ),
);

test("A bar for some persons only agrees with its words", () => {
  // The examples of the county's rule expect that an apology bars nothing.
  assert.deepEqual(faultsOf({ ...forSome, examples: "format: 1\nexamples: []\n" }), []);
});

test("A bar for reserve cadres bars one, leaves another alone, and asks where it is not recorded", () => {
  const asking = lawOf(forSome);
  const answer = (attributes: Record<string, boolean>) =>
    answerEligibility(
      asking,
      {
        person: { partyMember: null, level: null, attributes },
        measures: [
          {
            kind: "public-apology",
            decided: null,
            effective: day("2019-05-10"),
            handling: null,
            originalLevel: null,
            presentLevel: null,
            reducedLevel: null,
            ground: "accountability",
          },
        ],
        sanctions: [],
        consents: [],
        openMatters: 0,
      },
      { purpose: "equivalent-post", date: day("2019-12-01"), toLevel: null },
    );
  assert.equal(answer({ "reserve-cadre": true }).answer, "barred");
  assert.equal(answer({ "reserve-cadre": false }).answer, "clear");
  const open = answer({});
  assert.equal(open.answer, "needs-confirmation");
  assert.match(open.notes.map((note) => note.zh).join(), /只适用于后备干部/);
  // Columns have no place for attributes: such a law is asked one person at a time.
  assert.equal(hasColumns(asking), false);
  assert.throws(() => buildColumnTable(asking), RangeError);
  assert.equal(hasColumns(law), true);
});

// What clauses say besides.
test("Effects, additions, publications, extensions and grounds carry their clause", () => {
  const person = { partyMember: null, level: null, attributes: { "on-probation": true, "reserve-cadre": false } };
  const effects = effectsFor(law, { measures: ["removal"], sanctions: [] }, person);
  assert.deepEqual(
    effects.map(({ rule, months, cite }) => [rule, months, cite.at]),
    [["longer-probation", 6, "8.4"]],
  );
  assert.deepEqual(
    additionsTo(law, "rectification").map(({ measures, force }) => [measures, force]),
    [[["self-examination"], "shall"]],
  );
  assert.equal(publicationsOf(law, ["post-adjustment"])[0]?.kept?.id, "kept-on-file");
  assert.deepEqual(publicationsOf(law, ["admonition"]), []);
  assert.deepEqual(
    modifiersOf(law).map(({ direction, force }) => `${direction} ${force}`),
    ["aggravate shall", "mitigate may"],
  );
  assert.deepEqual(
    modifiersFor(law, ["hiding"]).map(({ grounds }) => grounds.length),
    [1],
  );
  assert.throws(() => modifiersFor(law, ["haste"]), /haste/);
});

test("An earlier resignation that takes the place of removal, and expressly not of discipline", () => {
  assert.deepEqual(
    absorptionsOf(law, "ordered-resignation").map(({ absorbs, measures }) => [absorbs, measures]),
    [[true, ["removal"]]],
  );
  assert.deepEqual(absorptionsOf(law, "removal"), []);
  const not = withClause(
    "责令辞职不影响给予处分",
    `kind: absorption\nsummary: { zh: 不影响处分, en: discipline remains }\nmeasures: [ordered-resignation]\nover: { sanctions: [party-warning] }\nabsorbs: true`,
  );
  assert.match(faultsOf(not).join(), /是否吸收/);
});

test("Working days ask the calendar, and a year that it does not know is not guessed", () => {
  const opinion = deadlinesOf(law).find(({ act }) => act === "opinion");
  const service = deadlinesOf(law).find(({ act }) => act === "service");
  assert.ok(opinion && service);
  const never = dueDay(opinion, day("2019-12-20"), (one) => (one > day("2019-12-31") ? null : true));
  assert.equal(never, null);
  const every = dueDay(opinion, day("2019-12-01"), () => true);
  assert.equal(every === null ? null : formatDay(every), "2019-12-16");
  assert.equal(
    dueDay(service, day("2019-12-20"), () => null),
    day("2019-12-25"),
  );
});

test("A clause left out of scope is shown with its words and its reason", () => {
  const view = clausesOf(law.regulation).find(({ at }) => at === "16");
  assert.match(view?.outOfScope[0]?.zh ?? "", /不计分/);
  assert.deepEqual(
    view?.claims.map(({ kind }) => kind),
    ["out-of-scope"],
  );
});

test("Example packs say that they are examples, and no other does", () => {
  for (const files of sources) {
    const parsed = parsePack(files);
    assert.ok(parsed.ok);
    assert.equal(parsed.pack.role, files.id.startsWith("example-") ? "example" : "working", files.id);
  }
});

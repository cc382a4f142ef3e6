// What the table says a kind of rule changes, it changes: with the rules of that kind switched off, the answer, refusal, item or date that
// the running product gives is another one. A kind that is marked as changing something and has no proof here does not compile.
import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultRegulation } from "#law-admin/packs/regulations.ts";
import { answerLine } from "#law/bulk/facts.ts";
import type { Law } from "#law/compile/law.ts";
import { ruleChanges } from "#law/pack/rule-changes.ts";
import type { Change } from "#law/pack/rule-changes.ts";
import type { Rule } from "#law/pack/rule.ts";
import { calendarOf } from "#law/procedure/working-days.ts";
import { kindLeftOut, lawWith } from "../../../test/casework/own-law.ts";
import type { Off, Own, Written } from "../../../test/casework/own-law.ts";
import {
  before,
  changedStep,
  deliberated,
  effective,
  file,
  finding,
  found,
  outcome,
  people,
  play,
  refusedBy,
  registry,
  today,
} from "../../../test/casework/played.ts";
import type { Step } from "../../../test/casework/played.ts";
import type { PastDecision, Registry } from "../act.ts";
import { untouchedBody } from "#bodies/rules/body.ts";
import { decideOnBody } from "#bodies/rules/body-acts.ts";
import { refusalsOfEntry } from "#law-admin/rules/interpreting.ts";
import { openItemsIn } from "../execution/open-items.ts";

const calendar = calendarOf([{ year: 2025, off: [], worked: [] }]);

/** A way to ask the product, of the category that the table names. */
type Proof<C extends Change> = {
  change: C;
  own: Own;
  ask: (law: Law) => unknown;
  /** Where nothing could be decided without such a rule, what it says is changed in its place. */
  off?: Off["change"];
};

/** What the product answers to a question about somebody. */
function answer(line: object, own: Own = {}): Proof<"answer"> {
  return { change: "answer", own, ask: (law) => answerLine(law, { format: 1, id: "a", ...line }) };
}

/** For what reasons, and by which clauses, the last of the steps is refused. */
function refusal(steps: readonly Step[], own: Own = {}, changes: { registry?: Registry } = {}): Proof<"refusal"> {
  return {
    change: "refusal",
    own,
    ask: (law) => play(steps, { law, ...changes }).refusals.map(({ code, at }) => `${code} ${at ?? ""}`),
  };
}

/** What is then open, whose it is, and by which name. */
function items(steps: readonly Step[], own: Own = {}): Proof<"item"> {
  return {
    change: "item",
    own,
    ask: (law) => openIn(law, steps).map(({ item, office }) => `${item} ${office}`),
  };
}

/** Until when what is then open is due. */
function dates(steps: readonly Step[], own: Own = {}): Proof<"date"> {
  return { change: "date", own, ask: (law) => openIn(law, steps).map(({ due }) => due) };
}

function openIn(law: Law, steps: readonly Step[]) {
  const { matter, refusals } = play(steps, { law });
  assert.deepEqual(refusals, []);
  assert.ok(matter !== null);
  return openItemsIn(law, calendar, matter);
}

const asked = { question: { purpose: "提拔", date: "2020-05-09", toLevel: "县处级副职" } };
const person = { level: "乡科级正职" };
const transferred = { person, measures: [{ kind: "调离岗位", effective: "2019-05-10" }] };
const noMeasure = proposing({ measures: [] });
const organization = before("record-fact", deliberated(["bureau"]));

/** Up to a proposal for the one subject e3, with these fields of the finding changed. */
function proposing(changes: object): Step[] {
  const proposal = { ...found("e3", ["transfer"]), reasons: "建议给予组织处理", ...changes };
  return [...before("propose"), changedStep("propose", { proposals: [proposal] })];
}

/** The steps for an organization in the place of the person. */
const forOrganization = [
  ...organization.map((step): Step =>
    step[1] === "add-subject" ? [step[0], step[1], { kind: "organization", registryId: "bureau" }] : step,
  ),
  ...deliberated(["bureau"])
    .slice(organization.length, -2)
    .map((step) => step),
  changedStep("propose", { proposals: [{ ...found("e3", ["circulated-criticism"]), reasons: "建议" }] }),
];

/** A decision on paper about somebody who held no post then. */
const paperOfNobody = {
  title: "补录：河道整治不力",
  documentNumber: "云党发〔2019〕7号",
  on: "2019-10-10",
  body: "working-committee",
  reasons: "系统启用前的案件",
  kind: "person",
  registryId: "zone",
  post: null,
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

const withPersons = (changes: object): Registry => ({
  ...registry,
  persons: Object.fromEntries(Object.entries(registry.persons).map(([id, one]) => [id, { ...one, ...changes }])),
});

/** One decision before the case: by which an admonition was given, half a year before. */
const earlier: PastDecision = {
  id: "m0 s1",
  number: "问责〔2025〕1号",
  on: "2025-01-10",
  measures: ["admonition"],
  circumstances: ["6-2-1"],
};
const withPast: Registry = {
  ...registry,
  past: [{ subject: { kind: "person", registryId: "zone" }, matters: [earlier] }],
};

/** Clauses that the regulation lacks. */
const own = {
  definition: {
    clauses: [
      [
        "本办法所列情形，均以影响工作正常进行为限",
        {
          kind: "general-definition",
          groups: ["not-taking-responsibility"],
          mode: "all",
          results: [
            { id: "work-disturbed", name: { zh: "影响工作", en: "work disturbed" }, words: "影响工作正常进行" },
          ],
        },
      ],
    ],
  },
  ladder: {
    clauses: [
      [
        "方式由轻到重依次为：调离岗位；免职",
        { kind: "ladder", subject: "person", steps: [["transfer"], ["removal"]], combinable: false },
      ],
    ],
  },
  addition: {
    clauses: [
      [
        "给予调离岗位的，应当同时通报批评",
        { kind: "addition", measures: ["transfer"], adds: ["circulated-criticism"], force: "shall" },
      ],
    ],
  },
  absorption: {
    clauses: [
      [
        "已经责令辞职的，不再免职",
        { kind: "absorption", measures: ["ordered-resignation"], over: { measures: ["removal"] }, absorbs: true },
      ],
    ],
  },
  publication: {
    without: ["circulation", "circulation-step"],
    clauses: [
      [
        "受到调离岗位处理的，应当在本单位和全区通报；通报范围记入档案，重新任用时再行使用",
        {
          kind: "publication",
          measures: ["transfer"],
          scopes: [
            { id: "own-unit", name: { zh: "本单位", en: "the unit" }, words: "本单位" },
            { id: "whole-zone", name: { zh: "全区", en: "the whole zone" }, words: "全区" },
          ],
          force: "shall",
          kept: { id: "kept", name: { zh: "记入档案", en: "kept" }, words: "记入档案，重新任用时再行使用" },
        },
      ],
    ],
  },
  term: {
    clauses: [
      [
        "调离岗位的期限为三个月至六个月，期满由纪检监察工委提出意见",
        {
          kind: "measure-term",
          measures: ["transfer"],
          atLeast: "P3M",
          atMost: "P6M",
          followUp: { id: "opinion", name: { zh: "提出意见", en: "an opinion" }, words: "提出意见" },
          by: ["discipline-committee"],
        },
      ],
    ],
  },
  effect: {
    clauses: [
      [
        "受到调离岗位处理的，取消后备干部资格",
        {
          kind: "effect",
          measures: ["transfer"],
          on: "person",
          effects: [{ id: "struck-off", name: { zh: "取消后备资格", en: "struck off" }, words: "取消后备干部资格" }],
          force: "shall",
        },
      ],
    ],
  },
  route: {
    clauses: [
      [
        "给予调离岗位的，科级干部先停职、后调离",
        {
          kind: "route",
          measures: ["transfer"],
          branches: [
            {
              name: { zh: "科级干部", en: "section rank" },
              when: { levels: ["乡科级正职"] },
              words: "科级干部先停职、后调离",
              steps: [{ id: "suspended-first", name: { zh: "先停职", en: "suspended first" }, words: "先停职" }],
            },
          ],
        },
      ],
    ],
  },
  count: {
    clauses: [
      [
        "一年内被问责两次以上的，应当从重处理",
        {
          kind: "escalation-by-count",
          conduct: "any",
          per: "person",
          atLeast: 2,
          within: "P12M",
          way: "aggravate",
          force: "shall",
        },
      ],
    ],
  },
  withoutEffect: {
    clauses: [
      [
        "经诫勉没有改变的，应当免职",
        {
          kind: "escalation-without-effect",
          measures: ["admonition"],
          way: "measures",
          to: ["removal"],
          force: "shall",
        },
      ],
    ],
  },
  deadline: {
    clauses: [
      [
        "决定应当在三日内送达；工作交接应当在决定后十日内完成",
        {
          kind: "deadline",
          act: "handover",
          after: "decision",
          length: { count: 10, unit: "days" },
          by: ["personnel-department"],
          force: "shall",
        },
      ],
    ],
  },
} satisfies Record<string, Own>;

const circulatedNowhere: Step = [
  "clerk",
  "record-circulation",
  { on: "2025-06-25", scope: "unit", documentNumber: "3号" },
];
const circulatedEverywhere: Step = [
  "clerk",
  "record-circulation",
  { on: "2025-06-26", scope: "unit", scopes: ["own-unit", "whole-zone"], documentNumber: "4号" },
];
const termEnded = (on: string): Step => [
  "officer",
  "complete-items",
  {
    items: [{ subjectId: "e3", item: "own-0-transfer" }],
    on,
    documentNumber: "意见1号",
    note: "另行处理",
    evidence: [],
  },
];
const appealed: Step = [
  "officer",
  "record-appeal",
  { subjectId: "e3", on: "2025-06-25", ground: "有出入", way: "review" },
];
const removed = effective(["removal"], { originalLevel: "乡科级正职" });

type ChangedBy<Kind extends Rule["kind"]> = (typeof ruleChanges)[Kind];
type Marked = { [Kind in Rule["kind"]]: ChangedBy<Kind> extends readonly Change[] ? Kind : never }[Rule["kind"]];
type Proofs = {
  [Kind in Marked]: {
    [C in Extract<ChangedBy<Kind>, readonly Change[]>[number]]: Proof<C>;
  };
};

const proofs: Proofs = {
  scope: { refusal: refusal([["officer", "enter-paper-case", paperOfNobody]]) },
  competence: { refusal: { ...refusal([...deliberated(), decidedBy("working-committee")]), off: decidedElsewhere } },
  group: { refusal: refusal(noMeasure) },
  limb: { refusal: refusal([...before("establish-circumstance"), changedStep("establish-circumstance", {})]) },
  "general-definition": {
    refusal: refusal([...before("establish-circumstance"), changedStep("establish-circumstance", {})], own.definition),
  },
  tier: { refusal: refusal(proposing({ measures: ["admonition"] })) },
  "measure-list": { refusal: refusal(proposing({})) },
  ladder: { refusal: refusal(proposing({ measures: ["transfer", "removal"] }), own.ladder) },
  addition: { refusal: refusal(proposing({}), own.addition) },
  "organization-measures": { refusal: refusal(forOrganization) },
  circulation: { item: items(effective(), { without: ["circulation-step"] }) },
  publication: { item: items([...effective(), circulatedNowhere], own.publication) },
  referral: { refusal: refusal(proposing({ gravity: "crime" })) },
  duty: {
    refusal: refusal([...before("record-deliberation"), decidedBy("working-committee")]),
    item: items(removed, { without: ["arrangement-step"] }),
  },
  deadline: { date: dates([...removed, appealed]), item: items(effective(), own.deadline) },
  step: { item: items(effective()), date: dates(effective()) },
  "body-reform": {
    refusal: {
      change: "refusal",
      own: {},
      ask: (law) => {
        const found = { finding: "several", found: true, on: "2026-07-01", reasons: "经核查" };
        const decision = decideOnBody(untouchedBody, "find-body", found, {
          law,
          actor: people.officer,
          today,
          organization: { id: "bureau", name: "城市管理局", managedBy: "zone" },
          held: ["甲", "乙"].map((name) => ({
            personId: name,
            name,
            matterId: name,
            caseNumber: `问责〔2026〕${name}号`,
            decidedOn: "2026-06-16",
            measures: ["transfer"],
          })),
          members: {},
          accounts: {},
          registry,
        });
        return decision.ok ? [] : decision.refusals.map(({ code, source }) => `${code} ${source?.at ?? ""}`);
      },
    },
  },
  restriction: {
    answer: answer({ ...transferred, ...asked }),
    refusal: refusal([...deliberated(["zone"], ["removal"]), decidedBy("working-committee", ["removal"])]),
  },
  combination: {
    answer: answer({
      person,
      sanctions: [
        { kind: "党内警告", effective: "2024-02-01" },
        { kind: "党内严重警告", effective: "2024-06-01" },
      ],
      question: { purpose: "提拔", date: "2026-03-01", toLevel: "县处级副职" },
    }),
  },
  concurrence: {
    answer: answer({
      ...transferred,
      sanctions: [{ kind: "党内严重警告", effective: "2019-05-10" }],
      question: { purpose: "提拔", date: "2020-08-01", toLevel: "县处级副职" },
    }),
  },
  absorption: { refusal: refusal(proposing({ measures: ["ordered-resignation", "removal"] }), own.absorption) },
  consent: { answer: answer({ ...transferred, question: { ...asked.question, date: "2020-08-01" } }) },
  exemption: { refusal: refusal([...before("propose"), ended("reform-trial")]) },
  modifier: { refusal: refusal(proposing({ factors: [{ factor: "timely-remedy", how: "已整改" }] })) },
  responsibility: {
    refusal: refusal([
      ...before("put-facts"),
      ["officer", "find-responsibility", { subjectId: "e3", tier: "main-responsibility", reasons: "主管" }],
    ]),
  },
  "escalation-by-count": { refusal: refusal(proposing({}), own.count, { registry: withPast }) },
  "escalation-without-effect": { refusal: refusal(proposing({}), own.withoutEffect, { registry: withPast }) },
  route: { item: items(effective(), own.route) },
  effect: { item: items(effective(), own.effect) },
  "measure-term": {
    item: items(effective(), own.term),
    date: dates(effective(), own.term),
    refusal: refusal([...effective(), termEnded("2025-09-18")], own.term),
  },
  pending: { answer: answer({ person, openMatters: 1, ...asked }) },
  interpretation: {
    refusal: {
      change: "refusal",
      own: {},
      ask: (law) =>
        refusalsOfEntry(
          {
            body: "discipline-committee",
            number: "试解〔2026〕1号",
            on: "2026-08-01",
            validFrom: "2026-08-01",
            anchor: "13.1",
            question: "期限的最后一日是哪一日",
            text: "期限的最后一日为周年日当日",
            effect: { type: "reading", setting: "periodEnd", option: "anniversary", recompute: true },
            replaces: null,
          },
          { law, actor: people.officer, today, agreed: [], open: [] },
        ).map(({ code, source }) => `${code} ${source?.at ?? ""}`),
    },
  },
  validity: {
    refusal: refusal([
      ...before("record-fact"),
      changedStep("record-fact", { from: "2018-03-01", to: "2018-11-30" }),
      ...proposing({}).slice(before("record-fact").length + 1),
    ]),
  },
  "sanction-eligibility": {
    refusal: refusal(
      [
        ...before("record-fact"),
        [
          "officer",
          "record-discipline",
          {
            subjectId: "e3",
            sanction: "party-warning",
            effective: "2025-06-01",
            months: null,
            authority: "纪检监察工委",
            documentNumber: "云纪〔2025〕2号",
          },
        ],
      ],
      {},
      { registry: withPersons({ partyMember: false }) },
    ),
  },
};

function decidedBy(body: string, measures: readonly string[] = ["transfer"]): Step {
  return [
    "secretary",
    "decide",
    { documentNumber: "云党发〔2025〕9号", on: "2025-06-16", body, outcomes: [outcome("e3", measures)] },
  ];
}

function ended(ground: string): Step {
  return ["secretary", "end-without-accountability", { on: "2025-06-16", ground, reasons: "符合规定" }];
}

for (const [kind, changes] of Object.entries(ruleChanges)) {
  if (changes === "shown-only") continue;
  const proved = proofs[kind as Marked]; // marked, as was just asked
  for (const change of changes) {
    test(`rules of the kind ${kind} switched off change a ${change}`, () => {
      const proof = (proved as Partial<Record<Change, Proof<Change>>>)[change]; // the compiler holds that it is there
      assert.ok(proof !== undefined && proof.change === change);
      const of = kind as Rule["kind"]; // the table has no other
      const off = { kind: of, change: proof.off ?? kindLeftOut(of) };
      assert.notDeepEqual(proof.ask(lawWith(proof.own, null)), proof.ask(lawWith(proof.own, off)));
    });
  }
}

/** Every decision of the zone is another body's. */
function decidedElsewhere(rules: Written["rules"]): Written["rules"] {
  return rules.map((rule) => {
    const authority = rule["authority"] as Record<string, unknown>[] | undefined; // only such a rule has one
    return authority === undefined
      ? rule
      : { ...rule, authority: authority.map((row) => ({ ...row, decides: ["personnel-department"] })) };
  });
}

test("what was given together against the text is refused by its clause", () => {
  const by = (steps: readonly Step[], code: string, given: Own) =>
    refusedBy(steps, code, { law: lawWith(given, null) });
  assert.equal(by(proposing({}), "addition-due", own.addition).at, `${defaultRegulation}#30`);
  assert.equal(
    by(proposing({ measures: ["ordered-resignation", "removal"] }), "absorbed", own.absorption).at,
    `${defaultRegulation}#30`,
  );
  by(proposing({ measures: ["transfer", "removal"] }), "not-combinable", own.ladder);
  const both = proposing({ measures: ["transfer", "circulated-criticism"] });
  assert.deepEqual(play(both, { law: lawWith(own.addition, null) }).refusals, []);
});

test("a circulation is done when every scope that the text names is covered, and an unknown one is refused", () => {
  const law = lawWith(own.publication, null);
  const open = (steps: readonly Step[]) => openIn(law, steps).some(({ item }) => item === "circulation");
  assert.equal(open([...effective(), circulatedNowhere]), true);
  assert.equal(open([...effective(), circulatedNowhere, circulatedEverywhere]), false);
  const wrong: Step = [
    "clerk",
    "record-circulation",
    { on: "2025-06-25", scope: "unit", scopes: ["moon"], documentNumber: "5号" },
  ];
  refusedBy([...effective(), wrong], "no-such-scope", { law });
});

test("three to six months from 20 June: not over on 18 September, due on 19 December", () => {
  const law = lawWith(own.term, null);
  const [item] = openIn(law, effective()).filter((one) => one.item === "own-0-transfer");
  assert.deepEqual(item?.due, { type: "day", on: "2025-12-19" });
  refusedBy([...effective(), termEnded("2025-09-18")], "term-not-over", { law });
  assert.deepEqual(play([...effective(), termEnded("2025-09-19")], { law }).refusals, []);
});

test("“应当从重” a second time within a year: asked before the proposal, and not left out; a day after the year it is not asked", () => {
  const law = lawWith(own.count, null);
  const on = (day: string): Registry => ({
    ...registry,
    past: [{ subject: { kind: "person", registryId: "zone" }, matters: [{ ...earlier, on: day }] }],
  });
  const asking = (followed: boolean) => proposing({ escalations: [{ rule: "own-0", followed, reasons: "已从重" }] });
  const told = refusedBy(proposing({}), "escalation-not-answered", { law, registry: withPast });
  assert.equal(told.at, `${defaultRegulation}#30`);
  assert.match(told.zh, /问责〔2025〕1号（2025-01-10）/);
  refusedBy(asking(false), "escalation-departs", { law, registry: withPast });
  assert.deepEqual(play(asking(true), { law, registry: withPast }).refusals, []);
  // The proposal is of 10 June 2025: the last day of the year, its anniversary, and the day after.
  refusedBy(proposing({}), "escalation-not-answered", { law, registry: on("2024-06-11") });
  assert.deepEqual(play(asking(false), { law, registry: on("2024-06-10") }).refusals, []);
  refusedBy(asking(true), "no-such-escalation", { law, registry: on("2024-06-09") });
});

test("“经诫勉没有改变的，应当免职”: people find whether it changed; where it did not, removal is open and due though the gravity is lighter", () => {
  const law = lawWith(own.withoutEffect, null);
  const of = (followed: boolean, measures: string[]) =>
    proposing({ gravity: "lighter", measures, escalations: [{ rule: "own-0", followed, reasons: "经查" }] });
  refusedBy(of(true, ["admonition"]), "measure-of-tier-due", { law, registry: withPast });
  assert.deepEqual(play(of(true, ["removal"]), { law, registry: withPast }).refusals, []);
  assert.deepEqual(play(of(false, ["admonition"]), { law, registry: withPast }).refusals, []);
});

test("a case that its actor may not read counts all the same, and its number is not told", () => {
  const hidden: Registry = {
    ...registry,
    past: [{ subject: { kind: "person", registryId: "zone" }, matters: [{ ...earlier, number: null }] }],
  };
  const told = refusedBy(proposing({}), "escalation-not-answered", { law: lawWith(own.count, null), registry: hidden });
  assert.match(told.zh, /此前：2025-01-10的决定/);
  assert.doesNotMatch(told.zh, /问责〔/);
});

test("a gravity that only another text tells apart is refused", () => {
  assert.equal(
    refusedBy(proposing({ gravity: "serious", measures: [] }), "no-such-gravity").at,
    `${defaultRegulation}#8`,
  );
});

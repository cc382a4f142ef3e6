// The life of a case, act by act, and every refusal on its way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { shown, uncited } from "../../../test/casework/played.ts";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import type { Registry } from "../act.ts";
import type { Actor } from "../actor.ts";
import type { ActId } from "../acts.ts";
import type { Case } from "../case.ts";
import { decide, possibleActs } from "../decide.ts";
import { parseInput } from "../input.ts";
import type { Recorded } from "../events.ts";
import { replay } from "../replay.ts";
import type { Matter } from "../replay.ts";
import type { Role } from "../roles.ts";
import { nextStepsOf } from "../execution/tasks.ts";

const law = await loadLaw();
const today = "2026-11-23";

function actor(accountId: string, ...roles: Role[]): Actor {
  return { accountId, name: accountId, roles, personId: null, relativeIds: [], organizationId: null, delegations: [] };
}
const officer = actor("officer", "discipline-officer");
const secretary = actor("secretary", "committee-secretary");
const clerk = actor("clerk", "office-clerk");
const personnel = actor("personnel", "personnel-officer");
const reviewer = actor("reviewer", "reviewer");

const file = {
  sha256: "a".repeat(64),
  name: "整改台账.pdf",
  size: 12,
  mediaType: "application/pdf",
  kind: "documentary",
  obtainedFrom: null,
};
const registry: Registry = {
  persons: {
    zone: {
      id: "zone",
      name: "钱明远",
      organizationId: "bureau",
      organizationName: "城市管理局",
      post: "局长",
      level: "乡科级正职",
      leadingPost: true,
      managedBy: "zone",
      partyMember: true,
    },
    second: {
      id: "second",
      name: "邹立新",
      organizationId: "bureau",
      organizationName: "城市管理局",
      post: "副局长",
      level: "乡科级副职",
      leadingPost: true,
      managedBy: "zone",
      partyMember: false,
    },
    city: {
      id: "city",
      name: "孔德林",
      organizationId: "office",
      organizationName: "管委会",
      post: "副主任",
      level: "县处级副职",
      leadingPost: true,
      managedBy: "city",
      partyMember: true,
    },
    staff: {
      id: "staff",
      name: "尤佳",
      organizationId: "bureau",
      organizationName: "城市管理局",
      post: "科员",
      level: "科员级",
      leadingPost: false,
      managedBy: "unit",
      partyMember: false,
    },
  },
  organizations: {
    bureau: { id: "bureau", name: "城市管理局", kind: "government", managedBy: "zone" },
    company: { id: "company", name: "云岭开发公司", kind: "enterprise", managedBy: "zone" },
  },
  records: {},
  leads: {
    open: { id: "open", stage: "preliminary-verification", number: "线索〔2026〕1号" },
    settled: { id: "settled", stage: "settled", number: "线索〔2026〕2号" },
  },
  otherCases: [],
  past: [],
  accounts: Object.fromEntries(
    [officer, reviewer, secretary].map((one) => [one.accountId, { ...one, disabled: false, isInvolved: false }]),
  ),
  files: { [file.sha256]: { size: file.size } },
};

type Step = [Actor, ActId, unknown];
type Told = {
  matter: Matter | null;
  history: Recorded[];
  refusals: { code: string; cite: string | null; zh: string }[];
};

/** Plays the steps in order and stops at the first refusal. Ids are e1, e2, … by step. */
function play(steps: Step[], lookup: Registry = registry): Told {
  const history: Recorded[] = [];
  let matter: Matter | null = null;
  for (const [index, [who, act, input]] of steps.entries()) {
    const decision = decide(matter, act, parseInput(act, input), {
      law,
      actor: who,
      today,
      id: `e${index + 1}`,
      number: "问责〔2026〕1号",
      registry: lookup,
    });
    if (!decision.ok) {
      return {
        matter,
        history,
        refusals: decision.refusals.map((one) => ({
          code: one.code,
          cite: one.source === null ? null : `${one.source.pack}#${one.source.at}`,
          zh: one.message.zh,
        })),
      };
    }
    for (const event of decision.events)
      history.push({
        seq: history.length + 1,
        at: `${today}T08:00:00Z`,
        actorId: who.accountId,
        actorName: who.name,
        act,
        event,
      });
    matter = replay("m1", history);
  }
  return { matter, history, refusals: [] };
}

function caseOf(told: Told): Case {
  assert.deepEqual(told.refusals, []);
  assert.ok(told.matter?.kind === "case");
  return told.matter;
}

function expectRefusal(steps: Step[], code: string, lookup: Registry = registry): void {
  const told = play(steps, lookup);
  const codes = told.refusals.map((one) => one.code);
  assert.ok(codes.includes(code), `expected ${code}, got ${JSON.stringify(told.refusals)}`);
  for (const one of told.refusals) assert.ok(one.cite !== null || uncited.has(one.code), `${one.code} has no source`);
  shown.add(code);
}

const requested: Step[] = [
  [officer, "request-opening", { title: "渣土监管失职", reasons: "初核属实", leadIds: ["open"] }],
];
const opened: Step[] = [
  ...requested,
  [
    secretary,
    "decide-opening",
    { approved: true, on: "2026-05-10", inquirers: ["officer", "reviewer"], leader: "officer", dueOn: "2026-08-10" },
  ],
];
// The subject's id is e3, the fact's e4: ids follow the steps.
function subjectAdded(registryId = "zone", kind = "person"): Step[] {
  return [...opened, [officer, "add-subject", { kind, registryId }]];
}
function factRecorded(
  options: {
    registryId?: string;
    kind?: string;
    from?: string;
    to?: string;
    continuing?: boolean;
    results?: string[];
  } = {},
): Step[] {
  return [
    ...subjectAdded(options.registryId, options.kind),
    [
      officer,
      "record-fact",
      {
        subjectIds: ["e3"],
        text: "对辖区渣土车问题长期不处置",
        from: options.from ?? "2025-03-01",
        to: options.to ?? "2025-11-30",
        continuing: options.continuing ?? false,
        results: options.results ?? [],
        evidence: [file],
      },
    ],
  ];
}
const circumstance = {
  subjectId: "e3",
  circumstance: "6-2-1",
  act: "有令不行",
  factIds: ["e4"],
  results: [],
  preconditionFactId: null,
  reasons: null,
};
function put(factIds = ["e4"], on = "2026-05-31"): Step {
  const inquirers = ["officer", "reviewer"];
  const input = { subjectId: "e3", factIds, on, place: "谈话室", inquirers, opinion: "对事实无异议", signed: true };
  return [officer, "put-facts", input];
}
const statement = {
  subjectId: "e3",
  on: "2026-06-01",
  statement: "承认监管不到位",
  defence: "人手不足",
  response: "不影响认定",
  signed: true,
};
const finding = { gravity: "graver", gravityReasons: "持续时间长", strongReaction: false, vileInfluence: false };
function proposed(measures: string[], facts = factRecorded(), extra: object = {}): Step[] {
  return [
    ...facts,
    [officer, "establish-circumstance", circumstance],
    put(),
    [officer, "record-statement", statement],
    [
      officer,
      "propose",
      {
        on: "2026-06-10",
        body: "discipline-committee",
        proposals: [
          {
            subjectId: "e3",
            ...finding,
            measures,
            handling: "handling",
            handlingReasons: null,
            reasons: "建议给予组织处理",
            ...extra,
          },
        ],
      },
    ],
  ];
}
const deliberation = {
  body: "working-committee",
  on: "2026-06-15",
  topic: "渣土监管失职问责",
  attendance: ["甲", "乙", "丙"],
  recusals: [],
  votesFor: 3,
  votesAgainst: 0,
  abstentions: 0,
  result: "同意",
  minutes: "会议纪要第6号",
};
function deliberated(measures = ["transfer"]): Step[] {
  return [...proposed(measures), [clerk, "record-deliberation", deliberation]];
}
const outcome = {
  type: "accountable",
  subjectId: "e3",
  ...finding,
  measures: ["transfer"],
  handling: "handling",
  handlingReasons: null,
  originalLevel: null,
  reducedLevel: null,
  appliedOn: null,
  departure: null,
};
function decided(changes: object = {}, head: object = {}, before = deliberated()): Step[] {
  return [
    ...before,
    [
      secretary,
      "decide",
      {
        documentNumber: "云党发〔2026〕9号",
        on: "2026-06-16",
        body: "working-committee",
        outcomes: [{ ...outcome, ...changes }],
        ...head,
      },
    ],
  ];
}
const served: Step[] = [
  ...decided(),
  [personnel, "serve", { subjectId: "e3", on: "2026-06-18", way: "in-person", receipt: "本人签收" }],
];
const effective: Step[] = [
  ...served,
  [
    personnel,
    "take-effect",
    { subjectId: "e3", effectiveOn: "2026-06-20", announcedOn: "2026-06-20", formalitiesOn: null },
  ],
];

test("a lead is registered, disposed of in each of the four ways, and a due day is asked for where work follows", () => {
  const registered: Step = [
    officer,
    "register-lead",
    {
      source: "petition",
      receivedOn: "2026-05-01",
      summary: "反映渣土车扰民",
      concerned: [{ name: "钱明远", unit: "城市管理局", personId: "zone" }],
    },
  ];
  for (const [way, stage, dueOn] of [
    ["talk-inquiry", "talk-inquiry", "2026-06-01"],
    ["preliminary-verification", "preliminary-verification", "2026-06-01"],
    ["shelving", "shelved", null],
    ["settlement", "settled", null],
  ] as const) {
    const told = play([registered, [officer, "dispose-lead", { way, reasons: "依程序", on: "2026-05-03", dueOn }]]);
    assert.equal(told.matter?.stage, stage);
  }
  expectRefusal(
    [registered, [officer, "dispose-lead", { way: "talk-inquiry", reasons: "依程序", on: "2026-05-03", dueOn: null }]],
    "due-day-missing",
  );
  expectRefusal(
    [registered, [officer, "dispose-lead", { way: "shelving", reasons: "依程序", on: "2026-04-30", dueOn: null }]],
    "out-of-order",
  );
  expectRefusal(
    [[officer, "register-lead", { source: "petition", receivedOn: "2026-11-24", summary: "x", concerned: [] }]],
    "date-in-the-future",
  );
});

test("a lead once settled opens no case: no second case on one matter", () => {
  expectRefusal([[officer, "request-opening", { title: "t", reasons: "r", leadIds: ["settled"] }]], "lead-not-open");
  expectRefusal([[officer, "request-opening", { title: "t", reasons: "r", leadIds: ["missing"] }]], "no-such-lead");
});

test("asking for an opening joins the leads it names", () => {
  const decision = decide(
    null,
    "request-opening",
    parseInput("request-opening", { title: "t", reasons: "r", leadIds: ["open"] }),
    { law, actor: officer, today, id: "c1", number: "问责〔2026〕1号", registry },
  );
  assert.ok(decision.ok);
  assert.deepEqual(decision.others, [
    { matterId: "open", event: { type: "lead-joined", caseId: "c1", caseNumber: "问责〔2026〕1号" } },
  ]);
});

test("the opening needs a group of two, none of them the approver, and another hand than the request", () => {
  expectRefusal(
    [
      ...requested,
      [
        secretary,
        "decide-opening",
        { approved: true, on: "2026-05-10", inquirers: ["officer"], leader: "officer", dueOn: "2026-08-10" },
      ],
    ],
    "inquiry-group-too-small",
  );
  expectRefusal(
    [
      ...requested,
      [
        secretary,
        "decide-opening",
        {
          approved: true,
          on: "2026-05-10",
          inquirers: ["officer", "secretary"],
          leader: "officer",
          dueOn: "2026-08-10",
        },
      ],
    ],
    "approver-inquires",
  );
  expectRefusal(
    [
      ...requested,
      [
        officer,
        "decide-opening",
        {
          approved: true,
          on: "2026-05-10",
          inquirers: ["officer", "reviewer"],
          leader: "officer",
          dueOn: "2026-08-10",
        },
      ],
    ],
    "not-your-duty",
  );
  const both = actor("officer", "discipline-officer", "committee-secretary");
  expectRefusal(
    [
      [both, "request-opening", requested[0]?.[2]],
      [
        both,
        "decide-opening",
        {
          approved: true,
          on: "2026-05-10",
          inquirers: ["reviewer", "secretary"],
          leader: "reviewer",
          dueOn: "2026-08-10",
        },
      ],
    ],
    "four-eyes",
  );
  assert.equal(
    play([...requested, [secretary, "decide-opening", { approved: false, on: "2026-05-10", reasons: "证据不足" }]])
      .matter?.stage,
    "not-opened",
  );
});

test("“适用于全区各级党政组织及其领导干部”: staff without a leading post and an enterprise are refused as subjects", () => {
  expectRefusal(subjectAdded("staff"), "out-of-scope");
  expectRefusal(subjectAdded("company", "organization"), "out-of-scope");
  expectRefusal([...subjectAdded(), [officer, "add-subject", { kind: "person", registryId: "zone" }]], "subject-twice");
  assert.equal(caseOf(play(subjectAdded("bureau", "leading-body"))).subjects.length, 1);
});

test("a fact needs evidence that is really in the store", () => {
  expectRefusal(
    [
      ...subjectAdded(),
      [
        officer,
        "record-fact",
        {
          subjectIds: ["e3"],
          text: "t",
          from: "2025-01-01",
          to: "2025-01-02",
          continuing: false,
          results: [],
          evidence: [{ ...file, sha256: "b".repeat(64) }],
        },
      ],
    ],
    "no-such-file",
  );
  expectRefusal(
    [
      ...subjectAdded(),
      [
        officer,
        "record-fact",
        {
          subjectIds: ["e3"],
          text: "t",
          from: "2025-01-02",
          to: "2025-01-01",
          continuing: false,
          results: [],
          evidence: [file],
        },
      ],
    ],
    "ends-before-start",
  );
});

test("6-1-1 with 恶劣影响 evidenced and 严重不良后果 not is not established; with both it is", () => {
  const establish = (results: string[]): Step => [
    officer,
    "establish-circumstance",
    { ...circumstance, circumstance: "6-1-1", act: null, results: results.map((result) => ({ result, factId: "e4" })) },
  ];
  const known = resultsOf("6-1-1");
  assert.equal(known.length, 2);
  const [first, second] = known;
  assert.ok(first !== undefined && second !== undefined);
  const proved = factRecorded({ results: known });
  const actOf = law.regulation.rules.find((rule) => rule.kind === "limb" && rule.id === "6-1-1");
  assert.ok(actOf?.kind === "limb");
  const withAct = (step: Step): Step => [step[0], step[1], { ...(step[2] as object), act: actOf.acts[0] ?? null }];
  expectRefusal([...proved, withAct(establish([second]))], "circumstance-not-established");
  expectRefusal([...proved, withAct(establish([first]))], "circumstance-not-established");
  assert.equal(caseOf(play([...proved, withAct(establish([first, second]))])).subjects[0]?.circumstances.length, 1);
});

test("a result counts only through a fact that evidences it: naming it in the finding is not enough", () => {
  const [first, second] = resultsOf("6-1-1");
  const rule = law.regulation.rules.find((one) => one.kind === "limb" && one.id === "6-1-1");
  assert.ok(rule?.kind === "limb" && first !== undefined && second !== undefined);
  const input = {
    ...circumstance,
    circumstance: "6-1-1",
    act: rule.acts[0] ?? null,
    results: [
      { result: first, factId: "e4" },
      { result: second, factId: "e4" },
    ],
  };
  expectRefusal(
    [...factRecorded({ results: [first] }), [officer, "establish-circumstance", input]],
    "circumstance-not-established",
  );
});

test("nobody is proposed for a measure before a circumstance is established and the person was heard", () => {
  const proposal: Step = [
    officer,
    "propose",
    {
      on: "2026-06-10",
      body: "discipline-committee",
      proposals: [
        {
          subjectId: "e3",
          ...finding,
          measures: ["transfer"],
          handling: "handling",
          handlingReasons: null,
          reasons: "r",
        },
      ],
    },
  ];
  expectRefusal([...factRecorded(), proposal], "no-circumstance");
  expectRefusal([...factRecorded(), [officer, "establish-circumstance", circumstance], proposal], "not-heard");
  assert.equal(caseOf(play(proposed(["transfer"]))).stage, "proposed");
});

test("the deliberation is collective, its votes add up, and the subject does not sit in it", () => {
  const steps = (changes: object): Step[] => [
    ...proposed(["transfer"]),
    [clerk, "record-deliberation", { ...deliberation, ...changes }],
  ];
  expectRefusal(steps({ attendance: ["甲"], votesFor: 1 }), "not-collective");
  expectRefusal(steps({ votesFor: 2 }), "votes-do-not-add-up");
  expectRefusal(steps({ attendance: ["甲", "乙", "钱明远"] }), "subject-sits");
  assert.equal(
    caseOf(
      play(
        steps({
          attendance: ["甲", "乙", "丙"],
          recusals: [{ name: "丙", reason: "与当事人有近亲属关系" }],
          votesFor: 2,
        }),
      ),
    ).stage,
    "deliberated",
  );
});

test("the decision is refused for a body that is not competent, or that did not deliberate, or without a majority", () => {
  expectRefusal(decided({}, { body: "discipline-committee" }), "not-deliberated-there");
  const elsewhere: Step[] = [
    ...proposed(["transfer"]),
    [clerk, "record-deliberation", { ...deliberation, body: "general-office" }],
  ];
  const told = play(decided({}, { body: "general-office" }, elsewhere));
  assert.ok(
    told.refusals.some((one) => one.cite === "benxi-gaoxin-2019-31#5" || one.cite === "benxi-gaoxin-2019-31#9.1"),
    JSON.stringify(told.refusals),
  );
  const split: Step[] = [
    ...proposed(["transfer"]),
    [clerk, "record-deliberation", { ...deliberation, attendance: ["甲", "乙"], votesFor: 1, votesAgainst: 1 }],
  ];
  expectRefusal(decided({}, {}, split), "no-majority");
});

test("an organization receives no personal measure", () => {
  const told = play(
    proposed(["admonition"], factRecorded({ registryId: "bureau", kind: "organization" }), { gravity: "lighter" }),
  );
  assert.equal(told.refusals.length, 1, JSON.stringify(told.refusals));
  assert.equal(
    caseOf(
      play(
        proposed(["circulated-criticism"], factRecorded({ registryId: "bureau", kind: "organization" }), {
          gravity: "lighter",
        }),
      ),
    ).stage,
    "proposed",
  );
});

test("conduct wholly before 2019-04-25 cannot be the sole basis; conduct that reaches that day, or continues, can", () => {
  const told = play(proposed(["transfer"], factRecorded({ from: "2018-03-01", to: "2018-11-30" })));
  assert.ok(
    told.refusals.some((one) => one.cite === "benxi-gaoxin-2019-31#15"),
    JSON.stringify(told.refusals),
  );
  assert.ok(
    play(proposed(["transfer"], factRecorded({ from: "2018-03-01", to: "2019-04-24" }))).refusals.some(
      (one) => one.cite === "benxi-gaoxin-2019-31#15",
    ),
  );
  assert.equal(
    caseOf(play(proposed(["transfer"], factRecorded({ from: "2018-03-01", to: "2019-04-25" })))).stage,
    "proposed",
  );
});

test("a city-managed cadre is not decided on by the zone's Working Committee, but may be proposed upward", () => {
  const upward = proposed(["removal"], factRecorded({ registryId: "city" }));
  assert.equal(caseOf(play(upward)).stage, "proposed");
  const told = play(
    decided({ measures: ["removal"], originalLevel: "县处级副职" }, {}, [
      ...upward,
      [clerk, "record-deliberation", deliberation],
    ]),
  );
  assert.ok(
    told.refusals.some((one) => one.cite === "benxi-gaoxin-2019-31#5"),
    JSON.stringify(told.refusals),
  );
});

test("a decision that departs from the proposal says why", () => {
  expectRefusal(decided({ measures: ["removal"], originalLevel: "乡科级正职" }), "departure-without-reasons");
  assert.equal(
    caseOf(play(decided({ measures: ["removal"], originalLevel: "乡科级正职", departure: "情节更重" }))).stage,
    "decided",
  );
});

test("removal names the original level, demotion the reduced one, 引咎辞职 the person's own application", () => {
  expectRefusal(decided({ measures: ["removal"], departure: "d" }), "original-level-missing");
  expectRefusal(decided({ measures: ["demotion"], departure: "d" }), "reduced-level-missing");
  expectRefusal(
    decided({ measures: ["blame-resignation"], originalLevel: "乡科级正职", departure: "d" }),
    "application-missing",
  );
});

test("an exemption needs one of the grounds of the text", () => {
  const exempt = (ground: string): Step[] => [
    ...deliberated(),
    [
      secretary,
      "decide",
      {
        documentNumber: "9号",
        on: "2026-06-16",
        body: "working-committee",
        outcomes: [{ type: "exempt", subjectId: "e3", ground, reasons: "r" }],
      },
    ],
  ];
  expectRefusal(exempt("because-i-say-so"), "no-such-ground");
  const ground = law.upper.flatMap((pack) => pack.rules).find((rule) => rule.kind === "exemption");
  assert.ok(ground?.kind === "exemption");
  const told = caseOf(
    play([
      ...exempt(ground.ground),
      [clerk, "serve", { subjectId: "e3", on: "2026-06-18", way: "in-person", receipt: "签收" }],
    ]),
  );
  assert.equal(told.stage, "effective", "where everyone is exempt nothing is left to take effect");
});

test("a case with no circumstance established ends as such; with one it needs a ground", () => {
  const end = (ground: string): Step => [
    secretary,
    "end-without-accountability",
    { on: "2026-06-12", ground, reasons: "r" },
  ];
  assert.equal(caseOf(play([...factRecorded(), end("nothing-established")])).stage, "ended-without-accountability");
  expectRefusal(
    [...factRecorded(), [officer, "establish-circumstance", circumstance], end("nothing-established")],
    "ground-needed",
  );
});

test("service, effect and consent keep the order of days", () => {
  expectRefusal(
    [...decided(), [personnel, "serve", { subjectId: "e3", on: "2026-06-15", way: "in-person", receipt: "r" }]],
    "before-decision",
  );
  expectRefusal(
    [
      ...served,
      [
        personnel,
        "take-effect",
        { subjectId: "e3", effectiveOn: "2026-06-15", announcedOn: "2026-06-20", formalitiesOn: null },
      ],
    ],
    "before-decision",
  );
  expectRefusal(
    [...served, [personnel, "serve", { subjectId: "e3", on: "2026-06-19", way: "in-person", receipt: "r" }]],
    "served-already",
  );
  expectRefusal(
    [
      ...effective,
      [
        personnel,
        "record-consent",
        { subjectId: "e3", on: "2026-06-19", body: "superior-personnel-department", documentNumber: "d" },
      ],
    ],
    "before-effect",
  );
  expectRefusal(
    [
      ...effective,
      [
        personnel,
        "record-consent",
        { subjectId: "e3", on: "2026-07-01", body: "personnel-department", documentNumber: "d" },
      ],
    ],
    "wrong-body",
  );
  assert.equal(caseOf(play(effective)).stage, "effective");
});

/** What the upper norm asks of every office once the measures are in effect. */
const itemsDone: Step[] = [
  [personnel, "record-formalities", { subjectId: "e3", on: "2026-06-22" }],
  ...(
    [
      [officer, ["informing", "self-criticism"]],
      [personnel, ["archiving"]],
      [clerk, ["reporting"]],
    ] as const
  ).map(([by, items]): Step => [
    by,
    "complete-items",
    {
      items: items.map((item) => ({ subjectId: "e3", item })),
      on: "2026-06-22",
      documentNumber: "函1号",
      note: "已办",
      evidence: [],
    },
  ]),
];

test("a case is closed only when the outcome has been circulated and, after removal, an arrangement is on record", () => {
  const close: Step = [reviewer, "close", { on: "2026-07-01", summary: "办结" }];
  expectRefusal([...effective, ...itemsDone, close], "open-circulation");
  const circulated: Step = [
    clerk,
    "record-circulation",
    { on: "2026-06-25", scope: "zone", documentNumber: "通报1号" },
  ];
  expectRefusal([...effective, circulated, close], "open-archiving");
  assert.equal(caseOf(play([...effective, ...itemsDone, circulated, close])).stage, "closed");
  const removed: Step[] = [
    ...decided({ measures: ["removal"], originalLevel: "乡科级正职" }, {}, deliberated(["removal"])),
    ...served.slice(-1),
    ...effective.slice(-1),
    ...itemsDone,
    circulated,
  ];
  expectRefusal([...removed, close], "open-arrangement");
  assert.equal(
    caseOf(
      play([
        ...removed,
        [
          personnel,
          "record-arrangement",
          { subjectId: "e3", on: "2026-06-21", post: "四级主任科员", rank: "四级主任科员" },
        ],
        close,
      ]),
    ).stage,
    "closed",
  );
});

test("what follows another step is not dated before it", () => {
  const early = (changes: object, steps: Step[]): Step[] =>
    steps.map((step, index): Step =>
      index === steps.length - 1 ? [step[0], step[1], { ...(step[2] as object), ...changes }] : step,
    );
  const heard = proposed(["transfer"]).slice(0, -1);
  expectRefusal(early({ on: "2026-05-09" }, heard), "out-of-order");
  expectRefusal(early({ on: "2026-05-31" }, proposed(["transfer"])), "out-of-order");
  assert.equal(caseOf(play(early({ on: "2026-06-01" }, proposed(["transfer"])))).stage, "proposed");
  for (const field of ["announcedOn", "formalitiesOn"])
    expectRefusal(early({ [field]: "2026-06-15" }, effective), "out-of-order");
  const end = (on: string, before: Step[]): Step[] => [
    ...before,
    [secretary, "end-without-accountability", { on, ground: "nothing-established", reasons: "r" }],
  ];
  expectRefusal(end("2026-05-09", factRecorded()), "out-of-order");
  assert.equal(play(end("2026-05-10", factRecorded())).matter?.stage, "ended-without-accountability");
  const circulated: Step = [
    clerk,
    "record-circulation",
    { on: "2026-06-25", scope: "zone", documentNumber: "通报1号" },
  ];
  const close = (on: string): Step[] => [
    ...effective,
    ...itemsDone,
    circulated,
    [reviewer, "close", { on, summary: "办结" }],
  ];
  expectRefusal(close("2026-06-24"), "out-of-order");
  assert.equal(caseOf(play(close("2026-06-25"))).stage, "closed");
});

test("a fact recorded after the hearing is put to the person before anything is proposed", () => {
  const steps = proposed(["transfer"]);
  const fact = factRecorded().at(-1);
  const heard: Step = [officer, "record-statement", statement];
  assert.ok(fact !== undefined);
  const late = [...steps.slice(0, -1), fact];
  expectRefusal([...late, ...steps.slice(-1)], "not-heard-on-fact");
  expectRefusal([...late, heard], "facts-not-put");
  const told = put([`e${late.length}`]);
  assert.equal(caseOf(play([...late, told, heard, ...steps.slice(-1)])).stage, "proposed");
});

test("whoever is held accountable receives a measure; to give none is an exemption", () => {
  for (const gravity of ["lighter", "graver"]) expectRefusal(proposed([], factRecorded(), { gravity }), "no-measure");
  expectRefusal(decided({ measures: [], departure: "d" }), "no-measure");
  assert.equal(caseOf(play(proposed([], factRecorded(), { gravity: "discipline" }))).stage, "proposed");
});

test("levels are those of the table, demotion goes down, and nobody applies after the decision", () => {
  const demoted = (reducedLevel: string, more: object = {}) =>
    decided({ measures: ["demotion"], departure: "d", reducedLevel, ...more });
  expectRefusal(demoted("县处级正职"), "not-reduced");
  expectRefusal(demoted("乡科级正职"), "not-reduced");
  expectRefusal(demoted("乡科级副职", { originalLevel: "乡科级副职" }), "not-reduced");
  expectRefusal(demoted("土地爷"), "no-such-level");
  expectRefusal(decided({ measures: ["removal"], departure: "d", originalLevel: "__proto__" }), "no-such-level");
  assert.equal(caseOf(play(demoted("乡科级副职"))).stage, "decided");
  const resigned = (appliedOn: string) =>
    decided({ measures: ["blame-resignation"], originalLevel: "乡科级正职", departure: "d", appliedOn });
  expectRefusal(resigned("2026-06-17"), "applied-after-decision");
  assert.equal(caseOf(play(resigned("2026-06-16"))).stage, "decided");
});

test("党内警告 for someone who is no Party member is refused", () => {
  const steps = [
    ...subjectAdded("second"),
    [
      officer,
      "record-discipline",
      {
        subjectId: "e3",
        sanction: "party-warning",
        effective: "2026-06-01",
        months: null,
        authority: "纪检监察工委",
        documentNumber: "d",
      },
    ] satisfies Step,
  ];
  assert.equal(play(steps).refusals.length, 1);
});

test("whoever becomes a party to the case sees none of it and can do nothing in it", () => {
  const party: Actor = { ...officer, accountId: "other", personId: "zone" };
  const fact = factRecorded().at(-1)?.[2];
  expectRefusal([...subjectAdded(), [party, "record-fact", fact]], "not-yours-to-see");
});

test("what can be done now and why not is told for every act, with its source where a text says it", () => {
  const matter = caseOf(play(opened));
  const possible = possibleActs({ law, actor: officer, today: "2026-06-01" }, matter);
  assert.deepEqual(
    possible.filter((one) => one.refusals.length === 0).map((one) => one.act),
    [
      "join-lead",
      "take-over",
      "add-subject",
      "name-witness",
      "record-fact",
      "establish-circumstance",
      "find-responsibility",
      "put-facts",
      "record-statement",
      "propose",
      "record-discipline",
      "record-sanction-change",
      "declare-recusal",
    ],
  );
  for (const { act, refusals } of possible)
    for (const one of refusals)
      assert.equal(one.source === null, one.code === "not-your-duty", `${act}: ${one.code} and its source`);
});

test("the desk names the next step as the case stands", () => {
  const nextAfter = (steps: Step[]) => nextStepsOf(law, caseOf(play(steps)));
  assert.deepEqual(nextAfter(requested), ["decide-opening"]);
  assert.deepEqual(nextAfter(opened), ["add-subject"]);
  assert.deepEqual(nextAfter(subjectAdded()), ["record-fact"]);
  assert.deepEqual(nextAfter(factRecorded()), ["establish-circumstance"]);
  assert.deepEqual(nextAfter([...factRecorded(), [officer, "establish-circumstance", circumstance]]), ["put-facts"]);
  assert.deepEqual(nextAfter([...factRecorded(), [officer, "establish-circumstance", circumstance], put()]), [
    "record-statement",
  ]);
  assert.deepEqual(
    nextAfter([
      ...factRecorded(),
      [officer, "establish-circumstance", circumstance],
      put(),
      [officer, "record-statement", statement],
    ]),
    ["propose"],
  );
  assert.deepEqual(nextAfter(deliberated()), ["decide"]);
  assert.deepEqual(nextAfter(served), ["take-effect"]);
  assert.deepEqual(nextAfter(effective), ["record-circulation", "record-formalities", "complete-items"]);
  assert.deepEqual(
    nextAfter([
      ...effective,
      ...itemsDone,
      [clerk, "record-circulation", { on: "2026-06-25", scope: "zone", documentNumber: "通报1号" }],
    ]),
    ["close"],
  );
});

test("replaying the history gives the same case, whatever was in memory", () => {
  const told = play(effective);
  assert.deepEqual(replay("m1", structuredClone(told.history)), told.matter);
});

function resultsOf(circumstanceId: string): string[] {
  const rule = law.regulation.rules.find((one) => one.kind === "limb" && one.id === circumstanceId);
  assert.ok(rule?.kind === "limb");
  return rule.results.map((result) => result.id);
}

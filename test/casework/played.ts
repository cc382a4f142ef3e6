// A case of two subjects played act by act without a database: one whom the zone manages, one whom the city does.
import assert from "node:assert/strict";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import type { FullContext, Registry } from "#casework/act.ts";
import type { ActId } from "#casework/acts.ts";
import { withoutPerson } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import type { Case } from "#casework/case.ts";
import { decide } from "#casework/decide.ts";
import { parseInput } from "#casework/input.ts";
import { eventShape } from "#casework/events.ts";
import type { Recorded } from "#casework/events.ts";
import { replay } from "#casework/replay.ts";
import type { Matter } from "#casework/replay.ts";
import type { Role } from "#casework/roles.ts";
import type { Refusal } from "#law/refusal.ts";

export const law = await loadLaw();
export const today = "2026-11-23";

function actor(accountId: string, ...roles: Role[]): Actor {
  return {
    accountId,
    name: accountId,
    roles,
    organizationId: null,
    ...withoutPerson,
    personId: `person-of-${accountId}`,
  };
}
export const people = {
  officer: actor("officer", "discipline-officer"),
  colleague: actor("colleague", "discipline-officer"),
  secretary: actor("secretary", "committee-secretary"),
  clerk: actor("clerk", "office-clerk"),
  personnel: actor("personnel", "personnel-officer"),
  personnel2: actor("personnel2", "personnel-officer"),
  reviewer: actor("reviewer", "reviewer"),
  /** Inquires and approves. */
  both: actor("both", "discipline-officer", "committee-secretary"),
  /** Is the cadre whom the case is about. */
  subject: { ...actor("subject", "discipline-officer"), personId: "zone" },
};

/** Whose account is disabled. */
const retired = actor("retired", "discipline-officer");
/** Whom a lead of the case names. */
const named = actor("named", "discipline-officer");

export const file = { sha256: "a".repeat(64), name: "材料.pdf", size: 12, mediaType: "application/pdf" };
const cadre = {
  organizationId: "bureau",
  organizationName: "城市管理局",
  post: "局长",
  level: "乡科级正职",
  leadingPost: true,
  managedBy: "zone",
  partyMember: true,
} as const;
export const registry: Registry = {
  persons: {
    zone: { ...cadre, id: "zone", name: "钱明远" },
    city: { ...cadre, id: "city", name: "孔德林", level: "县处级副职", managedBy: "city" },
    staff: {
      ...cadre,
      id: "staff",
      name: "尤佳",
      post: "科员",
      level: "科员级",
      leadingPost: false,
      managedBy: "unit",
    },
  },
  organizations: {
    bureau: { id: "bureau", name: "城市管理局", kind: "government", managedBy: "zone" },
    company: { id: "company", name: "云岭开发公司", kind: "enterprise", managedBy: "zone" },
  },
  records: {},
  leads: {
    open: { id: "open", stage: "preliminary-verification", number: "线索〔2025〕1号" },
    settled: { id: "settled", stage: "settled", number: "线索〔2025〕2号" },
  },
  accounts: Object.fromEntries(
    [...Object.values(people), retired, named].map((one) => [
      one.accountId,
      { ...one, disabled: one === retired, isInvolved: one === named },
    ]),
  ),
  files: { [file.sha256]: { size: file.size } },
  otherCases: [],
  past: [],
};

export type Step = [who: keyof typeof people, act: ActId, input: object];
export type Played = {
  matter: Matter | null;
  history: Recorded[];
  refusals: { code: string; at: string | null; zh: string }[];
};

/** Plays the steps in order and stops at the first refusal. Ids are e1, e2, … by step. */
export function play(steps: readonly Step[], changes: Partial<FullContext> = {}): Played {
  const history: Recorded[] = [];
  let matter: Matter | null = null;
  for (const [index, [who, act, input]] of steps.entries()) {
    const by = people[who];
    const context = { law, actor: by, today, id: `e${index + 1}`, number: "问责〔2026〕1号", registry, ...changes };
    const decision = decide(matter, act, parseInput(act, input), context);
    if (!decision.ok) {
      const refusals = decision.refusals.map(({ code, source, message }) => ({
        code,
        at: source === null ? null : `${source.pack}#${source.at}`,
        zh: message.zh,
      }));
      return { matter, history, refusals };
    }
    const said = { at: `${today}T08:00:00.000Z`, actorId: by.accountId, actorName: by.name, act };
    for (const event of decision.events) {
      assert.deepEqual(eventShape.parse(event), event, `${act} records otherwise than events.ts declares`);
      history.push({ ...said, seq: history.length + 1, event });
    }
    matter = replay("m1", history);
  }
  return { matter, history, refusals: [] };
}

/** The case that the steps lead to; fails where one is refused. */
export function caseAfter(steps: readonly Step[], changes: Partial<FullContext> = {}): Case {
  const { matter, refusals } = play(steps, changes);
  assert.deepEqual(refusals, []);
  assert.ok(matter?.kind === "case");
  return matter;
}

/** What is impossible in itself, the order of the work, and whose duty an act is: no text says it, so none need be cited. */
const uncited: ReadonlySet<string> = new Set([
  "another-office",
  "not-assigned",
  "not-your-duty",
  "not-your-follow-up",
  "not-your-office",
  "not-yours-to-see",
  "recusal-of-another",
  "signed-already",
  "before-decision",
  "date-in-the-future",
  "four-eyes",
  "no-probation",
  "no-such-level",
  "no-such-management-level",
  "no-such-sanction",
  "not-several-equal",
  "out-of-order",
  "period-out-of-bounds",
  "restored-early",
  "wrong-length",
]);

/** The codes of refusals that cases have shown in this process, each with its source. */
export const shown = new Set<string>();

/** These refusals are of this one reason, with its source. */
export function isRefused(refusals: readonly Refusal[], code: string): void {
  const one = refusals.find((other) => other.code === code);
  assert.ok(one !== undefined, `expected ${code}, got ${JSON.stringify(refusals)}`);
  assert.ok(one.source !== null || uncited.has(code), `${code} has no source`);
  shown.add(code);
}

/** The last of the steps is refused for this reason, and the refusal has a source; answers with its place and words. */
export function refusedBy(steps: readonly Step[], code: string, changes: Partial<FullContext> = {}) {
  const { refusals } = play(steps, changes);
  const found = refusals.find((one) => one.code === code);
  assert.ok(found !== undefined, `expected ${code}, got ${JSON.stringify(refusals)}`);
  for (const one of refusals) assert.ok(one.at !== null || uncited.has(one.code), `${one.code} has no source`);
  shown.add(code);
  return found;
}

export const finding = { gravity: "graver", gravityReasons: "持续时间长", strongReaction: false, vileInfluence: false };

export function found(subjectId: string, measures: readonly string[]) {
  return { subjectId, ...finding, measures, handling: "handling", handlingReasons: null };
}

/** What a decision says of one subject. */
export function outcome(subjectId: string, measures: readonly string[], changes: object = {}) {
  return {
    type: "accountable",
    ...found(subjectId, measures),
    originalLevel: null,
    reducedLevel: null,
    appliedOn: null,
    departure: null,
    ...changes,
  };
}

export const deliberation = {
  body: "working-committee",
  on: "2025-06-15",
  topic: "渣土监管失职问责",
  attendance: ["甲", "乙", "丙"],
  recusals: [],
  votesFor: 3,
  votesAgainst: 0,
  abstentions: 0,
  result: "同意",
  minutes: "会议纪要第6号",
};

/** Up to the deliberation, for these persons of the registry; their ids as subjects are `e` and their place in the history. */
export function deliberated(names: readonly string[] = ["zone"], measures: readonly string[] = ["transfer"]): Step[] {
  const subjects = names.map((_name, index) => `e${index + 3}`);
  return [
    ...opened,
    ...names.map((registryId): Step => ["officer", "add-subject", { kind: "person", registryId }]),
    ...inquiredInto(subjects, `e${names.length + 3}`),
    [
      "officer",
      "propose",
      {
        on: "2025-06-10",
        body: "discipline-committee",
        proposals: subjects.map((subjectId) => ({ ...found(subjectId, measures), reasons: "建议给予组织处理" })),
      },
    ],
    ["clerk", "record-deliberation", deliberation],
  ];
}

const opened: readonly Step[] = [
  ["officer", "request-opening", { title: "渣土监管失职", reasons: "初核属实", leadIds: [] }],
  [
    "secretary",
    "decide-opening",
    { approved: true, on: "2025-05-10", inquirers: ["officer", "colleague"], leader: "officer", dueOn: "2025-08-10" },
  ],
];

/** One fact about all of them, recorded as `fact`; of each a circumstance, the facts put, the statement. */
function inquiredInto(subjects: readonly string[], fact: string): Step[] {
  return [
    [
      "officer",
      "record-fact",
      {
        subjectIds: subjects,
        text: "对辖区渣土车问题长期不处置",
        from: "2024-03-01",
        to: "2024-11-30",
        continuing: false,
        results: [],
        evidence: [{ ...file, kind: "documentary" }],
      },
    ],
    ...subjects.map((subjectId): Step => [
      "officer",
      "establish-circumstance",
      {
        subjectId,
        circumstance: "6-2-1",
        act: "有令不行",
        factIds: [fact],
        results: [],
        preconditionFactId: null,
        reasons: null,
      },
    ]),
    ...subjects.map((subjectId): Step => [
      "officer",
      "put-facts",
      {
        subjectId,
        factIds: [fact],
        on: "2025-05-31",
        place: "谈话室",
        inquirers: ["officer", "colleague"],
        opinion: "无异议",
        signed: true,
      },
    ]),
    ...subjects.map((subjectId): Step => [
      "officer",
      "record-statement",
      { subjectId, on: "2025-06-01", statement: "承认", defence: "人手不足", response: "不影响认定", signed: true },
    ]),
  ];
}

/** The steps before the first of this act: where a case stands when it is about to be done. */
export function before(act: ActId, steps: readonly Step[] = deliberated()): Step[] {
  return steps.slice(
    0,
    steps.findIndex((step) => step[1] === act),
  );
}

/** The first step of this act, with these fields changed. */
export function changedStep(act: ActId, changes: object, steps: readonly Step[] = deliberated()): Step {
  const step = steps.find((one) => one[1] === act);
  assert.ok(step !== undefined, `no step ${act}`);
  return [step[0], step[1], { ...step[2], ...changes }];
}

/** The steps before the first of this act, and that one with these fields changed. */
export function upTo(act: ActId, changes: object = {}, steps: readonly Step[] = deliberated()): Step[] {
  return [...before(act, steps), changedStep(act, changes, steps)];
}

/** The same steps, those of this act with these fields changed. */
export function withChanged(steps: readonly Step[], act: ActId, changes: object): Step[] {
  return steps.map((step) => (step[1] === act ? [step[0], step[1], { ...step[2], ...changes }] : step));
}

/** Decided for the one subject e3, served and in effect. */
export function effective(measures: readonly string[] = ["transfer"], changes: object = {}): Step[] {
  return [
    ...deliberated(["zone"], measures),
    [
      "secretary",
      "decide",
      {
        documentNumber: "云党发〔2025〕9号",
        on: "2025-06-16",
        body: "working-committee",
        outcomes: [outcome("e3", measures, changes)],
      },
    ],
    ["clerk", "serve", { subjectId: "e3", on: "2025-06-18", way: "in-person", receipt: "本人签收" }],
    [
      "personnel",
      "take-effect",
      { subjectId: "e3", effectiveOn: "2025-06-20", announcedOn: "2025-06-20", formalitiesOn: null },
    ],
  ];
}

/** What the upper norm asks of every office once the measures on e3 are in effect. */
export const itemsDone: readonly Step[] = [
  ["personnel", "record-formalities", { subjectId: "e3", on: "2025-06-22" }],
  ...(
    [
      ["officer", ["informing", "self-criticism"]],
      ["personnel", ["archiving"]],
      ["clerk", ["reporting"]],
    ] as const
  ).map(([by, items]): Step => [
    by,
    "complete-items",
    {
      items: items.map((item) => ({ subjectId: "e3", item })),
      on: "2025-06-22",
      documentNumber: "函1号",
      note: "已办",
      evidence: [],
    },
  ]),
];
export const circulated: Step = [
  "clerk",
  "record-circulation",
  { on: "2025-06-25", scope: "zone", documentNumber: "通报1号" },
];

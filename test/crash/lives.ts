// What is done in each of these lives, and by whom: together they go through every act there is.
import { actIds, acts } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import { duties } from "#casework/duties.ts";
import type { Role } from "#casework/roles.ts";
import { actAllowedAt } from "#casework/stages.ts";
import type { Stage } from "#casework/stages.ts";
import { sampled } from "../sampled.ts";

type Who = "officer" | "colleague" | "secretary" | "clerk" | "personnel" | "reviewer";
type Matter = "lead" | "second-lead" | "case";

/** What the words of a life are made of. */
export type Told = {
  name: string;
  number: number;
  year: number;
  person: string;
  witness: string;
  cityManaged: string;
  subject: string;
  fact: string;
  file: { sha256: string; name: string; size: number; mediaType: string };
  idOf: (matter: Matter) => string;
  /** The version that the matter has reached: also the place in its history of what was done last. */
  version: (matter: Matter) => number;
};

export type Planned =
  | { type: "act"; who: Who; act: ActId; matter: Matter; begins?: true; input: (told: Told) => unknown }
  | { type: "file"; who: Who };

const onCase = (who: Who, act: ActId, input: (told: Told) => object): Planned => ({
  type: "act",
  who,
  act,
  matter: "case",
  input,
});
const onLead = (who: Who, act: ActId, input: (told: Told) => object): Planned => ({
  type: "act",
  who,
  act,
  matter: "lead",
  input,
});
const begins = (who: Who, act: ActId, matter: Matter, input: (told: Told) => object): Planned => ({
  type: "act",
  who,
  act,
  matter,
  begins: true,
  input,
});
const file = (who: Who): Planned => ({ type: "file", who });

const finding = { gravity: "graver", gravityReasons: "持续时间长", strongReaction: false, vileInfluence: false };
const nothingMore = { originalLevel: null, reducedLevel: null, appliedOn: null };
const handlings = [
  { measures: ["transfer"] },
  { measures: ["removal"], originalLevel: "乡科级副职" },
  { measures: ["demotion"], reducedLevel: "科员级" },
];

const handlingOf = ({ number }: Told) => handlings[number % handlings.length] ?? { measures: ["transfer"] };
const found = (measures: string[]) => ({ ...finding, measures, handling: "handling", handlingReasons: null });
const group = { inquirers: ["officer", "colleague"], leader: "officer" };

const registered = (matter: Matter) =>
  begins("officer", "register-lead", matter, ({ name, year, person }) => ({
    source: "petition",
    receivedOn: `${year}-05-06`,
    summary: `反映事项${name}（${matter}）`,
    concerned: [{ name: person, unit: "经济发展局", personId: person }],
  }));

const requested = (leadIds: (told: Told) => string[]) =>
  begins("officer", "request-opening", "case", (told) => ({
    title: `事项${told.name}失职`,
    reasons: "初核属实",
    leadIds: leadIds(told),
  }));

const opened = onCase("secretary", "decide-opening", ({ year }) => ({
  approved: true,
  on: `${year}-06-08`,
  ...group,
  dueOn: `${year}-09-08`,
}));

const added = (registryId: (told: Told) => string) =>
  onCase("officer", "add-subject", (told) => ({
    kind: "person",
    registryId: registryId(told),
    another: "不同问题",
  }));

const factRecorded = onCase("colleague", "record-fact", ({ name, year, subject, file: proof }) => ({
  subjectIds: [subject],
  text: `对群众反映${name}长期不处置`,
  from: "2019-04-30",
  to: `${year}-05-01`,
  continuing: false,
  results: [],
  evidence: [{ ...proof, kind: "documentary" }],
}));

const circumstance = (id: string, act: string | null, reasons: string | null) =>
  onCase("officer", "establish-circumstance", ({ subject, fact }) => ({
    subjectId: subject,
    circumstance: id,
    act,
    factIds: [fact],
    results: [],
    preconditionFactId: null,
    reasons,
  }));

const heard = [
  onCase("officer", "put-facts", ({ subject, fact, year }) => ({
    subjectId: subject,
    factIds: [fact],
    on: `${year}-06-30`,
    place: "谈话室",
    inquirers: ["officer", "colleague"],
    opinion: "对事实无异议",
    signed: true,
  })),
  onCase("officer", "record-statement", ({ subject, year }) => ({
    subjectId: subject,
    on: `${year}-07-01`,
    statement: "承认",
    defence: "人手不足",
    response: "不影响认定",
    signed: true,
  })),
];

const proposed = (measures: (told: Told) => string[]) =>
  onCase("officer", "propose", (told) => ({
    on: `${told.year}-07-02`,
    body: "discipline-committee",
    proposals: [{ subjectId: told.subject, ...found(measures(told)), reasons: "建议组织处理" }],
  }));

const deliberated = (day: string, topic: string) =>
  onCase("clerk", "record-deliberation", ({ year }) => ({
    body: "working-committee",
    on: `${year}-${day}`,
    topic,
    attendance: ["甲", "乙", "丙"],
    recusals: [],
    votesFor: 3,
    votesAgainst: 0,
    abstentions: 0,
    result: "同意",
    minutes: "一致同意",
  }));

const decided = onCase("secretary", "decide", (told) => {
  const { measures, ...changes } = handlingOf(told);
  const outcome = { ...found(measures), ...nothingMore, departure: null, ...changes };
  return {
    documentNumber: `云党发${told.name}号`,
    on: `${told.year}-07-11`,
    body: "working-committee",
    outcomes: [{ type: "accountable", subjectId: told.subject, ...outcome }],
  };
});

const served = onCase("clerk", "serve", ({ subject, year }) => ({
  subjectId: subject,
  on: `${year}-07-12`,
  way: "in-person",
  receipt: "已签收",
}));

const inEffect = onCase("personnel", "take-effect", ({ subject, year }) => ({
  subjectId: subject,
  effectiveOn: `${year}-07-15`,
  announcedOn: `${year}-07-15`,
  formalitiesOn: null,
}));

const completed = (who: Who, item: string) =>
  onCase(who, "complete-items", ({ subject, year, name }) => ({
    items: [{ subjectId: subject, item }],
    on: `${year}-07-25`,
    documentNumber: `函${name}号`,
    note: "已办理",
    evidence: [],
  }));

/** From the inquiry to the decision that is in effect. */
const toEffect = [
  added(({ person }) => person),
  file("colleague"),
  factRecorded,
  circumstance("6-2-1", "有令不行", null),
  ...heard,
  proposed((told) => handlingOf(told).measures),
  deliberated("07-10", "研究问责"),
  decided,
  served,
  inEffect,
];

const executed = [
  registered("lead"),
  onLead("officer", "return-lead", ({ year }) => ({
    on: `${year}-05-07`,
    reasons: "未写明时间地点",
    dueOn: `${year}-05-20`,
  })),
  onLead("officer", "supplement-lead", ({ year }) => ({
    on: `${year}-05-10`,
    supplement: "补充发生时间",
    concerned: [],
  })),
  onLead("officer", "dispose-lead", ({ year }) => ({
    way: "preliminary-verification",
    reasons: "须核实",
    on: `${year}-05-11`,
    dueOn: `${year}-06-07`,
  })),
  onLead("officer", "record-lead-result", ({ year }) => ({ on: `${year}-06-01`, result: "反映的问题部分属实" })),
  registered("second-lead"),
  requested((told) => [told.idOf("lead")]),
  onCase("officer", "join-lead", (told) => ({ leadId: told.idOf("second-lead"), reasons: "反映同一问题" })),
  opened,
  onCase("secretary", "change-inquiry-group", ({ year }) => ({
    on: `${year}-06-09`,
    inquirers: ["officer", "colleague"],
    leader: "colleague",
    reasons: "工作需要",
  })),
  ...toEffect.slice(0, 4),
  onCase("officer", "name-witness", ({ witness, year }) => ({
    personId: witness,
    on: `${year}-06-20`,
    about: "当时的交办情况",
  })),
  circumstance("6-11-1", null, "与所列情形程度相当"),
  onCase("secretary", "approve-circumstance", ({ subject, year, name }) => ({
    subjectId: subject,
    circumstance: "6-11-1",
    approved: true,
    on: `${year}-06-25`,
    documentNumber: `云党纪要${name}号`,
    reasons: "程度相当，同意",
  })),
  onCase("officer", "find-responsibility", ({ subject }) => ({
    subjectId: subject,
    tier: "main-responsibility",
    reasons: "直接主管该项工作",
  })),
  ...toEffect.slice(4, -2),
  onCase("clerk", "record-failed-service", ({ subject, year }) => ({
    subjectId: subject,
    on: `${year}-07-11`,
    way: "in-person",
    reasons: "本人出差",
  })),
  ...toEffect.slice(-2),
  onCase("personnel", "record-formalities", ({ subject, year }) => ({ subjectId: subject, on: `${year}-07-20` })),
  onCase("clerk", "record-circulation", ({ year, name }) => ({
    on: `${year}-07-18`,
    scope: "zone",
    documentNumber: `通报${name}号`,
    recipients: ["测试街道"],
  })),
  onCase("clerk", "record-receipt", ({ year, name }) => ({
    documentNumber: `通报${name}号`,
    recipient: "测试街道",
    on: `${year}-07-19`,
    receipt: "已收悉",
  })),
  onCase("personnel", "record-arrangement", ({ subject, year }) => ({
    subjectId: subject,
    on: `${year}-07-16`,
    post: "四级主任科员",
    rank: "四级主任科员",
  })),
  onCase("officer", "assign-items", ({ subject }) => ({
    items: [{ subjectId: subject, item: "informing" }],
    accountId: "officer",
  })),
  completed("officer", "informing"),
  completed("personnel", "archiving"),
  completed("clerk", "reporting"),
  onCase("officer", "request-waiver", ({ subject }) => ({
    subjectId: subject,
    item: "self-criticism",
    reasons: "本人病重住院，无法书写",
  })),
  onCase("secretary", "decide-waiver", ({ subject }) => ({
    subjectId: subject,
    item: "self-criticism",
    approved: true,
    reasons: "情况属实",
  })),
  onCase("reviewer", "close", ({ year }) => ({ on: `${year}-08-01`, summary: "办结" })),
];

const changedOnAppeal = [
  requested(() => []),
  opened,
  ...toEffect,
  onCase("officer", "record-discipline", ({ subject, year, name }) => ({
    subjectId: subject,
    sanction: "party-warning",
    effective: `${year}-07-28`,
    months: null,
    authority: "高新区纪检监察工委",
    documentNumber: `云纪${name}号`,
  })),
  onCase("reviewer", "record-sanction-change", ({ subject, year, name, version }) => ({
    subjectId: subject,
    sanction: version("case"),
    change: { kind: "revoked", on: `${year}-07-29` },
    authority: "高新区纪检监察工委",
    documentNumber: `云纪${name}号之二`,
  })),
  onCase("personnel", "request-reuse", ({ subject, year }) => ({
    subjectId: subject,
    on: `${year}-07-29`,
    purpose: "promotion",
    organizationName: "经济发展局",
    post: "局长",
    level: "乡科级正职",
    reasons: "工作需要",
  })),
  onCase("personnel", "record-consent", ({ subject, year, name }) => ({
    subjectId: subject,
    on: `${year}-07-30`,
    body: "superior-personnel-department",
    documentNumber: `市组干${name}号`,
  })),
  onCase("secretary", "decide-reuse", ({ year, name, version }) => ({
    reuse: version("case") - 1,
    on: `${year}-07-31`,
    approved: false,
    documentNumber: `云党发${name}号之二`,
    reasons: "影响期未满",
  })),
  file("clerk"),
  onCase("clerk", "record-appeal", ({ subject, year, file: proof }) => ({
    subjectId: subject,
    on: `${year}-08-05`,
    ground: "事实认定有出入",
    lateReasons: "材料补正后受理",
    evidence: [proof],
  })),
  onCase("reviewer", "examine-appeal", ({ year, name, version }) => ({
    appeal: version("case"),
    on: `${year}-08-15`,
    result: "revoked",
    findings: "主要事实不能成立",
    documentNumber: `云复查${name}号`,
  })),
  deliberated("08-20", "研究撤销问责"),
  onCase("secretary", "change-decision", ({ subject, year, name, version }) => ({
    subjectId: subject,
    ground: { type: "appeal", appeal: version("case") - 2 },
    change: { kind: "revoked" },
    body: "working-committee",
    on: `${year}-08-21`,
    documentNumber: `云党发${name}号之三`,
    reasons: "根据复查结果撤销",
  })),
];

const proposedUpward = [
  requested(() => []),
  opened,
  added(({ cityManaged }) => cityManaged),
  ...toEffect.slice(1, 6),
  proposed(() => ["transfer"]),
  deliberated("07-10", "研究呈报"),
  onCase("secretary", "propose-upward", ({ subject, year, name }) => ({
    subjectIds: [subject],
    to: "city-committee",
    by: "working-committee",
    on: `${year}-07-11`,
    documentNumber: `云党文${name}号`,
    reasons: "建议调离岗位",
  })),
  file("clerk"),
  onCase("clerk", "record-answer", ({ subject, year, name, file: proof }) => ({
    body: "city-committee",
    on: `${year}-08-01`,
    documentNumber: `市委${name}号`,
    evidence: [proof],
    answers: [{ type: "accountable", subjectId: subject, ...found(["transfer"]), ...nothingMore }],
  })),
];

const onPaper = [
  file("officer"),
  begins("officer", "enter-paper-case", "case", ({ name, year, person, file: proof }) => ({
    title: `补录：事项${name}`,
    documentNumber: `云党发${name}号之旧`,
    on: `${year}-07-11`,
    body: "working-committee",
    reasons: "系统启用前的案件",
    kind: "person",
    registryId: person,
    post: "副局长",
    level: "乡科级副职",
    managedBy: "zone",
    conduct: { text: `旧事${name}`, from: "2019-04-30", to: `${year}-05-01`, continuing: false },
    circumstance: "6-2-1",
    outcome: { ...found(["transfer"]), ...nothingMore },
    effectiveOn: `${year}-07-15`,
    announcedOn: `${year}-07-15`,
    formalitiesOn: `${year}-07-20`,
    evidence: [proof],
  })),
  onCase("reviewer", "confirm-paper-case", ({ year }) => ({
    confirmed: true,
    on: `${year}-09-01`,
    remarks: "与原件相符",
  })),
];

const endedEarly = [
  requested(() => []),
  opened,
  added(({ person }) => person),
  onCase("secretary", "end-without-accountability", ({ year }) => ({
    on: `${year}-07-01`,
    ground: "nothing-established",
    reasons: "未发现应当问责的情形",
  })),
];

const takenOver = [
  requested(() => []),
  onCase("officer", "take-over", ({ year, name }) => ({
    on: `${year}-06-08`,
    body: "市纪委监委",
    documentNumber: `市纪提${name}号`,
    reasons: "提级办理",
  })),
  onCase("colleague", "declare-recusal", () => ({
    accountId: "colleague",
    ground: "acquaintance",
    reasons: "与当事人相识",
  })),
];

const transferred = [
  registered("lead"),
  onLead("officer", "transfer-lead", ({ year, name }) => ({
    on: `${year}-05-08`,
    body: "市生态环境局",
    documentNumber: `云移${name}号`,
    reasons: "属市级职责",
    dueOn: `${year}-06-08`,
  })),
  onLead("officer", "record-transfer-receipt", ({ year }) => ({
    on: `${year}-05-20`,
    accepted: true,
    receipt: "已收",
  })),
];

const told: readonly (readonly Planned[])[] = [
  executed,
  changedOnAppeal,
  proposedUpward,
  onPaper,
  endedEarly,
  takenOver,
  transferred,
];

/** Where a case, or a lead, stands once the act is done in `executed`. */
const reached: Partial<Record<ActId, Stage>> = {
  "register-lead": "registered",
  "request-opening": "opening-requested",
  "decide-opening": "inquiry",
  propose: "proposed",
  "record-deliberation": "deliberated",
  decide: "decided",
  serve: "served",
  "take-effect": "effective",
};

const officials: Record<Who, Role> = {
  officer: "discipline-officer",
  colleague: "discipline-officer",
  secretary: "committee-secretary",
  clerk: "office-clerk",
  personnel: "personnel-officer",
  reviewer: "reviewer",
};

/** For an act that no life tells of: the shortest way to where it may be done, and then the act with an input of its shape. */
function lifeWith(act: ActId): Planned[] {
  const { matter } = acts[act];
  const way = executed.findIndex((step) => {
    const stage = step.type === "act" && acts[step.act].matter === matter ? reached[step.act] : undefined;
    return stage !== undefined && actAllowedAt(stage, act);
  });
  const roles: readonly Role[] = duties[act].roles;
  const who = (Object.keys(officials) as Who[]).find((one) => roles.includes(officials[one])); // the keys of the table
  if (way < 0 || who === undefined) throw new Error(`no life goes through ${act}, and none can be made: tell one`);
  const input = ({ subject, year }: Told) =>
    sampled(acts[act].input, { subjectId: subject, accountId: who, day: `${year}-07-20` });
  return [...executed.slice(0, way + 1), { type: "act", who, act, matter, input }];
}

const lived = new Set(told.flat().flatMap((step) => (step.type === "act" ? [step.act] : [])));

/** The longest first: whoever begins with it is through it when the crashes are over. */
export const lives = [...told, ...actIds.filter((act) => !lived.has(act)).map(lifeWith)];

// The steps of a case with inputs that the law accepts, so that a test can bring a lead or case to any stage.
import type { Receipt } from "#matters/contract/acts.ts";
import type { ActId } from "#casework/acts.ts";
import type { Role } from "#casework/roles.ts";
import type { CaseStage, LeadStage } from "#casework/stages.ts";
import { viewMatter } from "#matters/uses/matter-view.ts";
import { accountIdOf, done, evidenceFile, inquirerId, persons } from "./world.ts";
import type { World } from "./world.ts";

/** Each fact another one: no second case is opened on the same. */
let facts = 0;

export const inputs = {
  lead: (personId: string | null = null) => ({
    source: "petition",
    receivedOn: "2025-01-06",
    summary: "反映生态环境局对排污问题处置不力",
    concerned: [{ name: "周明远", unit: "生态环境局", personId }],
  }),
  disposal: (way: string) => ({
    way,
    reasons: "经研究确定",
    on: "2025-01-08",
    dueOn: way === "shelving" || way === "settlement" ? null : "2025-02-08",
  }),
  return: { on: "2025-01-08", reasons: "未写明时间地点", dueOn: "2025-01-20" },
  supplement: { on: "2025-01-10", supplement: "补充发生时间为2024年5月至8月", concerned: [] },
  result: { on: "2025-01-20", result: "经核实，反映的问题部分属实" },
  transfer: {
    on: "2025-01-08",
    body: "市生态环境局",
    documentNumber: "测纪移〔2025〕1号",
    reasons: "属市级职责",
    dueOn: "2025-02-08",
  },
  receipt: { on: "2025-01-20", accepted: true, receipt: "市生态环境局收函〔2025〕9号" },
  opening: (leadIds: string[]) => ({
    title: "生态环境局处置排污问题不力问题",
    reasons: "线索反映的问题需要核实",
    leadIds,
  }),
  approval: {
    approved: true,
    on: "2025-01-10",
    inquirers: [accountIdOf("discipline-officer"), inquirerId],
    leader: accountIdOf("discipline-officer"),
    dueOn: "2025-03-10",
  },
  refusal: { approved: false, on: "2025-01-10", reasons: "反映的问题不属实" },
  subject: (registryId: string) => ({ kind: "person", registryId, another: "与其他在办案件不是同一问题" }),
  fact: (subjectId: string, evidence: object) => ({
    subjectIds: [subjectId],
    text: `对上级交办的第${(facts += 1)}项整治任务变通执行`,
    from: "2024-05-01",
    to: "2024-08-31",
    continuing: false,
    results: [],
    evidence: [{ kind: "documentary", ...evidence }],
  }),
  circumstance: (subjectId: string, factId: string) => ({
    subjectId,
    circumstance: "6-2-1",
    act: "打折扣",
    factIds: [factId],
    results: [],
    preconditionFactId: null,
    reasons: null,
  }),
  responsibility: (subjectId: string) => ({ subjectId, tier: "main-responsibility", reasons: "直接主管该项工作" }),
  facts: (subjectId: string, factIds: string[]) => ({
    subjectId,
    factIds,
    on: "2025-01-31",
    place: "谈话室",
    inquirers: [accountIdOf("discipline-officer"), inquirerId],
    opinion: "对事实无异议",
    signed: true,
  }),
  circumstanceApproval: (subjectId: string) => ({
    subjectId,
    circumstance: "6-11-1",
    approved: true,
    on: "2025-01-30",
    documentNumber: "测党纪要〔2025〕2号",
    reasons: "程度相当，同意",
  }),
  statement: (subjectId: string) => ({
    subjectId,
    on: "2025-02-01",
    statement: "承认执行不到位",
    defence: "人手不足",
    response: "不影响认定",
    signed: true,
  }),
  finding: (subjectId: string) => ({
    subjectId,
    gravity: "graver",
    gravityReasons: "持续时间长、影响面大",
    strongReaction: false,
    vileInfluence: false,
    measures: ["transfer"],
    handling: "handling",
    handlingReasons: null,
  }),
  proposal: (subjectId: string) => ({
    on: "2025-02-10",
    body: "working-committee",
    proposals: [{ ...inputs.finding(subjectId), reasons: "事实清楚、证据充分" }],
  }),
  deliberation: {
    body: "working-committee",
    on: "2025-02-20",
    topic: "关于周明远的问责",
    attendance: ["甲", "乙", "丙"],
    recusals: [],
    votesFor: 3,
    votesAgainst: 0,
    abstentions: 0,
    result: "同意调离岗位",
    minutes: "一致同意",
  },
  upward: (subjectId: string) => ({
    subjectIds: [subjectId],
    to: "city-committee",
    by: "working-committee",
    on: "2025-02-21",
    documentNumber: "测党文〔2025〕4号",
    reasons: "建议调离岗位",
  }),
  answer: (subjectId: string, evidence: unknown) => ({
    body: "city-committee",
    on: "2025-03-01",
    documentNumber: "市委〔2025〕12号",
    evidence: [evidence],
    answers: [
      { type: "accountable", ...inputs.finding(subjectId), originalLevel: null, reducedLevel: null, appliedOn: null },
    ],
  }),
  decision: (subjectId: string) => ({
    documentNumber: "测党发〔2025〕3号",
    on: "2025-02-21",
    body: "working-committee",
    outcomes: [
      {
        type: "accountable",
        ...inputs.finding(subjectId),
        originalLevel: "乡科级正职",
        reducedLevel: null,
        appliedOn: null,
        departure: null,
      },
    ],
  }),
  service: (subjectId: string) => ({ subjectId, on: "2025-02-24", way: "in-person", receipt: "本人签收" }),
  effect: (subjectId: string, on = "2025-03-01") => ({
    subjectId,
    effectiveOn: on,
    announcedOn: on,
    formalitiesOn: on,
  }),
  circulation: { on: "2025-03-05", scope: "zone", documentNumber: "测办通报〔2025〕1号", recipients: ["测试街道"] },
  receiptOfCirculation: {
    documentNumber: "测办通报〔2025〕1号",
    recipient: "测试街道",
    on: "2025-03-06",
    receipt: "已收悉",
  },
  items: (subjectId: string, item: string) => ({
    items: [{ subjectId, item }],
    on: "2025-03-06",
    documentNumber: "测函〔2025〕2号",
    note: "已办理",
    evidence: [],
  }),
  waiver: (subjectId: string) => ({ subjectId, item: "self-criticism", reasons: "本人病重住院，无法书写" }),
  sanction: (subjectId: string, kind: string, more: object = {}) => ({
    subjectId,
    sanction: kind,
    decided: "2025-02-27",
    effective: "2025-03-01",
    months: null,
    authority: "纪检监察工委",
    documentNumber: "测纪〔2025〕3号",
    ...more,
  }),
  sanctionChange: (subjectId: string, sanction: number, change: object) => ({
    subjectId,
    sanction,
    change,
    authority: "纪检监察工委",
    documentNumber: "测纪〔2026〕4号",
  }),
  consent: (subjectId: string, on: string) => ({
    subjectId,
    on,
    body: "superior-personnel-department",
    documentNumber: "市组干〔2026〕8号",
  }),
  reuse: (subjectId: string) => ({
    subjectId,
    on: "2026-06-20",
    purpose: "promotion",
    organizationName: "生态环境局",
    post: "局长",
    level: "县处级副职",
    reasons: "影响期已满，工作需要",
  }),
  paper: (registryId: string, evidence: unknown) => ({
    title: "补录：河道整治不力",
    documentNumber: "测党发〔2019〕7号",
    on: "2019-10-10",
    body: "working-committee",
    reasons: "系统启用前的案件，据原件补录",
    kind: "person",
    registryId,
    post: "副局长",
    level: "乡科级副职",
    managedBy: "zone",
    conduct: { text: "河道整治变通执行", from: "2019-05-01", to: "2019-08-31", continuing: false },
    circumstance: "6-2-1",
    outcome: {
      gravity: "graver",
      gravityReasons: "持续时间长",
      strongReaction: false,
      vileInfluence: false,
      measures: ["transfer"],
      handling: "handling",
      handlingReasons: null,
      originalLevel: null,
      reducedLevel: null,
      appliedOn: null,
    },
    effectiveOn: "2019-10-15",
    announcedOn: "2019-10-15",
    formalitiesOn: "2019-11-01",
    evidence: [evidence],
  }),
  ending: { on: "2025-02-12", ground: "nothing-established", reasons: "未发现应当问责的情形" },
  takeOver: {
    on: "2025-02-12",
    body: "市纪委监委",
    documentNumber: "市纪提〔2025〕2号",
    reasons: "涉及市管干部，提级办理",
  },
  closing: { on: "2025-03-20", summary: "各项措施执行完毕" },
};

type Do = (role: Role, act: ActId, at: Receipt | null, input: unknown) => Promise<Receipt>;

export async function leadAt(world: World, stage: LeadStage, personId: string | null = null): Promise<Receipt> {
  const registered = await done(world, "discipline-officer", "register-lead", null, inputs.lead(personId));
  if (stage === "registered") return registered;
  if (stage === "joined") {
    await done(world, "discipline-officer", "request-opening", null, inputs.opening([registered.matterId]));
    return { ...registered, version: registered.version + 1, stage };
  }
  const ways: Partial<Record<LeadStage, string>> = {
    "talk-inquiry": "talk-inquiry",
    "preliminary-verification": "preliminary-verification",
    shelved: "shelving",
    settled: "settlement",
  };
  const way = ways[stage];
  if (way !== undefined) return done(world, "discipline-officer", "dispose-lead", registered, inputs.disposal(way));
  if (stage === "returned") return done(world, "discipline-officer", "return-lead", registered, inputs.return);
  const sent = await done(world, "discipline-officer", "transfer-lead", registered, inputs.transfer);
  if (stage === "transferred") return sent;
  return done(world, "discipline-officer", "record-transfer-receipt", sent, inputs.receipt);
}

/** A case of one subject, brought to the stage by as few acts as the law allows. */
export async function caseAt(
  world: World,
  stage: CaseStage,
  personId: string,
  how: Do = (role, act, at, input) => done(world, role, act, at, input),
): Promise<Receipt & { subjectId: string }> {
  if (stage === "paper-entered" || stage === "paper-returned") {
    const paper = inputs.paper(personId, await evidenceFile(world, "原决定"));
    const entered = await how("discipline-officer", "enter-paper-case", null, paper);
    if (stage === "paper-entered") return { ...entered, subjectId: "" };
    const back = { confirmed: false, on: "2026-07-30", reasons: "文号有误" };
    return { ...(await how("reviewer", "confirm-paper-case", entered, back)), subjectId: "" };
  }
  let at = await how("discipline-officer", "request-opening", null, inputs.opening([]));
  let subjectId = "";
  const step = async (reached: CaseStage | null, role: Role, act: ActId, input: unknown): Promise<boolean> => {
    at = await how(role, act, at, input);
    return reached === stage;
  };
  const here = () => ({ ...at, subjectId });
  if (stage === "opening-requested") return here();
  if (stage === "not-opened")
    return (await step(stage, "committee-secretary", "decide-opening", inputs.refusal), here());
  await step(null, "committee-secretary", "decide-opening", inputs.approval);
  await step(
    null,
    "discipline-officer",
    "add-subject",
    inputs.subject(stage === "deciding" ? persons.city.id : personId),
  );
  subjectId = await lastId(world, at.matterId, "subject-added");
  if (stage === "inquiry") return here();
  if (stage === "taken-over") return (await step(stage, "discipline-officer", "take-over", inputs.takeOver), here());
  if (stage === "ended-without-accountability")
    return (await step(stage, "committee-secretary", "end-without-accountability", inputs.ending), here());
  await step(
    null,
    "discipline-officer",
    "record-fact",
    inputs.fact(subjectId, await evidenceFile(world, `证据 ${at.matterId}`)),
  );
  const factId = await lastId(world, at.matterId, "fact-recorded");
  await step(null, "discipline-officer", "establish-circumstance", inputs.circumstance(subjectId, factId));
  await step(null, "discipline-officer", "find-responsibility", inputs.responsibility(subjectId));
  await step(null, "discipline-officer", "put-facts", inputs.facts(subjectId, [factId]));
  await step(null, "discipline-officer", "record-statement", inputs.statement(subjectId));
  if (await step("proposed", "discipline-officer", "propose", inputs.proposal(subjectId))) return here();
  if (await step("deliberated", "office-clerk", "record-deliberation", inputs.deliberation)) return here();
  if (stage === "deciding")
    return (await step(stage, "committee-secretary", "propose-upward", inputs.upward(subjectId)), here());
  if (await step("decided", "committee-secretary", "decide", inputs.decision(subjectId))) return here();
  if (await step("served", "office-clerk", "serve", inputs.service(subjectId))) return here();
  if (await step("effective", "personnel-officer", "take-effect", { ...inputs.effect(subjectId), formalitiesOn: null }))
    return here();
  await step(null, "personnel-officer", "record-formalities", { subjectId, on: "2025-03-04" });
  await step(null, "office-clerk", "record-circulation", inputs.circulation);
  await step(null, "office-clerk", "record-receipt", inputs.receiptOfCirculation);
  await step(null, "discipline-officer", "complete-items", inputs.items(subjectId, "informing"));
  await step(null, "personnel-officer", "complete-items", inputs.items(subjectId, "archiving"));
  await step(null, "office-clerk", "complete-items", inputs.items(subjectId, "reporting"));
  await step(null, "discipline-officer", "request-waiver", inputs.waiver(subjectId));
  await step(null, "committee-secretary", "decide-waiver", {
    subjectId,
    item: "self-criticism",
    approved: true,
    reasons: "情况属实",
  });
  await step("closed", "reviewer", "close", inputs.closing);
  return here();
}

/** A case in which a catch-all circumstance waits for the Working Committee. */
export async function catchAllAwaiting(world: World, personId: string): Promise<Receipt & { subjectId: string }> {
  const { subjectId, ...opened } = await caseAt(world, "inquiry", personId);
  const file = await evidenceFile(world, `证据 ${opened.matterId}`);
  const told = await done(world, "discipline-officer", "record-fact", opened, inputs.fact(subjectId, file));
  const factId = await lastId(world, opened.matterId, "fact-recorded");
  const circumstance = {
    ...inputs.circumstance(subjectId, factId),
    circumstance: "6-11-1",
    act: null,
    reasons: "与所列情形程度相当",
  };
  return { ...(await done(world, "discipline-officer", "establish-circumstance", told, circumstance)), subjectId };
}

/** The id that the last event of this type made: a subject's or a fact's. */
export async function lastId(world: World, matterId: string, type: "subject-added" | "fact-recorded"): Promise<string> {
  const viewed = await viewMatter(world.app, world.actorOf("discipline-officer"), { matterId });
  const view = viewed.type === "done" ? viewed.answer : null;
  const event = view?.history
    .map((recorded) => recorded.event)
    .filter((one) => one.type === type)
    .at(-1);
  if (event?.type === "subject-added") return event.subject.id;
  if (event?.type === "fact-recorded") return event.factId;
  throw new Error(`${matterId} has no ${type}`);
}

// The steps of a case with inputs that the law accepts, so that a test can bring a lead or case to any stage.
import type { ActId } from "#casework/act-names.ts";
import type { Role } from "#casework/roles.ts";
import type { CaseStage, LeadStage } from "#casework/stages.ts";
import { viewMatter } from "#app/matter-view.ts";
import type { Receipt } from "#app/perform.ts";
import { accountIdOf, done, evidenceFile, persons } from "./world.ts";
import type { World } from "./world.ts";

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
  opening: (leadIds: string[]) => ({
    title: "生态环境局处置排污问题不力问题",
    reasons: "线索反映的问题需要核实",
    leadIds,
  }),
  approval: {
    approved: true,
    on: "2025-01-10",
    inquirers: [accountIdOf("discipline-officer"), accountIdOf("reviewer")],
    dueOn: "2025-03-10",
  },
  refusal: { approved: false, on: "2025-01-10", reasons: "反映的问题不属实" },
  subject: (registryId: string) => ({ kind: "person", registryId }),
  fact: (subjectId: string, evidence: unknown) => ({
    subjectIds: [subjectId],
    text: "对上级交办的整治任务变通执行",
    from: "2024-05-01",
    to: "2024-08-31",
    continuing: false,
    results: [],
    evidence: [evidence],
  }),
  limb: (subjectId: string, factId: string) => ({
    subjectId,
    limb: "6-2-1",
    act: "打折扣",
    factIds: [factId],
    results: [],
    preconditionFactId: null,
    reasons: null,
    approval: null,
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
  circulation: { on: "2025-03-05", scope: "zone", documentNumber: "测办通报〔2025〕1号" },
  consent: (subjectId: string, on: string) => ({
    subjectId,
    on,
    body: "superior-personnel-department",
    documentNumber: "市组干〔2026〕8号",
  }),
  ending: { on: "2025-02-12", ground: "nothing-established", reasons: "未发现应当问责的情形" },
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
  const way = {
    "talk-inquiry": "talk-inquiry",
    "preliminary-verification": "preliminary-verification",
    shelved: "shelving",
    settled: "settlement",
  }[stage];
  return done(world, "discipline-officer", "dispose-lead", registered, inputs.disposal(way));
}

/** A case of one subject, brought to the stage by as few acts as the law allows. */
export async function caseAt(
  world: World,
  stage: CaseStage,
  personId: string,
  how: Do = (role, act, at, input) => done(world, role, act, at, input),
): Promise<Receipt & { subjectId: string }> {
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
  if (stage === "ended-without-accountability")
    return (await step(stage, "committee-secretary", "end-without-accountability", inputs.ending), here());
  await step(
    null,
    "discipline-officer",
    "record-fact",
    inputs.fact(subjectId, await evidenceFile(world, `证据 ${at.matterId}`)),
  );
  await step(
    null,
    "discipline-officer",
    "establish-limb",
    inputs.limb(subjectId, await lastId(world, at.matterId, "fact-recorded")),
  );
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
  await step("closed", "reviewer", "close", inputs.closing);
  return here();
}

/** The id that the last event of this type made: a subject's or a fact's. */
export async function lastId(world: World, matterId: string, type: "subject-added" | "fact-recorded"): Promise<string> {
  const view = await viewMatter(world.app, world.actorOf("discipline-officer"), matterId);
  const event = view?.history
    .map((recorded) => recorded.event)
    .filter((one) => one.type === type)
    .at(-1);
  if (event?.type === "subject-added") return event.subject.id;
  if (event?.type === "fact-recorded") return event.factId;
  throw new Error(`${matterId} has no ${type}`);
}

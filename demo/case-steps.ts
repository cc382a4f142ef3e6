// From the plan of a case to the steps that make it: its leads, and every act up to the stage where it stands.
import { formatDay } from "#law/reckon/days.ts";
import type { ActId } from "#casework/acts.ts";
import type { CaseStage } from "#casework/stages.ts";
import { accountIdOf } from "./accounts.ts";
import { day, periodOf, workday } from "./calendar.ts";
import { executionSteps } from "./execution-steps.ts";
import { inquirySteps } from "./inquiry-steps.ts";
import { leadSteps, officerOf, registrarOf } from "./lead-steps.ts";
import { demoMatters, places } from "./matters.ts";
import type { DemoMatter, Scene } from "./matters.ts";
import { isExamined } from "./plan.ts";
import type { CasePlan, SubjectPlan } from "./plan.ts";
import { openingReasons, refusalReasons } from "./prose.ts";
import { dice, uuid } from "./seeded.ts";
import type { Dice } from "./seeded.ts";
import { scheduleOf } from "./schedule.ts";
import type { Schedule } from "./schedule.ts";
import { story } from "./steps.ts";
import type { Step } from "./steps.ts";
import { organizationOf, personOf } from "./telling.ts";
import type { Player, Telling } from "./telling.ts";

/** The steps of a case and its leads, in order; `index` tells one case from another with the same plan. */
export function caseSteps(plan: CasePlan, index: number): Step[] {
  const chosen = dice(`案件 ${index}`);
  const matter = demoMatters.find(({ circumstance }) => circumstance === plan.circumstance);
  if (matter === undefined) throw new RangeError(`no matter for ${plan.circumstance}`);
  const days = scheduleOf(chosen, plan);
  const conduct = conductOf(chosen, plan, days);
  const unit = organizationOf(plan.unit).name;
  const scene: Scene = {
    unit,
    place: chosen.pick(places),
    period: periodOf(conduct.from, conduct.to),
    n: chosen.between(2, 7),
    m: chosen.between(12, 260),
    days: chosen.between(20, 120),
    who:
      plan.subjects
        .filter(({ kind }) => kind === "person")
        .map(({ of }) => personOf(of).name)
        .join("、") || unit,
  };
  const players = plan.subjects.map((subject): Player => playerOf(chosen, subject));
  const leads = Array.from({ length: plan.leads }, (_, at) => leadOf(chosen, plan, matter, scene, players, days, at));
  const caseId = uuid(chosen);
  const telling: Telling = {
    dice: chosen,
    plan,
    matter,
    scene,
    days,
    conduct,
    players,
    story: story(caseId, () => uuid(chosen)),
    officer: officerOf(chosen),
    reached: (stage) => rankOf(plan.stage) >= rankOf(stage),
  };
  openingSteps(
    telling,
    leads.map(({ id }) => id),
  );
  if (telling.reached("inquiry")) inquirySteps(telling);
  if (plan.stage === "deciding") upwardStep(telling);
  if (telling.reached("decided")) executionSteps(telling);
  return [...leads.flatMap(({ steps }) => steps), ...placed(telling.story.steps)];
}

/** Which place in the case's history an answer answers: each act of ours leaves one event. */
function placed(steps: readonly Step[]): Step[] {
  const acts = steps.filter((step) => step.type === "act").toSorted((one, other) => one.day - other.day);
  const placeOf = (act: ActId) => acts.findIndex((step) => step.act === act) + 1;
  return steps.map((step) => {
    if (step.type !== "act") return step;
    if (step.act === "examine-appeal") return { ...step, input: { ...step.input, appeal: placeOf("record-appeal") } };
    if (step.act === "decide-reuse") return { ...step, input: { ...step.input, reuse: placeOf("request-reuse") } };
    if (step.act === "change-decision")
      return { ...step, input: { ...step.input, ground: { type: "appeal", appeal: placeOf("record-appeal") } } };
    return step;
  });
}

/** An ending stands beside the way to a decision: its plan says from where it was ended. */
function rankOf(stage: CaseStage): number {
  const rank: Record<CaseStage, number> = {
    "opening-requested": 0,
    "not-opened": 0,
    "paper-entered": 0,
    "paper-returned": 0,
    inquiry: 1,
    "ended-without-accountability": 1,
    "taken-over": 1,
    proposed: 2,
    deliberated: 3,
    deciding: 3,
    decided: 4,
    served: 5,
    effective: 6,
    closed: 7,
  };
  return rank[stage];
}

function playerOf(chosen: Dice, subject: SubjectPlan): Player {
  const id = uuid(chosen);
  if (subject.kind !== "person") {
    const { id: registryId, name } = organizationOf(subject.of);
    return { ...subject, id, registryId, name, level: null };
  }
  const { id: registryId, name, seat } = personOf(subject.of);
  return { ...subject, id, registryId, name, level: seat.level };
}

/** The conduct ended before the lead came in, and not before the regulation was in force. */
function conductOf(chosen: Dice, plan: CasePlan, days: Schedule): { from: number; to: number } {
  const to = Math.max(days.received - chosen.between(5, 40), day("2019-04-28"));
  const from = plan.longBefore ? day("2018-11-05") : Math.max(to - chosen.between(60, 240), day("2019-04-25"));
  return { from: Math.min(from, to), to: Math.min(to, days.received) };
}

function leadOf(
  chosen: Dice,
  plan: CasePlan,
  matter: DemoMatter,
  scene: Scene,
  players: readonly Player[],
  days: Schedule,
  at: number,
): { id: string; steps: Step[] } {
  const source = matter.sources[at % matter.sources.length] ?? "own-finding";
  const people = players.filter(({ kind }) => kind === "person");
  const unit = scene.unit;
  const concerned =
    people.length > 0
      ? people.map(({ name, registryId }) => ({ name, unit, personId: registryId }))
      : [{ name: unit, unit, personId: null }];
  const open = plan.stage === "opening-requested" && at > 0;
  const way = chosen.pick(["preliminary-verification", "preliminary-verification", "talk-inquiry"] as const);
  const straight = open || chosen.chance(20);
  const disposed = days.disposed;
  return leadSteps(chosen, {
    source,
    receivedOn: days.received,
    registeredOn: days.registered,
    registeredBy: registrarOf(chosen, source, plan.unit),
    concerned,
    summary: at === 0 ? matter.lead(scene) : `又一来源反映同一事项：${matter.lead(scene)}`,
    disposals: straight ? [] : [{ way, day: disposed, dueOn: workday(disposed + 60) }],
  });
}

/** A city-managed cadre: after its deliberation the Working Committee proposes to the city, whose answer is awaited. */
function upwardStep({ days, story: { act }, players }: Telling): void {
  act(
    "propose-upward",
    "shuji",
    days.decided,
    {
      subjectIds: players.map(({ id }) => id),
      to: "city-committee",
      by: "working-committee",
      on: formatDay(days.decided),
      documentNumber: "",
      reasons: "属市管干部，经党工委集体研究，建议市委按照干部管理权限作出问责决定。",
    },
    { series: "云高党工报" },
  );
}

function openingSteps(
  { dice: chosen, plan, matter, scene, days, officer, story: { act } }: Telling,
  leadIds: string[],
): void {
  act("request-opening", officer, days.requested, {
    title: matter.title(scene),
    reasons: openingReasons(chosen, matter.lead(scene)),
    leadIds,
  });
  if (plan.stage === "opening-requested") return;
  const on = formatDay(days.approved);
  if (plan.stage === "not-opened") {
    act("decide-opening", "shuji", days.approved, { approved: false, on, reasons: refusalReasons });
    return;
  }
  const group = chosen.pick([
    ["jijian", "jijian2"],
    ["jijian", "jijian2", "shenli"],
  ]);
  const inquirers = group.filter((one) => one !== "shenli" || !isExamined(plan)).map(accountIdOf);
  const dueOn = plan.dueOn ?? formatDay(workday(days.approved + 90));
  act("decide-opening", "shuji", days.approved, { approved: true, on, inquirers, leader: inquirers[0] ?? "", dueOn });
}

// The steps of an inquiry: subjects, facts with evidence, circumstances, hearing, proposal, deliberation; or its ending.
import { formatDay } from "#law/reckon/days.ts";
import { personOf } from "./telling.ts";
import type { Player, Telling } from "./telling.ts";
import { accountIdOf } from "./accounts.ts";
import { evidenceFile } from "./evidence.ts";
import {
  catchAllReasons,
  endingReasons,
  excusedStatements,
  gravityReasons,
  minutesOf,
  proposalReasons,
  responseToDefence,
  secondaryStatement,
  writtenStatement,
} from "./prose.ts";
import { isExamined } from "./plan.ts";
import { uuid } from "./seeded.ts";

const committee = ["dgw-1", "dgw-2", "dgw-3", "dgw-4", "dgw-5", "gwh-1", "gwh-2", "gwh-3", "jwgw-1"];
const personnelBoard = ["dgw-4", "gongzuobu-1", "gongzuobu-2", "gongzuobu-3", "gongzuobu-4"];

export function inquirySteps(telling: Telling): void {
  const { plan, players, days, officer, story } = telling;
  const reached = (progress: number) => telling.reached("proposed") || plan.progress >= progress;
  if (reached(1)) {
    for (const { kind, registryId, id } of players)
      story.act("add-subject", officer, days.subjects, { kind, registryId }, { newId: id });
  }
  if (reached(2) && players.length > 0) {
    const facts = factSteps(telling);
    if (reached(3)) {
      for (const player of players) circumstanceStep(telling, player, facts);
      for (const [index, player] of players.entries()) responsibilityStep(telling, player, index);
    }
    sanctionsBefore(telling);
    if (reached(4)) for (const player of players) statementStep(telling, player, facts);
  }
  if (plan.stage === "ended-without-accountability" && plan.anchor.milestone !== "deliberated") {
    endingStep(telling, plan.anchor.milestone === "facts" ? days.results : days.proposed);
    return;
  }
  if (plan.stage === "taken-over") {
    story.act("take-over", officer, days.facts, {
      on: formatDay(days.facts),
      body: "市纪委监委",
      documentNumber: "市纪提〔2026〕7号",
      reasons: "涉及市级项目，由上级提级办理。",
    });
    return;
  }
  const deliberatedFirst = plan.stage === "ended-without-accountability";
  if (telling.reached("proposed") || deliberatedFirst) proposalStep(telling);
  if (telling.reached("deliberated") || deliberatedFirst) deliberationStep(telling);
  if (deliberatedFirst) endingStep(telling, days.decided);
}

type Facts = { conduct: string; effect: string | null };

/** The conduct first, then what came of it, each with its files. */
function factSteps(telling: Telling): Facts {
  const { dice, matter, scene, players, conduct, days, story, officer, plan } = telling;
  const subjectIds = players.map(({ id }) => id);
  const [first, ...others] = matter.files;
  const period = {
    from: formatDay(conduct.from),
    to: formatDay(conduct.to),
    continuing: plan.longBefore || matter.circumstance === "6-4-3",
  };
  const keep = (when: number, names: readonly string[], words: string, factId: string) =>
    names.map((name, at) => {
      const file = evidenceFile(name, `${formatDay(when)}-${factId.slice(0, 8)}-${at + 1}`, words);
      story.file(officer, when, file);
      const { bytes: _bytes, ...evidence } = file;
      return evidence;
    });
  const text = matter.conduct(scene);
  const conductFact = uuid(dice);
  const effectText = matter.effect?.(scene) ?? null;
  const conductFiles = keep(
    days.facts,
    effectText === null ? matter.files : [first ?? "情况说明.txt"],
    text,
    conductFact,
  );
  story.act(
    "record-fact",
    officer,
    days.facts,
    { subjectIds, text, ...period, results: [], evidence: conductFiles },
    { newId: conductFact },
  );
  if (effectText === null || (plan.progress < 3 && !telling.reached("proposed")))
    return { conduct: conductFact, effect: null };
  const effectFact = uuid(dice);
  const effectFiles = keep(days.results, others.length > 0 ? others : ["情况说明.txt"], effectText, effectFact);
  story.act(
    "record-fact",
    officer,
    days.results,
    { subjectIds, text: effectText, ...period, results: [...matter.results], evidence: effectFiles },
    { newId: effectFact },
  );
  return { conduct: conductFact, effect: effectFact };
}

/** The earlier record that a precondition rests on. */
const precedents: Readonly<Record<string, { record: string; documentNumber: string }>> = {
  "6-5-2": { record: "warning-talk", documentNumber: "云环约谈〔2019〕2号" },
  "6-8-1": { record: "inspection-tour", documentNumber: "云巡反馈〔2019〕5号" },
};

function circumstanceStep(
  { matter, days, story, officer, plan, conduct }: Telling,
  player: Player,
  facts: Facts,
): void {
  if (plan.ground === "nothing-established") return;
  const effect = facts.effect ?? facts.conduct;
  const catchAll = matter.act === null;
  const precedent = precedents[matter.circumstance];
  story.act("establish-circumstance", officer, days.circumstances, {
    subjectId: player.id,
    circumstance: matter.circumstance,
    act: matter.act,
    factIds: [facts.conduct],
    results: matter.results.map((result) => ({ result, factId: effect })),
    preconditionFactId: matter.precondition ? effect : null,
    preconditionRecord:
      precedent === undefined
        ? null
        : { record: precedent.record, on: formatDay(conduct.from), documentNumber: precedent.documentNumber },
    reasons: catchAll ? catchAllReasons() : null,
  });
  if (catchAll)
    story.act("approve-circumstance", "shuji", days.circumstances, {
      subjectId: player.id,
      circumstance: matter.circumstance,
      approved: true,
      on: formatDay(days.circumstances),
      documentNumber: `党工委会议纪要（${formatDay(days.circumstances)}）`,
      reasons: "所述情形与所列情形程度相当，同意适用。",
    });
}

/** Whoever the case is about first bears the main responsibility, the others an important one. */
function responsibilityStep({ days, story, officer, plan }: Telling, player: Player, index: number): void {
  if (player.kind !== "person" || plan.ground === "nothing-established") return;
  story.act("find-responsibility", officer, days.circumstances, {
    subjectId: player.id,
    tier: index === 0 ? "main-responsibility" : "important-responsibility",
    reasons: index === 0 ? "直接主管该项工作。" : "参与该项工作的决策和落实。",
  });
}

function sanctionsBefore({ days, story, players }: Telling): void {
  for (const { id, sanctions } of players) {
    for (const { sanction, months, when, authority } of sanctions) {
      if (when === "before")
        story.act(
          "record-discipline",
          "jijian",
          days.heard,
          { subjectId: id, sanction, effective: formatDay(days.circumstances), months, authority, documentNumber: "" },
          { series: "云高纪" },
        );
    }
  }
}

/** The first person speaks in the words of the matter, whoever else is concerned to their own part, an organization in writing. */
function statementStep(telling: Telling, player: Player, facts: Facts): void {
  const { dice, days, story, officer, plan } = telling;
  if (plan.ground === "nothing-established") return;
  story.act("put-facts", officer, days.heard, {
    subjectId: player.id,
    factIds: [facts.conduct, ...(facts.effect === null ? [] : [facts.effect])],
    on: formatDay(days.heard),
    place: "纪检监察工委谈话室",
    inquirers: ["jijian", "jijian2"].map(accountIdOf),
    opinion: "对所列事实无异议，另作说明。",
    signed: true,
  });
  story.act("record-statement", officer, days.heard, {
    subjectId: player.id,
    on: formatDay(days.heard),
    ...statementOf(telling, player),
    response: responseToDefence(dice, player.exemptOn ?? plan.ground),
    signed: dice.chance(94),
  });
}

function statementOf(
  { matter, scene, plan, players }: Telling,
  player: Player,
): { statement: string; defence: string } {
  const excused = excusedStatements[player.exemptOn ?? plan.ground ?? ""];
  if (excused !== undefined) return excused;
  if (player.kind !== "person") return writtenStatement(player.name);
  const own = { ...scene, who: player.name };
  const first = players.find(({ kind }) => kind === "person")?.id === player.id;
  return first ? { statement: matter.statement(own), defence: matter.defence(own) } : secondaryStatement(player.name);
}

function proposalStep({ dice, days, story, players, plan }: Telling): void {
  const toCity = players.some(({ kind, of }) => kind === "person" && personOf(of).seat.managedBy === "city");
  const proposing = dice.pick(["jijian", "shenli"] as const);
  // Who is to examine an appeal afterwards had no part in the case.
  story.act("propose", isExamined(plan) ? "jijian" : proposing, days.proposed, {
    on: formatDay(days.proposed),
    body: toCity
      ? "working-committee"
      : plan.body === "personnel-department"
        ? "personnel-department"
        : "discipline-committee",
    proposals: players.map((player) => {
      const measures = player.exemptOn !== null ? ["criticism-education"] : (player.proposed ?? player.measures);
      return {
        subjectId: player.id,
        gravity: player.exemptOn !== null ? ("lighter" as const) : player.gravity,
        gravityReasons: gravityReasons(
          player.id,
          player.exemptOn !== null ? "lighter" : player.gravity,
          player.reaction,
        ),
        strongReaction: player.reaction,
        vileInfluence: player.reaction,
        measures: [...measures],
        handling: player.adjustment ? ("adjustment" as const) : ("handling" as const),
        handlingReasons: player.adjustment ? adjustment : null,
        reasons: proposalReasons(dice),
      };
    }),
  });
}

const adjustment = "调查认定主要是能力与岗位不相适应，建议以组织调整方式调离。";

function deliberationStep({ dice, days, story, plan, matter, scene }: Telling): void {
  const members = (plan.body === "working-committee" ? committee : personnelBoard).map((key) => personOf(key).name);
  const attendance = dice.chance(70) ? members : members.slice(0, -1);
  const recused = dice.chance(10) ? attendance[attendance.length - 1] : undefined;
  const voters = attendance.length - (recused === undefined ? 0 : 1);
  const against = plan.noMajority ? 4 : 0;
  const abstentions = plan.noMajority ? voters - 7 : dice.chance(15) ? 1 : 0;
  const title = matter.title(scene);
  story.act("record-deliberation", "bangongshi", days.deliberated, {
    body: plan.body,
    on: formatDay(days.deliberated),
    topic: `研究${title}`,
    attendance,
    recusals: recused === undefined ? [] : [{ name: recused, reason: "与问责对象有近亲属关系" }],
    votesFor: voters - against - abstentions,
    votesAgainst: against,
    abstentions,
    result: plan.noMajority
      ? "未形成半数以上一致意见，责成调查组补充说明后再次研究。"
      : "同意调查组提出的认定意见，按程序作出决定。",
    minutes: minutesOf(dice, title),
  });
}

/** Everybody was there and voted for it. */
export function deliberationOf(body: "working-committee" | "personnel-department") {
  const attendance = (body === "working-committee" ? committee : personnelBoard).map((key) => personOf(key).name);
  return { body, attendance, recusals: [], votesFor: attendance.length, votesAgainst: 0, abstentions: 0 };
}

function endingStep({ story, plan }: Telling, when: number): void {
  const ground = plan.ground ?? "nothing-established";
  story.act("end-without-accountability", "shuji", when, {
    on: formatDay(when),
    ground,
    reasons: endingReasons[ground] ?? "",
  });
}

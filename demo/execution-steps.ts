// The steps from the decision on: service, effect, circulation, arrangement, sanctions, consents, appeals, closing.
import { formatDay } from "#law/reckon/days.ts";
import { day, workday } from "./calendar.ts";
import { deliberationOf } from "./inquiry-steps.ts";
import { notAfterToday } from "./telling.ts";
import type { Player, Telling } from "./telling.ts";
import { lighterMeasures } from "./plan.ts";
import {
  adjustmentReasons,
  appealFindings,
  appealGround,
  closingSummary,
  departureReasons,
  endingReasons,
  gravityReasons,
} from "./prose.ts";

const ended = ["blame-resignation", "ordered-resignation", "removal"];

export function executionSteps(telling: Telling): void {
  decisionStep(telling);
  const { players, reached } = telling;
  if (reached("served")) for (const player of players) serviceStep(telling, player);
  if (reached("effective")) for (const player of players) effectStep(telling, player);
  appealSteps(telling);
  if (reached("effective")) afterEffect(telling);
  if (reached("closed")) {
    itemSteps(telling);
    closingStep(telling);
  }
}

function decisionStep({ plan, days, story, players }: Telling): void {
  const outcomes = players.map((player) => {
    if (player.exemptOn !== null)
      return {
        type: "exempt" as const,
        subjectId: player.id,
        ground: player.exemptOn,
        reasons: endingReasons[player.exemptOn] ?? "",
      };
    const needsOriginal = player.measures.some((measure) => ended.includes(measure));
    return {
      type: "accountable" as const,
      subjectId: player.id,
      gravity: player.gravity,
      gravityReasons: gravityReasons(player.id, player.gravity, player.reaction),
      strongReaction: player.reaction,
      vileInfluence: player.reaction,
      measures: [...player.measures],
      handling: player.adjustment ? ("adjustment" as const) : ("handling" as const),
      handlingReasons: player.adjustment ? adjustmentReasons : null,
      originalLevel: needsOriginal ? player.level : null,
      reducedLevel: player.measures.includes("demotion") ? reducedFrom(player.level) : null,
      appliedOn: player.measures.includes("blame-resignation") ? formatDay(workday(days.heard)) : null,
      departure: player.proposed === null ? null : departureReasons,
    };
  });
  const series = plan.body === "working-committee" ? "云高党工问" : "云高党工部";
  story.act(
    "decide",
    "shuji",
    days.decided,
    { documentNumber: "", on: formatDay(days.decided), body: plan.body, outcomes },
    { series },
  );
}

function reducedFrom(level: string | null): string {
  return level === "乡科级正职" ? "乡科级副职" : "科员级";
}

function serviceStep({ dice, days, story }: Telling, player: Player): void {
  const way =
    player.kind === "person"
      ? dice.pick(["in-person", "in-person", "in-person", "by-post", "left-at-residence"] as const)
      : "announced";
  story.act("serve", dice.pick(["bangongshi", "zuzhi"]), servedOn(days, player), {
    subjectId: player.id,
    on: formatDay(servedOn(days, player)),
    way,
    receipt: `送达回证（${player.name}）`,
  });
}

/** Where the effective day is fixed and near, the decision was served on the day it was made. */
function servedOn({ decided, served }: Telling["days"], { effectiveOn }: Player): number {
  return effectiveOn !== null && served > day(effectiveOn) ? decided : served;
}

function effectStep({ days, story }: Telling, player: Player): void {
  if (player.exemptOn !== null) return;
  const recorded = workday(effectOf(days, player));
  const light = player.measures.every((measure) => lighterMeasures.includes(measure));
  story.act("take-effect", "zuzhi", Math.max(recorded, days.served), {
    subjectId: player.id,
    effectiveOn: formatDay(effectOf(days, player)),
    announcedOn: formatDay(Math.max(recorded, days.served)),
    formalitiesOn: light ? null : formatDay(Math.max(recorded, days.served)),
  });
}

function effectOf({ effective }: Telling["days"], { effectiveOn }: Player): number {
  return effectiveOn === null ? effective : day(effectiveOn);
}

function afterEffect(telling: Telling): void {
  const { dice, plan, days, story, players } = telling;
  const settled = Math.max(...players.map((player) => workday(effectOf(days, player))), days.effective);
  const circulated = workday(settled + (days.circulated - days.effective));
  const needsCirculation = players.some(
    ({ measures }) =>
      measures.some((measure) => !lighterMeasures.includes(measure)) || measures.includes("circulated-criticism"),
  );
  if (needsCirculation && plan.executed && notAfterToday(circulated)) {
    story.act(
      "record-circulation",
      "bangongshi",
      circulated,
      { on: formatDay(circulated), scope: dice.pick(["unit", "system", "zone", "zone"] as const), documentNumber: "" },
      { series: "云高党政通" },
    );
  }
  for (const player of players) reuseSteps(telling, player);
  for (const player of players) {
    const arranged = workday(settled + (days.arranged - days.effective));
    if (
      player.measures.some((measure) => ended.includes(measure) || measure === "demotion") &&
      plan.executed &&
      notAfterToday(arranged)
    ) {
      story.act("record-arrangement", "zuzhi", arranged, {
        subjectId: player.id,
        on: formatDay(arranged),
        ...arrangementOf(player, dice.pick(["工作专班", "信访值班室", "项目服务组", "档案整理组"])),
      });
    }
    for (const { sanction, months, when, authority } of player.sanctions) {
      if (when === "before") continue;
      const given = workday(effectOf(days, player) + when.daysAfterEffect);
      story.act(
        "record-discipline",
        "jijian",
        given,
        { subjectId: player.id, sanction, effective: formatDay(given), months, authority, documentNumber: "" },
        { series: "云高纪" },
      );
    }
    for (const consent of player.consents) {
      story.act(
        "record-consent",
        "zuzhi",
        day(consent),
        { subjectId: player.id, on: consent, body: "superior-personnel-department", documentNumber: "" },
        { series: "望组干函" },
      );
    }
  }
}

function arrangementOf({ measures, level }: Player, group: string): { post: string; rank: string } {
  return measures.includes("demotion")
    ? { post: `${group}工作人员`, rank: reducedFrom(level) }
    : { post: `${group}专项工作`, rank: level === "乡科级正职" ? "二级主任科员" : "四级主任科员" };
}

/** What the upper norm asks of every office once the measures are in effect; a closed case has had all of it. */
function itemSteps({ days, story, players }: Telling): void {
  const bound = players.filter((player) => player.exemptOn === null);
  const persons = bound.filter((player) => player.kind === "person");
  const offices = [
    { by: "jijian", items: ["informing", "self-criticism"], of: persons, series: "云高纪函" },
    {
      by: "jijian",
      items: ["crime-referral", "crime-result"],
      of: persons.filter(({ gravity }) => gravity === "crime"),
      series: "云高纪函",
    },
    { by: "zuzhi", items: ["archiving"], of: persons, series: "云高组函" },
    { by: "bangongshi", items: ["reporting"], of: bound, series: "云高党政函" },
  ];
  for (const { by, items, of, series } of offices) {
    if (of.length === 0) continue;
    const on = workday(Math.max(days.effective, ...of.map((player) => effectOf(days, player))) + 3);
    story.act(
      "complete-items",
      by,
      on,
      {
        items: of.flatMap((player) => items.map((item) => ({ subjectId: player.id, item }))),
        on: formatDay(on),
        documentNumber: "",
        note: "已按规定办理",
        evidence: [],
      },
      { series },
    );
  }
}

function appealSteps(telling: Telling): void {
  const { dice, days, story, players } = telling;
  for (const player of players) {
    if (player.appealAfter === null) continue;
    const received = workday(days.served + player.appealAfter);
    story.act("record-appeal", "jijian", received, {
      subjectId: player.id,
      on: formatDay(received),
      ground: appealGround(dice),
    });
    if (player.appealCameTo !== null) answerSteps(telling, player, received);
  }
}

/** The first of its kind in the case is meant; which place in the history that is, is known when all steps stand in order. */
const toBePlaced = 0;

/** Examined by other people than those who handled the case; where it came to a change, deliberated, changed and served anew. */
function answerSteps(telling: Telling, player: Player, received: number): void {
  const { plan, days, story, reached } = telling;
  const { appealCameTo: cameTo, id: subjectId } = player;
  if (cameTo === null) return;
  const examined = workday(received + 26);
  story.act(
    "examine-appeal",
    "shenli",
    examined,
    {
      appeal: toBePlaced,
      on: formatDay(examined),
      result: cameTo.result,
      findings: appealFindings[cameTo.result],
      documentNumber: "",
    },
    { series: "云高纪复" },
  );
  if (cameTo.result === "upheld") return;
  const [sat, changed, served] = [workday(examined + 6), workday(examined + 8), workday(examined + 11)];
  story.act("record-deliberation", "bangongshi", sat, {
    ...deliberationOf(plan.body),
    on: formatDay(sat),
    topic: "研究申诉复查结果",
    result: "同意复查意见，变更原决定。",
    minutes: "会议听取申诉复查情况汇报，认为原决定认定事实清楚，但对补救情节考虑不够，一致同意变更。",
  });
  story.act(
    "change-decision",
    "shuji",
    changed,
    {
      subjectId,
      ground: { type: "appeal", appeal: toBePlaced },
      change: {
        kind: "changed",
        outcome: {
          type: "accountable",
          gravity: player.gravity,
          gravityReasons: "问题属实、情节较重，但事后主动补救，损失大部分挽回。",
          strongReaction: false,
          vileInfluence: false,
          measures: [...cameTo.to],
          handling: "handling",
          handlingReasons: null,
          originalLevel: null,
          reducedLevel: null,
          appliedOn: null,
        },
        effectiveOn: formatDay(effectOf(days, player)),
      },
      body: plan.body,
      on: formatDay(changed),
      documentNumber: "",
      reasons: "申诉复查认为原处理偏重，经集体研究变更。",
    },
    { series: "云高党工问" },
  );
  story.act("serve", "bangongshi", served, {
    subjectId,
    on: formatDay(served),
    way: "in-person",
    receipt: `送达回证（${player.name}，变更决定）`,
  });
  if (reached("closed")) executedAnew(telling, player, workday(served + 4));
}

/** What a changed decision asks of the offices once more; then the case is closed again. */
function executedAnew({ story }: Telling, { id: subjectId }: Player, when: number): void {
  const on = formatDay(when);
  story.act(
    "record-circulation",
    "bangongshi",
    when,
    { on, scope: "zone", documentNumber: "" },
    { series: "云高党政通" },
  );
  story.act("record-formalities", "zuzhi", when, { subjectId, on });
  for (const { by, items, series } of [
    { by: "jijian", items: ["informing"], series: "云高纪函" },
    { by: "zuzhi", items: ["announcement", "archiving"], series: "云高组函" },
    { by: "bangongshi", items: ["reporting"], series: "云高党政函" },
  ] as const)
    story.act(
      "complete-items",
      by,
      when,
      {
        items: items.map((item) => ({ subjectId, item })),
        on,
        documentNumber: "",
        note: "变更后的决定已按规定办理",
        evidence: [],
      },
      { series },
    );
  const closed = workday(when + 5);
  story.act("close", "shenli", closed, { on: formatDay(closed), summary: "变更后的决定执行完毕，案卷补充归档。" });
}

/** Asked for, consented to by the superior department, decided: in an equivalent post. */
function reuseSteps({ story }: Telling, { id: subjectId, level, reuse }: Player): void {
  if (reuse === null) return;
  story.act("request-reuse", "zuzhi", day(reuse.askedOn), {
    subjectId,
    on: reuse.askedOn,
    purpose: "equivalent-post",
    organizationName: "云岭高新区政务服务中心",
    post: "主任",
    level: level ?? "",
    reasons: "影响期已满，期间表现良好，考核均为称职，工作需要。",
  });
  story.act(
    "decide-reuse",
    "shuji",
    day(reuse.decidedOn),
    { reuse: toBePlaced, on: reuse.decidedOn, approved: true, documentNumber: "", reasons: null },
    { series: "云高党干" },
  );
}

function closingStep({ dice, days, story, players }: Telling): void {
  const last = Math.max(days.closed, ...players.map((player) => workday(effectOf(days, player)) + 21));
  story.act("close", "shenli", workday(last), { on: formatDay(workday(last)), summary: closingSummary(dice) });
}

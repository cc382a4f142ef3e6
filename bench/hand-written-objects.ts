// Objects of the facts format answered by a programmer who knows words and texts by heart: the words are looked up in literals, the
// days read and written by the same calendar functions, the answers worked out by hand-written-both.ts, a block at a time.

import { NO_DAY, makeColumns, makeResults } from "#law/bulk/columns.ts";
import type { EligibilityResults } from "#law/bulk/columns.ts";
import { formatDay, parseDay } from "#law/reckon/days.ts";
import { ANSWERS } from "#law/reckon/eligibility.ts";
import type { AnswerKind } from "#law/reckon/eligibility.ts";
import type { FactsObject } from "./asked-objects.ts";
import type { ShortAnswer } from "./facts-objects.ts";
import { answerBothByHand } from "./hand-written-both.ts";

/** Places in the vocabulary that this file takes for granted; the bench compares every answer. */
const measurePlaces = new Map(
  [
    "批评教育",
    "责令作出检查",
    "通报批评",
    "诫勉",
    "调离岗位",
    "引咎辞职",
    "责令辞职",
    "免职",
    "降职",
    "其他组织处理",
  ].map((name, place) => [name, place]),
);
const sanctionPlaces = new Map(
  [
    "党内警告",
    "党内严重警告",
    "撤销党内职务",
    "留党察看",
    "开除党籍",
    "政务警告",
    "政务记过",
    "政务记大过",
    "政务降级",
    "政务撤职",
    "政务开除",
  ].map((name, place) => [name, place]),
);
const purposePlaces = new Map(
  ["提拔", "任相当领导职务", "晋升职级", "进一步使用", "年度考核评优", "评选先进"].map((name, place) => [name, place]),
);
const levelPlaces = new Map(
  ["厅局级正职", "厅局级副职", "县处级正职", "县处级副职", "乡科级正职", "乡科级副职", "科员级"].map((name, place) => [
    name,
    place,
  ]),
);

/** 9999-12-31 stands for a bar without an end. */
const PERMANENT = 2_932_896;

// So many at once stay in the processor's nearest memory.
const blockLength = 512;
const columns = makeColumns(blockLength);
const results = makeResults(blockLength);

/** Both layers, in the order of the list. */
export function answerObjectsByHand(list: readonly FactsObject[]): ShortAnswer[] {
  const answers: ShortAnswer[] = [];
  for (let start = 0; start < list.length; start += blockLength) {
    const stop = Math.min(start + blockLength, list.length);
    for (let at = start; at < stop; at += 1) {
      const facts = list[at];
      if (facts !== undefined) fill(at - start, facts);
    }
    answerBothByHand(columns, results);
    for (let at = 0; at < stop - start; at += 1) answers.push(shortOf(results, at));
  }
  return answers;
}

function fill(index: number, { person, measures, sanctions, consents, openMatters, question }: FactsObject): void {
  const measure = measures[0];
  if (measure === undefined) {
    columns.measure[index] = -1;
  } else {
    columns.measure[index] = measurePlaces.get(measure.kind) ?? -1;
    columns.ground[index] = measure.ground === "不适宜担任现职" ? 1 : 0;
    columns.adjustment[index] = measure.handling === "组织调整" ? 1 : 0;
    columns.decided[index] = dayOf(measure.decided);
    columns.effective[index] = dayOf(measure.effective ?? measure.decided);
    columns.originalLevel[index] = levelOf(measure.originalLevel);
    columns.presentLevel[index] = levelOf(measure.presentLevel);
    columns.reducedLevel[index] = levelOf(measure.reducedLevel);
  }
  const sanction = sanctions[0];
  if (sanction === undefined) {
    columns.sanction[index] = -1;
  } else {
    columns.sanction[index] = sanctionPlaces.get(sanction.kind) ?? -1;
    columns.sanctionDecided[index] = dayOf(sanction.decided);
    columns.sanctionEffective[index] = dayOf(sanction.effective ?? sanction.decided);
    columns.sanctionMonths[index] = sanction.months ?? 0;
    columns.sanctionExtended[index] = sanction.extended ?? 0;
    columns.sanctionRestored[index] = dayOf(sanction.restored);
    columns.sanctionLevel[index] = levelOf(sanction.level);
  }
  columns.purpose[index] = purposePlaces.get(question.purpose) ?? 0;
  const toLevel = levelOf(question.toLevel);
  columns.toLevel[index] = toLevel;
  columns.personLevel[index] = levelOf(person.level);
  columns.openMatters[index] = openMatters;
  columns.incomplete[index] = person.historyComplete ? 0 : 1;
  let surely = NO_DAY;
  let perhaps = NO_DAY;
  if (question.date === null || question.date === undefined) {
    columns.date[index] = question.year ?? 0;
  } else {
    const date = dayOf(question.date);
    columns.date[index] = date;
    for (const consent of consents) {
      const day = dayOf(consent.on);
      if (day >= date) continue;
      const level = levelOf(consent.toLevel);
      // For its level and lower ones; where no level is asked about, nobody can say.
      if (level < 0 || (toLevel >= 0 && level <= toLevel)) {
        if (day > surely) surely = day;
        if (day > perhaps) perhaps = day;
      } else if (toLevel < 0 && day > perhaps) perhaps = day;
    }
  }
  columns.consent[index] = surely;
  columns.consentPerhaps[index] = perhaps;
}

function dayOf(text: string | null | undefined): number {
  return text === null || text === undefined ? NO_DAY : (parseDay(text) ?? NO_DAY);
}

function levelOf(name: string | null | undefined): number {
  return name === null || name === undefined ? -1 : (levelPlaces.get(name) ?? -1);
}

function shortOf(from: EligibilityResults, index: number): ShortAnswer {
  return {
    answer: kindOf(from.answer[index]),
    until: textOf(from.until[index]),
    layers: {
      regulation: { answer: kindOf(from.regulation[index]), until: textOf(from.regulationUntil[index]) },
      upper: { answer: kindOf(from.upper[index]), until: textOf(from.upperUntil[index]) },
    },
  };
}

function kindOf(code: number | undefined): AnswerKind {
  return ANSWERS[code ?? 0] ?? "clear";
}

function textOf(day: number | undefined): string | null {
  return day === undefined || day === NO_DAY || day === PERMANENT ? null : formatDay(day);
}

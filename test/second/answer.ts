// The four questions, answered a second time from the readings alone: slow, plain, and sharing nothing with src/law.

import {
  LEVELS,
  type AnswerWord,
  type FactSet,
  type LayerAnswer,
  type LayerName,
  type Level,
  type Outcome,
  type Question,
  type SanctionKind,
} from "./facts.ts";
import {
  type Bar,
  REGULATION_FROM,
  barsOf,
  before,
  effectiveOn,
  isHandlingForAccountability,
  writtenBar,
} from "./restrictions.ts";

const PARTY_SANCTIONS: readonly SanctionKind[] = ["党内警告", "党内严重警告", "撤销党内职务", "留党察看", "开除党籍"];

/** The stricter first. */
const ORDER: readonly AnswerWord[] = ["barred", "needs-confirmation", "needs-consent", "pending", "clear"];

/** Null where the records cannot be: Party discipline of someone who is no Party member. */
export function answerSecond(facts: FactSet): Outcome | null {
  if (!facts.person.partyMember && facts.sanctions.some((one) => PARTY_SANCTIONS.includes(one.kind))) return null;
  const bars = barsOf(facts);
  const layers = { regulation: layerAnswer(facts, bars, "regulation"), upper: layerAnswer(facts, bars, "upper") };
  const bearing = bars.filter((bar) => barAnswer(bar, facts.question).answer !== "clear");
  return {
    ...stricter(layers.regulation, layers.upper),
    layers,
    restrictions: bearing.map(writtenBar),
    all: bars.map(writtenBar),
  };
}

function layerAnswer(facts: FactSet, bars: readonly Bar[], layer: LayerName): LayerAnswer {
  let answer: LayerAnswer = { answer: "clear", until: null };
  for (const bar of bars) {
    if (bar.layer === layer) answer = stricter(answer, barAnswer(bar, facts.question));
  }
  if (layer === "regulation") {
    if (lacksConsent(facts, bars)) answer = stricter(answer, { answer: "needs-consent", until: null });
  }
  // The readings do not say in which layer an open matter counts: in both, as the engine has it.
  if (facts.openMatters > 0) answer = stricter(answer, { answer: "pending", until: null });
  return answer;
}

function barAnswer(bar: Bar, question: Question): LayerAnswer {
  const open: LayerAnswer = { answer: "clear", until: null };
  if ("year" in question) {
    if (bar.bars !== question.purpose || bar.from.year !== question.year) return open;
    return { answer: "barred", until: bar.until.toString() };
  }
  if (bar.bars !== "提拔" && bar.bars !== "任相当领导职务") return open;
  const date = Temporal.PlainDate.from(question.date);
  if (before(date, bar.from)) return open;
  const running = !before(bar.until, date);
  const grey = bar.grey !== null && bar.grey.equals(date);
  if (!running && !grey) return open;
  const hit = hits(bar, question.purpose, question.toLevel ?? null);
  if (hit === "no") return open;
  if (hit === "unknown" || grey) return { answer: "needs-confirmation", until: null };
  return { answer: "barred", until: bar.until.toString() };
}

/** Does the bar close the post asked for? "unknown" where the level it is measured against is not recorded. */
function hits(bar: Bar, purpose: "提拔" | "任相当领导职务", toLevel: Level | null): "yes" | "no" | "unknown" {
  if (bar.everyLevel) return "yes";
  if (bar.bars === "提拔" && purpose === "任相当领导职务") {
    return toLevel !== null && bar.baseline !== null && rank(toLevel) > rank(bar.baseline) ? "yes" : "no";
  }
  if (toLevel === null) return "yes";
  if (bar.baseline === null) return "unknown";
  if (bar.bars === "提拔") return rank(toLevel) > rank(bar.baseline) ? "yes" : "no";
  return rank(toLevel) >= rank(bar.baseline) ? "yes" : "no";
}

function rank(level: Level): number {
  return LEVELS.length - LEVELS.indexOf(level);
}

/**
 * Art. 13 ¶2: used again after the period has expired, only with the consent of the superior personnel department, given before.
 * On the grey day it is not yet settled that the period has expired; the readings leave that open, this is as the engine has it.
 */
function lacksConsent(facts: FactSet, bars: readonly Bar[]): boolean {
  const question = facts.question;
  if ("year" in question || before(Temporal.PlainDate.from(question.date), REGULATION_FROM)) return false;
  const date = Temporal.PlainDate.from(question.date);
  let latest: Temporal.PlainDate | null = null;
  for (const bar of bars) {
    if (!asksForConsent(facts, bar) || !before(bar.grey ?? bar.until, date)) continue;
    const effective = effectiveOf(facts, bar.because);
    if (latest === null || before(latest, effective)) latest = effective;
  }
  if (latest === null) return false;
  for (const consent of facts.consents) {
    const given = Temporal.PlainDate.from(consent);
    if (!before(given, latest) && before(given, date)) return false;
  }
  return true;
}

/**
 * 受到组织处理或者纪律处分: the periods of every sanction and of every handling for accountability; not of 诫勉, nor of what the
 * decision calls 组织调整. 其他组织处理 has no period of its own but the year of lost honours, which then is what expires.
 */
function asksForConsent(facts: FactSet, bar: Bar): boolean {
  const career = bar.bars === "提拔" || bar.bars === "任相当领导职务";
  if (typeof bar.because === "string") return career;
  const measure = facts.measures[bar.because];
  if (measure === undefined || !isHandlingForAccountability(measure)) return false;
  return bar.layer === "regulation" && (career || measure.kind === "其他组织处理");
}

function effectiveOf(facts: FactSet, because: number | string): Temporal.PlainDate {
  const measure = typeof because === "number" ? facts.measures[because] : undefined;
  if (measure !== undefined) return effectiveOn(measure);
  return Temporal.PlainDate.from(facts.sanctions[Number(String(because).split(":")[1])]?.effective ?? "");
}

/** The stricter answer; of two bars, the later last day. */
function stricter(one: LayerAnswer, other: LayerAnswer): LayerAnswer {
  const difference = ORDER.indexOf(one.answer) - ORDER.indexOf(other.answer);
  if (difference !== 0) return difference < 0 ? one : other;
  if (one.until === null || other.until === null) return one.until === null ? other : one;
  return one.until >= other.until ? one : other;
}

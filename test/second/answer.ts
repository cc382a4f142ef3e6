// The six questions, answered a second time from the documents alone: slow, plain, and sharing nothing with src/law.

import { yearOf } from "./days.ts";
import {
  ANSWERS,
  type AnswerWord,
  type FactLine,
  type LayerAnswer,
  type LayerName,
  type Outcome,
  type Reason,
} from "./facts.ts";
import { consentReasons } from "./consent.ts";
import { counts, dayAsked, decidedOn, effectiveOn } from "./norms.ts";
import { readLine, type LineError } from "./read.ts";
import { reachOf } from "./reach.ts";
import { DEFAULTS, type Readings } from "./readings.ts";
import { barsOf, isPeriod, writtenBar, type Bar, type Bars } from "./restrictions.ts";

/** One line of the facts format; a bad one gives the path of its fault. */
export function answerSecond(line: unknown, base: Readings = DEFAULTS): Outcome | LineError {
  const read = readLine(line);
  return "error" in read ? read : outcomeOf(read, base);
}

function outcomeOf(facts: FactLine, base: Readings = DEFAULTS): Outcome {
  const bars = barsOf(facts, base);
  const found = { regulation: new Set<Reason>(), upper: new Set<Reason>() };
  const until: Record<LayerName, string | null> = { regulation: null, upper: null };
  const permanent = { regulation: false, upper: false };
  for (const bar of bars.all) {
    const reasons = reasonsOf(facts, bar);
    for (const reason of reasons) found[bar.layer].add(reason);
    if (!reasons.includes("restriction")) continue;
    if (bar.until === null) permanent[bar.layer] = true;
    else if (bar.until > (until[bar.layer] ?? "")) until[bar.layer] = bar.until;
  }
  for (const reason of consentReasons(facts, bars, base)) found.regulation.add(reason);
  for (const layer of layersAhead(facts, bars)) found[layer].add("decided-ahead");
  for (const layer of ["regulation", "upper"] as const) {
    if (facts.person.historyComplete === false) found[layer].add("history-incomplete");
    if (facts.openMatters > 0) found[layer].add("open-matter");
    if (permanent[layer]) until[layer] = null;
  }
  const layers = {
    regulation: { answer: wordFor(found.regulation), until: until.regulation },
    upper: { answer: wordFor(found.upper), until: until.upper },
  };
  const forGood = permanent.regulation || permanent.upper;
  return {
    format: 2,
    id: facts.id,
    ...stricter(layers.regulation, layers.upper),
    ...(forGood ? { until: null } : {}),
    permanent: forGood,
    layers,
    restrictions: bars.all.filter((bar) => isListed(facts, bar)).map(writtenBar),
    reasons: [...found.regulation.union(found.upper)].sort(),
  };
}

/** What a reason makes of the answer. */
const WORD: Record<Reason, AnswerWord> = {
  restriction: "barred",
  "open-matter": "pending",
  "grey-day": "needs-confirmation",
  "level-missing": "needs-confirmation",
  "norm-undecided": "needs-confirmation",
  "history-incomplete": "needs-confirmation",
  "decided-ahead": "needs-confirmation",
  "restoration-missing": "needs-confirmation",
  "period-not-set": "needs-confirmation",
  "consent-missing": "needs-consent",
};

function wordFor(reasons: ReadonlySet<Reason>): AnswerWord {
  let word: AnswerWord = "clear";
  for (const reason of reasons) {
    if (ANSWERS.indexOf(WORD[reason]) < ANSWERS.indexOf(word)) word = WORD[reason];
  }
  return word;
}

/** What a bar says to the question: none, or why it must be answered otherwise than `clear`. */
function reasonsOf(facts: FactLine, bar: Bar): Reason[] {
  const { question } = facts;
  if ("year" in question) {
    const covers = yearOf(bar.from) <= question.year && (bar.until === null || question.year <= yearOf(bar.until));
    if (bar.bars !== question.purpose || !covers) return [];
    if (bar.undecided) return ["norm-undecided"];
    return bar.unset === null ? ["restriction"] : ["period-not-set"];
  }
  const reach = reachOf(facts, bar, question.purpose, question.toLevel ?? null);
  const phase = phaseOn(bar, question.date);
  if (reach === "no" || phase.length === 0) return [];
  if (bar.undecided) return ["norm-undecided"];
  if (reach === "yes") return phase;
  // Once the bar is over, what is missing is not the level.
  if (!isRunningOrGrey(bar, question.date)) return phase;
  return [...phase.filter((reason) => reason !== "restriction"), "level-missing"];
}

/** Where the day lies in the period; nothing before and after it. */
function phaseOn(bar: Bar, date: string): Reason[] {
  if (date < bar.from) return [];
  if (bar.until === null || date <= bar.until) return ["restriction"];
  if (bar.unset !== null) {
    if (date <= bar.unset.until) return ["period-not-set"];
    return date === bar.unset.grey ? ["grey-day"] : [];
  }
  const reasons: Reason[] = [];
  if (date === bar.grey && !bar.goesOn) reasons.push("grey-day");
  if (bar.restorationMissing) reasons.push("restoration-missing");
  return reasons;
}

/** Listed is what runs or is grey, and what is not undecided. */
function isListed(facts: FactLine, bar: Bar): boolean {
  const { question } = facts;
  if (bar.undecided || reasonsOf(facts, bar).length === 0) return false;
  return "year" in question ? bar.unset === null : isRunningOrGrey(bar, question.date);
}

function isRunningOrGrey(bar: Bar, date: string): boolean {
  return bar.until === null || date <= bar.until || (date === bar.grey && !bar.goesOn);
}

/** The layers in which a record would bar that is decided by the day asked and takes effect only after it; asked about posts only. */
function layersAhead(facts: FactLine, bars: Bars): Set<LayerName> {
  const layers = new Set<LayerName>();
  if ("year" in facts.question || facts.question.purpose === "晋升职级") return layers;
  const day = dayAsked(facts);
  for (const bar of bars.all) {
    const record =
      typeof bar.because === "number"
        ? facts.measures[bar.because]
        : facts.sanctions[Number(bar.because.slice("sanction:".length))];
    if (record === undefined || !counts(record, day)) continue;
    if (decidedOn(record) > day || effectiveOn(record) <= day) continue;
    // A sanction in the future is joined to nothing yet. 其他组织处理 has no period, but consent is due at once.
    const joined = typeof bar.because === "string" && bar.layer === "regulation";
    const atOnce = record.kind === "其他组织处理" && bar.layer === "regulation";
    if (atOnce || (isPeriod(bar) && !joined)) layers.add(bar.layer);
  }
  // One that a heavier one of its day will absorb is decided all the same.
  for (const [index, sanction] of facts.sanctions.entries()) {
    if (bars.sanctions.has(index) || !counts(sanction, day)) continue;
    if (decidedOn(sanction) <= day && effectiveOn(sanction) > day) layers.add("upper");
  }
  return layers;
}

/** The stricter answer; of two bars, the later last day. */
function stricter(one: LayerAnswer, other: LayerAnswer): LayerAnswer {
  const difference = ANSWERS.indexOf(one.answer) - ANSWERS.indexOf(other.answer);
  if (difference !== 0) return difference < 0 ? one : other;
  if (one.until === null || other.until === null) return one.until === null ? other : one;
  return one.until >= other.until ? one : other;
}

// Whom a bar meets, from which level it is measured, and on which questions it bears, against what the texts say.
import type { Pack, Problem, Rule, RuleOf } from "../../pack/pack.ts";
import { bodyOf } from "../../text/text.ts";
import { type Fault, eachRule, sayer, unless, unlessIs, unlessSame } from "../faults.ts";
import { clauseAt } from "../problem.ts";
import { NONE } from "../../pack/expand-rules.ts";
import { measuresIn, purposesIn } from "./said.ts";
import { has } from "./named.ts";
import { fieldNames } from "../field-names.ts";
import {
  byHandlingRestricted,
  byMeasuresOfParagraph,
  silenceMisplaced,
  mendSilencePlace,
  byDatedQuestions,
  byPostQuestions,
  baselineContradictsSummary,
  mendBaseline,
} from "./words.ts";

export function checkBars(pack: Pack): Problem[] {
  const { purposes } = pack.vocabulary;
  const say = sayer(pack.vocabulary);
  const dated = purposes.filter((purpose) => purpose.asked === "on-date").map((purpose) => purpose.id);
  const posts = purposes.filter((purpose) => dated.includes(purpose.id) && purpose.post).map((purpose) => purpose.id);
  const restrictions = pack.rules.filter((rule) => rule.kind === "restriction");
  return eachRule(pack, (rule) => {
    if (rule.kind === "restriction") {
      return [...baseline(pack, rule), ...ground(pack, rule), ...handling(pack, rule)];
    }
    if (rule.kind === "pending")
      return unlessSame(QUESTIONS, rule.purposes, purposesIn(pack.vocabulary, rule.quote), say);
    if (rule.kind === "concurrence") {
      return [
        ...unlessSame(QUESTIONS, rule.purposes, dated, say, byDatedQuestions),
        ...unlessSame(
          { field: "measures", ...fieldNames.measures },
          rule.measures,
          restrictedBy(pack, rule.cite),
          say,
          byHandlingRestricted,
        ),
      ];
    }
    if (rule.kind === "consent") {
      return [
        ...unlessSame(QUESTIONS, rule.purposes, posts, say, byPostQuestions),
        ...unlessSame(
          { field: "narrowMeasures", ...fieldNames.narrowMeasures },
          rule.narrowMeasures,
          measuresIn(pack.vocabulary, bodyOf(clauseAt(pack, rule.cite) ?? { text: "" })),
          say,
          byMeasuresOfParagraph,
        ),
      ];
    }
    if (rule.kind !== "silent") return [];
    return unless(
      placesOfSilence(pack, rule, restrictions).includes(rule.cite),
      "cite",
      silenceMisplaced(rule.cite),
      mendSilencePlace,
    );
  });
}

const QUESTIONS = { field: "purposes", ...fieldNames.questions };

/**
 * Where a reasoned silence can stand: at a clause that restricts one of its measures, in the same way if one does (a year, or
 * from day to day), or at a list that names one; for measures that nothing restricts, at the first restriction, or, of
 * sanctions, where discipline at the same time is spoken of. A text that restricts nothing is silent wherever it names measures.
 */
function placesOfSilence(pack: Pack, rule: RuleOf<"silent">, restrictions: readonly RuleOf<"restriction">[]): string[] {
  const { purposes } = pack.vocabulary;
  const asked = (ids: readonly string[]): string[] =>
    purposes.filter((one) => ids.includes(one.id)).map((one) => one.asked);
  if (restrictions.length === 0) {
    return pack.rules
      .filter((one) => one.kind !== "silent" && "measures" in one && one.measures.length > 0)
      .map((one) => one.cite);
  }
  const meeting = restrictions.filter((one) => one.measures.some((measure) => rule.measures.includes(measure)));
  const alike = meeting.filter((one) => asked(one.bars).some((way) => asked(rule.purposes).includes(way)));
  const lists = pack.rules.filter((one) => listsAny(one, rule.measures));
  if (meeting.length > 0) return [...(alike.length > 0 ? alike : meeting), ...lists].map((one) => one.cite);
  const discipline = rule.sanctions.some((sanction) => sanction !== NONE);
  const together = discipline ? pack.rules.filter((one) => one.kind === "concurrence") : [];
  return [...restrictions.slice(0, 1), ...lists, ...together].map((one) => one.cite);
}

function listsAny(rule: Rule, measures: readonly string[]): boolean {
  if (rule.kind === "tier" || rule.kind === "organization-measures")
    return measures.some((one) => rule.measures.includes(one));
  return rule.kind === "ladder" && measures.some((one) => rule.steps.flat().includes(one));
}

/** The level that a bar is measured from is in the summary, since the sentence often leaves it out. */
function baseline(pack: Pack, rule: RuleOf<"restriction">): Fault[] {
  const { presentLevel, originalLevel, reducedLevel } = pack.vocabulary.marks;
  const marks = { present: presentLevel, original: originalLevel, reduced: reducedLevel };
  const said = (Object.keys(marks) as (keyof typeof marks)[]).filter((level) => has(rule.summary.zh, marks[level]));
  return unless(
    rule.baseline === null ? said.length === 0 : said.length === 1 && said[0] === rule.baseline,
    "baseline",
    baselineContradictsSummary(rule.baseline, rule.summary.zh),
    mendBaseline,
  );
}

/** 问责 or 不适宜担任现职 in the words; a regulation on accountability means it throughout. */
function ground(pack: Pack, rule: RuleOf<"restriction">): Fault[] {
  const { names, marks } = pack.vocabulary;
  const unsuitable = rule.quote.includes(names.grounds.unsuitable.zh);
  const accountability = pack.layer === "regulation" || has(rule.quote, marks.accountability);
  const due = unsuitable ? ["unsuitable"] : accountability ? ["accountability"] : ["accountability", "unsuitable"];
  return unlessSame({ field: "ground", ...fieldNames.ground }, rule.ground, due);
}

/** Where a reading tells 组织调整 from 组织处理, 处理 in the words means the latter; other norms name the measure itself. */
function handling(pack: Pack, rule: RuleOf<"restriction">): Fault[] {
  const distinguished = pack.settings.some((setting) => setting.name === "organizationalAdjustment");
  const due = distinguished && has(rule.quote, pack.vocabulary.marks.handled) ? "handling" : "any";
  return unlessIs({ field: "handling", ...fieldNames.handling }, rule.handling, due);
}

/** The organizational measures that the same article restricts: those are what discipline can come together with. */
function restrictedBy(pack: Pack, cite: string): string[] {
  const article = (place: string): string => place.split(".")[0] ?? "";
  const here = pack.rules
    .filter((one) => one.kind === "restriction")
    .filter((one) => article(one.cite) === article(cite));
  const organizational = pack.vocabulary.measures.filter((one) => one.class === "organizational");
  return organizational.filter((one) => here.some((rule) => rule.measures.includes(one.id))).map((one) => one.id);
}

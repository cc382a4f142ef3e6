// The checks of the further kinds of rule: names that must exist, and words that must agree with the fields.
import type { Pack, RuleOf } from "../pack/pack.ts";
import type { FurtherRule } from "../pack/rule-kinds.ts";
import type { Condition, NamedWords } from "../pack/rule-parts.ts";
import { monthsOf } from "../compile/table.ts";
import type { Vocabulary } from "../pack/vocabulary.ts";
import { escalationAgrees } from "./wording/escalations.ts";
import { type Fault, differs, sayer, unless, unlessIs, unlessSame } from "./faults.ts";
import { forceAgrees } from "./wording/force.ts";
import { allMeasuresIn, allSanctionsIn, lengthsIn, measuresIn } from "./wording/said.ts";
import { deadlineAgrees, stepAgrees } from "./wording/terms.ts";
import { has, namedIn } from "./wording/named.ts";
import { fieldNames } from "./field-names.ts";
import {
  stepsOutOfOrder,
  branchNotWhole,
  conditionEnd,
  thresholdMissing,
  mendThresholdMissing,
  thresholdUnsaid,
  mendThresholdUnsaid,
  orderReversed,
  mendOrder,
  wordsNotQuoted,
  mendNamedWords,
  nameCutShort,
  mendNameCutShort,
} from "./words.ts";

export type Names = {
  measures: string[];
  sanctions: string[];
  bodies: string[];
  groups: string[];
  conditions: Condition[];
};

/** All names that a rule uses, by the list in which each must stand. */
export function namesOfFurther(rule: FurtherRule): Names {
  const none: Names = { measures: [], sanctions: [], bodies: [], groups: [], conditions: [] };
  switch (rule.kind) {
    case "general-definition":
      return { ...none, groups: rule.groups };
    case "modifier":
    case "responsibility":
    case "extension":
    case "out-of-scope":
      return none;
    case "ladder":
      return { ...none, measures: rule.steps.flat() };
    case "addition":
      return { ...none, measures: [...rule.measures, ...rule.adds] };
    case "measure-term":
      return { ...none, measures: rule.measures, bodies: rule.by };
    case "escalation-by-count":
    case "escalation-without-effect":
      return { ...none, measures: [...rule.measures, ...rule.to] };
    case "route":
      return { ...none, measures: rule.measures, conditions: rule.branches.map((branch) => branch.when) };
    case "effect":
      return {
        ...none,
        measures: [...rule.measures, ...start(rule.fromMeasure)],
        sanctions: rule.sanctions,
        conditions: rule.when === null ? [] : [rule.when],
      };
    case "absorption":
      return { ...none, measures: [...rule.measures, ...rule.over.measures], sanctions: rule.over.sanctions };
    case "deadline":
    case "step":
      return { ...none, measures: rule.measures, bodies: rule.by };
    case "publication":
      return { ...none, measures: [...rule.measures, ...start(rule.fromMeasure)] };
  }
}

/** Where the words of the quote and the fields disagree. */
export function furtherAgreement(pack: Pack, rule: FurtherRule): Fault[] {
  const { vocabulary } = pack;
  const { quote } = rule;
  switch (rule.kind) {
    case "out-of-scope":
      return [];
    case "general-definition":
      return inQuote(quote, "results", rule.results);
    case "ladder":
      return [
        ...measuresAgree(vocabulary, "steps", measuresIn(vocabulary, quote), rule.steps.flat()),
        ...unless(rises(vocabulary, quote, rule.steps), "steps", stepsOutOfOrder),
      ];
    case "addition":
      return [
        ...measuresAgree(vocabulary, "measures, adds", measuresIn(vocabulary, quote), [...rule.measures, ...rule.adds]),
        ...inOrder(vocabulary, quote, "measures", rule.measures, "adds", rule.adds),
        ...forceAgrees(vocabulary, rule),
      ];
    case "measure-term":
      return [
        ...measuresAgree(vocabulary, "measures", allMeasuresIn(vocabulary, quote), rule.measures),
        ...spanAgrees(vocabulary, quote, rule),
        ...inQuote(quote, "followUp", rule.followUp === null ? [] : [rule.followUp]),
      ];
    case "modifier":
      return [...inQuote(quote, "grounds", rule.grounds), ...forceAgrees(vocabulary, rule)];
    case "responsibility":
      return [...inQuote(quote, "tiers", rule.tiers), ...forceAgrees(vocabulary, rule)];
    case "escalation-by-count":
    case "escalation-without-effect":
      return escalationAgrees(vocabulary, rule);
    case "route":
      return routeAgrees(vocabulary, rule);
    case "effect":
      return effectAgrees(vocabulary, rule);
    case "absorption":
      return absorptionAgrees(vocabulary, rule);
    case "extension":
      return [
        ...inQuote(quote, "to", rule.to),
        ...inQuote(quote, "condition", rule.condition === null ? [] : [rule.condition]),
        ...forceAgrees(vocabulary, rule),
      ];
    case "deadline":
      return [...deadlineAgrees(pack, rule), ...forceAgrees(vocabulary, rule)];
    case "step":
      return stepAgrees(pack, rule);
    case "publication":
      return publicationAgrees(vocabulary, rule);
  }
}

function routeAgrees(vocabulary: Vocabulary, rule: RuleOf<"route">): Fault[] {
  const { quote } = rule;
  return [
    // Its steps may name measures of their own.
    ...unlessSame(
      { field: "measures", ...fieldNames.measures },
      rule.measures,
      allMeasuresIn(
        vocabulary,
        beforeFirst(
          quote,
          rule.branches.map((branch) => branch.words),
        ),
      ),
      sayer(vocabulary),
    ),
    ...rule.branches.flatMap((branch) => [
      ...unless(standsWhole(quote, branch.words), "branches.words", branchNotWhole(branch.words)),
      ...inQuote(branch.words, "branches.steps", branch.steps),
      ...conditionFaults(vocabulary, branch.words, "branches.when", branch.when),
    ]),
  ];
}

function effectAgrees(vocabulary: Vocabulary, rule: RuleOf<"effect">): Fault[] {
  const { quote } = rule;
  return [
    ...thresholdFaults(vocabulary, rule, allMeasuresIn(vocabulary, quote)),
    ...(rule.fromMeasure === null
      ? measuresAgree(vocabulary, "measures", allMeasuresIn(vocabulary, quote), rule.measures)
      : []),
    ...unlessSame(
      { field: "sanctions", ...fieldNames.sanctions },
      rule.sanctions,
      allSanctionsIn(vocabulary, quote),
      sayer(vocabulary),
    ),
    ...inQuote(quote, "effects", rule.effects),
    ...effectLasts(vocabulary, quote, rule.for),
    ...conditionFaults(vocabulary, quote, "when", rule.when),
    ...forceAgrees(vocabulary, rule),
  ];
}

function absorptionAgrees(vocabulary: Vocabulary, rule: RuleOf<"absorption">): Fault[] {
  const { quote } = rule;
  return [
    ...measuresAgree(vocabulary, "measures, over.measures", allMeasuresIn(vocabulary, quote), [
      ...rule.measures,
      ...rule.over.measures,
    ]),
    ...inOrder(vocabulary, quote, "measures", rule.measures, "over.measures", rule.over.measures),
    ...unlessSame(
      { field: "over.sanctions", ...fieldNames.sanctions },
      rule.over.sanctions,
      allSanctionsIn(vocabulary, quote),
      sayer(vocabulary),
    ),
    ...unlessIs({ field: "absorbs", ...fieldNames.absorbs }, rule.absorbs, !has(quote, vocabulary.marks.without)),
  ];
}

function publicationAgrees(vocabulary: Vocabulary, rule: RuleOf<"publication">): Fault[] {
  const { quote } = rule;
  return [
    ...thresholdFaults(vocabulary, rule, allMeasuresIn(vocabulary, quote)),
    ...(rule.fromMeasure === null
      ? measuresAgree(vocabulary, "measures", allMeasuresIn(vocabulary, quote), rule.measures)
      : []),
    ...inQuote(quote, "scopes", rule.scopes),
    ...inQuote(quote, "kept", rule.kept === null ? [] : [rule.kept]),
    ...forceAgrees(vocabulary, rule),
  ];
}

/**
 * The attributes and levels of a condition are those that the words name. A rank (科级) is in the words of an attribute or names
 * the levels of that rank; either will do.
 */
export function conditionFaults(vocabulary: Vocabulary, words: string, field: string, when: Condition | null): Fault[] {
  const whom = whomIn(words);
  const { ranks, partyMembers, notPartyMembers } = vocabulary.marks;
  const { attributes = [], levels = [], partyMember = null } = when ?? {};
  const named = namedIn(whom, vocabulary.attributes, (attribute) => attribute.words);
  const byRank = named.filter((attribute) => attribute.words.some((word) => ranks.includes(word)));
  const asLevels = levels.length > 0 || byRank.length === 0;
  const due = named.filter((attribute) => !asLevels || !byRank.includes(attribute)).map((attribute) => attribute.id);
  const levelsDue = vocabulary.levels.map((level) => level.id).filter((level) => levelNamed(whom, level, ranks));
  return [
    ...unlessSame({ field: `${field}.attributes`, ...fieldNames.attributes }, attributes, due, sayer(vocabulary)),
    ...unlessSame({ field: `${field}.levels`, ...fieldNames.levels }, levels, asLevels ? levelsDue : []),
    ...(when === null
      ? []
      : unlessIs(
          { field: `${field}.partyMember`, ...fieldNames.partyMember },
          partyMember,
          has(whom, notPartyMembers) ? false : has(whom, partyMembers) ? true : null,
        )),
  ];
}

/** The part of a sentence that says whom it is about; what follows may name a reserve list as what is barred. */
function whomIn(words: string): string {
  const end = words.includes(conditionEnd) ? words.lastIndexOf(conditionEnd) : words.indexOf("，");
  return end < 0 ? words : words.slice(0, end);
}

/** 科级 names both levels of that rank. */
function levelNamed(words: string, level: string, ranks: readonly string[]): boolean {
  return words.includes(level) || ranks.some((rank) => level.includes(rank) && words.includes(rank));
}

/** "…以上" in the quote and the threshold in the field go together, and the step named is the one in the field. */
export function thresholdFaults(
  vocabulary: Vocabulary,
  rule: { measures: readonly string[]; fromMeasure: string | null; quote: string },
  named: readonly string[],
): Fault[] {
  const upward = vocabulary.measures.some((measure) =>
    vocabulary.marks.upward.some((mark) => rule.quote.includes(`${measure.name.zh}${mark}`)),
  );
  if (rule.fromMeasure === null) {
    return unless(!upward, "fromMeasure", thresholdMissing, mendThresholdMissing);
  }
  return [
    ...unless(upward, "fromMeasure", thresholdUnsaid, mendThresholdUnsaid),
    ...unlessSame({ field: "fromMeasure", ...fieldNames.step }, [rule.fromMeasure], named, sayer(vocabulary)),
  ];
}

function measuresAgree(
  vocabulary: Vocabulary,
  field: string,
  named: readonly string[],
  fields: readonly string[],
): Fault[] {
  return unlessSame({ field, ...fieldNames.theMeasures }, [...new Set(fields)], named, sayer(vocabulary));
}

/** The place at which each measure is named; a name within a longer one does not count. */
function placesOfMeasures(vocabulary: Vocabulary, quote: string): Map<string, number> {
  const names = vocabulary.measures
    .flatMap((measure) => [measure.name.zh, ...measure.words].map((name) => ({ id: measure.id, name })))
    .toSorted((one, other) => other.name.length - one.name.length);
  let rest = quote;
  const places = new Map<string, number>();
  for (const { id, name } of names) {
    const place = rest.indexOf(name);
    if (place < 0) continue;
    if (!places.has(id)) places.set(id, place);
    rest = rest.replaceAll(name, "\n".repeat(name.length));
  }
  return places;
}

/** Whether the measures stand in the quote in the order of the steps, and each step where a ；parts it from the next. */
function rises(vocabulary: Vocabulary, quote: string, steps: readonly string[][]): boolean {
  const places = placesOfMeasures(vocabulary, quote);
  const spans = steps.map((step) => step.map((id) => places.get(id) ?? 0));
  const ordered = spans.every(
    (span, index) => index === 0 || Math.min(...span) > Math.max(...(spans[index - 1] ?? [])),
  );
  if (!ordered || !quote.includes("；")) return ordered;
  const part = (at: number): number => quote.slice(0, at).split("；").length;
  const parts = spans.map((span) => [...new Set(span.map(part))]);
  return parts.every((one) => one.length === 1) && new Set(parts.flat()).size === parts.length;
}

/** What is given first stands first in the sentence: 给予诫勉的，可以合并给予通报批评. */
function inOrder(
  vocabulary: Vocabulary,
  quote: string,
  first: string,
  before: readonly string[],
  second: string,
  after: readonly string[],
): Fault[] {
  const places = placesOfMeasures(vocabulary, quote);
  const at = (ids: readonly string[]): number[] => ids.flatMap((id) => places.get(id) ?? []);
  if (at(before).length === 0 || at(after).length === 0) return [];
  return unless(
    Math.max(...at(before)) < Math.min(...at(after)),
    `${first}, ${second}`,
    orderReversed(first, second),
    mendOrder(first, second),
  );
}

function inQuote(quote: string, field: string, named: readonly NamedWords[]): Fault[] {
  return named.flatMap(({ name, words }) => [
    ...cutShort(quote, `${field}.words`, name.zh, words),
    ...unless(quote.includes(words), `${field}.words`, wordsNotQuoted(words), mendNamedWords(field)),
  ]);
}

/** The words go as far as the name does, where the quote says more of it: 村干部 is not 干部. */
export function cutShort(quote: string, field: string, name: string, words: string): Fault[] {
  const places = [...quote.matchAll(new RegExp(RegExp.escape(words), "gu"))].map((match) => match.index);
  const cut = places.some((at) => {
    const [before, after] = [quote.charAt(at - 1), quote.charAt(at + words.length)];
    return (before !== "" && name.includes(before + words)) || (after !== "" && name.includes(words + after));
  });
  return unless(!cut, field, nameCutShort(words, name), mendNameCutShort(field));
}

/** 三个月至六个月: the shorter is the least, the longer the most; 不超过六个月 is a most alone. */
function spanAgrees(
  vocabulary: Vocabulary,
  quote: string,
  rule: { atLeast: string | null; atMost: string | null },
): Fault[] {
  const lengths = lengthsIn(vocabulary, quote).toSorted((one, other) => monthsOf(one) - monthsOf(other));
  const [low, high] = lengths;
  const most = has(quote, vocabulary.marks.atMost);
  const least = has(quote, vocabulary.marks.atLeast);
  const due = {
    atLeast: high === undefined && most && !least ? null : (low ?? null),
    atMost: high ?? (least && !most ? null : (low ?? null)),
  };
  const same = (one: string | null, other: string | null): boolean =>
    one === other || (one !== null && other !== null && monthsOf(one) === monthsOf(other));
  return (["atLeast", "atMost"] as const).flatMap((field) =>
    same(rule[field], due[field])
      ? []
      : [differs({ field, ...fieldNames[field] }, rule[field] ?? "null", due[field] ?? "null")],
  );
}

function effectLasts(vocabulary: Vocabulary, quote: string, length: string | null): Fault[] {
  const named = lengthsIn(vocabulary, quote);
  const fine =
    length === null
      ? named.length === 0
      : named.some((one) => (one === "year") === (length === "year") && monthsOf(one) === monthsOf(length));
  return fine ? [] : [differs({ field: "for", ...fieldNames.period }, length ?? "null", named.join("、") || "null")];
}

/** Whether words stand in a text from one sign of punctuation to another. */
function standsWhole(text: string, words: string): boolean {
  const at = text.indexOf(words);
  const edge = (place: number): boolean =>
    place < 0 || place >= text.length || /[，。；：、“”（）]/u.test(text.charAt(place));
  return at >= 0 && edge(at - 1) && edge(at + words.length);
}

function beforeFirst(quote: string, parts: readonly string[]): string {
  const places = parts.map((part) => quote.indexOf(part)).filter((at) => at >= 0);
  return places.length === 0 ? quote : quote.slice(0, Math.min(...places));
}

const start = (measure: string | null): string[] => (measure === null ? [] : [measure]);

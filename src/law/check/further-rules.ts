// The checks of the further kinds of rule: names that must exist, and words that must agree with the fields.
import type { Pack, Rule } from "../pack.ts";
import type { FurtherRule } from "../rule-kinds.ts";
import { furtherRules } from "../rule-kinds.ts";
import type { Condition, NamedWords } from "../rule-parts.ts";
import { numeral } from "../text.ts";
import { monthsOf } from "../table.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { namedIn } from "./words.ts";

const kinds: ReadonlySet<string> = new Set(furtherRules.map((schema) => schema.shape.kind.value));

export function isFurther(rule: Rule): rule is FurtherRule {
  return kinds.has(rule.kind);
}

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

export type Fault = { zh: string; en: string };

/** Where the words of the quote and the fields disagree. */
export function furtherAgreement(pack: Pack, rule: FurtherRule, measuresIn: (quote: string) => string[]): Fault[] {
  const { vocabulary } = pack;
  const { quote } = rule;
  switch (rule.kind) {
    case "out-of-scope":
      return [];
    case "general-definition":
      return inQuote(quote, rule.results);
    case "ladder":
      return measuresAgree(vocabulary, measuresIn(quote), rule.steps.flat(), rises(vocabulary, quote, rule.steps));
    case "addition":
      return [
        ...measuresAgree(vocabulary, measuresIn(quote), [...rule.measures, ...rule.adds]),
        ...forceFaults(vocabulary, rule),
      ];
    case "measure-term":
      return [
        ...measuresAgree(vocabulary, measuresIn(quote), rule.measures),
        ...periodFaults(vocabulary, quote, [rule.atLeast, rule.atMost]),
        ...inQuote(quote, rule.followUp === null ? [] : [rule.followUp]),
      ];
    case "modifier":
      return [...inQuote(quote, rule.grounds), ...forceFaults(vocabulary, rule)];
    case "responsibility":
      return [...inQuote(quote, rule.tiers), ...forceFaults(vocabulary, rule)];
    case "escalation-by-count":
      return [
        ...measuresAgree(vocabulary, measuresIn(quote), [...rule.measures, ...rule.to]),
        ...countFaults(vocabulary, rule),
        ...withinFaults(vocabulary, rule),
        ...forceFaults(vocabulary, rule),
      ];
    case "escalation-without-effect":
      return [
        ...measuresAgree(vocabulary, measuresIn(quote), [...rule.measures, ...rule.to]),
        ...forceFaults(vocabulary, rule),
      ];
    case "route":
      return [
        // Its steps may name measures of their own.
        ...measuresAgree(
          vocabulary,
          measuresIn(quote).filter((id) => rule.measures.includes(id)),
          rule.measures,
        ),
        ...rule.branches.flatMap((branch) => [
          ...(quote.includes(branch.words) ? [] : [notInQuote(branch.words)]),
          ...inQuote(quote, branch.steps),
          ...conditionFaults(vocabulary, branch.words, branch.when),
        ]),
      ];
    case "effect":
      return [
        ...thresholdFaults(vocabulary, rule, measuresIn(quote)),
        ...inQuote(quote, rule.effects),
        ...periodFaults(vocabulary, quote, [rule.for]),
        ...conditionFaults(vocabulary, quote, rule.when),
        ...forceFaults(vocabulary, rule),
      ];
    case "absorption": {
      const absorbs = !has(quote, vocabulary.marks.without);
      return [
        ...measuresAgree(vocabulary, measuresIn(quote), [...rule.measures, ...rule.over.measures]),
        ...(absorbs === rule.absorbs
          ? []
          : [{ zh: "是否吸收与所引文字不符", en: "absorbing does not agree with the quote" }]),
      ];
    }
    case "extension":
      return [
        ...inQuote(quote, rule.to),
        ...inQuote(quote, rule.condition === null ? [] : [rule.condition]),
        ...forceFaults(vocabulary, rule),
      ];
    case "deadline":
      return [...lengthFaults(vocabulary, rule), ...forceFaults(vocabulary, rule)];
    case "step":
      return termFaults(vocabulary, rule);
    case "publication":
      return [
        ...thresholdFaults(vocabulary, rule, measuresIn(quote)),
        ...inQuote(quote, rule.scopes),
        ...inQuote(quote, rule.kept === null ? [] : [rule.kept]),
        ...forceFaults(vocabulary, rule),
      ];
  }
}

/** The attributes and levels of a condition stand in the words; `null` needs none. */
export function conditionFaults(vocabulary: Vocabulary, words: string, when: Condition | null): Fault[] {
  const named = namedIn(words, vocabulary.attributes, (attribute) => attribute.words).map((attribute) => attribute.id);
  const wanted = when?.attributes ?? [];
  const missing = wanted.filter((id) => !named.includes(id));
  return missing.map((id) => {
    const name = vocabulary.attributes.find((attribute) => attribute.id === id)?.name.zh ?? id;
    return { zh: `所引文字没有“${name}”`, en: `the quote does not name ${id}` };
  });
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
    return upward
      ? [{ zh: "所引文字有“以上”，字段没有 fromMeasure", en: "the quote says “and above”, and fromMeasure is missing" }]
      : [];
  }
  const faults = upward
    ? []
    : [
        {
          zh: "字段有 fromMeasure，所引文字没有“以上”",
          en: "fromMeasure is given, and the quote does not say “and above”",
        },
      ];
  if (named.join() === rule.fromMeasure) return faults;
  return [
    ...faults,
    {
      zh: `起点为 ${rule.fromMeasure}，所引文字为 ${named.join("、") || "（无）"}`,
      en: `the step is ${rule.fromMeasure}, the quote names ${named.join(", ") || "none"}`,
    },
  ];
}

function measuresAgree(
  vocabulary: Vocabulary,
  named: readonly string[],
  fields: readonly string[],
  ordered = true,
): Fault[] {
  const wanted = [...new Set(fields)];
  const collective = vocabulary.collectives.flatMap((one) => one.measures);
  const stray = named.filter((id) => !wanted.includes(id));
  const absent = wanted.filter((id) => !named.includes(id) && !(named.length === 0 && collective.includes(id)));
  const text = (list: readonly string[]): string => list.join("、") || "（无）";
  if (stray.length > 0 || absent.length > 0) {
    return [
      {
        zh: `方式为 ${text(wanted)}，所引文字为 ${text(named)}`,
        en: `the measures are ${text(wanted)}, the quote has ${text(named)}`,
      },
    ];
  }
  return ordered
    ? []
    : [{ zh: "方式的次序与所引文字不同", en: "the measures stand in another order than in the quote" }];
}

// Whether the measures stand in the quote in the order of the steps; a name within a longer one does not count.
function rises(vocabulary: Vocabulary, quote: string, steps: readonly string[][]): boolean {
  const names = vocabulary.measures
    .map((measure) => measure.name.zh)
    .toSorted((one, other) => other.length - one.length);
  let rest = quote;
  const at = new Map<string, number>();
  for (const name of names) {
    const id = vocabulary.measures.find((measure) => measure.name.zh === name)?.id;
    const place = rest.indexOf(name);
    if (id === undefined || place < 0) continue;
    at.set(id, place);
    rest = rest.replaceAll(name, "\n".repeat(name.length));
  }
  const spans = steps.map((step) => step.map((id) => at.get(id) ?? 0));
  return spans.every((span, index) => index === 0 || Math.min(...span) > Math.max(...(spans[index - 1] ?? [])));
}

function inQuote(quote: string, named: readonly NamedWords[]): Fault[] {
  return named.filter((one) => !quote.includes(one.words)).map((one) => notInQuote(one.words));
}

const notInQuote = (words: string): Fault => ({ zh: `“${words}”不在所引文字中`, en: `“${words}” is not in the quote` });

function periodFaults(vocabulary: Vocabulary, quote: string, fields: readonly (string | null)[]): Fault[] {
  const written = namedIn(quote, vocabulary.periods, (period) => [period.words]).map((period) => period.for);
  const wanted = fields.filter((field) => field !== null);
  const missing = wanted.filter((one) => !written.some((other) => monthsOf(one) === monthsOf(other)));
  const stray = written.filter((one) => !wanted.some((other) => monthsOf(one) === monthsOf(other)));
  if (missing.length === 0 && stray.length === 0) return [];
  return [
    {
      zh: `期限为 ${wanted.join("、") || "（无）"}，所引文字中的期限为 ${written.join("、") || "（无）"}`,
      en: `the period is ${wanted.join(", ") || "none"}, the quote says ${written.join(", ") || "none"}`,
    },
  ];
}

function countFaults(vocabulary: Vocabulary, rule: { atLeast: number; quote: string }): Fault[] {
  const numbers = numeralsOf(rule.atLeast);
  if (numbers.some((number) => vocabulary.marks.times.some((unit) => rule.quote.includes(`${number}${unit}`))))
    return [];
  return [
    {
      zh: `次数为 ${rule.atLeast}，所引文字中没有这个次数`,
      en: `the count is ${rule.atLeast}, and the quote has no such number`,
    },
  ];
}

function withinFaults(vocabulary: Vocabulary, rule: { within: string; quote: string }): Fault[] {
  const { marks, periods } = vocabulary;
  const term = has(rule.quote, marks.term);
  const calendar = has(rule.quote, marks.calendarYear);
  const written = namedIn(rule.quote, periods, (period) => [period.words]).map((period) => period.for);
  const agrees =
    rule.within === "term"
      ? term
      : rule.within === "year"
        ? calendar
        : !term && !calendar && written.some((one) => monthsOf(one) === monthsOf(rule.within));
  return agrees
    ? []
    : [
        {
          zh: `计数的期间为 ${rule.within}，与所引文字不符`,
          en: `the time counted is ${rule.within}, the quote says otherwise`,
        },
      ];
}

function lengthFaults(
  vocabulary: Vocabulary,
  rule: { length: { count: number; unit: "days" | "working-days" | "months" }; quote: string },
): Fault[] {
  const { count, unit } = rule.length;
  const { marks, periods } = vocabulary;
  const numbers = numeralsOf(count);
  const says = (units: readonly string[]): boolean =>
    numbers.some((number) => units.some((sign) => rule.quote.includes(`${number}${sign}`)));
  const months = namedIn(rule.quote, periods, (period) => [period.words]).map((period) => monthsOf(period.for));
  const agrees =
    unit === "working-days" ? says(marks.workingDays) : unit === "days" ? says(marks.days) : months.includes(count);
  return agrees
    ? []
    : [
        {
          zh: `时限为 ${count} ${unit}，所引文字中没有`,
          en: `the deadline is ${count} ${unit}, which the quote does not say`,
        },
      ];
}

/** A term in months or days is the text's own and stands in its words; one in working days that the text leaves open has none. */
function termFaults(vocabulary: Vocabulary, { quote, within }: Extract<FurtherRule, { kind: "step" }>): Fault[] {
  const { count, unit, words } = within;
  if (words !== null && !quote.includes(words)) return [notInQuote(words)];
  const { marks, periods } = vocabulary;
  const told = namedIn(quote, periods, (period) => [period.words]).map((period) => monthsOf(period.for));
  const says = (signs: readonly string[]) =>
    words !== null && numeralsOf(count).some((number) => signs.some((sign) => words.includes(`${number}${sign}`)));
  const agrees = {
    months: words !== null && told.includes(count),
    days: says(marks.days) || (count === 0 && has(words ?? "", marks.atOnce)),
    "working-days": says(marks.workingDays) || (told.length === 0 && (words === null || has(words, marks.promptly))),
  }[unit];
  if (agrees) return [];
  return [
    {
      zh: `期限为 ${count} ${unit}，与所引文字不符`,
      en: `the term is ${count} ${unit}, which does not agree with the quote`,
    },
  ];
}

// 两 and 二 are one number; Arabic numerals stand in some texts.
function numeralsOf(count: number): string[] {
  const words = [numeral(count), String(count)];
  return count === 2 ? [...words, "两"] : words;
}

function forceFaults(vocabulary: Vocabulary, rule: { force: "may" | "shall"; quote: string }): Fault[] {
  const { marks } = vocabulary;
  const may = has(rule.quote, marks.may);
  if ((rule.force === "may") === may) return [];
  return [{ zh: "“可”与“应”与字段不符", en: "the field does not agree with may and shall" }];
}

const start = (measure: string | null): string[] => (measure === null ? [] : [measure]);
const has = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));

// The lines of the kinds of rule by which other texts say more: lists, escalation, routes, effects, terms, deadlines, publication.
import { lengthWords } from "../explain/arithmetic.ts";
import type { Sentence } from "../text/citation.ts";
import { conditionWords } from "../compile/condition.ts";
import { inList, joinedBy, namesIn, recordNames } from "./named-ids.ts";
import type { Pack, RuleOf } from "../pack/pack.ts";
import type { FurtherRule } from "../pack/rule-kinds.ts";
import { NOTHING, forceLine, line, periodLength } from "./rule-line.ts";
import type { RuleLine } from "./rule-line.ts";
import { monthsOf } from "../compile/table.ts";
import type { Vocabulary } from "../pack/vocabulary.ts";
import {
  lineNames,
  combinableGiven,
  combinableUnsaid,
  timesOrMore,
  laterNotGiven,
  laterStands,
  directions,
  countedFor,
  conducts,
  targets,
  units,
  withinYear,
  withinTerm,
  withinLength,
  dealtMoreHeavily,
  dealtByNextStep,
  referredElsewhere,
  numberSign,
  officeOwnTerm,
} from "./words.ts";

/** The lines of a rule of one of the further kinds, each a field with its value in both languages. */
export function linesOfFurtherRule(pack: Pack, rule: FurtherRule): RuleLine[] {
  const { vocabulary } = pack;
  const measures = (ids: readonly string[]): Sentence => recordNames(vocabulary, ids);
  switch (rule.kind) {
    case "out-of-scope":
      return [];
    case "general-definition":
      return [
        line(lineNames.forTheGroups, groupNames(pack, rule.groups)),
        line(lineNames.eachNeeds, joinedBy(namesOf(rule.results), rule.mode)),
      ];
    case "ladder":
      return ladderLines(vocabulary, rule);
    case "addition":
      return [
        line(lineNames.given, measures(rule.measures)),
        forceLine(rule.force),
        line(lineNames.added, measures(rule.adds)),
      ];
    case "measure-term":
      return measureTermLines(vocabulary, rule);
    case "modifier":
      return [
        line(lineNames.direction, directions[rule.direction]),
        forceLine(rule.force),
        line(lineNames.grounds, inList(namesOf(rule.grounds))),
      ];
    case "responsibility":
      return [forceLine(rule.force), line(lineNames.responsibilityTiers, inList(namesOf(rule.tiers)))];
    case "escalation-by-count":
      return countLines(vocabulary, rule);
    case "escalation-without-effect":
      return [
        line(lineNames.withoutChangeAfter, measures(rule.measures)),
        forceLine(rule.force),
        line(lineNames.result, leadWords(rule, measures)),
      ];
    case "route":
      return rule.branches.map((branch) => ({
        what: branch.name,
        value: stepWords(namesOf(branch.steps)),
      }));
    case "effect":
      return effectLines(vocabulary, rule);
    case "absorption":
      return absorptionLines(vocabulary, rule);
    case "extension":
      return extensionLines(rule);
    case "step":
      return stepLines(vocabulary, rule);
    case "deadline":
      return deadlineLines(vocabulary, rule);
    case "publication":
      return publicationLines(vocabulary, rule);
  }
}

function ladderLines(vocabulary: Vocabulary, rule: RuleOf<"ladder">): RuleLine[] {
  const measures = (ids: readonly string[]): Sentence => recordNames(vocabulary, ids);
  return [
    line(lineNames.forWhom, vocabulary.names.subjects[rule.subject]),
    line(lineNames.inRisingOrder, stepWords(rule.steps.map(measures))),
    line(lineNames.together, rule.combinable ? combinableGiven : combinableUnsaid),
  ];
}

function absorptionLines(vocabulary: Vocabulary, rule: RuleOf<"absorption">): RuleLine[] {
  const measures = (ids: readonly string[]): Sentence => recordNames(vocabulary, ids);
  return [
    line(lineNames.earlier, measures(rule.measures)),
    line(lineNames.later, measures([...rule.over.measures, ...rule.over.sanctions])),
    line(lineNames.consequence, rule.absorbs ? laterNotGiven : laterStands),
  ];
}

function extensionLines(rule: RuleOf<"extension">): RuleLine[] {
  return [
    line(lineNames.onConditionOf, rule.condition?.name ?? NOTHING),
    forceLine(rule.force),
    line(lineNames.reaches, inList(namesOf(rule.to))),
  ];
}

function stepLines(vocabulary: Vocabulary, rule: RuleOf<"step">): RuleLine[] {
  return [
    line(lineNames.item, rule.name),
    line(lineNames.doneBy, namesIn(vocabulary.bodies, rule.by)),
    line(lineNames.term, termWords(rule.within)),
    line(lineNames.measures, recordNames(vocabulary, rule.measures)),
  ];
}

function measureTermLines(vocabulary: Vocabulary, rule: RuleOf<"measure-term">): RuleLine[] {
  const measures = (ids: readonly string[]): Sentence => recordNames(vocabulary, ids);
  return [
    line(lineNames.measure, measures(rule.measures)),
    line(lineNames.atLeast, rule.atLeast === null ? NOTHING : lengthWords(monthsOf(rule.atLeast))),
    line(lineNames.atMost, rule.atMost === null ? NOTHING : lengthWords(monthsOf(rule.atMost))),
    line(lineNames.atItsEnd, rule.followUp?.name ?? NOTHING),
    line(lineNames.proposedBy, namesIn(vocabulary.bodies, rule.by)),
  ];
}

function countLines(vocabulary: Vocabulary, rule: RuleOf<"escalation-by-count">): RuleLine[] {
  const measures = (ids: readonly string[]): Sentence => recordNames(vocabulary, ids);
  return [
    line(lineNames.countedFor, countedFor[rule.per]),
    line(lineNames.within, withinWords(rule.within)),
    line(lineNames.reaching, timesOrMore(rule.atLeast)),
    line(lineNames.countedOf, rule.measures.length === 0 ? conducts[rule.conduct] : measures(rule.measures)),
    forceLine(rule.force),
    line(lineNames.result, leadWords(rule, measures)),
  ];
}

function effectLines(vocabulary: Vocabulary, rule: RuleOf<"effect">): RuleLine[] {
  const measures = (ids: readonly string[]): Sentence => recordNames(vocabulary, ids);
  return [
    line(lineNames.after, measures([...rule.measures, ...rule.sanctions])),
    line(lineNames.onWhom, targets[rule.on]),
    line(lineNames.personsMeant, rule.when === null ? NOTHING : conditionWords(vocabulary, rule.when)),
    forceLine(rule.force),
    line(lineNames.effect, inList(namesOf(rule.effects))),
    line(lineNames.period, rule.for === null ? NOTHING : periodLength(rule.for)),
  ];
}

function deadlineLines(vocabulary: Vocabulary, rule: RuleOf<"deadline">): RuleLine[] {
  const measures = (ids: readonly string[]): Sentence => recordNames(vocabulary, ids);
  return [
    line(lineNames.deadline, {
      zh: `${rule.length.count}${units[rule.length.unit].zh}`,
      en: `${rule.length.count} ${units[rule.length.unit].en}`,
    }),
    forceLine(rule.force),
    line(lineNames.by, namesIn(vocabulary.bodies, rule.by)),
    line(lineNames.measures, measures(rule.measures)),
  ];
}

function publicationLines(vocabulary: Vocabulary, rule: RuleOf<"publication">): RuleLine[] {
  const measures = (ids: readonly string[]): Sentence => recordNames(vocabulary, ids);
  return [
    line(lineNames.after, measures(rule.measures)),
    forceLine(rule.force),
    line(lineNames.scope, inList(namesOf(rule.scopes))),
    line(lineNames.kept, rule.kept?.name ?? NOTHING),
  ];
}

const namesOf = (list: readonly { name: Sentence }[]): Sentence[] => list.map((one) => one.name);

function stepWords(steps: readonly Sentence[]): Sentence {
  return { zh: steps.map((step) => step.zh).join(" → "), en: steps.map((step) => step.en).join(" → ") };
}

function withinWords(within: string): Sentence {
  if (within === "year") return withinYear;
  if (within === "term") return withinTerm;
  const length = periodLength(within);
  return withinLength(length);
}

function leadWords(
  { way, to }: { way: "aggravate" | "step-up" | "measures" | "refer"; to: readonly string[] },
  measures: (ids: readonly string[]) => Sentence,
): Sentence {
  switch (way) {
    case "aggravate":
      return dealtMoreHeavily;
    case "step-up":
      return dealtByNextStep;
    case "refer":
      return referredElsewhere;
    case "measures":
      return measures(to);
  }
}

function groupNames(pack: Pack, ids: readonly string[]): Sentence {
  const groups = pack.rules.flatMap((rule) => (rule.kind === "group" ? [{ id: rule.group, name: rule.name }] : []));
  return namesIn(groups, ids);
}

/** A term that the text leaves open is the office's own, and says so. */
function termWords({ count, unit, words }: Extract<FurtherRule, { kind: "step" }>["within"]): Sentence {
  const { zh, en } = units[unit];
  const own = unit === "working-days" && !numberSign.test(words ?? "");
  const length = { zh: `${count}${zh}`, en: `${count} ${en}` };
  return own ? officeOwnTerm(length) : length;
}

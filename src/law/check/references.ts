// Every name a rule uses must exist: clause, measure, sanction, purpose, body, setting, list.
import { managementLevelsOf } from "../procedure/management.ts";
import type { Pack, Problem, Rule, RuleOf } from "../pack/pack.ts";
import { isFurther } from "../pack/rule-kinds.ts";
import type { FurtherRule } from "../pack/rule-kinds.ts";
import type { Condition } from "../pack/rule-parts.ts";
import { NONE, upwardFrom } from "../pack/expand-rules.ts";
import { nearestTo } from "../pack/nearest.ts";
import type { Mended } from "./faults.ts";
import { namesOfFurther } from "./further-rules.ts";
import { ruleProblem } from "./problem.ts";
import { placeNotFound, wordRepeated, defaultNotAmongOptions, mendDefault, nameUnknown } from "./words.ts";

/** One problem for each name that nothing has, each place that the text lacks, and each word that a list has twice. */
export function checkReferences(pack: Pack): Problem[] {
  const anchors = new Set(pack.clauses.map((clause) => clause.at));
  const problems: Problem[] = [];
  for (const rule of pack.rules) {
    for (const cite of [rule.cite, ...(rule.kind === "restriction" && rule.also !== null ? [rule.also.cite] : [])]) {
      if (anchors.has(cite)) continue;
      const near = nearestTo(cite, [...anchors]);
      problems.push(ruleProblem(pack, rule, placeNotFound(cite, near)));
    }
    for (const { field, word } of repeatedIn(rule)) {
      problems.push(ruleProblem(pack, rule, wordRepeated(field, word)));
    }
    for (const { word, known, among } of namesIn(pack, rule)) {
      if (!known) problems.push(ruleProblem(pack, rule, unknownName(word, among)));
    }
  }
  for (const setting of pack.settings) {
    if (Object.hasOwn(setting.options, setting.default)) continue;
    problems.push({
      file: `${pack.id}/rules.yaml`,
      line: 1,
      clause: setting.cite,
      message: defaultNotAmongOptions(setting.name, setting.default),
      mend: mendDefault(Object.keys(setting.options)),
    });
  }
  return problems;
}

/** Ids that a list of a rule has twice, however deep it stands. */
function repeatedIn(value: unknown, field = ""): { field: string; word: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const words = Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
  const twice = words.find((word, at) => words.indexOf(word) !== at);
  const inner = Object.entries(value).flatMap(([name, part]: [string, unknown]) =>
    repeatedIn(part, Array.isArray(value) ? field : name),
  );
  return [...(twice === undefined ? [] : [{ field, word: twice }]), ...inner];
}

type Name = { word: string; known: boolean; among: readonly string[] };

function unknownName(word: string, among: readonly string[]): Mended {
  const near = nearestTo(word, among);
  const some = among.slice(0, 12).join("、");
  return nameUnknown(word, near, some, among.length > 12);
}

function namesIn(pack: Pack, rule: Rule): Name[] {
  const lists = listsOf(pack);
  if (isFurther(rule)) return namesInFurther(pack, lists, rule);
  const { measures, sanctions, purposes, bodies, settings } = lists;
  switch (rule.kind) {
    case "declaratory":
    case "scope":
    case "group":
    case "limb":
    case "referral":
    case "validity":
    case "sanction-eligibility":
    case "exemption":
    case "excuse":
      return [];
    case "competence":
      return namesInCompetence(pack, lists, rule);
    case "tier":
      return namesInTier(pack, lists, rule);
    case "measure-list":
      return measures([...rule.measures, ...rule.openEnd]);
    case "organization-measures":
      return measures(rule.measures);
    case "circulation":
      return rule.tiers.map((tier) => nameAmong(rulesOfKind(pack, "tier"), tier));
    case "duty":
      return [...bodies(rule.by), ...measures(rule.measures)];
    case "body-reform":
      return [...measures(rule.measures), ...findingsIn(pack, lists, rule.members.setting, rule.members.atLeast)];
    case "restriction":
      return namesInRestriction(pack, lists, rule);
    case "combination":
      return [...measures(rule.measures), ...sanctions([...rule.sanctions, ...given(rule.below)])];
    case "concurrence":
      return [...measures(rule.measures), ...purposes(rule.purposes), ...settings([rule.setting])];
    case "consent":
      return [
        ...measures([...rule.measures, ...rule.narrowMeasures]),
        ...purposes(rule.purposes),
        ...bodies(rule.from),
        ...settings([rule.settings.who, rule.settings.timing]),
      ];
    case "pending":
      return purposes(rule.purposes);
    case "interpretation":
      return bodies(rule.by);
    case "silent":
      return [...measures(rule.measures), ...sanctions(rule.sanctions), ...purposes(rule.purposes)];
  }
}

function namesInFurther(pack: Pack, lists: Lists, rule: FurtherRule): Name[] {
  const names = namesOfFurther(rule);
  return [
    ...lists.measures(names.measures),
    ...("fromMeasure" in rule ? ladderStep(pack, rule.fromMeasure) : []),
    ...lists.sanctions(names.sanctions),
    ...lists.bodies(names.bodies),
    ...lists.groups(names.groups),
    ...names.conditions.flatMap(lists.condition),
  ];
}

function namesInCompetence(pack: Pack, { measures, bodies }: Lists, rule: RuleOf<"competence">): Name[] {
  const managements = managementLevelsOf(pack.vocabulary);
  return rule.authority.flatMap((row) => [
    ...measures(row.measures),
    { word: row.managedBy, known: managements.includes(row.managedBy), among: managements },
    ...bodies([...row.decides, ...row.proposes, ...row.approves, ...row.executes]),
  ]);
}

function namesInTier(pack: Pack, lists: Lists, rule: RuleOf<"tier">): Name[] {
  const { trigger } = rule;
  return [
    ...lists.measures([...rule.measures, ...rule.openEnd]),
    ...lists.bodies(rule.deciders),
    ...given(rule.list).map((list) => nameAmong(rulesOfKind(pack, "measure-list"), list)),
    ...(trigger === null ? [] : findingsIn(pack, lists, trigger.setting, trigger.findings)),
  ];
}

function namesInRestriction(pack: Pack, lists: Lists, rule: RuleOf<"restriction">): Name[] {
  return [
    ...lists.measures(rule.measures),
    ...ladderStep(pack, rule.fromMeasure),
    ...lists.sanctions(rule.sanctions),
    ...lists.purposes(rule.bars),
    ...(rule.when === null ? [] : lists.condition(rule.when)),
  ];
}

type Lists = ReturnType<typeof listsOf>;

// For each list of a pack, the names that stand in it or do not.
function listsOf({ vocabulary, rules, settings }: Pack) {
  const { measures, sanctions, purposes, bodies, levels, attributes } = vocabulary;
  const among =
    (list: readonly { id: string }[]) =>
    (ids: readonly string[]): Name[] =>
      ids.map((id) => nameAmong(list, id));
  return {
    measures: among(measures),
    sanctions: among(sanctions),
    purposes: among(purposes),
    bodies: among(bodies),
    groups: among(rules.flatMap((one) => (one.kind === "group" ? [{ id: one.group }] : []))),
    settings: among(settings.map(({ name }) => ({ id: name }))),
    condition: (condition: Condition): Name[] => [
      ...among(levels)(condition.levels),
      ...among(attributes)(condition.attributes),
    ],
  };
}

function nameAmong(list: readonly { id: string }[], word: string): Name {
  return { word, known: word === NONE || list.some(({ id }) => id === word), among: list.map(({ id }) => id) };
}

function ladderStep(pack: Pack, step: string | null): Name[] {
  const steps = rulesOfKind(pack, "ladder").flatMap((ladder) => ladder.steps.flat());
  return given(step).map((word) => ({ word, known: upwardFrom(pack.rules, word).length > 0, among: steps }));
}

// The setting, and its options: each stands among the findings, and nothing else does.
function findingsIn(
  pack: Pack,
  { settings }: Lists,
  name: string,
  findings: Readonly<Record<string, unknown>>,
): Name[] {
  const keys = Object.keys(findings);
  const options = Object.keys(pack.settings.find((setting) => setting.name === name)?.options ?? {});
  return [
    ...settings([name]),
    ...keys.map((word) => ({ word, known: options.includes(word), among: options })),
    ...options.filter((option) => !keys.includes(option)).map((word) => ({ word, known: false, among: keys })),
  ];
}

function rulesOfKind<Kind extends Rule["kind"]>({ rules }: Pack, kind: Kind): RuleOf<Kind>[] {
  return rules.filter((rule): rule is RuleOf<Kind> => rule.kind === kind);
}

const given = (name: string | null): string[] => (name === null ? [] : [name]);

// Every name a rule uses must exist: clause, measure, sanction, purpose, body, setting, list.
import { managementLevelsOf } from "../procedure/management.ts";
import type { Pack, Problem, Rule } from "../pack/pack.ts";
import type { Condition } from "../pack/rule-parts.ts";
import { NONE, upwardFrom } from "../pack/expand-rules.ts";
import { nearestTo } from "../pack/nearest.ts";
import type { Mended } from "./faults.ts";
import { isFurther, namesOfFurther } from "./further-rules.ts";
import { ruleProblem } from "./problem.ts";
import { placeNotFound, wordRepeated, defaultNotAmongOptions, mendDefault, nameUnknown } from "./words.ts";

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
  const { vocabulary } = pack;
  const among = (list: readonly { id: string }[], ids: readonly string[]): Name[] =>
    ids.map((word) => ({
      word,
      known: word === NONE || list.some((one) => one.id === word),
      among: list.map((one) => one.id),
    }));
  const measures = (ids: readonly string[]): Name[] => among(vocabulary.measures, ids);
  const bodies = (ids: readonly string[]): Name[] => among(vocabulary.bodies, ids);
  const managements = managementLevelsOf(vocabulary);
  const purposes = (ids: readonly string[]): Name[] => among(vocabulary.purposes, ids);
  const groups = (ids: readonly string[]): Name[] =>
    among(
      pack.rules.flatMap((one) => (one.kind === "group" ? [{ id: one.group }] : [])),
      ids,
    );
  const condition = ({ levels, attributes }: Condition): Name[] => [
    ...among(vocabulary.levels, levels),
    ...among(vocabulary.attributes, attributes),
  ];
  const ladderStep = (word: string | null): Name[] =>
    word === null
      ? []
      : [
          {
            word,
            known: upwardFrom(pack.rules, word).length > 0,
            among: pack.rules.flatMap((one) => (one.kind === "ladder" ? one.steps.flat() : [])),
          },
        ];
  const settings = (names: readonly string[]): Name[] =>
    among(
      pack.settings.map((setting) => ({ id: setting.name })),
      names,
    );
  const options = (name: string, keys: readonly string[]): Name[] => {
    const known = Object.keys(pack.settings.find((setting) => setting.name === name)?.options ?? {});
    const missing = known.filter((option) => !keys.includes(option));
    return [
      ...keys.map((word) => ({ word, known: known.includes(word), among: known })),
      ...missing.map((word) => ({ word, known: false, among: keys })),
    ];
  };
  if (isFurther(rule)) {
    const names = namesOfFurther(rule);
    return [
      ...measures(names.measures),
      ...("fromMeasure" in rule ? ladderStep(rule.fromMeasure) : []),
      ...among(vocabulary.sanctions, names.sanctions),
      ...bodies(names.bodies),
      ...groups(names.groups),
      ...names.conditions.flatMap(condition),
    ];
  }
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
      return rule.authority.flatMap((row) => [
        ...measures(row.measures),
        { word: row.managedBy, known: managements.includes(row.managedBy), among: managements },
        ...bodies([...row.decides, ...row.proposes, ...row.approves, ...row.executes]),
      ]);
    case "tier":
      return [
        ...measures([...rule.measures, ...rule.openEnd]),
        ...bodies(rule.deciders),
        ...(rule.list === null
          ? []
          : among(
              pack.rules.filter((one) => one.kind === "measure-list"),
              [rule.list],
            )),
        ...(rule.trigger === null
          ? []
          : [
              ...settings([rule.trigger.setting]),
              ...options(rule.trigger.setting, Object.keys(rule.trigger.findings)),
            ]),
      ];
    case "measure-list":
      return measures([...rule.measures, ...rule.openEnd]);
    case "organization-measures":
      return measures(rule.measures);
    case "circulation":
      return among(
        pack.rules.filter((one) => one.kind === "tier"),
        rule.tiers,
      );
    case "duty":
      return [...bodies(rule.by), ...measures(rule.measures)];
    case "body-reform":
      return [
        ...measures(rule.measures),
        ...settings([rule.members.setting]),
        ...options(rule.members.setting, Object.keys(rule.members.atLeast)),
      ];
    case "restriction":
      return [
        ...measures(rule.measures),
        ...ladderStep(rule.fromMeasure),
        ...among(vocabulary.sanctions, rule.sanctions),
        ...purposes(rule.bars),
        ...(rule.when === null ? [] : condition(rule.when)),
      ];
    case "combination":
      return [
        ...measures(rule.measures),
        ...among(vocabulary.sanctions, [...rule.sanctions, ...(rule.below === null ? [] : [rule.below])]),
      ];
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
      return [...measures(rule.measures), ...among(vocabulary.sanctions, rule.sanctions), ...purposes(rule.purposes)];
  }
}

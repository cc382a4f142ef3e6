// Every name a rule uses must exist: clause, measure, sanction, purpose, body, setting, list.
import type { Pack, Problem, Rule } from "../pack.ts";
import type { Condition } from "../rule-parts.ts";
import { upwardFrom } from "../expand-rules.ts";
import { isFurther, namesOfFurther } from "./further-rules.ts";
import { ruleProblem } from "./problem.ts";

export function checkReferences(pack: Pack): Problem[] {
  const anchors = new Set(pack.clauses.map((clause) => clause.at));
  const problems: Problem[] = [];
  for (const rule of pack.rules) {
    if (!anchors.has(rule.cite)) {
      problems.push(ruleProblem(pack, rule, `文本中没有 ${rule.cite} 这一处`, `the text has no ${rule.cite}`));
    }
    for (const { word, known } of namesIn(pack, rule)) {
      if (!known) problems.push(ruleProblem(pack, rule, `没有名为 ${word} 的项`, `nothing is named ${word}`));
    }
  }
  for (const setting of pack.settings) {
    if (Object.hasOwn(setting.options, setting.default)) continue;
    problems.push({
      file: `${pack.id}/rules.yaml`,
      line: 1,
      clause: setting.cite,
      message: {
        zh: `读法 ${setting.name} 的默认值 ${setting.default} 不在选项内`,
        en: `the default ${setting.default} of the reading ${setting.name} is no option of it`,
      },
    });
  }
  return problems;
}

type Name = { word: string; known: boolean };

function namesIn(pack: Pack, rule: Rule): Name[] {
  const { vocabulary } = pack;
  const among = (list: readonly { id: string }[], ids: readonly string[]): Name[] =>
    ids.map((word) => ({ word, known: word === NONE || list.some((one) => one.id === word) }));
  const measures = (ids: readonly string[]): Name[] => among(vocabulary.measures, ids);
  const bodies = (ids: readonly string[]): Name[] => among(vocabulary.bodies, ids);
  const purposes = (ids: readonly string[]): Name[] => among(vocabulary.purposes, ids);
  const groups = (ids: readonly string[]): Name[] =>
    ids.map((word) => ({ word, known: pack.rules.some((one) => one.kind === "group" && one.group === word) }));
  const condition = ({ levels, attributes }: Condition): Name[] => [
    ...among(vocabulary.levels, levels),
    ...among(vocabulary.attributes, attributes),
  ];
  const ladderStep = (word: string | null): Name[] =>
    word === null ? [] : [{ word, known: upwardFrom(pack.rules, word).length > 0 }];
  const settings = (names: readonly string[]): Name[] =>
    names.map((word) => ({ word, known: pack.settings.some((setting) => setting.name === word) }));
  const options = (name: string, keys: readonly string[]): Name[] => {
    const known = Object.keys(pack.settings.find((setting) => setting.name === name)?.options ?? {});
    const missing = known.filter((option) => !keys.includes(option));
    return [
      ...keys.map((word) => ({ word, known: known.includes(word) })),
      ...missing.map((word) => ({ word, known: false })),
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

/** Stands in silent rules for "no measure" and "no sanction". */
export const NONE = "none";

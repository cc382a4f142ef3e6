// Short forms that a pack may write, filled in when it is read: lists that stand elsewhere, "from this step
// upward", all, the rest, and measures that the text does not name at all.
import type { Rule, RuleOf } from "./rule.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Every purpose, measure or sanction of the vocabulary. */
export const ALL = "all";
/** In an authority row: the measures that no other row of the same management level names. */
export const REST = "rest";
/** In a silent rule: the measures that no other rule of the pack names. */
export const UNNAMED = "unnamed";
/** In a silent rule: no measure, no sanction. */
export const NONE = "none";

/** The rules with their short forms written out. */
export function expandRules(rules: readonly Rule[], vocabulary: Vocabulary): Rule[] {
  const filled = rules.map((rule) => withUpward(withList(rule, rules), rules));
  const named = new Set(filled.flatMap(namedMeasures));
  return filled.map((rule) => {
    if (rule.kind === "competence") return withAuthority(rule, vocabulary);
    if (rule.kind !== "silent") return rule;
    const unnamed = vocabulary.measures.map((measure) => measure.id).filter((id) => !named.has(id));
    return {
      ...rule,
      purposes: spread(rule.purposes, { [ALL]: idsOf(vocabulary.purposes) }),
      measures: spread(rule.measures, { [ALL]: idsOf(vocabulary.measures), [UNNAMED]: unnamed }),
      sanctions: spread(rule.sanctions, { [ALL]: idsOf(vocabulary.sanctions) }),
    };
  });
}

/** The measures of an ordered list from one of them upward, that one included; empty when no list has it. */
export function upwardFrom(rules: readonly Rule[], measure: string): string[] {
  return stepsFrom(rules, measure).flat();
}

/** The same, step by step. */
export function stepsFrom(rules: readonly Rule[], measure: string): string[][] {
  for (const rule of rules) {
    const at = rule.kind === "ladder" ? rule.steps.findIndex((step) => step.includes(measure)) : -1;
    if (rule.kind === "ladder" && at >= 0) return rule.steps.slice(at);
  }
  return [];
}

// A tier that takes its measures from a list elsewhere in the text carries them from here on.
function withList(rule: Rule, rules: readonly Rule[]): Rule {
  if (rule.kind !== "tier" || rule.list === null) return rule;
  const list = rules.find((candidate) => candidate.id === rule.list);
  if (list?.kind !== "measure-list") return rule;
  // What a tier names beside its list stays, for the checks to see.
  const own = (field: readonly string[], listed: readonly string[]): string[] => [...new Set([...field, ...listed])];
  return { ...rule, measures: own(rule.measures, list.measures), openEnd: own(rule.openEnd, list.openEnd) };
}

function withUpward(rule: Rule, rules: readonly Rule[]): Rule {
  if (rule.kind !== "restriction" && rule.kind !== "effect" && rule.kind !== "publication") return rule;
  if (rule.fromMeasure === null) return rule;
  return { ...rule, measures: [...new Set([...rule.measures, ...upwardFrom(rules, rule.fromMeasure)])] };
}

function withAuthority(rule: RuleOf<"competence">, vocabulary: Vocabulary): Rule {
  const all = idsOf(vocabulary.measures);
  const authority = rule.authority.map((row) => {
    const others = rule.authority.filter((other) => other !== row && other.managedBy === row.managedBy);
    const elsewhere = [...others, row].flatMap((other) => other.measures);
    return {
      ...row,
      measures: spread(row.measures, { [ALL]: all, [REST]: all.filter((id) => !elsewhere.includes(id)) }),
    };
  });
  return { ...rule, authority };
}

function spread(words: readonly string[], forms: Record<string, string[]>): string[] {
  return words.flatMap((word) => (Object.hasOwn(forms, word) ? (forms[word] ?? []) : [word]));
}

// What a rule of any kind but authority and silence names; those two speak of the whole vocabulary.
function namedMeasures(rule: Rule): string[] {
  if (rule.kind === "competence" || rule.kind === "silent") return [];
  return [
    ...("measures" in rule ? rule.measures : []),
    ...("openEnd" in rule ? rule.openEnd : []),
    ...(rule.kind === "addition" ? rule.adds : []),
    ...(rule.kind === "ladder" ? rule.steps.flat() : []),
  ];
}

const idsOf = (list: readonly { id: string }[]): string[] => list.map((entry) => entry.id);

// What is said of conditions, interpretations, readings and norms to be decided.
import type { Sentence } from "../text/citation.ts";

// condition.ts
export const partyMembers: Sentence = { zh: "中共党员", en: "Party members" };
export const notPartyMembers: Sentence = { zh: "非中共党员", en: "non-Party members" };
export const onlyFor = (all: readonly Sentence[]): Sentence => ({
  zh: `只适用于${all.map((name) => name.zh).join("、")}，须核实本人情况`,
  en: `only for: ${all.map((name) => name.en).join(", ")}; needs verification for this person`,
});

// interpretation.ts
export const countedByInterpretation = (
  number: string,
  from: string,
  sets: { setting: string; option: string } | null,
): Sentence => ({
  zh: `依 ${number} 解释计算，该解释自 ${from} 起适用${sets === null ? "" : `（${sets.setting}：${sets.option}）`}`,
  en: `calculated under interpretation ${number}, which applies from ${from}${sets === null ? "" : ` (${sets.setting}: ${sets.option})`}`,
});

// law.ts
export const readingUnknown = (name: string, known: string): Sentence => ({
  zh: `没有名为 ${name} 的读法；可用：${known}`,
  en: `there is no reading named ${name}; available: ${known}`,
});
export const optionUnknown = (name: string, value: string, options: string): Sentence => ({
  zh: `读法 ${name} 没有 ${value} 这一项；可用：${options}`,
  en: `reading ${name} has no option ${value}; available: ${options}`,
});

// norm-decisions.ts
export const ruleUnknown = (key: string): Sentence => ({
  zh: `没有名为 ${key} 的规则`,
  en: `there is no rule named ${key}`,
});
export const ruleNotToDecide = (key: string): Sentence => ({
  zh: `规则 ${key} 已经核对，或者不产生限制，无须认定`,
  en: `rule ${key} has already been checked or creates no restriction; no decision is needed`,
});

// One way to say what is wrong with a rule.
import type { Pack, Problem, Rule } from "../pack.ts";
import { ruleProblem } from "./problem.ts";
import { sameMembers } from "./words.ts";

export type Fault = { zh: string; en: string };

/** The faults of every rule of a pack, each at its line. */
export function eachRule(pack: Pack, faultsOf: (rule: Rule) => readonly Fault[]): Problem[] {
  return pack.rules.flatMap((rule) => faultsOf(rule).map((fault) => ruleProblem(pack, rule, fault.zh, fault.en)));
}

export function unless(fine: boolean, zh: string, en: string): Fault[] {
  return fine ? [] : [{ zh, en }];
}

/** Unless a field has exactly the members that it should have. */
export function unlessSame(zh: string, en: string, field: readonly string[], due: readonly string[]): Fault[] {
  const text = (list: readonly string[]): string => list.join("、") || "（无）";
  return unless(
    sameMembers(field, due),
    `${zh}为 ${text(field)}，应为 ${text(due)}`,
    `${en}: the field has ${text(field)} and should have ${text(due)}`,
  );
}

export const has = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));

// The tiers of leadership responsibility (全面、主要、重要领导责任), each with the clause that tells them apart.
import type { Citation, Sentence } from "../text/citation.ts";
import type { Law } from "../compile/law.ts";
import { firstOfEach, rulesOn } from "./procedures.ts";
import type { RuleOf } from "../pack/rule.ts";

export type ResponsibilityTier = { id: string; name: Sentence; cite: Citation };

/** Those of a day (ISO) in the order of the packs and of their words; the same tier named twice stands once. */
export function responsibilityTiersOf(law: Law, on: string): ResponsibilityTier[] {
  const rules = rulesOn(law, (rule): rule is RuleOf<"responsibility"> => rule.kind === "responsibility", on);
  const tiers = rules.flatMap(({ rule, cite }) => rule.tiers.map(({ id, name }) => ({ id, name, cite })));
  return firstOfEach(tiers, ({ id }) => id);
}

// What a measure brings with it: facts the decision must name, and steps its execution must take.
import { citationOf } from "../text/cite.ts";
import type { Citation, Sentence } from "../text/citation.ts";
import type { Law } from "../compile/law.ts";
import type { Rule } from "../pack/rule.ts";
import type { MeasureId } from "../pack/vocabulary.ts";

export type Requirement = {
  what: "originalLevel" | "reducedLevel" | "application" | "circulation" | "arrangement";
  measure: MeasureId;
  name: Sentence;
  cite: Citation;
};

/** All requirements of the measures given, from the regulation alone, each with the clause that makes it one. */
export function requirementsOf(law: Law, measures: readonly MeasureId[]): Requirement[] {
  const { regulation } = law;
  return regulation.vocabulary.measures
    .filter((measure) => measures.includes(measure.id))
    .flatMap((measure) => {
      const found = new Map<Requirement["what"], Citation>();
      for (const rule of regulation.rules) {
        const what = requirementIn(rule, measure.id, measure.onApplication, regulation.rules);
        if (what !== null && "quote" in rule && !found.has(what)) found.set(what, citationOf(regulation, rule));
      }
      return [...found].map(([what, cite]) => ({ what, measure: measure.id, name: measure.name, cite }));
    });
}

function requirementIn(
  rule: Rule,
  measure: MeasureId,
  onApplication: boolean,
  rules: readonly Rule[],
): Requirement["what"] | null {
  if (rule.kind === "restriction" && rule.measures.includes(measure)) {
    if (rule.baseline === "original") return "originalLevel";
    return rule.baseline === "reduced" ? "reducedLevel" : null;
  }
  if (rule.kind === "circulation") {
    const covered = rules.some(
      (tier) =>
        tier.kind === "tier" && rule.tiers.includes(tier.id) && [...tier.measures, ...tier.openEnd].includes(measure),
    );
    return covered ? "circulation" : null;
  }
  if (rule.kind === "publication")
    return rule.force === "shall" && rule.measures.includes(measure) ? "circulation" : null;
  if (rule.kind === "duty" && rule.act === "arrange") return rule.measures.includes(measure) ? "arrangement" : null;
  if (rule.kind === "tier" && onApplication)
    return [...rule.measures, ...rule.openEnd].includes(measure) ? "application" : null;
  return null;
}

// Where a step of procedure stands in the text: the source of a refusal, and the grounds for exemption.
import { citationOf } from "./cite.ts";
import type { Citation, Sentence } from "./citation.ts";
import type { Law } from "./law.ts";
import type { Rule } from "./rule.ts";

export type ExemptionGround = { id: string; name: Sentence; cite: Citation };

/**
 * The clause that a step of procedure rests on: a duty named by its act, or the rule of that id or kind. The
 * regulation is asked first, then the upper norms in their order; null when no pack speaks of it.
 */
export function procedureOf(law: Law, step: string): Citation | null {
  for (const pack of [law.regulation, ...law.upper]) {
    const rule = pack.rules.find((one) => names(one, step));
    if (rule !== undefined && "quote" in rule) return citationOf(pack, rule);
  }
  return null;
}

/** The grounds on which accountability may be waived, each with its clause, in the order of the packs. */
export function exemptionGroundsOf(law: Law): ExemptionGround[] {
  return [law.regulation, ...law.upper].flatMap((pack) =>
    pack.rules.flatMap((rule) =>
      rule.kind === "exemption" ? [{ id: rule.ground, name: rule.name, cite: citationOf(pack, rule) }] : [],
    ),
  );
}

// A rule from general knowledge (M) is advice: nothing is refused on its account.
function names(rule: Rule, step: string): boolean {
  if (!("quote" in rule) || ("tag" in rule && rule.tag === "M")) return false;
  return (rule.kind === "duty" && rule.act === step) || rule.id === step || rule.kind === step;
}

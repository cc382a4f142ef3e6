// Where a step of procedure stands in the text: the source of a refusal, and the grounds for exemption.
import { citationOf } from "./cite.ts";
import type { Citation, Sentence } from "./citation.ts";
import { workingFrom } from "./confirmation.ts";
import type { Day } from "./days.ts";
import type { Law } from "./law.ts";
import { isInForce } from "./norms.ts";
import type { Pack } from "./pack.ts";
import type { Rule } from "./rule.ts";

export type ExemptionGround = { id: string; name: Sentence; cite: Citation };

/**
 * The clause that a step of procedure rests on: a duty named by its act, or the rule of that id or kind. The
 * regulation is asked first, then the upper norms in their order; with a day, only those in force on it. Null when
 * none speaks of it.
 */
export function procedureOf(law: Law, step: string, day: Day | null = null): Citation | null {
  for (const pack of [law.regulation, ...law.upper]) {
    if (day !== null && pack.layer === "upper" && !isInForce(pack, day)) continue;
    const rule = pack.rules.find((one) => names(one, step) && works(law, pack, one, day));
    if (rule !== undefined && "quote" in rule) return citationOf(pack, rule);
  }
  return null;
}

/** The grounds on which accountability may be waived, each with its clause, in the order of the packs. */
export function exemptionGroundsOf(law: Law, day: Day | null = null): ExemptionGround[] {
  return [law.regulation, ...law.upper].flatMap((pack) => {
    if (day !== null && pack.layer === "upper" && !isInForce(pack, day)) return [];
    return pack.rules.flatMap((rule) =>
      rule.kind === "exemption" && works(law, pack, rule, day)
        ? [{ id: rule.ground, name: rule.name, cite: citationOf(pack, rule) }]
        : [],
    );
  });
}

function names(rule: Rule, step: string): boolean {
  return "quote" in rule && ((rule.kind === "duty" && rule.act === step) || rule.id === step || rule.kind === step);
}

// A rule from general knowledge (M) is advice until it is confirmed: nothing is refused on its account.
export function works(law: Law, pack: Pack, rule: Rule, day: Day | null): boolean {
  if (!("tag" in rule)) return true;
  const from = workingFrom(law.confirmations, pack, rule);
  return from !== null && (day === null || from <= day);
}

// The rules of one kind that speak on a day: of the regulation, and of the upper norms in force.
import type { Day } from "../reckon/days.ts";
import type { Law } from "./law.ts";
import { isInForce } from "../text/norms.ts";
import type { Pack } from "../pack/pack.ts";
import type { Rule, RuleOf } from "../pack/rule.ts";

/** `unverified` while nobody has checked the clause: followed as a rule of work, and nothing is refused on its account. */
export type SpeakingRule<Kind extends Rule["kind"]> = { pack: Pack; rule: RuleOf<Kind>; unverified: boolean };

/** In the order of the texts, the regulation's first; with null, of every version whatever its time. */
export function rulesSpeaking<Kind extends Rule["kind"]>(law: Law, kind: Kind, day: Day | null): SpeakingRule<Kind>[] {
  return [law.regulation, ...law.upper]
    .filter((pack) => day === null || pack.layer === "regulation" || isInForce(pack, day))
    .flatMap((pack) =>
      pack.rules.flatMap((rule) => {
        if (rule.kind !== kind) return [];
        const unverified = "tag" in rule && rule.tag === "M";
        return [{ pack, rule: rule as RuleOf<Kind>, unverified }]; // its kind was just compared
      }),
    );
}

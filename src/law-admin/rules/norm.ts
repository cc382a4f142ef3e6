// The rules of upper norms that nobody has checked and that would bar: what the interpreting bodies decide on, and what they decided.
import type { Law } from "#law/compile/law.ts";
import { normsToDecide } from "#law/compile/norm-decisions.ts";
import type { Pack } from "#law/pack/pack.ts";
import type { RuleOf } from "#law/pack/rule.ts";
import type { Interpretation } from "./interpretation.ts";

/** A rule tagged M that would bar, or make a bar longer, whether decided on or not. `key` as in `normKey`. */
export type BarringNorm = { key: string; pack: Pack; rule: RuleOf<"restriction"> | RuleOf<"combination"> };

/** All of them, in the order of the packs and of their texts. */
export function barringNorms({ regulation, upper }: Pick<Law, "regulation" | "upper">): BarringNorm[] {
  return normsToDecide([regulation, ...upper]);
}

/** The decision that stands on a rule, of those that hold; null while there is none. */
export function decisionOn(
  agreed: readonly Interpretation[],
  { pack, rule }: { pack: string; rule: string },
): Interpretation | null {
  return (
    agreed.find(
      ({ effect, replacedBy }) =>
        replacedBy === null && effect.type === "norm" && effect.pack === pack && effect.rule === rule,
    ) ?? null
  );
}

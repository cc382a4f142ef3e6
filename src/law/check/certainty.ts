// How sure a rule is (T, S, M) agrees with how its clause is marked in the text.
import type { Pack, Problem } from "../pack/pack.ts";
import { eachRule, unless } from "./faults.ts";
import { clauseAt } from "./problem.ts";
import { tagContradictsClass, mendTag } from "./words.ts";

/** A clause whose words nobody has seen is marked `class="unverified"`: its rules are tagged M, and no other rule is. */
export function checkCertainty(pack: Pack): Problem[] {
  return eachRule(pack, (rule) => {
    if (!("tag" in rule)) return [];
    const mark = clauseAt(pack, rule.cite)?.mark ?? null;
    return unless((rule.tag === "M") === (mark === "unverified"), "tag", tagContradictsClass(rule.tag, mark), mendTag);
  });
}

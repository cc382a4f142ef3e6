// How sure a rule is (T, S, M) agrees with how its clause is marked in the text.
import type { Pack, Problem } from "../pack.ts";
import { eachRule, unless } from "./faults.ts";

/** A clause whose words nobody has seen is marked `class="unverified"`: its rules are tagged M, and no other rule is. */
export function checkCertainty(pack: Pack): Problem[] {
  return eachRule(pack, (rule) => {
    if (!("tag" in rule)) return [];
    const mark = pack.clauses.find((clause) => clause.at === rule.cite)?.mark ?? null;
    return unless(
      (rule.tag === "M") === (mark === "unverified"),
      `把握程度 ${rule.tag} 与 text.md 中该条的 class（${mark ?? "未标"}）不符，标 M 的条款应写 class="unverified"`,
      `the tag ${rule.tag} does not agree with the class of the clause (${mark ?? "none"}): M goes with class="unverified"`,
    );
  });
}

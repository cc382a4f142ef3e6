// How sure a rule is (T, S, M) agrees with how its clause is marked in the text.
import type { Pack, Problem } from "../pack/pack.ts";
import { eachRule, unless } from "./faults.ts";
import { clauseAt } from "./problem.ts";

/** A clause whose words nobody has seen is marked `class="unverified"`: its rules are tagged M, and no other rule is. */
export function checkCertainty(pack: Pack): Problem[] {
  return eachRule(pack, (rule) => {
    if (!("tag" in rule)) return [];
    const mark = clauseAt(pack, rule.cite)?.mark ?? null;
    return unless(
      (rule.tag === "M") === (mark === "unverified"),
      "tag",
      `把握程度（tag）为 ${rule.tag}，与 text.md 中该条的 class（${mark ?? "未标"}）不符`,
      `the tag ${rule.tag} does not agree with the class of the clause (${mark ?? "none"})`,
      {
        zh: '没有核对过的，tag 写 M，并在 text.md 的锚点写 class="unverified"；核对过的两处都不这样写',
        en: 'an unverified clause has the tag M and class="unverified"; a verified one has neither',
      },
    );
  });
}

// How sure a rule is (T, S, M) agrees with what the label of its clause tells the reader.
import type { Pack, Problem } from "../pack.ts";
import { eachRule, has, unless } from "./faults.ts";

/** A label says 未核对 where nobody has checked the clause: its rules are advice (M), and no other rule is. */
export function checkCertainty(pack: Pack): Problem[] {
  return eachRule(pack, (rule) => {
    if (!("tag" in rule)) return [];
    const label = pack.clauses.find((clause) => clause.at === rule.cite)?.label.zh ?? "";
    return unless(
      (rule.tag === "M") === has(label, pack.vocabulary.marks.unverified),
      `把握程度 ${rule.tag} 与出处“${label}”的写法不符`,
      `the tag ${rule.tag} does not agree with the label “${label}”`,
    );
  });
}

// A result has one name in all packs, since evidence of it is compared across cases under different texts.
import type { Pack, Problem } from "../pack/pack.ts";
import { ruleProblem } from "./problem.ts";
import { resultNamesDiffer } from "./words.ts";

export function checkNamesakes(packs: readonly Pack[]): Problem[] {
  const names = new Map<string, string>();
  const problems: Problem[] = [];
  for (const pack of packs) {
    for (const rule of pack.rules) {
      if (rule.kind !== "limb") continue;
      for (const { id, name } of rule.results) {
        const known = names.get(id) ?? name.zh;
        names.set(id, known);
        if (known === name.zh) continue;
        problems.push(ruleProblem(pack, rule, resultNamesDiffer(id, name, known)));
      }
    }
  }
  return problems;
}

// A result has one name in all packs, since evidence of it is compared across cases under different texts.
import type { Pack, Problem } from "../pack/pack.ts";
import { ruleProblem } from "./problem.ts";

export function checkSharedNames(packs: readonly Pack[]): Problem[] {
  const names = new Map<string, string>();
  const problems: Problem[] = [];
  for (const pack of packs) {
    for (const rule of pack.rules) {
      if (rule.kind !== "limb") continue;
      for (const { id, name } of rule.results) {
        const known = names.get(id) ?? name.zh;
        names.set(id, known);
        if (known === name.zh) continue;
        problems.push(
          ruleProblem(pack, rule, {
            zh: `结果 ${id} 名为“${name.zh}”，别处名为“${known}”`,
            en: `the result ${id} has two names in the packs`,
            mend: {
              zh: "同一结果用同一名称；不同的结果另取编号",
              en: "one name for one result, another id for another",
            },
          }),
        );
      }
    }
  }
  return problems;
}

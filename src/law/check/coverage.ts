// Every word of the articles is claimed by a rule that quotes it, or excused with a reason.
import { placesOf } from "../clauses.ts";
import type { Pack, Problem } from "../pack.ts";
import { bodyOf } from "../text.ts";
import type { Clause } from "../text.ts";
import { textProblem } from "./problem.ts";

export function checkCoverage(pack: Pack): Problem[] {
  return pack.clauses
    .filter((clause) => clause.at !== "")
    .flatMap((clause) =>
      unclaimedIn(pack, clause).map((words) =>
        textProblem(pack, clause, {
          zh: `“${words}”没有规则引用，也没有说明理由`,
          en: `no rule quotes “${words}” and no reason is given`,
        }),
      ),
    );
}

/** The words of a clause that no rule quotes, in order; punctuation and space need no rule. */
export function unclaimedIn(pack: Pack, clause: Clause): string[] {
  const body = bodyOf(clause);
  const claimed = new Uint8Array(body.length);
  for (const rule of pack.rules) {
    if (rule.kind === "silent") continue;
    const second = rule.kind === "restriction" && rule.also !== null ? [rule.also] : [];
    for (const { cite, quote } of [rule, ...second]) {
      if (cite !== clause.at) continue;
      for (const { piece, at } of placesOf(body, quote)) {
        if (at !== null) claimed.fill(1, at, at + piece.length);
      }
    }
  }
  const unclaimed: string[] = [];
  let run = "";
  for (let index = 0; index < body.length; index += 1) {
    const sign = body.charAt(index);
    if (claimed[index] === 1 || /[\s，。；：、“”《》（）]/.test(sign)) {
      if (run !== "") unclaimed.push(run);
      run = "";
    } else {
      run += sign;
    }
  }
  if (run !== "") unclaimed.push(run);
  return unclaimed;
}

// The words of a clause, each with what stands on it: a rule, a reason why there is none, or nothing at all.
import { placesOf } from "./clauses.ts";
import type { Pack } from "../pack/pack.ts";
import type { Rule } from "../pack/rule.ts";
import { bodyOf } from "./text.ts";
import type { Clause } from "./text.ts";

/**
 * `claimed`: a rule quotes it; `declared`: it is quoted as making no rule; `excused`: it carries none, for a stated reason;
 * `unclaimed`: nobody has said anything of it; `plain`: numbers, signs and what is no article.
 */
export type Mark = {
  text: string;
  kind: "claimed" | "declared" | "excused" | "unclaimed" | "plain";
  /** Ids of the rules that quote it. */
  rules: string[];
};

/** The clause cut where its marks begin and end, whole and in order. */
export function marksOf(pack: Pack, clause: Pick<Clause, "at" | "text">): Mark[] {
  if (clause.at === "") return [{ text: clause.text, kind: "plain", rules: [] }];
  const body = bodyOf(clause);
  const head = clause.text.length - body.length;
  const quoting = Array.from(body, (): Rule[] => []);
  for (const rule of pack.rules) {
    if (rule.kind === "silent") continue;
    const second = rule.kind === "restriction" && rule.also !== null ? [rule.also] : [];
    for (const { cite, quote } of [rule, ...second]) {
      if (cite !== clause.at) continue;
      for (const { piece, at } of placesOf(body, quote)) {
        if (at === null) continue;
        for (let index = at; index < at + piece.length; index += 1) quoting[index]?.push(rule);
      }
    }
  }
  const signs = [...body].map((sign, index) => markOf(sign, quoting[index] ?? []));
  const marks: Mark[] = head === 0 ? [] : [{ text: clause.text.slice(0, head), kind: "plain", rules: [] }];
  for (const mark of signs) {
    const last = marks.at(-1);
    if (last !== undefined && last.kind === mark.kind && last.rules.join() === mark.rules.join())
      last.text += mark.text;
    else marks.push(mark);
  }
  return marks;
}

function markOf(sign: string, rules: readonly Rule[]): Mark {
  const ids = [...new Set(rules.map((rule) => rule.id))];
  if (rules.length > 0) return { text: sign, kind: kindOf(rules), rules: ids };
  return { text: sign, kind: /[\s，。；：、“”《》（）]/u.test(sign) ? "plain" : "unclaimed", rules: [] };
}

// What makes a rule weighs more than what only says that there is none.
function kindOf(rules: readonly Rule[]): Mark["kind"] {
  if (rules.every((rule) => rule.kind === "excuse")) return "excused";
  return rules.every((rule) => rule.kind === "excuse" || rule.kind === "declaratory") ? "declared" : "claimed";
}

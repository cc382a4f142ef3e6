// How a check says what is wrong: file, line and clause of the rule or of the text, and how to mend it.
import type { Sentence } from "../text/citation.ts";
import type { Pack, Problem, Rule } from "../pack/pack.ts";
import type { Clause } from "../text/text.ts";
import type { Fault } from "./faults.ts";
import { ruleFault } from "./words.ts";

/** A fault in a rule, at its line in rules.yaml. */
export function ruleProblem(pack: Pack, rule: Pick<Rule, "id" | "cite">, fault: Omit<Fault, "field">): Problem {
  return {
    file: `${pack.id}/rules.yaml`,
    line: pack.ruleLines[rule.id] ?? 1,
    clause: clauseAt(pack, rule.cite)?.label.zh ?? rule.cite,
    message: ruleFault(rule.id, fault),
    mend: fault.mend,
  };
}

/** A fault in what is said of the text, at the clause's line in text.md. */
export function textProblem(pack: Pack, clause: Clause, message: Sentence, mend: Sentence): Problem {
  return { file: `${pack.id}/text.md`, line: clause.line, clause: clause.label.zh, message, mend };
}

/** A fault in the head of rules.yaml, which belongs to no rule. */
export function headProblem(pack: Pick<Pack, "id">, message: Sentence, mend: Sentence): Problem {
  return { file: `${pack.id}/rules.yaml`, line: 1, clause: null, message, mend };
}

/** The clause at a place of the text. */
export function clauseAt(pack: Pack, at: string): Clause | undefined {
  let places = known.get(pack);
  if (places === undefined) {
    places = new Map(pack.clauses.toReversed().map((clause) => [clause.at, clause]));
    known.set(pack, places);
  }
  return places.get(at);
}

// A pack of ten thousand rules would be walked ten thousand times.
const known = new WeakMap<Pack, Map<string, Clause>>();

// How a check says what is wrong: file, line and clause of the rule or of the text.
import type { Sentence } from "../citation.ts";
import type { Pack, Problem, Rule } from "../pack.ts";
import type { Clause } from "../text.ts";

/** A fault in a rule, at its line in rules.yaml. */
export function ruleProblem(pack: Pack, rule: Pick<Rule, "id" | "cite">, zh: string, en: string): Problem {
  return {
    file: `${pack.id}/rules.yaml`,
    line: pack.ruleLines[rule.id] ?? 1,
    clause: labelAt(pack, rule.cite),
    message: { zh: `规则 ${rule.id}：${zh}`, en: `rule ${rule.id}: ${en}` },
  };
}

/** A fault in what is said of the text, at the clause's line in text.md. */
export function textProblem(pack: Pack, clause: Clause, message: Sentence): Problem {
  return { file: `${pack.id}/text.md`, line: clause.line, clause: clause.label.zh, message };
}

function labelAt(pack: Pack, at: string): string {
  return pack.clauses.find((clause) => clause.at === at)?.label.zh ?? at;
}

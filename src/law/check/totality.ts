// Every question × measure × sanction has a rule, or exactly one reasoned "the text is silent"; no two
// rules answer the same cell; and every measure has exactly one row of authority.
import type { Sentence } from "../text/citation.ts";
import type { Pack, Problem, Rule, RuleOf } from "../pack/pack.ts";
import { managementLevelsOf } from "../procedure/management.ts";
import { ruleProblem } from "./problem.ts";
import { NONE } from "../pack/expand-rules.ts";
import {
  cellRuledAndSilent,
  cellSilentTwice,
  cellUnruled,
  mendSilence,
  cellRuledTwice,
  authorityRowsNotOne,
} from "./words.ts";

export function checkTotality(pack: Pack): Problem[] {
  return [
    ...checkOverlap(pack),
    ...(pack.layer === "regulation" ? [...checkCells(pack), ...checkAuthority(pack)] : []),
  ];
}

function checkCells(pack: Pack): Problem[] {
  const { vocabulary } = pack;
  const measures = [NONE, ...vocabulary.measures.map((measure) => measure.id)];
  const sanctions = [NONE, ...vocabulary.sanctions.map((sanction) => sanction.id)];
  const silent = pack.rules.filter((rule) => rule.kind === "silent");
  const unruled: string[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const report = (rule: Rule, key: string, fault: Sentence): void => {
    if (seen.has(key)) return;
    seen.add(key);
    problems.push(ruleProblem(pack, rule, { ...fault, mend: mendSilence }));
  };
  const ruling = pack.rules.filter((rule) => rule.kind === "restriction" || rule.kind === "concurrence");
  for (const purpose of vocabulary.purposes) {
    for (const measure of measures) {
      for (const sanction of sanctions) {
        const cell = `${purpose.id} × ${measure} × ${sanction}`;
        const ruled = ruling.find((rule) => answers(rule, purpose.id, measure, sanction));
        const silences = silent.filter(
          (rule) =>
            rule.purposes.includes(purpose.id) && rule.measures.includes(measure) && rule.sanctions.includes(sanction),
        );
        const [first, second] = silences;
        if (ruled !== undefined && first !== undefined) {
          report(first, `${first.id}/${ruled.id}`, cellRuledAndSilent(cell, ruled.id));
        }
        if (first !== undefined && second !== undefined) {
          report(second, `${first.id}/${second.id}`, cellSilentTwice(cell, first.id));
        }
        if (ruled === undefined && first === undefined) {
          unruled.push(cell);
        }
      }
    }
  }
  const [gap] = unruled;
  if (gap !== undefined) {
    const last = pack.rules.findLast((rule) => rule.kind === "restriction") ?? pack.rules[0];
    if (last !== undefined) {
      problems.push(ruleProblem(pack, last, cellUnruled(gap, unruled.length)));
    }
  }
  return problems;
}

function answers(rule: Rule, purpose: string, measure: string, sanction: string): boolean {
  if (rule.kind === "restriction") {
    return rule.bars.includes(purpose) && (rule.measures.includes(measure) || rule.sanctions.includes(sanction));
  }
  if (rule.kind === "concurrence") {
    return rule.purposes.includes(purpose) && rule.measures.includes(measure) && sanction !== NONE;
  }
  return false;
}

function checkOverlap(pack: Pack): Problem[] {
  const restrictions = pack.rules.filter((rule) => rule.kind === "restriction");
  const claimed = new Map<string, RuleOf<"restriction">>();
  const problems: Problem[] = [];
  for (const rule of restrictions) {
    for (const record of [...rule.measures, ...rule.sanctions]) {
      for (const bar of rule.bars) {
        for (const ground of rule.ground) {
          const cell = `${bar} × ${record} × ${ground}`;
          const other = claimed.get(cell);
          // "Any period still running" repeats what other norms say; a period of the record's own does not.
          if (other !== undefined && other.for !== "running" && rule.for !== "running") {
            problems.push(ruleProblem(pack, rule, cellRuledTwice(cell, other.id)));
          }
          claimed.set(cell, rule);
        }
      }
    }
  }
  return problems;
}

function checkAuthority(pack: Pack): Problem[] {
  const levels = managementLevelsOf(pack.vocabulary);
  return pack.rules
    .filter((rule) => rule.kind === "competence")
    .flatMap((rule) =>
      levels.flatMap((managedBy) =>
        pack.vocabulary.measures.flatMap((measure) => {
          const rows = rule.authority.filter((row) => row.managedBy === managedBy && row.measures.includes(measure.id));
          if (rows.length === 1) return [];
          return [ruleProblem(pack, rule, authorityRowsNotOne(managedBy, measure.name.zh, rows.length, measure.id))];
        }),
      ),
    );
}

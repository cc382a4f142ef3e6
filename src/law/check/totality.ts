// Every question × measure × sanction has a rule, or exactly one reasoned "the text is silent"; no two
// rules answer the same cell; and every measure has exactly one row of authority.
import type { Pack, Problem, Rule, RuleOf } from "../pack/pack.ts";
import type { ManagementLevel } from "../pack/vocabulary.ts";
import { ruleProblem } from "./problem.ts";
import { NONE } from "../pack/expand-rules.ts";

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
  const unruled: { words: string; zh: string; en: string }[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const report = (rule: Rule, key: string, zh: string, en: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    problems.push(ruleProblem(pack, rule, { zh, en, mend: SMALLER }));
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
          report(
            first,
            `${first.id}/${ruled.id}`,
            `${cell} 已由规则 ${ruled.id} 回答，不能又说文本未规定`,
            `${cell} is answered by ${ruled.id} and cannot be silent too`,
          );
        }
        if (first !== undefined && second !== undefined) {
          report(
            second,
            `${first.id}/${second.id}`,
            `${cell} 与 ${first.id} 重复说明未规定`,
            `${cell} is called silent by ${first.id} already`,
          );
        }
        if (ruled === undefined && first === undefined) {
          unruled.push({ words: cell, zh: cell, en: cell });
        }
      }
    }
  }
  const [gap] = unruled;
  if (gap !== undefined) {
    const last = pack.rules.findLast((rule) => rule.kind === "restriction") ?? pack.rules[0];
    if (last !== undefined) {
      problems.push(
        ruleProblem(pack, last, {
          zh: `${gap.zh} 既没有规则，也没有说明文本未规定（共 ${unruled.length} 处）`,
          en: `${gap.en} has neither a rule nor a reasoned silence (${unruled.length} cells)`,
          mend: {
            zh: "文本规定了的，写限制规则；没有规定的，写 silent 规则列入 purposes、measures、sanctions，并说明理由",
            en: "write the restriction, or a silent rule with purposes, measures, sanctions and the reason",
          },
        }),
      );
    }
  }
  return problems;
}

const SMALLER = {
  zh: "从 silent 规则中删去已有规则的或者重复的事项、方式、处分",
  en: "take out of the silent rule what is answered already",
};

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
            problems.push(
              ruleProblem(pack, rule, {
                zh: `${cell} 已由规则 ${other.id} 规定`,
                en: `${cell} is already ruled by ${other.id}`,
                mend: {
                  zh: "同一限制只写一条；期限不同的，查明各自所管的方式",
                  en: "write one rule for one bar; where the periods differ, find out which measures each is for",
                },
              }),
            );
          }
          claimed.set(cell, rule);
        }
      }
    }
  }
  return problems;
}

function checkAuthority(pack: Pack): Problem[] {
  const levels: ManagementLevel[] = ["city", "zone", "unit"];
  return pack.rules
    .filter((rule) => rule.kind === "competence")
    .flatMap((rule) =>
      levels.flatMap((managedBy) =>
        pack.vocabulary.measures.flatMap((measure) => {
          const rows = rule.authority.filter((row) => row.managedBy === managedBy && row.measures.includes(measure.id));
          if (rows.length === 1) return [];
          return [
            ruleProblem(pack, rule, {
              zh: `${managedBy} × ${measure.name.zh} 有 ${rows.length} 行权限，应恰有一行`,
              en: `${managedBy} × ${measure.id} has ${rows.length} rows of authority, not one`,
              mend: {
                zh: `在 authority 中使 ${measure.id} 恰列入 ${managedBy} 的一行；其余方式可以写 rest`,
                en: `name ${measure.id} in one row of ${managedBy}; the others can be given as rest`,
              },
            }),
          ];
        }),
      ),
    );
}

// Where a passage of an official text says something else than the fields of the rule that rests on it.
import { namedIn } from "./check/words.ts";
import type { Sentence } from "./citation.ts";
import type { Pack, Rule } from "./pack.ts";
import { monthsOf } from "./table.ts";

export type Contradiction = {
  /** As it is called in rules.yaml. */
  field: string;
  /** A whole sentence, without the rule's id and clause. */
  message: Sentence;
};

/**
 * Periods, measures and 可 or 应 of a rule that the passage says otherwise. What the passage does not speak of is no
 * contradiction: one that names no period says nothing against the rule's.
 */
export function contradictionsOf(pack: Pack, rule: Rule, passage: string): Contradiction[] {
  return [...periodOf(pack, rule, passage), ...measuresOf(pack, rule, passage), ...forceOf(pack, rule, passage)];
}

function periodOf({ vocabulary }: Pack, rule: Rule, passage: string): Contradiction[] {
  const months = monthsIn(rule);
  const written = namedIn(passage, vocabulary.periods, (period) => [period.words]);
  if (months === null || written.length === 0) return [];
  if (written.some((period) => monthsOf(period.for) === months.count)) return [];
  const words = written.map((period) => period.words).join("、");
  return [
    {
      field: months.field,
      message: {
        zh: `期限：规则为 ${months.count} 个月，正式文本为${words}`,
        en: `the period: the rule has ${months.count} months, the official text ${words}`,
      },
    },
  ];
}

/** How many months a rule names, and in which field; null where it names none. */
function monthsIn(rule: Rule): { field: string; count: number } | null {
  if (rule.kind === "restriction" && /^P\d/u.test(rule.for)) return { field: "for", count: monthsOf(rule.for) };
  if (rule.kind === "deadline" && rule.length.unit === "months") return { field: "length", count: rule.length.count };
  return rule.kind === "step" && rule.within.unit === "months" ? { field: "within", count: rule.within.count } : null;
}

function measuresOf({ vocabulary }: Pack, rule: Rule, passage: string): Contradiction[] {
  if (rule.kind !== "restriction") return [];
  const kinds = [...vocabulary.measures, ...vocabulary.sanctions];
  const named = namedIn(passage, kinds, ({ name }) => [name.zh]);
  const own = kinds.filter(({ id }) => rule.measures.includes(id) || rule.sanctions.includes(id));
  if (named.length === 0 || own.length === 0 || named.some((kind) => own.includes(kind))) return [];
  const list = (some: typeof kinds): string => some.map(({ name }) => name.zh).join("、");
  return [
    {
      field: rule.measures.length > 0 ? "measures" : "sanctions",
      message: {
        zh: `方式或者处分：规则为${list(own)}，正式文本为${list(named)}`,
        en: `the measures: the rule has ${list(own)}, the official text ${list(named)}`,
      },
    },
  ];
}

function forceOf({ vocabulary: { marks } }: Pack, rule: Rule, passage: string): Contradiction[] {
  if (!("force" in rule)) return [];
  const says = (words: readonly string[]): boolean => words.some((word) => passage.includes(word));
  const [may, shall] = [says(marks.may), says(marks.shall)];
  if (may === shall || (rule.force === "may") === may) return [];
  const word = { may: "可以", shall: "应当" };
  const other = may ? "may" : "shall";
  return [
    {
      field: "force",
      message: {
        zh: `规范性质：规则为${word[rule.force]}，正式文本为${word[other]}`,
        en: `the force: the rule has ${rule.force}, the official text ${other}`,
      },
    },
  ];
}

// Two versions of a pack, compared exactly: the text, the rules in words, the readings, and every changed cell of the compiled table.
import type { Sentence } from "../text/citation.ts";
import { wordsOf } from "../text/cited-words.ts";
import { citationOf } from "../text/cite.ts";
import { cellsOf, pairsOf } from "./difference-cells.ts";
import type { CellChange, PairChange } from "./difference-cells.ts";
import type { Pack } from "../pack/pack.ts";
import type { Rule } from "../pack/rule.ts";
import { linesOfRule } from "../wording/rules.ts";

export type TextChange = { at: string; label: Sentence; before: string | null; after: string | null };
export type LineChange = { what: Sentence; before: Sentence | null; after: Sentence | null };
export type RuleChange = {
  kind: Rule["kind"];
  id: string;
  /** The clause in the later version, or in the earlier one when the rule is gone. */
  label: Sentence;
  before: { summary: Sentence; words: Sentence | null } | null;
  after: { summary: Sentence; words: Sentence | null } | null;
  lines: LineChange[];
};
export type ReadingChange = {
  name: string;
  question: Sentence;
  before: { default: string; options: Record<string, Sentence> } | null;
  after: { default: string; options: Record<string, Sentence> } | null;
};

export type PackDifference = {
  before: PackName;
  after: PackName;
  texts: TextChange[];
  rules: RuleChange[];
  readings: ReadingChange[];
  /** Measure or sanction × what it bars: the rows before and after. */
  cells: CellChange[];
  /** Question × measure × sanction that changed although neither of the two by itself did. */
  pairs: PairChange[];
};
export type PackName = { id: string; title: Sentence; from: string; until: string | null };

/**
 * The difference of two packs of one layer. Days of validity are told and not counted as differences of the cells: both are
 * compared as if they were in force on the same day, under the same upper norms.
 */
export function differenceOf(before: Pack, after: Pack, upper: readonly Pack[]): PackDifference {
  return {
    before: nameOf(before),
    after: nameOf(after),
    texts: textChanges(before, after),
    rules: ruleChanges(before, after),
    readings: readingChanges(before, after),
    cells: cellsOf(before, after, upper),
    pairs: pairsOf(before, after, upper),
  };
}

/** Whether nothing at all differs but names and days of validity. */
export function isSame({ texts, rules, readings, cells, pairs }: PackDifference): boolean {
  return [texts, rules, readings, cells, pairs].every((list) => list.length === 0);
}

function nameOf({ id, title, validity }: Pack): PackName {
  return { id, title, from: validity.from, until: validity.until };
}

function textChanges(before: Pack, after: Pack): TextChange[] {
  return inBoth(anchored(before), anchored(after)).flatMap(([was, is]) => {
    if (was?.text === is?.text) return [];
    const { at, label } = is ?? was ?? { at: "", label: { zh: "", en: "" } };
    return [{ at, label, before: was?.text ?? null, after: is?.text ?? null }];
  });
}

function anchored(pack: Pack): Map<string, Pack["clauses"][number]> {
  return new Map(pack.clauses.filter((clause) => clause.at !== "").map((clause) => [clause.at, clause]));
}

function ruleChanges(before: Pack, after: Pack): RuleChange[] {
  const rules = (pack: Pack): Map<string, Rule> => new Map(pack.rules.map((rule) => [`${rule.kind} ${rule.id}`, rule]));
  return inBoth(rules(before), rules(after)).flatMap(([was, is]) => {
    if (was !== undefined && is !== undefined && JSON.stringify(was) === JSON.stringify(is)) return [];
    const rule = is ?? was;
    if (rule === undefined) return [];
    return [
      {
        kind: rule.kind,
        id: rule.id,
        label: labelIn(is === undefined ? before : after, rule.cite),
        before: was === undefined ? null : sideOf(before, was),
        after: is === undefined ? null : sideOf(after, is),
        lines: lineChanges(
          was === undefined ? [] : linesOfRule(before, was),
          is === undefined ? [] : linesOfRule(after, is),
        ),
      },
    ];
  });
}

function sideOf(pack: Pack, rule: Rule): RuleChange["after"] {
  const summary = "summary" in rule ? rule.summary : rule.reason;
  return { summary, words: "quote" in rule ? wordsOf(citationOf(pack, rule)) : null };
}

function lineChanges(before: ReturnType<typeof linesOfRule>, after: ReturnType<typeof linesOfRule>): LineChange[] {
  const byName = (lines: typeof before): Map<string, (typeof before)[number]> =>
    new Map(lines.map((line) => [line.what.zh, line]));
  return inBoth(byName(before), byName(after)).flatMap(([was, is]) => {
    const line = is ?? was;
    if (line === undefined || was?.value.zh === is?.value.zh) return [];
    return [{ what: line.what, before: was?.value ?? null, after: is?.value ?? null }];
  });
}

function readingChanges(before: Pack, after: Pack): ReadingChange[] {
  const settings = (pack: Pack): Map<string, Pack["settings"][number]> =>
    new Map(pack.settings.map((setting) => [setting.name, setting]));
  return inBoth(settings(before), settings(after)).flatMap(([was, is]) => {
    const setting = is ?? was;
    if (setting === undefined || JSON.stringify(was) === JSON.stringify(is)) return [];
    const side = (one: typeof was): ReadingChange["before"] =>
      one === undefined ? null : { default: one.default, options: one.options };
    return [{ name: setting.name, question: setting.question, before: side(was), after: side(is) }];
  });
}

function labelIn(pack: Pack, at: string): Sentence {
  return pack.clauses.find((clause) => clause.at === at)?.label ?? { zh: at, en: at };
}

/** What stands in either, paired by name: the order of the later one, and after it what the earlier one alone has. */
function inBoth<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
): [Value | undefined, Value | undefined][] {
  const gone = [...before.keys()].filter((name) => !after.has(name));
  return [...after.keys(), ...gone].map((name) => [before.get(name), after.get(name)]);
}

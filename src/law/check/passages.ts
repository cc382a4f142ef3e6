// What a passage of a norm's official text contradicts in a rule that rests on it: our summary said one thing, the norm says another.
import type { Sentence } from "../text/citation.ts";
import type { Pack, Rule } from "../pack/pack.ts";
import { monthsOf } from "../compile/table.ts";
import type { Vocabulary } from "../pack/vocabulary.ts";
import { differs, sayer } from "./faults.ts";
import type { FieldName } from "./faults.ts";
import { periodsIn } from "./wording/numerals.ts";
import { collectiveIn, directionIn, forceIn, purposesIn, termsIn } from "./wording/said.ts";
import { has } from "./wording/named.ts";
import { fieldNames } from "./field-names.ts";
import { byPassage, disciplinePrefix, nothingBarred, forceWords } from "./words.ts";
import { termUnits } from "./wording/words.ts";

/** A field of a rule that the official text says otherwise. */
export type Contradiction = {
  /** As it is called in rules.yaml. */
  field: string;
  /** What the rule has, and what the passage says. */
  found: string;
  expected: string;
  /** A whole sentence, without the rule's id and clause. */
  message: Sentence;
};

/**
 * The fields of a rule that a passage contradicts: periods, terms, measures, sanctions, what is barred, 可 and 应, direction. Empty
 * when it contradicts none. What the passage does not speak of is no contradiction: one that names no period says nothing
 * against the rule's.
 */
export function contradictionsOf(pack: Pack, rule: Rule, passage: string): Contradiction[] {
  const { vocabulary } = pack;
  return [
    ...recordsContradicted(vocabulary, rule, passage),
    ...periodsContradicted(vocabulary, rule, passage),
    ...barsContradicted(vocabulary, rule, passage),
    ...termsContradicted(vocabulary, rule, passage),
    ...forceContradicted(vocabulary, rule, passage),
  ];
}

function contradiction(name: FieldName, found: string, expected: string): Contradiction {
  const { zh, en } = differs(name, found, expected, byPassage);
  return { field: name.field, found, expected, message: { zh, en } };
}

/** The measures and sanctions of a rule, where it has such lists. */
function recordsOf(rule: Rule): { measures: readonly string[]; sanctions: readonly string[] } {
  const measures = "measures" in rule ? rule.measures : [];
  const sanctions = "sanctions" in rule && Array.isArray(rule.sanctions) ? rule.sanctions : [];
  return { measures, sanctions };
}

type Named = { id: string; at: number };

/**
 * Where a text names measures and sanctions, in its order. Party regulations say 警告 for 党内警告, and laws for 政务警告: which is
 * meant, the order of the rule's own sanctions tells.
 */
function recordsNamed(vocabulary: Vocabulary, rule: Rule, text: string): Named[] {
  const { measures, sanctions } = recordsOf(rule);
  const orders = vocabulary.sanctions.filter((one) => sanctions.includes(one.id)).map((one) => one.order);
  const names = [
    ...vocabulary.measures.map((one) => ({ id: one.id, words: [one.name.zh, ...one.words] })),
    ...vocabulary.sanctions
      .filter((one) => orders.length === 0 || orders.includes(one.order))
      .map((one) => ({ id: one.id, words: [one.name.zh, one.name.zh.replace(disciplinePrefix, ""), ...one.words] })),
  ].flatMap(({ id, words }) => words.map((word) => ({ id, word })));
  const found: Named[] = [];
  let rest = text;
  for (const { id, word } of names.toSorted((one, other) => other.word.length - one.word.length)) {
    for (let at = rest.indexOf(word); at >= 0; at = rest.indexOf(word, at + 1)) found.push({ id, at });
    rest = rest.replaceAll(word, "\n".repeat(word.length));
  }
  // A sanction of a rule that has none is not what the rule is about.
  const about =
    sanctions.length > 0 ? found : found.filter(({ id }) => measures.length === 0 || isMeasure(vocabulary, id));
  return about.toSorted((one, other) => one.at - other.at);
}

const isMeasure = (vocabulary: Vocabulary, id: string): boolean => vocabulary.measures.some((one) => one.id === id);

function recordsContradicted(vocabulary: Vocabulary, rule: Rule, passage: string): Contradiction[] {
  const { measures, sanctions } = recordsOf(rule);
  const named = recordsNamed(vocabulary, rule, passage).map(({ id }) => id);
  const collective = collectiveIn(vocabulary, passage);
  const say = sayer(vocabulary);
  const missing = (
    field: "measures" | "sanctions",
    has: readonly string[],
    words: readonly string[],
  ): Contradiction[] => {
    const all = [...new Set([...named.filter((id) => isMeasure(vocabulary, id) === (field === "measures")), ...words])];
    const left = has.filter((id) => !all.includes(id));
    return all.length === 0 || left.length === 0
      ? []
      : [contradiction({ field, ...fieldNames[field] }, say(left), say(all))];
  };
  return [
    ...missing("measures", measures, collective.measures),
    ...missing("sanctions", sanctions, collective.sanctions),
  ];
}

/** The lengths in the fields of a rule: each must be one that the passage names. */
function lengthsOf(rule: Rule): { name: FieldName; length: string }[] {
  const field = (name: string, zh: string, length: string | null) =>
    length === null ? [] : [{ name: { field: name, zh, en: fieldNames.period.en }, length }];
  if (rule.kind === "restriction") {
    return ["running", "record", "permanent"].includes(rule.for) ? [] : field("for", fieldNames.period.zh, rule.for);
  }
  if (rule.kind === "effect") return field("for", fieldNames.period.zh, rule.for);
  if (rule.kind === "combination") return field("atMost", fieldNames.atMost.zh, rule.atMost);
  if (rule.kind === "escalation-by-count") {
    return rule.within.startsWith("P") ? field("within", fieldNames.countedWithin.zh, rule.within) : [];
  }
  if (rule.kind !== "measure-term") return [];
  return [
    ...field("atLeast", fieldNames.atLeast.zh, rule.atLeast),
    ...field("atMost", fieldNames.atMost.zh, rule.atMost),
  ];
}

/** Of several periods in one passage, those that stand behind the rule's own measures and sanctions count: 警告一年、严重警告一年六个月. */
function periodsContradicted(vocabulary: Vocabulary, rule: Rule, passage: string): Contradiction[] {
  const all = periodsIn(passage, vocabulary.periods);
  if (all.length === 0) return [];
  const { measures, sanctions } = recordsOf(rule);
  const named = recordsNamed(vocabulary, rule, passage);
  const own = named
    .filter(({ id }) => measures.includes(id) || sanctions.includes(id))
    .flatMap(({ at }) => {
      const first = all.find((period) => period.at > at);
      const next = first === undefined ? undefined : named.find((other) => other.at > first.at);
      return all.filter((period) => period.at > at && period.at < (next?.at ?? Infinity)).map((period) => period.for);
    });
  const said = [...new Set(own.length > 0 ? own : all.map((period) => period.for))];
  return lengthsOf(rule).flatMap(({ name, length }) =>
    said.some((one) => sameLength(one, length)) ? [] : [contradiction(name, length, said.join("、"))],
  );
}

function sameLength(one: string, other: string): boolean {
  return one.startsWith("P") && other.startsWith("P") ? monthsOf(one) === monthsOf(other) : one === other;
}

function barsContradicted(vocabulary: Vocabulary, rule: Rule, passage: string): Contradiction[] {
  if (rule.kind !== "restriction") return [];
  const say = sayer(vocabulary);
  const named = purposesIn(vocabulary, passage);
  const left = rule.bars.filter((bar) => !named.includes(bar));
  const name = { field: "bars", ...fieldNames.bars };
  if (named.length > 0 && left.length > 0) return [contradiction(name, say(left), say(named))];
  if (named.length === 0 || has(passage, vocabulary.marks.bars)) return [];
  return [contradiction(name, say(rule.bars), nothingBarred)];
}

function termsContradicted(vocabulary: Vocabulary, rule: Rule, passage: string): Contradiction[] {
  const term = rule.kind === "deadline" ? rule.length : rule.kind === "step" ? rule.within : null;
  const said = termsIn(vocabulary, passage);
  if (term === null || said.length === 0) return [];
  if (said.some(({ count, unit }) => count === term.count && unit === term.unit)) return [];
  const name = { field: rule.kind === "deadline" ? "length" : "within", ...fieldNames.timeLimit };
  return [
    contradiction(
      name,
      `${term.count}${termUnits[term.unit]}`,
      said.map(({ count, unit }) => `${count}${termUnits[unit]}`).join("、"),
    ),
  ];
}

function forceContradicted(vocabulary: Vocabulary, rule: Rule, passage: string): Contradiction[] {
  const force = "force" in rule ? rule.force : null;
  const said = forceIn(vocabulary, passage);
  const words = forceWords;
  const ways: Contradiction[] = [];
  if (force !== null && said !== null && force !== said) {
    ways.push(contradiction({ field: "force", ...fieldNames.force }, words[force], words[said]));
  }
  const direction = rule.kind === "modifier" ? directionIn(vocabulary, passage) : null;
  if (rule.kind === "modifier" && direction !== null && direction !== rule.direction) {
    ways.push(contradiction({ field: "direction", ...fieldNames.direction }, rule.direction, direction));
  }
  return ways;
}

// What the words of a sentence say, each in the terms of the fields: which measures they name, which period, 可 or 应 …
import type { RuleOf } from "../../pack/pack.ts";
import type { Vocabulary } from "../../pack/vocabulary.ts";
import { numberOf, periodsIn } from "./numerals.ts";
import { namedIn } from "./named.ts";
import { joinedByAnd, yearOrMonth, termStartPattern } from "./words.ts";
import { numberSigns } from "./numeral-words.ts";

/** Ids of what is named, in the order of the vocabulary. */
type Ids = string[];

// 组织调整 and 组织处理 are masked first, or 调整 would be read as the adjustment of a body.
export function measuresIn(vocabulary: Vocabulary, text: string): Ids {
  const { handling, adjustment } = vocabulary.names.handlings;
  const masked = text.replaceAll(handling.zh, "\n").replaceAll(adjustment.zh, "\n");
  return namedIn(masked, vocabulary.measures, namesOf).map((measure) => measure.id);
}

function sanctionsIn(vocabulary: Vocabulary, text: string): Ids {
  return namedIn(text, vocabulary.sanctions, namesOf).map((sanction) => sanction.id);
}

/** What a measure or sanction is called: its name, and the other words for it. */
function namesOf(entry: { name: { zh: string }; words: readonly string[] }): string[] {
  return [entry.name.zh, ...entry.words];
}

/** What the words that name several at once stand for: 组织处理, 党纪政务处分, 受到责任追究的. */
export function collectiveIn(vocabulary: Vocabulary, text: string): { measures: Ids; sanctions: Ids } {
  const found = namedIn(text, vocabulary.collectives, (collective) => [collective.words]);
  return {
    measures: distinct(found.flatMap((collective) => collective.measures)),
    sanctions: distinct(found.flatMap((collective) => collective.sanctions)),
  };
}

/** Measures named by themselves or by a word for several. */
export function allMeasuresIn(vocabulary: Vocabulary, text: string): Ids {
  return distinct([...measuresIn(vocabulary, text), ...collectiveIn(vocabulary, text).measures]);
}

/** The ids of the sanctions that a text names, each by its name or all by one word (处分). */
export function allSanctionsIn(vocabulary: Vocabulary, text: string): Ids {
  return distinct([...sanctionsIn(vocabulary, text), ...collectiveIn(vocabulary, text).sanctions]);
}

/** The ids of the purposes that a text names. */
export function purposesIn(vocabulary: Vocabulary, text: string): Ids {
  return namedIn(text, vocabulary.purposes, (purpose) => purpose.words).map((purpose) => purpose.id);
}

/** The ids of the bodies that a text names. */
export function bodiesIn(vocabulary: Vocabulary, text: string): Ids {
  return namedIn(text, vocabulary.bodies, (body) => body.words).map((body) => body.id);
}

/** The gravities that a text names. */
export function gravitiesIn(vocabulary: Vocabulary, text: string): Ids {
  return Object.entries(vocabulary.names.gravities)
    .filter(([, name]) => text.includes(name.zh))
    .map(([id]) => id);
}

/** Lengths of time in the order of the text, as ISO 8601 in months, or `year`. */
export function lengthsIn(vocabulary: Vocabulary, text: string): string[] {
  return periodsIn(text, vocabulary.periods).map((period) => period.for);
}

export type Force = "may" | "shall";

/**
 * 可 or 应, whichever the words say first: 可以适当延长，但是不得超过 may. Null where they say neither; 不可抗力 and 相应 say
 * neither, and 应当问责的情形 says of what a clause speaks.
 */
export function forceIn({ marks }: Vocabulary, text: string): Force | null {
  const words = [...marks.basis, ...marks.noForce].toSorted((one, other) => other.length - one.length);
  const plain = words.reduce((rest, word) => rest.replaceAll(word, "\n"), text);
  const firstOf = (signs: readonly string[]): number =>
    Math.min(...signs.map((sign) => plain.indexOf(sign)).filter((at) => at >= 0), Infinity);
  const [may, shall] = [firstOf(marks.may), firstOf(marks.shall)];
  return may === shall ? null : may < shall ? "may" : "shall";
}

/** The bodies that do something by a sentence: not those to whom it is told, or whose consent or proposal it needs. */
export function doersIn(vocabulary: Vocabulary, text: string): Ids {
  const words = vocabulary.bodies.flatMap((body) => body.words);
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  const before = [...vocabulary.marks.addressed, joinedByAnd, "\n、"];
  const without = (sentence: string): string =>
    longestFirst.reduce(
      (rest, word) => before.reduce((inner, mark) => inner.replaceAll(`${mark}${word}`, "\n"), rest),
      sentence,
    );
  // 向甲和乙通报: the second stands behind the first once that is taken out.
  return bodiesIn(vocabulary, without(without(text)));
}

/** The length of a term: 三十日, 十五个工作日, 一个月; in the order of the text. */
export type Term = { count: number; unit: "days" | "working-days" | "months"; at: number };

export function termsIn(vocabulary: Vocabulary, text: string): Term[] {
  const { workingDays, days } = vocabulary.marks;
  const units = [...workingDays, ...days].toSorted((one, other) => other.length - one.length).join("|");
  const counted = [...text.matchAll(new RegExp(`(${numberSigns})(${units})`, "gu"))].flatMap((match): Term[] => {
    const [, signs = "", unit = ""] = match;
    const count = numberOf(signs);
    // 2019年4月25日 is a date.
    if (count === null || yearOrMonth.test(text.charAt(match.index - 1))) return [];
    return [{ count, unit: workingDays.includes(unit) ? "working-days" : "days", at: match.index }];
  });
  const long = periodsIn(text, vocabulary.periods).flatMap((period): Term[] =>
    period.for === "year" ? [] : [{ count: Number(period.for.slice(1, -1)), unit: "months", at: period.at }],
  );
  return [...counted, ...long].toSorted((one, other) => one.at - other.at);
}

/** How often, and whether persons are counted and not times: 两次, 三人次. */
export function countsIn({ marks }: Vocabulary, text: string): { count: number; per: "person" | "unit" }[] {
  const units = [...marks.personTimes, ...marks.times].toSorted((one, other) => other.length - one.length);
  return [...text.matchAll(new RegExp(`(${numberSigns})(${units.join("|")})`, "gu"))].flatMap((match) => {
    const [, signs = "", unit = ""] = match;
    const count = numberOf(signs);
    return count === null ? [] : [{ count, per: marks.personTimes.includes(unit) ? "unit" : "person" } as const];
  });
}

type Direction = RuleOf<"modifier">["direction"];

/** Heavier, milder or free: what the words say first. */
export function directionIn({ marks }: Vocabulary, text: string): Direction | null {
  const directions = ["aggravate", "mitigate", "exempt"] as const;
  const places = directions.flatMap((direction) =>
    marks[direction].flatMap((word) => (text.includes(word) ? [{ direction, at: text.indexOf(word) }] : [])),
  );
  return places.toSorted((one, other) => one.at - other.at)[0]?.direction ?? null;
}

/**
 * From what a term runs: 自收到之日起, 决定作出后; the longest word that stands in the sentence before 之日 or 后, or `anywhere` in it;
 * null where none does. `among` are the only starts asked for.
 */
export function startIn(
  vocabulary: Vocabulary,
  text: string,
  where: "before a day" | "anywhere",
  among: readonly string[] | null = null,
): string | null {
  const [region] = where === "anywhere" ? [text] : (termStartPattern.exec(text) ?? [""]);
  const words = vocabulary.starts
    .filter((start) => among === null || among.includes(start.id))
    .flatMap((start) => start.words.map((word) => ({ id: start.id, word })));
  const found = words.filter(({ word }) => region.includes(word));
  return found.toSorted((one, other) => other.word.length - one.word.length)[0]?.id ?? null;
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

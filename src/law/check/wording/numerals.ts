// Numbers and lengths of time as texts write them: 三, 十五, 二百零一, 6, ６; 一年六个月, 三至六个月, 1年.
import type { Vocabulary } from "../../pack/vocabulary.ts";
import {
  digits,
  fullWidthZero,
  lengthPattern,
  monthUnit,
  rangePattern,
  signBefore,
  weights,
  yearAndHalfUnit,
  yearUnit,
  yearsAndMonthsPattern,
} from "./numeral-words.ts";

/** The number that Chinese or Arabic signs write, or null when they write none. */
export function numberOf(signs: string): number | null {
  const plain = signs.replace(/[０-９]/gu, (sign) => String(sign.charCodeAt(0) - fullWidthZero));
  if (/^\d+$/u.test(plain)) return Number(plain);
  let sum = 0;
  let digit: number | null = null;
  for (const sign of plain) {
    const value = digits[sign];
    if (value !== undefined) {
      digit = value;
      continue;
    }
    const weight = weights[sign];
    if (weight === undefined) return null;
    sum += (digit ?? 1) * weight;
    digit = null;
  }
  return plain === "" ? null : sum + (digit ?? 0);
}

/** A length of time in a text: ISO 8601 in months, or `year` for the calendar year; and where it stands. */
export type Period = { for: string; at: number; end: number };

/**
 * The lengths of time that a text names, in its order. `words` are those that no number writes (当年, 半年). A year of the
 * calendar (2019年, 一个年度) is none.
 */
export function periodsIn(text: string, words: Vocabulary["periods"]): Period[] {
  const found: Period[] = [];
  let at = 0;
  while (at < text.length) {
    const numbered = numberedAt(text, at);
    const worded = words
      .filter((one) => text.startsWith(one.words, at))
      .toSorted((one, other) => other.words.length - one.words.length)[0];
    const end = Math.max(numbered?.end ?? 0, at + (worded?.words.length ?? 0));
    if (numbered !== null && numbered.end === end) {
      for (const months of numbered.months) found.push({ for: `P${months}M`, at, end });
    } else if (worded !== undefined) found.push({ for: worded.for, at, end });
    at = Math.max(end, at + 1);
  }
  return found;
}

/** The months that a number with its unit says at this place, and where it ends; a number goes on from no other sign of it. */
function numberedAt(text: string, at: number): { months: number[]; end: number } | null {
  if (at > 0 && signBefore.test(text.charAt(at - 1))) return null;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const range = match(rangePattern);
  if (range !== null) {
    const [whole, low = "", lowUnit, high = "", unit = ""] = range;
    return lengths([monthsOf(low, lowUnit ?? unit), monthsOf(high, unit)], at + whole.length);
  }
  const both = match(yearsAndMonthsPattern);
  if (both !== null) {
    const [years, months] = [monthsOf(both[1] ?? "", yearUnit), monthsOf(both[2] ?? "", monthUnit)];
    return lengths([years === null || months === null ? null : years + months], at + both[0].length);
  }
  const one = match(lengthPattern);
  return one === null ? null : lengths([monthsOf(one[1] ?? "", one[2] ?? "")], at + one[0].length);
}

function lengths(months: readonly (number | null)[], end: number): { months: number[]; end: number } | null {
  const all = months.filter((one) => one !== null);
  return all.length === months.length ? { months: all, end } : null;
}

/** Null for a year of the calendar. */
function monthsOf(signs: string, unit: string): number | null {
  const count = numberOf(signs);
  if (count === null || (unit !== monthUnit && count >= 100)) return null;
  return unit === monthUnit ? count : count * 12 + (unit === yearAndHalfUnit ? 6 : 0);
}

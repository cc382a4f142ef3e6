// One line of words about a rule, and the few lines that rules of many kinds have.
import { lengthWords } from "../explain/arithmetic.ts";
import type { Sentence } from "../text/citation.ts";
import { YEAR, monthsOf } from "../compile/table.ts";

/** 情节 – 情节较轻: what the line is about, and what the rule says of it. */
export type RuleLine = { what: Sentence; value: Sentence };

/** The value of a line that is left out. */
export const NOTHING: Sentence = { zh: "", en: "" };

export function line(zh: string, en: string, value: Sentence): RuleLine {
  return { what: { zh, en }, value };
}

const forces = { may: { zh: "可以", en: "may" }, shall: { zh: "应当", en: "shall" } };

export function forceLine(force: "may" | "shall"): RuleLine {
  return line("力度", "force", forces[force]);
}

/** 一年, 六个月, or the calendar year. */
export function periodLength(period: string): Sentence {
  const length = monthsOf(period);
  return length === YEAR ? { zh: "当年", en: "that calendar year" } : lengthWords(length);
}

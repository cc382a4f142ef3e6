// One line of words about a rule, and the few lines that rules of many kinds have.
import { lengthWords } from "../explain/arithmetic.ts";
import type { Sentence } from "../text/citation.ts";
import { YEAR, monthsOf } from "../compile/table.ts";
import { lineNames, forces, calendarYear } from "./words.ts";

/** 情节 – 情节较轻: what the line is about, and what the rule says of it. */
export type RuleLine = { what: Sentence; value: Sentence };

/** The value of a line that is left out. */
export const NOTHING: Sentence = { zh: "", en: "" };

/** One line of a rule: what it says, and its value. */
export function line({ zh, en }: Sentence, value: Sentence): RuleLine {
  return { what: { zh, en }, value };
}

/** The line that says whether a rule commands or allows. */
export function forceLine(force: "may" | "shall"): RuleLine {
  return line(lineNames.force, forces[force]);
}

/** 一年, 六个月, or the calendar year. */
export function periodLength(period: string): Sentence {
  const length = monthsOf(period);
  return length === YEAR ? calendarYear : lengthWords(length);
}

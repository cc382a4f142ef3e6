// The reasons of an answer as JSON text, for answers by the million. But for its days a reason says what its clauses and a few words
// say: that is put into words and quoted once, and the days are written into it.
import type { Citation } from "../text/citation.ts";
import { formatDay } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import type { Assessment, Cause, Facts, Question } from "../reckon/eligibility.ts";
import type { Law } from "../compile/law.ts";
import { daysInReason, keyOfReason, reasonSentence } from "./reasons.ts";

/** The reason between its days, first in Chinese and then in English. Two reasons that say the same have the same object. */
type Pattern = { pieces: readonly string[] };

/** Writes one reason after another; what has been said is not said again. */
export type ReasonTexts = (
  law: Law,
  facts: Facts,
  question: Question,
  assessed: Assessment,
  causes: readonly Cause[],
) => string;

/** For all laws that differ from one in readings and in decisions on norms. The text of several is divided by commas; of none it is empty. */
export function compileReasons(): ReasonTexts {
  const places = new WeakMap<Citation, number>();
  const byKey = new Map<string, Pattern>();
  const byWords = new Map<string, Pattern>();
  let cited = 0;

  return (law, facts, question, assessed, causes) => {
    let text = "";
    const said: { pattern: Pattern; days: readonly Day[] }[] = [];
    for (const cause of causes) {
      const days = daysInReason(law, facts, assessed, cause);
      const key = `${keyOfReason(facts, question, assessed, cause)}${clausesOf(cause)} ${days.length}`;
      let pattern = byKey.get(key);
      if (pattern === undefined) {
        pattern = patternOf(law, facts, question, assessed, cause);
        byKey.set(key, pattern);
      }
      if (said.some((one) => one.pattern === pattern && isSame(one.days, days))) continue;
      said.push({ pattern, days });
      if (text !== "") text += ",";
      text += written(pattern, days);
    }
    return text;
  };

  function clausesOf({ cite, restriction }: Cause): string {
    if (restriction === null) return ` ${placeOf(cite)}`;
    const { norm, combined } = restriction;
    const own = restriction.cite === cite ? "" : ` ${placeOf(restriction.cite)}`;
    if (norm === null && combined === null) return ` ${placeOf(cite)}${own}`;
    return ` ${placeOf(cite)}${own} ${placeOf(norm)} ${placeOf(combined)}`;
  }

  function placeOf(cite: Citation | null): number {
    if (cite === null) return 0;
    let place = places.get(cite);
    if (place === undefined) places.set(cite, (place = cited += 1));
    return place;
  }

  function patternOf(law: Law, facts: Facts, question: Question, assessed: Assessment, cause: Cause): Pattern {
    const { code } = cause;
    const { zh, en } = reasonSentence(law, facts, question, assessed, cause, () => MARK);
    const words = JSON.stringify({ code, zh, en });
    // By code and Chinese words, as `printReasons` compares them.
    const known = byWords.get(`${code} ${zh}`);
    if (known !== undefined) return known;
    const pattern = { pieces: words.split(MARK) };
    byWords.set(`${code} ${zh}`, pattern);
    return pattern;
  }
}

/** Stands for a day; no text of a law has it, and JSON writes it as it is. */
const MARK = "\uE000";

function written({ pieces }: Pattern, days: readonly Day[]): string {
  let [text = ""] = pieces;
  for (let at = 1; at < pieces.length; at += 1) text += `${formatDay(days[(at - 1) % days.length] ?? 0)}${pieces[at]}`;
  return text;
}

function isSame(one: readonly Day[], other: readonly Day[]): boolean {
  return one.length === other.length && one.every((day, at) => day === other[at]);
}

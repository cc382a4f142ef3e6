// What the text says happens when matters repeat, or when an earlier measure brought no change. It counts what is
// recorded and names the clause; it proposes nobody and finds no gravity.
import { citationOf } from "../text/cite.ts";
import type { Citation, Sentence } from "../text/citation.ts";
import { addMonths, firstDayOfYear, yearOf } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import { stepsFrom } from "../pack/expand-rules.ts";
import { readingOn } from "../compile/interpretation.ts";
import type { Law } from "../compile/law.ts";
import type { Rule, RuleOf } from "../pack/rule.ts";
import { rulesSpeaking } from "../compile/speaking.ts";
import type { SpeakingRule } from "../compile/speaking.ts";
import { monthsOf } from "../compile/table.ts";
import type { MeasureId } from "../pack/vocabulary.ts";
import { escalationCounted } from "./words.ts";

/** One matter in which a person was held accountable. */
export type PastMatter = {
  /** The caller's own reference, given back in what was counted. */
  id: string;
  day: Day;
  /** What was given; empty when nothing was, or is not yet. */
  measures: readonly MeasureId[];
  /** The groups and the circumstances established; null when not recorded. */
  groups: readonly string[] | null;
  circumstances: readonly string[] | null;
  /** What people found of the measure afterwards: that it brought no change, that it did, or nothing yet. */
  noChange: boolean | null;
};

/**
 * The matters of a person, or of a unit in person-times: each member held accountable in one matter is an entry of
 * its own. `termFrom` is the first day of the term of office, null when not recorded.
 */
export type History = { of: "person" | "unit"; matters: readonly PastMatter[]; termFrom: Day | null };

export type Escalation = {
  rule: string;
  way: "aggravate" | "step-up" | "measures" | "refer";
  force: "may" | "shall";
  /** True while nobody has checked the clause: shown, and nothing is refused on its account. */
  unverified: boolean;
  /** The measures that the clause leads to; empty when it names none. */
  measures: MeasureId[];
  /** False when it hangs on a day or fact that has to be confirmed: an anniversary, a term or group not recorded. */
  certain: boolean;
  /** The matters counted, in the order of their days. */
  counted: string[];
  /** The first day of the time counted; null when the clause counts nothing. */
  from: Day | null;
  message: Sentence;
  cite: Citation;
};

/**
 * Every clause of escalation that the history meets on a day, in the order of the texts; later matters do not count. `current` is the
 * matter that is being dealt with: it counts, and no earlier measure of it can have been without effect.
 */
export function escalationOf(law: Law, history: History, day: Day, current: PastMatter | null = null): Escalation[] {
  const past = history.matters.filter((matter) => matter.day <= day).toSorted((one, other) => one.day - other.day);
  const matters = current === null ? past : [...past, current];
  return [
    ...rulesSpeaking(law, "escalation-by-count", day).flatMap((speaking) =>
      byCount(law, speaking, { ...history, matters }, day, current),
    ),
    ...rulesSpeaking(law, "escalation-without-effect", day).flatMap((speaking) =>
      withoutEffect(speaking, history.of, past),
    ),
  ];
}

function byCount(
  law: Law,
  speaking: SpeakingRule<"escalation-by-count">,
  history: History,
  day: Day,
  current: PastMatter | null,
): Escalation[] {
  const { rule } = speaking;
  if (rule.per !== history.of) return [];
  const eligible = history.matters.filter(
    (matter) => rule.measures.length === 0 || matter.measures.some((measure) => rule.measures.includes(measure)),
  );
  return alike(rule, eligible).flatMap(({ matters, certain }) => {
    const inTime = matters.map((matter) => ({
      matter,
      sure: withinTime(law, rule.within, history.termFrom, matter.day, day),
    }));
    const sure = inTime.filter((one) => one.sure === true);
    const possible = inTime.filter((one) => one.sure !== false);
    if (possible.length < rule.atLeast) return [];
    const enough = sure.length >= rule.atLeast;
    const counted = (enough ? sure : possible).map((one) => one.matter);
    // The clause speaks of those who had such matters before.
    if (current !== null && !counted.includes(current)) return [];
    return [
      {
        ...common(
          speaking,
          counted,
          counted.filter((one) => one !== current),
        ),
        certain: certain && enough,
        from: firstDayOf(rule.within, history.termFrom, day),
        message: escalationCounted(rule.summary, counted.length, rule.per, enough),
      },
    ];
  });
}

// Where nobody has found yet whether it brought a change, that is asked.
function withoutEffect(
  speaking: SpeakingRule<"escalation-without-effect">,
  of: History["of"],
  past: readonly PastMatter[],
): Escalation[] {
  if (of !== "person") return [];
  const { rule } = speaking;
  const given = past.filter(
    (matter) => matter.noChange !== false && matter.measures.some((measure) => rule.measures.includes(measure)),
  );
  const found = given.filter((matter) => matter.noChange === true);
  const counted = found.length > 0 ? found : given;
  if (counted.length === 0) return [];
  const certain = found.length > 0;
  return [{ ...common(speaking, counted, counted), certain, from: null, message: rule.summary }];
}

function common(
  { pack, rule, unverified }: SpeakingRule<"escalation-by-count"> | SpeakingRule<"escalation-without-effect">,
  counted: readonly PastMatter[],
  earlier: readonly PastMatter[],
): Omit<Escalation, "certain" | "from" | "message"> {
  return {
    rule: rule.id,
    way: rule.way,
    force: rule.force,
    unverified,
    measures: rule.way === "step-up" ? stepAbove(pack.rules, earlier) : rule.to,
    counted: counted.map((matter) => matter.id),
    cite: citationOf(pack, rule),
  };
}

// The step of the ordered list above the heaviest measure counted, with all its measures.
function stepAbove(rules: readonly Rule[], counted: readonly PastMatter[]): MeasureId[] {
  const tails = counted.flatMap(({ measures }) => measures.map((measure) => stepsFrom(rules, measure)));
  const shortest = tails.filter((tail) => tail.length > 0).toSorted((one, other) => one.length - other.length)[0];
  return shortest?.[1] ?? [];
}

// Matters of the same kind of conduct; one whose kind is not recorded may belong to any.
function alike(
  rule: RuleOf<"escalation-by-count">,
  matters: readonly PastMatter[],
): { matters: PastMatter[]; certain: boolean }[] {
  if (rule.conduct === "any") return [{ matters: [...matters], certain: true }];
  const kindsOf = (matter: PastMatter) => (rule.conduct === "same-group" ? matter.groups : matter.circumstances);
  const kinds = [...new Set(matters.flatMap((matter) => kindsOf(matter) ?? []))];
  if (kinds.length === 0 && matters.length > 0) return [{ matters: [...matters], certain: false }];
  return kinds.map((kind) => {
    const known = matters.filter((matter) => kindsOf(matter)?.includes(kind) ?? false);
    if (known.length >= rule.atLeast) return { matters: known, certain: true };
    const open = matters.filter((matter) => kindsOf(matter)?.includes(kind) ?? true);
    return { matters: open, certain: open.length === known.length };
  });
}

// Whether a matter lies within the time that ends on the day; null when that has to be confirmed.
function withinTime(law: Law, within: string, termFrom: Day | null, matter: Day, day: Day): boolean | null {
  if (within === "year") return yearOf(matter) === yearOf(day);
  if (within === "term") return termFrom === null ? null : matter >= termFrom;
  const { day: anniversary, exact } = addMonths(matter, monthsOf(within));
  if (day !== anniversary) return day < anniversary;
  // The anniversary is counted as the bars count it.
  return !exact || readingOn(law, "periodEnd", day) === "anniversary" ? true : null;
}

function firstDayOf(within: string, termFrom: Day | null, day: Day): Day | null {
  if (within === "year") return firstDayOfYear(yearOf(day));
  return within === "term" ? termFrom : addMonths(day, -monthsOf(within)).day;
}

/** Whether a text escalates at all, so that it is known whether to ask for a history. */
export function escalates(law: Law): boolean {
  const kinds: readonly Rule["kind"][] = ["escalation-by-count", "escalation-without-effect"];
  return [law.regulation, ...law.upper].some((pack) => pack.rules.some(({ kind }) => kinds.includes(kind)));
}

/** What a clause of escalation says, in a line; null for one that no pack knows any more. */
export function escalationClause(law: Law, id: string): Sentence | null {
  for (const pack of [law.regulation, ...law.upper])
    for (const rule of pack.rules)
      if ((rule.kind === "escalation-by-count" || rule.kind === "escalation-without-effect") && rule.id === id)
        return rule.summary;
  return null;
}

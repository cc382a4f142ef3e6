// What the text says happens when matters repeat, or when an earlier measure brought no change. It counts what is
// recorded and names the clause; it proposes nobody and finds no gravity.
import { citationOf } from "./cite.ts";
import type { Citation, Sentence } from "./citation.ts";
import { addMonths, firstDayOfYear, yearOf } from "./days.ts";
import type { Day } from "./days.ts";
import { stepsFrom } from "./expand-rules.ts";
import { rulesOf } from "./law.ts";
import { readingOn } from "./interpretation.ts";
import type { Law } from "./law.ts";
import type { RuleOf } from "./rule.ts";
import { monthsOf } from "./table.ts";
import type { MeasureId } from "./vocabulary.ts";

/** One matter in which a person was held accountable. */
export type PastMatter = {
  /** The caller's own reference, given back in what was counted. */
  id: string;
  day: Day;
  /** What was given; null when none was. */
  measure: MeasureId | null;
  /** The group and the circumstance established; null when not recorded. */
  group: string | null;
  circumstance: string | null;
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

/** Every clause of escalation that the history meets on a day, in the order of the text; later matters do not count. */
export function escalationOf(law: Law, history: History, day: Day): Escalation[] {
  const matters = history.matters.filter((matter) => matter.day <= day).toSorted((one, other) => one.day - other.day);
  return law.regulation.rules.flatMap((rule) => {
    if (rule.kind === "escalation-by-count") return byCount(law, rule, { ...history, matters }, day);
    return rule.kind === "escalation-without-effect" ? withoutEffect(law, rule, history.of, matters) : [];
  });
}

function byCount(law: Law, rule: RuleOf<"escalation-by-count">, history: History, day: Day): Escalation[] {
  if (rule.per !== history.of) return [];
  const eligible = history.matters.filter(
    (matter) => rule.measures.length === 0 || (matter.measure !== null && rule.measures.includes(matter.measure)),
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
    return [
      {
        ...common(law, rule, counted),
        certain: certain && enough,
        from: firstDayOf(rule.within, history.termFrom, day),
        message: {
          zh: `${rule.summary.zh}：已有 ${counted.length} ${rule.per === "unit" ? "人次" : "次"}${enough ? "" : "，其中有恰在期间边缘或者资料不全的，需核实"}`,
          en: `${rule.summary.en}: ${counted.length} counted${enough ? "" : ", of which some lie on the very edge or lack data, to be confirmed"}`,
        },
      },
    ];
  });
}

function withoutEffect(
  law: Law,
  rule: RuleOf<"escalation-without-effect">,
  of: History["of"],
  matters: readonly PastMatter[],
): Escalation[] {
  if (of !== "person") return [];
  const given = matters.filter((matter) => matter.measure !== null && rule.measures.includes(matter.measure));
  const counted = given.filter((matter) => matter.noChange === true);
  if (counted.length === 0) return [];
  return [{ ...common(law, rule, counted), certain: true, from: null, message: rule.summary }];
}

function common(
  law: Law,
  rule: RuleOf<"escalation-by-count"> | RuleOf<"escalation-without-effect">,
  counted: readonly PastMatter[],
): Omit<Escalation, "certain" | "from" | "message"> {
  return {
    rule: rule.id,
    way: rule.way,
    force: rule.force,
    measures: rule.way === "step-up" ? stepAbove(law, counted) : rule.to,
    counted: counted.map((matter) => matter.id),
    cite: citationOf(law.regulation, rule),
  };
}

// The step of the ordered list above the heaviest measure counted, with all its measures.
function stepAbove(law: Law, counted: readonly PastMatter[]): MeasureId[] {
  const { rules } = law.regulation;
  const tails = counted.flatMap(({ measure }) => (measure === null ? [] : [stepsFrom(rules, measure)]));
  const shortest = tails.filter((tail) => tail.length > 0).toSorted((one, other) => one.length - other.length)[0];
  return shortest?.[1] ?? [];
}

// Matters of the same kind of conduct; one whose kind is not recorded may belong to any.
function alike(
  rule: RuleOf<"escalation-by-count">,
  matters: readonly PastMatter[],
): { matters: PastMatter[]; certain: boolean }[] {
  if (rule.conduct === "any") return [{ matters: [...matters], certain: true }];
  const kindOf = (matter: PastMatter): string | null =>
    rule.conduct === "same-group" ? matter.group : matter.circumstance;
  const kinds = [...new Set(matters.map(kindOf))].filter((kind) => kind !== null);
  if (kinds.length === 0 && matters.length > 0) return [{ matters: [...matters], certain: false }];
  return kinds.map((kind) => {
    const known = matters.filter((matter) => kindOf(matter) === kind);
    if (known.length >= rule.atLeast) return { matters: known, certain: true };
    const open = matters.filter((matter) => kindOf(matter) === kind || kindOf(matter) === null);
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

/** Whether the regulation escalates at all, so that a screen knows to ask for a history. */
export function escalates(law: Law): boolean {
  return rulesOf(law, "escalation-by-count").length + rulesOf(law, "escalation-without-effect").length > 0;
}

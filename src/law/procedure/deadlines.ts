// By which day a step of procedure is due, in days, working days or months.
import { citationOf } from "../text/cite.ts";
import type { Citation, Sentence } from "../text/citation.ts";
import { addMonths } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import { rulesOf } from "../compile/law.ts";
import type { Law } from "../compile/law.ts";
import { isInForce } from "../text/norms.ts";
import type { Pack } from "../pack/pack.ts";
import type { RuleOf } from "../pack/rule.ts";
import type { BodyId, MeasureId } from "../pack/vocabulary.ts";

export type Deadline = {
  rule: string;
  /** The step that is due, and the one from whose day it is counted. */
  act: string;
  after: string;
  length: { count: number; unit: "days" | "working-days" | "months" };
  by: BodyId[];
  /** Only for these measures; empty for all. */
  measures: MeasureId[];
  force: "may" | "shall";
  message: Sentence;
  cite: Citation;
};

/** The deadline of a step with the norm it stands in; `binding` is false while nobody has checked that norm. */
export type FoundDeadline = Deadline & { binding: boolean };

/**
 * The deadlines of one step for these measures, of the regulation and of the upper norms in force on the day; a
 * deadline that names no measures is for all.
 */
export function deadlinesFor(law: Law, act: string, measures: readonly MeasureId[], day: Day): FoundDeadline[] {
  return [law.regulation, ...law.upper]
    .filter((pack) => pack.layer === "regulation" || isInForce(pack, day))
    .flatMap((pack) =>
      pack.rules.flatMap((rule): FoundDeadline[] => {
        if (rule.kind !== "deadline" || rule.act !== act) return [];
        if (rule.measures.length > 0 && !rule.measures.some((one) => measures.includes(one))) return [];
        return [{ ...deadlineIn(pack, rule), binding: rule.tag !== "M" }];
      }),
    );
}

/** Whether a day is worked; null when the calendar does not know that year. */
export type Calendar = (day: Day) => boolean | null;

/** All deadlines of the regulation in the order of the text. */
export function deadlinesOf(law: Law): Deadline[] {
  return rulesOf(law, "deadline").map((rule) => deadlineIn(law.regulation, rule));
}

function deadlineIn(pack: Pack, rule: RuleOf<"deadline">): Deadline {
  const { act, after, length, by, measures, force, summary: message } = rule;
  return { rule: rule.id, act, after, length, by, measures, force, message, cite: citationOf(pack, rule) };
}

/**
 * The last day on which the step is in time. The day of the event itself is not counted; working days are counted by
 * the calendar, and null is the answer when it does not know a year that is needed.
 */
export function dueDay(deadline: Deadline, event: Day, calendar: Calendar): Day | null {
  const { count, unit } = deadline.length;
  switch (unit) {
    case "days":
      return event + count;
    case "months":
      return addMonths(event, count).day;
    case "working-days": {
      let day = event;
      for (let left = count; left > 0;) {
        day += 1;
        const worked = calendar(day);
        if (worked === null) return null;
        if (worked) left -= 1;
      }
      return day;
    }
  }
}

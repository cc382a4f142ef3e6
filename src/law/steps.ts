// What has to be done in a case, by which office and by when: the steps of the packs, each with its clause.
import type { Citation, Sentence } from "./citation.ts";
import { addMonths } from "./days.ts";
import type { Calendar } from "./deadlines.ts";
import type { Day } from "./days.ts";
import type { Law } from "./law.ts";
import { rulesOn } from "./procedures.ts";
import { requirementsOf } from "./requirements.ts";
import type { RuleOf } from "./rule.ts";
import type { BodyId, MeasureId } from "./vocabulary.ts";

type StepRule = RuleOf<"step">;

export type Step = {
  item: string;
  name: Sentence;
  after: StepRule["after"];
  office: BodyId;
  /** Null where no text and no office sets a term. */
  within: StepRule["within"] | null;
  cite: Citation;
};

/** `gravity` and `measures` are those found and given; null before the decision. `on`: the day (ISO) whose norms are followed. */
export type StepQuestion = {
  on: string;
  subject: StepRule["subjects"][number];
  given: { gravity: StepRule["gravity"][number]; measures: readonly MeasureId[] } | null;
};

/**
 * All steps that the packs ask for one subject, the regulation's first. What no norm in force on the day speaks of, and one of another
 * time does, is done all the same, as practice.
 */
export function stepsOf(law: Law, { on, subject, given }: StepQuestion): Step[] {
  const found: Step[] = [];
  for (const { rule, cite } of rulesOn(law, (one): one is StepRule => one.kind === "step", on)) {
    if (!rule.subjects.includes(subject)) continue;
    if (rule.measures.length > 0 && !rule.measures.some((one) => given?.measures.includes(one) ?? false)) continue;
    if (rule.gravity.length > 0 && (given === null || !rule.gravity.includes(given.gravity))) continue;
    if (found.some((one) => one.item === rule.item)) continue;
    const [office] = rule.by;
    if (office === undefined) continue;
    const { item, name, after, within } = rule;
    found.push({ item, name, after, office, within, cite });
  }
  return [...found, ...requiredBesides(law, given?.measures ?? [], found)];
}

/** What the measures require by a rule that names no term: a pack need not repeat it as a step. */
function requiredBesides(law: Law, measures: readonly MeasureId[], found: readonly Step[]): Step[] {
  const offices = { circulation: "general-office", arrangement: "personnel-department" } as const;
  return requirementsOf(law, measures).flatMap(({ what, name, cite }, index, all) => {
    if (what !== "circulation" && what !== "arrangement") return [];
    const known = found.some((one) => one.item === what) || all.findIndex((one) => one.what === what) !== index;
    return known ? [] : [{ item: what, name, after: "effective" as const, office: offices[what], within: null, cite }];
  });
}

/** The last day in time, the day of the step before not counted; "unknown" with the year that the calendar does not have. */
export function termEnd(
  within: StepRule["within"],
  from: Day,
  calendar: Calendar,
): { known: true; day: Day } | { known: false; from: Day } {
  if (within.unit === "days") return { known: true, day: from + within.count };
  if (within.unit === "months") return { known: true, day: addMonths(from, within.count).day };
  let day = from;
  for (let left = within.count; left > 0;) {
    day += 1;
    const worked = calendar(day);
    if (worked === null) return { known: false, from: day };
    if (worked) left -= 1;
  }
  return { known: true, day };
}

/** The name of an item of some step; null for one that no pack knows any more. */
export function stepName(law: Law, item: string): Sentence | null {
  for (const pack of [law.regulation, ...law.upper])
    for (const rule of pack.rules) if (rule.kind === "step" && rule.item === item) return rule.name;
  return null;
}

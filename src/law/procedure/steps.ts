// What has to be done in a case, by which office and by when: the steps of the packs, each with its clause.
import { bodyWith } from "./bodies.ts";
import { citationOf } from "../text/cite.ts";
import type { Citation, Sentence } from "../text/citation.ts";
import { addMonths, parseDay } from "../reckon/days.ts";
import type { Calendar } from "./deadlines.ts";
import type { Day } from "../reckon/days.ts";
import { isOfExecution, pointsOfExecution } from "./due-steps.ts";
import type { Law } from "../compile/law.ts";
import { nameOfMeasureStep, stepsOfMeasures } from "./measure-steps.ts";
import type { Given } from "./measure-steps.ts";
import { rulesOn } from "./procedures.ts";
import { requirementsOf } from "./requirements.ts";
import type { Rule, RuleOf } from "../pack/rule.ts";
import { rulesSpeaking } from "../compile/speaking.ts";
import type { BodyId, MeasureId } from "../pack/vocabulary.ts";

type StepRule = RuleOf<"step">;

export type Step = {
  item: string;
  name: Sentence;
  after: StepRule["after"];
  office: BodyId;
  /** Null where no text and no office sets a term. */
  within: StepRule["within"] | null;
  /** How long the measure itself lasts, at whose end this is decided; periods, or null where the text sets none. */
  term: { atLeast: string | null; atMost: string | null } | null;
  cite: Citation;
};

/** `gravity` and `measures` are those found and given; null before the decision. `on`: the day (ISO) whose norms are followed. */
export type StepQuestion = {
  on: string;
  subject: StepRule["subjects"][number];
  given: ({ gravity: StepRule["gravity"][number] } & Given) | null;
};

/**
 * All steps that the packs ask for one subject, the regulation's first. What no norm in force on the day speaks of, and one of another
 * time does, is done all the same, as practice.
 */
export function stepsOf(law: Law, { on, subject, given }: StepQuestion): Step[] {
  const found: Step[] = [];
  const day = parseDay(on);
  for (const { rule, cite } of rulesOn(law, (one): one is StepRule => one.kind === "step", on)) {
    if (!rule.subjects.includes(subject)) continue;
    if (rule.measures.length > 0 && !rule.measures.some((one) => given?.measures.includes(one) ?? false)) continue;
    if (rule.gravity.length > 0 && (given === null || !rule.gravity.includes(given.gravity))) continue;
    if (found.some((one) => one.item === rule.item)) continue;
    const [office] = rule.by;
    if (office === undefined) continue;
    const { item, name, after, within } = rule;
    found.push({ item, name, after, office, within, term: null, cite });
  }
  const steps = [...found, ...requiredBesides(law, given?.measures ?? [], found)];
  if (given !== null) steps.push(...stepsOfMeasures(law, given, day));
  return withDeadlines(law, steps, given?.measures ?? null, day);
}

/**
 * A term that a text sets for a step governs it, whatever the office set itself; of several the first text's. A deadline of which no
 * step speaks is a step of its own.
 */
function withDeadlines(
  law: Law,
  steps: readonly Step[],
  measures: readonly MeasureId[] | null,
  day: Day | null,
): Step[] {
  const dated = [...steps];
  const set = new Set<string>();
  for (const { pack, rule } of rulesSpeaking(law, "deadline", day)) {
    const after = Object.entries(pointsOfExecution).find(([point]) => point === rule.after)?.[1];
    if (after === undefined || !isOfExecution(rule) || set.has(rule.act)) continue;
    if (rule.measures.length > 0 && !rule.measures.some((one) => measures?.includes(one) ?? false)) continue;
    set.add(rule.act);
    const within = { ...rule.length, words: null };
    const at = dated.findIndex((step) => step.item === rule.act && step.after === after);
    const known = dated[at];
    const cite = citationOf(pack, rule);
    if (known !== undefined) dated[at] = { ...known, within, cite };
    else if (!dated.some((step) => step.item === rule.act))
      dated.push({
        item: rule.act,
        name: rule.summary,
        after,
        office: rule.by[0] ?? bodyWith(law, "papers").id,
        within,
        term: null,
        cite,
      });
  }
  return dated;
}

/** What the measures require by a rule that names no term: a pack need not repeat it as a step. */
function requiredBesides(law: Law, measures: readonly MeasureId[], found: readonly Step[]): Step[] {
  const duties = { circulation: "papers", arrangement: "execution" } as const;
  return requirementsOf(law, measures).flatMap(({ what, name, cite }, index, all) => {
    if (what !== "circulation" && what !== "arrangement") return [];
    const known = found.some((one) => one.item === what) || all.findIndex((one) => one.what === what) !== index;
    return known
      ? []
      : [
          {
            item: what,
            name,
            after: "effective" as const,
            office: bodyWith(law, duties[what]).id,
            within: null,
            term: null,
            cite,
          },
        ];
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

/** The name of an item of execution; null for one that no pack knows any more. */
export function stepName(law: Law, item: string): Sentence | null {
  for (const pack of [law.regulation, ...law.upper])
    for (const rule of pack.rules) {
      const name = nameIn(law, rule, item);
      if (name !== null) return name;
    }
  return null;
}

function nameIn(law: Law, rule: Rule, item: string): Sentence | null {
  if (rule.kind === "step") return rule.item === item ? rule.name : null;
  if (rule.kind === "deadline") return rule.act === item && isOfExecution(rule) ? rule.summary : null;
  if (rule.kind === "route" || rule.kind === "effect" || rule.kind === "measure-term")
    return nameOfMeasureStep(law, rule, item);
  return null;
}

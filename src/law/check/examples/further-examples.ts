// The examples of the further kinds of rule, put to the compiled law.
import { districtLevelOf } from "../../procedure/management.ts";
import { wordsOf } from "../../text/cited-words.ts";
import { citationKey } from "../../text/citation.ts";
import { formatDay, parseDay } from "../../reckon/days.ts";
import type { Day } from "../../reckon/days.ts";
import { deadlinesFor, deadlinesOf, dueDay } from "../../procedure/deadlines.ts";
import {
  absorptionsOf,
  additionsTo,
  effectsFor,
  laddersOf,
  publicationsOf,
  routesOf,
  termOfMeasure,
} from "../../procedure/effects.ts";
import { escalationOf } from "../../procedure/escalation.ts";
import type { Example } from "../../pack/example.ts";
import { furtherExamples } from "../../pack/further-examples.ts";
import type { FurtherExample } from "../../pack/further-examples.ts";
import type { Law } from "../../compile/law.ts";
import { factorsOf, modifiersFor } from "../../procedure/modifiers.ts";
import { procedureOf } from "../../procedure/procedures.ts";
import { requirementsOf } from "../../procedure/requirements.ts";
import { stepsOf } from "../../procedure/steps.ts";

/** What tells an example of one of these kinds: the field that no other kind has. */
const COMMON = ["name", "settings", "norms", "expect"];
const FURTHER = furtherExamples.flatMap(({ shape }) => Object.keys(shape)).filter((key) => !COMMON.includes(key));

/** Whether an example is of one of these kinds. */
export function isFurtherExample(example: Example): example is FurtherExample {
  return FURTHER.some((key) => key in example);
}

/** What the law says otherwise than the example expects; empty when it agrees. */
export function furtherDifferences(law: Law, example: FurtherExample): string[] {
  if ("history" in example) return escalationDifferences(law, example);
  if ("given" in example) return effectDifferences(law, example);
  if ("route" in example) return routeDifferences(law, example);
  if ("term" in example) return termDifferences(law, example);
  if ("deadline" in example) return dueDifferences(law, example);
  if ("after" in example) return additionDifferences(law, example);
  if ("grounds" in example) {
    const found = modifiersFor(law, example.grounds).map((one) => `${one.direction} ${one.force}`);
    return differ("modifiers", found, example.expect.modifiers);
  }
  if ("list" in example) {
    const found = laddersOf(law).find((ladder) => ladder.subject === example.list)?.steps ?? [];
    const text = (steps: readonly string[][]): string[] => steps.map((step) => step.join());
    return differ("list", text(found), text(example.expect.steps));
  }
  return procedureDifferences(law, example);
}

type ExampleOf<Field extends string> = Extract<FurtherExample, Record<Field, unknown>>;

function escalationDifferences(
  law: Law,
  { history: { of, on, termFrom, matters }, expect }: ExampleOf<"history">,
): string[] {
  const history = {
    of,
    termFrom: termFrom === null ? null : dayIn(termFrom),
    matters: matters.map(({ day, measure, group, circumstance, noChange }, index) => ({
      id: String(index),
      day: dayIn(day),
      measures: measure === null ? [] : [measure],
      groups: group === null ? null : [group],
      circumstances: circumstance === null ? null : [circumstance],
      noChange,
    })),
  };
  matters.forEach((matter) => matter.measure !== null && knownMeasure(law, matter.measure));
  const found = escalationOf(law, history, dayIn(on)).map((one) => escalationText(one, one.counted.length));
  const expected = expect.escalations.map((one) => escalationText(one, one.counted));
  return differ("escalations", found, expected);
}

function escalationText(
  { rule, way, measures, certain }: { rule: string; way: string; measures: readonly string[]; certain: boolean },
  counted: number,
): string {
  return `${rule} ${way} [${measures.join()}] ${certain ? "certain" : "open"} ${counted}`;
}

function effectDifferences(law: Law, { given, expect }: ExampleOf<"given">): string[] {
  given.measures.forEach((measure) => knownMeasure(law, measure));
  const effects = effectsFor(law, given, given.person);
  const ids = (certain: boolean): string[] =>
    effects.filter((one) => one.certain === certain).flatMap((one) => one.effects.map((effect) => effect.id));
  return [...differ("effects", ids(true), expect.effects), ...differ("open", ids(false), expect.open)];
}

function routeDifferences(law: Law, { route, expect }: ExampleOf<"route">): string[] {
  knownMeasure(law, route.measure);
  const text = (steps: readonly string[]): string => steps.join(" → ");
  const found = routesOf(law, route.measure, route.person).map(({ steps }) => text(steps.map((step) => step.id)));
  return differ("routes", found, expect.routes.map(text));
}

function termDifferences(law: Law, example: ExampleOf<"term">): string[] {
  const term = termOfMeasure(law, example.term.measure, dayIn(example.term.effective));
  const day = (value: Day | null | undefined): string =>
    value === null || value === undefined ? "null" : formatDay(value);
  const { earliest, latest, followUp } = example.expect;
  return differ(
    "term",
    [day(term?.earliest), day(term?.latest), term?.followUp?.id ?? "null"],
    [earliest ?? "null", latest ?? "null", followUp ?? "null"],
  );
}

function dueDifferences(law: Law, { deadline: { act, event, closed }, expect }: ExampleOf<"deadline">): string[] {
  const deadline = deadlinesOf(law).find((one) => one.act === act);
  if (deadline === undefined) return [`no deadline for ${act}`];
  const days = new Set(closed.map(dayIn));
  const due = dueDay(deadline, dayIn(event), (day) => !isWeekend(day) && !days.has(day));
  return differ("due", [due === null ? "null" : formatDay(due)], [expect.due]);
}

function additionDifferences(law: Law, { after: { measure }, expect }: ExampleOf<"after">): string[] {
  knownMeasure(law, measure);
  return [
    ...differ(
      "adds",
      additionsTo(law, measure).flatMap((one) => one.measures),
      expect.adds,
    ),
    ...differ(
      "published in",
      publicationsOf(law, [measure]).flatMap((one) => one.scopes.map((scope) => scope.id)),
      expect.publishedIn,
    ),
    ...differ(
      "absorbs",
      absorptionsOf(law, measure).flatMap((one) => (one.absorbs ? [...one.measures, ...one.sanctions] : [])),
      expect.absorbs,
    ),
  ];
}

function procedureDifferences(law: Law, example: FurtherExample): string[] {
  if ("casework" in example) {
    const { on, subject, gravity, measures } = example.casework;
    for (const measure of measures) knownMeasure(law, measure);
    const steps = stepsOf(law, {
      on,
      subject,
      given: { gravity, measures, managedBy: districtLevelOf(law.vocabulary), person: null },
    });
    return [
      ...differ(
        "steps",
        steps.map((step) => `${step.item} ${step.office} ${citationKey(step.cite)}`),
        example.expect.steps,
      ),
      ...differ(
        "requires",
        requirementsOf(law, measures).map(({ what, cite }) => `${what} ${citationKey(cite)}`),
        example.expect.requires,
      ),
    ];
  }
  if ("sources" in example) {
    const found = example.sources.acts.map((act) => {
      const cite = procedureOf(law, act, example.sources.on);
      return cite === null ? "nothing" : `${citationKey(cite)} ${wordsOf(cite).zh}`;
    });
    return differ("sources", found, example.expect.sources);
  }
  if ("deadlines" in example) {
    const { act, measures, on } = example.deadlines;
    for (const measure of measures) knownMeasure(law, measure);
    const found = deadlinesFor(law, act, measures, dayIn(on)).map(
      ({ cite, length, after, force, binding }) =>
        `${citationKey(cite)} ${length.count} ${length.unit} after ${after}, ${force}${binding ? "" : ", unverified"}`,
    );
    return differ("deadlines", found, example.expect.deadlines);
  }
  if ("clause" in example) {
    const found = [law.regulation, ...law.upper].flatMap((pack) =>
      pack.rules.filter((rule) => `${pack.id}#${rule.cite}` === example.clause).map((rule) => rule.id),
    );
    return differ("rules", found, example.expect.rules);
  }
  if ("factors" in example)
    return differ(
      "factors",
      factorsOf(law, example.factors.on).map(({ id, direction }) => `${id} ${direction}`),
      example.expect.factors,
    );
  throw new RangeError("no such example");
}

function differ(what: string, given: readonly string[], expected: readonly string[]): string[] {
  const text = (list: readonly string[]): string => list.join("; ") || "nothing";
  return text(given) === text(expected) ? [] : [`${what} ${text(given)}, expected ${text(expected)}`];
}

// A misspelt measure would count for nothing and pass unseen.
function knownMeasure(law: Law, id: string): void {
  if (!law.vocabulary.measures.some((measure) => measure.id === id)) throw new RangeError(`no measure is named ${id}`);
}

// 1970-01-01 was a Thursday.
function isWeekend(day: Day): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}

function dayIn(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new RangeError(`${text} is no date`);
  return day;
}

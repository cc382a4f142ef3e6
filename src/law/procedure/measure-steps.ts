// What a measure brings to do besides the steps that a text lists: how it is carried out, what else it takes away, what is decided
// when it ends.
import type { Sentence } from "../text/citation.ts";
import { competenceOf } from "./competence.ts";
import type { Person } from "../compile/condition.ts";
import type { Day } from "../reckon/days.ts";
import { effectsFor, routesOf, termOfMeasure } from "./effects.ts";
import type { Effect } from "./effects.ts";
import type { Law } from "../compile/law.ts";
import type { RuleOf } from "../pack/rule.ts";
import type { Step } from "./steps.ts";
import type { BodyId, ManagementLevel, MeasureId } from "../pack/vocabulary.ts";
import { effectOn, effectMonths, termEnds, waysToFind, effectUncertain } from "./words.ts";

/** To whom the measures were given; `person` is null for an organization or a body. */
export type Given = { measures: readonly MeasureId[]; managedBy: ManagementLevel; person: Person | null };

/** For each measure its route, then the effects of all, then for each measure its term. */
export function stepsOfMeasures(law: Law, given: Given, day: Day | null): Step[] {
  return [
    ...given.measures.flatMap((measure) => routeSteps(law, given, measure, day)),
    ...effectSteps(law, given, day),
    ...given.measures.flatMap((measure) => termSteps(law, given, measure, day)),
  ];
}

// Where the way hangs on what is not recorded, it has to be found first.
function routeSteps(law: Law, given: Given, measure: MeasureId, day: Day | null): Step[] {
  if (given.person === null) return [];
  const routes = routesOf(law, measure, given.person, day);
  const common = { after: "decided", office: executing(law, given, measure), within: null, term: null } as const;
  const known = routes
    .filter(({ certain }) => certain)
    .flatMap(({ rule, steps, cite }) =>
      steps.map((step) => ({ item: `${rule}-${step.id}`, name: step.name, cite, ...common })),
    );
  const open = routes.filter(({ certain }) => !certain);
  const [first] = open;
  if (known.length > 0 || first === undefined) return known;
  const name = waysToFind(open.map(({ name: way, steps }) => [way, ...steps.map((step) => step.name)]));
  return [{ item: first.rule, name, cite: first.cite, ...common }];
}

function effectSteps(law: Law, given: Given, day: Day | null): Step[] {
  const person = given.person ?? { level: null, partyMember: null };
  const [measure] = given.measures;
  if (measure === undefined) return [];
  return effectsFor(law, { measures: given.measures, sanctions: [] }, person, day)
    .filter(({ force }) => force === "shall")
    .flatMap((effect) =>
      effect.effects.map(({ id, name }) => ({
        item: `${effect.rule}-${id}`,
        name: effectName(effect, name),
        after: "effective" as const,
        office: executing(law, given, measure),
        within: null,
        term: null,
        cite: effect.cite,
      })),
    );
}

function effectName({ certain, on, months }: Effect, name: Sentence): Sentence {
  const whose = effectOn[on];
  const length = months === null ? { zh: "", en: "" } : effectMonths(months);
  const zh = `${whose.zh}${name.zh}${length.zh}`;
  const en = `${whose.en}${name.en}${length.en}`;
  return certain ? { zh, en } : effectUncertain(zh, en);
}

function termSteps(law: Law, given: Given, measure: MeasureId, day: Day | null): Step[] {
  const term = termOfMeasure(law, measure, 0, day);
  if (term === null) return [];
  const { rule, atLeast, atMost, followUp, by, cite } = term;
  return [
    {
      item: `${rule}-${measure}`,
      name: endOfTerm(law, measure, followUp?.name ?? null),
      after: "effective",
      office: by[0] ?? executing(law, given, measure),
      within: null,
      term: { atLeast, atMost },
      cite,
    },
  ];
}

function endOfTerm(law: Law, id: MeasureId, followUp: Sentence | null): Sentence {
  const measure = law.vocabulary.measures.find((one) => one.id === id)?.name ?? { zh: id, en: id };
  return termEnds(measure, followUp);
}

function executing(law: Law, { managedBy }: Given, measure: MeasureId): BodyId {
  const { executes, decides } = competenceOf(law, { managedBy, measure, on: null });
  return executes[0] ?? decides[0] ?? "";
}

/** The name of an item that such a rule brings; null for another. */
export function nameOfMeasureStep(
  law: Law,
  rule: RuleOf<"route"> | RuleOf<"effect"> | RuleOf<"measure-term">,
  item: string,
): Sentence | null {
  if (rule.kind === "route" && item === rule.id) return rule.summary;
  if (rule.kind === "measure-term") {
    const measure = rule.measures.find((one) => item === `${rule.id}-${one}`);
    return measure === undefined ? null : endOfTerm(law, measure, rule.followUp?.name ?? null);
  }
  const named = rule.kind === "route" ? rule.branches.flatMap((branch) => branch.steps) : rule.effects;
  return named.find(({ id }) => item === `${rule.id}-${id}`)?.name ?? null;
}

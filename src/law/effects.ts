// What a measure brings besides its bars, how it is carried out, how long it lasts, what may come with it, where it
// is made known, and to whom else accountability reaches: each as the clause says it.
import { citationOf } from "./cite.ts";
import type { Citation, Sentence } from "./citation.ts";
import { meets } from "./condition.ts";
import type { Person } from "./condition.ts";
import { addMonths } from "./days.ts";
import type { Day } from "./days.ts";
import { rulesOf } from "./law.ts";
import type { Law } from "./law.ts";
import type { NamedWords } from "./rule-parts.ts";
import { monthsOf } from "./table.ts";
import type { BodyId, MeasureId, SanctionId, SubjectKind } from "./vocabulary.ts";

export type Force = "may" | "shall";

export type Effect = {
  rule: string;
  on: "person" | "unit" | "unit-leaders";
  effects: NamedWords[];
  /** Months, when the clause gives a length; null for a single act or the year. */
  months: number | null;
  force: Force;
  /** False when it holds only for some persons and is not recorded whether for this one. */
  certain: boolean;
  message: Sentence;
  cite: Citation;
};

/** The effects of what was given, in the order of the text; what is known not to concern the person is left out. */
export function effectsFor(
  law: Law,
  given: { measures: readonly MeasureId[]; sanctions: readonly SanctionId[] },
  person: Person,
): Effect[] {
  return rulesOf(law, "effect").flatMap((rule) => {
    const brings =
      given.measures.some((measure) => rule.measures.includes(measure)) ||
      given.sanctions.some((sanction) => rule.sanctions.includes(sanction));
    const applies = meets(person, rule.when);
    if (!brings || applies === false) return [];
    const months = rule.for === null || rule.for === "year" ? null : monthsOf(rule.for);
    return [
      {
        rule: rule.id,
        on: rule.on,
        effects: rule.effects,
        months,
        force: rule.force,
        certain: applies === true,
        message: rule.summary,
        cite: citationOf(law.regulation, rule),
      },
    ];
  });
}

export type Route = { rule: string; name: Sentence; steps: NamedWords[]; certain: boolean; cite: Citation };

/** How a measure is carried out for this person; several when what decides it is not recorded. */
export function routesOf(law: Law, measure: MeasureId, person: Person): Route[] {
  return rulesOf(law, "route")
    .filter((rule) => rule.measures.includes(measure))
    .flatMap((rule) => {
      const open = rule.branches.flatMap((branch) => {
        const applies = meets(person, branch.when);
        if (applies === false) return [];
        return [
          {
            rule: rule.id,
            name: branch.name,
            steps: branch.steps,
            certain: applies === true,
            cite: citationOf(law.regulation, rule),
          },
        ];
      });
      const sure = open.filter((route) => route.certain);
      return sure.length > 0 ? sure : open;
    });
}

export type MeasureTerm = {
  rule: string;
  /** First day on which it may end and last day on which it must have ended; null where the text sets none. */
  earliest: Day | null;
  latest: Day | null;
  /** What has to be decided when it ends. */
  followUp: NamedWords | null;
  by: BodyId[];
  cite: Citation;
};

/** How long a measure lasts that took effect on a day. Three months from 10 May end on 9 August. */
export function termOfMeasure(law: Law, measure: MeasureId, effective: Day): MeasureTerm | null {
  const rule = rulesOf(law, "measure-term").find((candidate) => candidate.measures.includes(measure));
  if (rule === undefined) return null;
  const end = (period: string | null): Day | null => {
    if (period === null) return null;
    const { day, exact } = addMonths(effective, monthsOf(period));
    return exact ? day - 1 : day;
  };
  return {
    rule: rule.id,
    earliest: end(rule.atLeast),
    latest: end(rule.atMost),
    followUp: rule.followUp,
    by: rule.by,
    cite: citationOf(law.regulation, rule),
  };
}

export type Ladder = { rule: string; subject: SubjectKind; steps: MeasureId[][]; combinable: boolean; cite: Citation };

/** The ordered lists of measures, one for each kind of subject that the text gives one. */
export function laddersOf(law: Law): Ladder[] {
  return rulesOf(law, "ladder").map(({ id, subject, steps, combinable, cite, quote }) => ({
    rule: id,
    subject,
    steps,
    combinable,
    cite: citationOf(law.regulation, { cite, quote }),
  }));
}

/** What may or must come with a measure. */
export function additionsTo(law: Law, measure: MeasureId): { measures: MeasureId[]; force: Force; cite: Citation }[] {
  return rulesOf(law, "addition")
    .filter((rule) => rule.measures.includes(measure))
    .map((rule) => ({ measures: rule.adds, force: rule.force, cite: citationOf(law.regulation, rule) }));
}

export type Publication = { scopes: NamedWords[]; force: Force; kept: NamedWords | null; cite: Citation };

/** Where what was given is made known, and whether the scope is used again at a later appointment. */
export function publicationsOf(law: Law, measures: readonly MeasureId[]): Publication[] {
  return rulesOf(law, "publication")
    .filter((rule) => measures.some((measure) => rule.measures.includes(measure)))
    .map(({ scopes, force, kept, cite, quote }) => ({
      scopes,
      force,
      kept,
      cite: citationOf(law.regulation, { cite, quote }),
    }));
}

/** To whom else accountability reaches, with the finding that it presupposes. */
export function extensionsOf(
  law: Law,
): { rule: string; to: NamedWords[]; condition: NamedWords | null; force: Force; message: Sentence; cite: Citation }[] {
  return rulesOf(law, "extension").map((rule) => ({
    rule: rule.id,
    to: rule.to,
    condition: rule.condition,
    force: rule.force,
    message: rule.summary,
    cite: citationOf(law.regulation, rule),
  }));
}

/** What an earlier measure takes the place of, or expressly does not. */
export function absorptionsOf(
  law: Law,
  earlier: MeasureId,
): { absorbs: boolean; measures: MeasureId[]; sanctions: SanctionId[]; message: Sentence; cite: Citation }[] {
  return rulesOf(law, "absorption")
    .filter((rule) => rule.measures.includes(earlier))
    .map((rule) => ({
      absorbs: rule.absorbs,
      measures: rule.over.measures,
      sanctions: rule.over.sanctions,
      message: rule.summary,
      cite: citationOf(law.regulation, rule),
    }));
}

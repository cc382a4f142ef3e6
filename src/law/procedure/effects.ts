// What a measure brings besides its bars, how it is carried out, how long it lasts, what may come with it, where it
// is made known, and to whom else accountability reaches: each as the clause says it.
import { citationOf } from "../text/cite.ts";
import type { Citation, Sentence } from "../text/citation.ts";
import { meets } from "../compile/condition.ts";
import type { Person } from "../compile/condition.ts";
import { addMonths } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import type { Law } from "../compile/law.ts";
import type { NamedWords } from "../pack/rule-parts.ts";
import { rulesSpeaking } from "../compile/speaking.ts";
import { monthsOf } from "../compile/table.ts";
import type { BodyId, MeasureId, SanctionId, SubjectKind } from "../pack/vocabulary.ts";

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
  day: Day | null = null,
): Effect[] {
  return rulesSpeaking(law, "effect", day).flatMap(({ pack, rule }) => {
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
        cite: citationOf(pack, rule),
      },
    ];
  });
}

export type Route = { rule: string; name: Sentence; steps: NamedWords[]; certain: boolean; cite: Citation };

/** How a measure is carried out for this person; several when what decides it is not recorded. */
export function routesOf(law: Law, measure: MeasureId, person: Person, day: Day | null = null): Route[] {
  return rulesSpeaking(law, "route", day)
    .filter(({ rule }) => rule.measures.includes(measure))
    .flatMap(({ pack, rule }) => {
      const open = rule.branches.flatMap((branch) => {
        const applies = meets(person, branch.when);
        if (applies === false) return [];
        return [
          {
            rule: rule.id,
            name: branch.name,
            steps: branch.steps,
            certain: applies === true,
            cite: citationOf(pack, rule),
          },
        ];
      });
      const sure = open.filter((route) => route.certain);
      return sure.length > 0 ? sure : open;
    });
}

export type MeasureTerm = {
  rule: string;
  /** The periods themselves. */
  atLeast: string | null;
  atMost: string | null;
  /** First day on which it may end and last day on which it must have ended; null where the text sets none. */
  earliest: Day | null;
  latest: Day | null;
  /** What has to be decided when it ends. */
  followUp: NamedWords | null;
  by: BodyId[];
  cite: Citation;
};

/** How long a measure lasts that took effect on a day. Three months from 10 May end on 9 August. */
export function termOfMeasure(
  law: Law,
  measure: MeasureId,
  effective: Day,
  day: Day | null = null,
): MeasureTerm | null {
  const speaking = rulesSpeaking(law, "measure-term", day).find(({ rule }) => rule.measures.includes(measure));
  if (speaking === undefined) return null;
  const { pack, rule } = speaking;
  const end = (period: string | null) => (period === null ? null : lastDayOf(effective, period));
  return {
    rule: rule.id,
    atLeast: rule.atLeast,
    atMost: rule.atMost,
    earliest: end(rule.atLeast),
    latest: end(rule.atMost),
    followUp: rule.followUp,
    by: rule.by,
    cite: citationOf(pack, rule),
  };
}

/** The last day of a time that runs from a day: the day before its anniversary, or the end of the month that has none. */
export function lastDayOf(from: Day, period: string): Day {
  const { day, exact } = addMonths(from, monthsOf(period));
  return exact ? day - 1 : day;
}

export type Ladder = { rule: string; subject: SubjectKind; steps: MeasureId[][]; combinable: boolean; cite: Citation };

/** The ordered lists of measures, one for each kind of subject that a text gives one. */
export function laddersOf(law: Law, day: Day | null = null): Ladder[] {
  return rulesSpeaking(law, "ladder", day).map(({ pack, rule }) => ({
    rule: rule.id,
    subject: rule.subject,
    steps: rule.steps,
    combinable: rule.combinable,
    cite: citationOf(pack, rule),
  }));
}

export type Addition = { measures: MeasureId[]; force: Force; unverified: boolean; message: Sentence; cite: Citation };

/** What may or must come with a measure. */
export function additionsTo(law: Law, measure: MeasureId, day: Day | null = null): Addition[] {
  return rulesSpeaking(law, "addition", day)
    .filter(({ rule }) => rule.measures.includes(measure))
    .map(({ pack, rule, unverified }) => ({
      measures: rule.adds,
      force: rule.force,
      unverified,
      message: rule.summary,
      cite: citationOf(pack, rule),
    }));
}

export type Publication = { scopes: NamedWords[]; force: Force; kept: NamedWords | null; cite: Citation };

/** Where what was given is made known, and whether the scope is used again at a later appointment. */
export function publicationsOf(law: Law, measures: readonly MeasureId[], day: Day | null = null): Publication[] {
  return rulesSpeaking(law, "publication", day)
    .filter(({ rule }) => measures.some((measure) => rule.measures.includes(measure)))
    .map(({ pack, rule }) => ({
      scopes: rule.scopes,
      force: rule.force,
      kept: rule.kept,
      cite: citationOf(pack, rule),
    }));
}

/** The name of a scope that a text names; null for one that no pack knows any more. */
export function scopeNamed(law: Law, id: string): Sentence | null {
  const scopes = rulesSpeaking(law, "publication", null).flatMap(({ rule }) => rule.scopes);
  return scopes.find((scope) => scope.id === id)?.name ?? null;
}

export type Absorption = {
  absorbs: boolean;
  measures: MeasureId[];
  sanctions: SanctionId[];
  unverified: boolean;
  message: Sentence;
  cite: Citation;
};

/** What an earlier measure takes the place of, or expressly does not. */
export function absorptionsOf(law: Law, earlier: MeasureId, day: Day | null = null): Absorption[] {
  return rulesSpeaking(law, "absorption", day)
    .filter(({ rule }) => rule.measures.includes(earlier))
    .map(({ pack, rule, unverified }) => ({
      absorbs: rule.absorbs,
      measures: rule.over.measures,
      sanctions: rule.over.sanctions,
      unverified,
      message: rule.summary,
      cite: citationOf(pack, rule),
    }));
}

// The kinds of rule by which other texts say more than circumstances, tiers and bars: ordered lists, escalation,
// routes, effects, terms, deadlines, publication, and what a pack leaves out in words.
import { z } from "zod";
import { about, conditionSchema, ids, namedWordsSchema, periodSchema, places } from "./rule-parts.ts";
import { gravitySchema, idSchema, sentenceSchema, subjectKindSchema } from "./vocabulary.ts";

const force = z.enum(["may", "shall"]);
const named = z.array(namedWordsSchema);

/** Where measures are named: by themselves, or from one step of an ordered list upward (…以上). */
const measures = { measures: ids.default([]), fromMeasure: idSchema.nullable().default(null) };

/** Within which time several matters are counted together. */
const withinSchema = z.union([z.string().regex(/^P\d+[MY]$/), z.literal("year"), z.literal("term")]);

/** What a clause of escalation leads to. */
const leads = {
  /** `aggravate`: dealt with more heavily; `step-up`: the next step of the list; `measures`: those named; `refer`: to other bodies. */
  way: z.enum(["aggravate", "step-up", "measures", "refer"]),
  to: ids.default([]),
  force,
};

/** The shapes of the further kinds of rule, as rules.yaml has them. */
export const furtherRules = [
  /** A definition that adds a result to every circumstance of its groups. */
  z.strictObject({
    kind: z.literal("general-definition"),
    ...about,
    groups: ids.min(1),
    mode: z.enum(["any", "all"]),
    results: named.min(1),
  }),
  /** The measures for one kind of subject, from the lightest to the heaviest. */
  z.strictObject({
    kind: z.literal("ladder"),
    ...about,
    subject: subjectKindSchema,
    /** Each step holds the measures of equal weight. */
    steps: z.array(ids.min(1)).min(1),
    /** Whether several of them may be given together. */
    combinable: z.boolean(),
  }),
  /** A measure that may or must come with another. */
  z.strictObject({ kind: z.literal("addition"), ...about, measures: ids.min(1), adds: ids.min(1), force }),
  /** How long a measure itself lasts, and what is decided when it ends. */
  z.strictObject({
    kind: z.literal("measure-term"),
    ...about,
    measures: ids.min(1),
    atLeast: periodSchema.nullable(),
    atMost: periodSchema.nullable(),
    followUp: namedWordsSchema.nullable(),
    by: ids.default([]),
  }),
  /** Grounds on which the text aggravates, mitigates or exempts. */
  z.strictObject({
    kind: z.literal("modifier"),
    ...about,
    direction: z.enum(["aggravate", "mitigate", "exempt"]),
    force,
    grounds: named.min(1),
  }),
  /** The tiers of leadership responsibility that a finding tells apart. */
  z.strictObject({ kind: z.literal("responsibility"), ...about, force, tiers: named.min(1) }),
  z.strictObject({
    kind: z.literal("escalation-by-count"),
    ...about,
    /** Matters in which one of these was given; empty when any matter counts. */
    measures: ids.default([]),
    conduct: z.enum(["any", "same-group", "same-circumstance"]),
    per: z.enum(["person", "unit"]),
    atLeast: z.number().int().min(2),
    within: withinSchema,
    ...leads,
  }),
  z.strictObject({ kind: z.literal("escalation-without-effect"), ...about, measures: ids.min(1), ...leads }),
  /** A measure that is carried out in different ways, by rank or attribute. */
  z.strictObject({
    kind: z.literal("route"),
    ...about,
    measures: ids.min(1),
    branches: z
      .array(
        z.strictObject({ name: sentenceSchema, when: conditionSchema, words: z.string().min(1), steps: named.min(1) }),
      )
      .min(1),
  }),
  /** What happens besides bars: a grade fixed, a bonus cut, a name struck off, a probation extended. */
  z.strictObject({
    kind: z.literal("effect"),
    ...about,
    ...measures,
    sanctions: ids.default([]),
    when: conditionSchema.nullable().default(null),
    on: z.enum(["person", "unit", "unit-leaders"]),
    effects: named.min(1),
    for: periodSchema.nullable().default(null),
    force,
  }),
  /** Whether an earlier measure takes the place of a later one, or expressly does not. */
  z.strictObject({
    kind: z.literal("absorption"),
    ...about,
    measures: ids.min(1),
    over: z.strictObject({ measures: ids.default([]), sanctions: ids.default([]) }),
    absorbs: z.boolean(),
  }),
  /** To whom else accountability reaches, under which condition; or to whom the text applies by reference. */
  z.strictObject({
    kind: z.literal("extension"),
    ...about,
    to: named.min(1),
    condition: namedWordsSchema.nullable(),
    force,
  }),
  z.strictObject({
    kind: z.literal("deadline"),
    ...about,
    /** The step that is due, and the step from whose day it is counted. */
    act: idSchema,
    after: idSchema,
    length: z.strictObject({ count: z.number().int().min(1), unit: z.enum(["days", "working-days", "months"]) }),
    by: ids.default([]),
    measures: ids.default([]),
    force,
  }),
  /** Where a measure is made known, and whether the scope is kept for a later appointment. */
  z.strictObject({
    kind: z.literal("publication"),
    ...about,
    ...measures,
    scopes: named.min(1),
    force,
    kept: namedWordsSchema.nullable().default(null),
  }),
  /**
   * Something an office has to do in a case: what, after which step of it, which office, and within which term. `words`
   * are those of the quote that set the term; a term in working days that the words leave open (及时) is the office's own.
   */
  z.strictObject({
    kind: z.literal("step"),
    ...about,
    item: idSchema,
    name: sentenceSchema,
    after: z.enum(["proposed", "deliberated", "decided", "served", "effective"]),
    by: ids.min(1),
    within: z.strictObject({
      count: z.number().int().min(0),
      unit: z.enum(["days", "working-days", "months"]),
      words: z.string().min(1).nullable().default(null),
    }),
    /** Only after one of these; empty for any. */
    measures: ids.default([]),
    /** Only where one of these was found; empty for any. */
    gravity: z.array(gravitySchema).default([]),
    subjects: z.array(subjectKindSchema).min(1),
  }),
  /** A clause that the software does not carry out; `reason` says in words what a person has to do instead. */
  z.strictObject({
    kind: z.literal("out-of-scope"),
    id: idSchema,
    ...places,
    summary: sentenceSchema,
    reason: sentenceSchema,
  }),
] as const;

export type FurtherRule = z.infer<(typeof furtherRules)[number]>;

const furtherKinds: ReadonlySet<string> = new Set(furtherRules.map((schema) => schema.shape.kind.value));

/** Whether a rule is of one of these kinds. */
export function isFurther(rule: { kind: string }): rule is FurtherRule {
  return furtherKinds.has(rule.kind);
}

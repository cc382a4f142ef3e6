// The shape of one rule of a pack: what one clause says, as data, with the words it rests on.
import { z } from "zod";
import {
  gravitySchema,
  groundSchema,
  handlingSchema,
  idSchema,
  reachSchema,
  sentenceSchema,
  subjectKindSchema,
} from "./vocabulary.ts";
import { ownWordsSchema } from "./own-vocabulary.ts";
import { furtherRules } from "./rule-kinds.ts";
import {
  about,
  anchorSchema,
  conditionSchema,
  ids,
  namedWordsSchema,
  periodSchema,
  places,
  recordDaysSchema,
} from "./rule-parts.ts";

export const ruleSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("declaratory"), ...about }),
  z.strictObject({
    kind: z.literal("scope"),
    ...about,
    subjects: z.array(
      z.strictObject({ kind: subjectKindSchema, name: sentenceSchema, inferred: z.boolean().default(false) }),
    ),
  }),
  z.strictObject({
    kind: z.literal("competence"),
    ...about,
    /** First row whose management level and measures match. */
    authority: z.array(
      z.strictObject({
        managedBy: idSchema,
        measures: ids,
        decides: ids.min(1),
        proposes: ids,
        approves: ids,
        executes: ids,
      }),
    ),
    /** The bodies under this regulation; a decision that belongs to another body is only proposed to it. */
    ownBodies: ids.min(1),
  }),
  z.strictObject({
    kind: z.literal("group"),
    ...about,
    group: idSchema,
    name: sentenceSchema,
    force: z.enum(["may", "shall"]),
  }),
  z.strictObject({
    kind: z.literal("limb"),
    ...about,
    group: idSchema,
    conduct: z.string().min(1),
    /** Alternative acts, each in the words of the quote. */
    acts: z.array(z.string().min(1)),
    /** Words of the quote that say what the acts are about. */
    context: z.array(z.string().min(1)).default([]),
    mode: z.enum(["none", "any", "all"]),
    results: z.array(z.strictObject({ id: idSchema, name: sentenceSchema, words: z.string().min(1) })),
    precondition: z
      .strictObject({
        name: sentenceSchema,
        words: z.string().min(1),
        /** The kinds of earlier record that the words name; one of them must be on file, with its day and document. */
        records: z.array(namedWordsSchema).default([]),
        /** Whether the words ask for conduct that continues. */
        continuing: z.boolean().default(false),
      })
      .nullable(),
    catchAll: z.boolean().default(false),
    prefers: handlingSchema.nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal("tier"),
    ...about,
    force: z.enum(["may", "shall"]),
    gravity: z.array(gravitySchema).min(1),
    /** For each reading of the trigger setting, the findings that open this tier beside the gravity. */
    trigger: z
      .strictObject({
        setting: z.string(),
        findings: z.record(
          z.string(),
          z.strictObject({ strongReaction: z.boolean(), vileInfluence: z.boolean(), together: z.boolean() }),
        ),
      })
      .nullable()
      .default(null),
    /** The measures that the clause names itself. */
    measures: ids.default([]),
    /** The id of a measure list that stands elsewhere in the text. */
    list: idSchema.nullable().default(null),
    /** Filled from that list on reading. */
    openEnd: ids.default([]),
    /** The bodies that the clause names; empty where it names none, and the rule on competence says who decides. */
    deciders: ids.default([]),
  }),
  z.strictObject({
    kind: z.literal("measure-list"),
    ...about,
    measures: ids.min(1),
    /** Measures that the list does not name and its open end (等) carries. */
    openEnd: ids.default([]),
  }),
  z.strictObject({
    kind: z.literal("organization-measures"),
    ...about,
    subject: subjectKindSchema,
    measures: ids.min(1),
    inferred: z.boolean(),
  }),
  z.strictObject({ kind: z.literal("circulation"), ...about, tiers: ids.min(1), force: z.literal("shall") }),
  z.strictObject({
    kind: z.literal("referral"),
    ...about,
    gravity: gravitySchema,
    to: z.array(sentenceSchema).min(1),
    norms: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal("duty"),
    ...about,
    act: idSchema,
    force: z.enum(["may", "shall"]),
    by: ids,
    measures: ids.default([]),
  }),
  z.strictObject({
    kind: z.literal("body-reform"),
    ...about,
    measures: ids.min(1),
    /** For each reading of the setting, how many members are several. */
    members: z.strictObject({ setting: z.string(), atLeast: z.record(z.string(), z.number().int().min(2)) }),
  }),
  z.strictObject({
    kind: z.literal("restriction"),
    ...about,
    measures: ids.default([]),
    /** The measures from this one of an ordered list upward (…以上); filled in on reading. */
    fromMeasure: idSchema.nullable().default(null),
    sanctions: ids.default([]),
    /** Only for persons of whom this holds; where it is not known, the answer is "needs confirmation". */
    when: conditionSchema.nullable().default(null),
    ground: z.array(groundSchema).min(1),
    /** `handling` when 组织调整 does not bring it, subject to the setting; `any` when it makes no difference. */
    handling: z.enum(["handling", "any"]),
    bars: ids.min(1),
    /**
     * `running` takes the period of the other norms' bars; `record` the months of the record itself; `permanent` has no end;
     * `year-and-next` is the calendar year and the one after it, `record-years` every calendar year into which the months of the record reach.
     */
    for: z.union([periodSchema, z.enum(["running", "record", "permanent", "year-and-next", "record-years"])]),
    /**
     * From the effective day, from the restoration of rights, or from the effective day through the record's own months and `for`
     * after the restoration.
     */
    start: z.enum(["effective", "restored", "through-restoration"]).default("effective"),
    records: recordDaysSchema.nullable().default(null),
    baseline: z.enum(["present", "original", "reduced"]).nullable(),
    /** A second clause without which the quote does not say what is barred. */
    also: z.strictObject(places).nullable().default(null),
    reach: reachSchema.nullable(),
    /** What the clause adds to its bar, shown with every answer that rests on it. */
    remark: sentenceSchema.nullable().default(null),
  }),
  /** What several at once come to; it holds from the first day of its own pack. */
  z.strictObject({
    kind: z.literal("combination"),
    ...about,
    way: z.enum(["longest", "remaining-plus-new", "heaviest", "set-period"]),
    measures: ids.default([]),
    /** From the lightest to the heaviest. */
    sanctions: ids.min(1),
    /** For a set period: the kind below which it can be set, and its greatest length. */
    below: idSchema.nullable().default(null),
    atMost: periodSchema.nullable().default(null),
    records: recordDaysSchema.nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal("concurrence"),
    ...about,
    measures: ids.min(1),
    purposes: ids.min(1),
    setting: z.string(),
  }),
  z.strictObject({
    kind: z.literal("consent"),
    ...about,
    measures: ids.min(1),
    /** What remains under the narrower reading of whom it concerns. */
    narrowMeasures: ids.min(1),
    sanctions: z.boolean(),
    purposes: ids.min(1),
    from: ids.min(1),
    settings: z.strictObject({ who: z.string(), timing: z.string() }),
  }),
  /** A ground on which accountability may be waived. */
  z.strictObject({ kind: z.literal("exemption"), ...about, ground: idSchema, name: sentenceSchema }),
  z.strictObject({ kind: z.literal("pending"), ...about, purposes: ids.min(1) }),
  z.strictObject({ kind: z.literal("interpretation"), ...about, by: ids.min(1) }),
  z.strictObject({ kind: z.literal("validity"), ...about, from: z.iso.date(), until: z.iso.date().nullable() }),
  z.strictObject({
    kind: z.literal("sanction-eligibility"),
    ...about,
    order: z.enum(["party", "government"]),
    partyMembersOnly: z.boolean(),
  }),
  /** The text is silent: cells of question × measure × sanction that no rule answers, with the reason. */
  z.strictObject({
    kind: z.literal("silent"),
    id: idSchema,
    cite: anchorSchema,
    purposes: ids.min(1),
    measures: ids.min(1),
    sanctions: ids.min(1),
    reason: sentenceSchema,
  }),
  /** Words of the text that carry no rule, with the reason. */
  z.strictObject({ kind: z.literal("excuse"), id: idSchema, ...places, reason: sentenceSchema }),
  ...furtherRules,
]);

export type Rule = z.infer<typeof ruleSchema>;
export type RuleOf<Kind extends Rule["kind"]> = Extract<Rule, { kind: Kind }>;

export const settingSchema = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  cite: anchorSchema,
  question: sentenceSchema,
  default: z.string(),
  options: z.record(z.string(), sentenceSchema),
});
export type Setting = z.infer<typeof settingSchema>;

export const rulesFileSchema = z.strictObject({
  format: z.literal(1),
  id: idSchema,
  layer: z.enum(["regulation", "upper"]),
  /** `example` shows the format: it can be asked and checked, and nothing starts with it unless told to. */
  role: z.enum(["working", "example"]).default("working"),
  title: sentenceSchema,
  short: sentenceSchema,
  number: z.string().nullable(),
  /** How sure the dates of validity are. */
  validity: z.strictObject({
    from: z.iso.date(),
    until: z.iso.date().nullable(),
    note: sentenceSchema.nullable().default(null),
  }),
  summary: z.boolean(),
  /** Names without a year by which other texts cite it: each means the version in force on the day in question. */
  citedAs: z.array(z.string().min(1)).default([]),
  /** The pack that it took the place of on its first day. */
  succeeds: idSchema.nullable().default(null),
  /** Words of the shared vocabulary's further list that this text uses. */
  uses: ids.default([]),
  /** Words that only this text has. */
  words: ownWordsSchema,
  settings: z.array(settingSchema).default([]),
  rules: z.array(ruleSchema).min(1),
});

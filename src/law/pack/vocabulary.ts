// The words that no single regulation owns: levels, measures, sanctions, purposes, and how a bar of
// one kind bears on a question of another. Data in regulations/vocabulary.yaml; here only its shape.
import { z } from "zod";

export type MeasureId = string;
export type SanctionId = string;
export type PurposeId = string;
export type LevelId = string;
export type BodyId = string;
export type SubjectKind = "person" | "organization" | "leading-body";
/** Who manages a cadre or a body, by the id of the vocabulary: 市管, 区管 … */
export type ManagementLevel = string;
export type Gravity = "lighter" | "graver" | "serious" | "discipline" | "crime";
export type Handling = "handling" | "adjustment";
/**
 * Why a measure was taken. `formality` only carries out another measure of the same matter; it, `age` and `term-ended` add
 * nothing to what is barred.
 */
export type Ground = z.infer<typeof groundSchema>;

export const sentenceSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const subjectKindSchema = z.enum(["person", "organization", "leading-body"]);
export const gravitySchema = z.enum(["lighter", "graver", "serious", "discipline", "crime"]);
export const handlingSchema = z.enum(["handling", "adjustment"]);
export const groundSchema = z.enum(["accountability", "unsuitable", "formality", "age", "term-ended"]);
/** Answers, from the strictest to none. */
export const answerSchema = z.enum(["barred", "pending", "needs-confirmation", "needs-consent", "clear"]);
export const reachSchema = z.enum(["above", "from", "any"]);

const named = { name: sentenceSchema };

const words = z.array(z.string().min(1)).default([]);

/** How far a bar reaches: above its baseline level, from its baseline upward, or any level at all. */
export type Reach = z.infer<typeof reachSchema>;

const measureSchema = z.strictObject({
  id: idSchema,
  ...named,
  /** Other words by which texts name it. */
  words,
  class: z.enum(["light", "organizational", "body"]),
  subjects: z.array(subjectKindSchema).min(1),
  /** True when it starts from the person's own application. */
  onApplication: z.boolean().default(false),
  /** On which grounds it can be taken. */
  grounds: z.array(groundSchema).default(["accountability"]),
  /** True when it lowers the level of the person. */
  reduces: z.boolean().default(false),
});
const purposeSchema = z.strictObject({
  id: idSchema,
  ...named,
  asked: z.enum(["on-date", "for-year"]),
  /** False where no post is given: a promotion in rank, a place on a list. */
  post: z.boolean().default(true),
  /** How far a bar of this kind reaches, where its name says it; the rule says it of others. */
  reach: reachSchema.nullable().default(null),
  /** The words by which texts name a bar of this kind. */
  words,
});
const bearingSchema = z.strictObject({
  bar: idSchema,
  purpose: idSchema,
  /** The question names no level: barred, open, to be confirmed, or asked as for one step above the present level. */
  withoutLevel: z.enum(["barred", "open", "needs-confirmation", "one-step-up"]),
  /** The question names a level and the bar's baseline is not recorded. */
  withoutBaseline: z.enum(["needs-confirmation", "open"]),
});
/** The duties into which the offices divide the work on leads and cases. */
export const officeDutySchema = z.enum(["inquiry", "review", "decision", "execution", "papers"]);
export type OfficeDuty = z.infer<typeof officeDutySchema>;
const bodySchema = z.strictObject({
  id: idSchema,
  ...named,
  words,
  /** What the body does here; none for one that works elsewhere. */
  duties: z.array(officeDutySchema).default([]),
});
const collectiveSchema = z.strictObject({
  words: z.string().min(1),
  measures: z.array(idSchema),
  sanctions: z.array(idSchema),
});
const attributeSchema = z.strictObject({ id: idSchema, ...named, words });
const personnelSchema = z.strictObject({
  /** 职级, from the highest to the lowest. */
  ranks: z.array(z.strictObject({ id: z.string().min(1), ...named })).default([]),
  /** GB/T 4762. */
  politicalStatuses: z
    .array(z.strictObject({ id: z.string().regex(/^\d\d$/), ...named, partyMember: z.boolean().default(false) }))
    .default([]),
  /** Grades of the yearly assessment, best first, with other words for them. */
  grades: z
    .array(z.strictObject({ id: idSchema, ...named, words, asks: idSchema.nullable().default(null) }))
    .default([]),
  /** What an appointment is: a promotion, more important use, an exchange on one level … */
  appointments: z
    .array(
      z.strictObject({
        id: idSchema,
        ...named,
        words,
        /** The purpose for which it is asked afterwards; null where no bar concerns it. */
        asks: idSchema.nullable().default(null),
        /** Asked of leading posts alone. */
        onlyLeading: z.boolean().default(false),
      }),
    )
    .default([]),
  honourLevels: z.array(z.strictObject({ id: idSchema, ...named, words })).default([]),
  /** The purpose for which an honour is asked afterwards; null where no bar concerns one. */
  honoursAsk: idSchema.nullable().default(null),
});
const periodWordsSchema = z.strictObject({ words: z.string().min(1), for: z.string() });

export const vocabularySchema = z.strictObject({
  format: z.literal(1),
  /** From the highest to the lowest; `code` is GB/T 12407. */
  levels: z.array(z.strictObject({ id: z.string().min(1), code: z.string(), ...named })).min(1),
  measures: z.array(measureSchema).min(1),
  sanctions: z
    .array(
      z.strictObject({
        id: idSchema,
        ...named,
        words,
        order: z.enum(["party", "government"]),
        /** The lengths in months among which a record must choose, when the kind has no single length. */
        months: z.array(z.number().int().positive()).default([]),
      }),
    )
    .min(1),
  purposes: z.array(purposeSchema).min(1),
  /** Whether a bar of one kind bears on a question of a purpose; a pair not listed never does. */
  bearings: z.array(bearingSchema),
  /** What a person can be besides holding a level: what some clauses apply to alone. */
  attributes: z.array(attributeSchema).default([]),
  names: z.strictObject({
    gravities: z.record(gravitySchema, sentenceSchema),
    subjects: z.record(subjectKindSchema, sentenceSchema),
    managedBy: z.record(idSchema, sentenceSchema),
    handlings: z.record(handlingSchema, sentenceSchema),
    grounds: z.record(groundSchema, sentenceSchema),
    answers: z.record(answerSchema, sentenceSchema),
    layers: z.record(z.enum(["regulation", "upper"]), sentenceSchema),
  }),
  /** Levels of management above the district: its own bodies decide nothing there, they propose. */
  managedAbove: z.array(idSchema).default([]),
  bodies: z.array(bodySchema).min(1),
  /** The kinds of evidence in which a register of evidence is kept. */
  evidence: z.array(z.strictObject({ id: idSchema, ...named })).default([]),
  /** The words of the personnel record. */
  personnel: personnelSchema.prefault({}),
  /** Words that name several measures or sanctions at once. */
  collectives: z.array(collectiveSchema),
  /** Signs in a text by which the checks hold quotes and fields together. */
  marks: z.strictObject({
    may: words,
    shall: words,
    /** Says to which cases a clause applies, not with what force. */
    basis: words,
    /** Words with 可 or 应 in them that say neither (不可抗力, 相应). */
    noForce: words,
    openEnd: words,
    sanction: words,
    partyDiscipline: words,
    restored: words,
    /** From the effective day through the restoration. */
    throughout: words,
    permanent: words,
    /** Whatever the day of a record. */
    anyDay: words,
    original: words,
    anyLevel: words,
    equivalent: words,
    result: words,
    either: words,
    other: words,
    longest: words,
    remainingPlusNew: words,
    heaviest: words,
    setPeriod: words,
    below: words,
    besides: words,
    /** …以上: from one step of an ordered list upward. */
    upward: words,
    workingDays: words,
    days: words,
    promptly: words,
    atOnce: words,
    times: words,
    /** Counted in persons, of a unit. */
    personTimes: words,
    sameGroup: words,
    sameCircumstance: words,
    /** Heavier, milder, free; the next step of a list; to other bodies. */
    aggravate: words,
    mitigate: words,
    exempt: words,
    stepUp: words,
    refer: words,
    /** At most, at least: before or behind a length. */
    atMost: words,
    atLeast: words,
    partyMembers: words,
    notPartyMembers: words,
    /** Ranks, each of which names the levels that have it in their name. */
    ranks: words,
    continuing: words,
    /** Before a body that is told, asked or heard and does nothing itself. */
    addressed: words,
    /** A scope kept on file; what follows when a term ends. */
    kept: words,
    atItsEnd: words,
    /** Without one of these a sentence bars nothing. */
    bars: words,
    /** Whom a text is for. */
    persons: words,
    organizations: words,
    leadingBodies: words,
    calendarYear: words,
    term: words,
    without: words,
    /** In the label of a clause that nobody has checked. */
    strongReaction: words,
    vileInfluence: words,
    /** In the words of a reading that asks for both findings. */
    together: words,
    /** With which a sentence goes on, so that two quotes may meet before them. */
    goesOn: words,
    accountability: words,
    /** 处理, which 组织调整 is not. */
    handled: words,
    presentLevel: words,
    originalLevel: words,
    reducedLevel: words,
    /** What joins the parts of a circumstance and says nothing itself. */
    joining: words,
    /** Before what a precondition names. */
    leading: words,
    combinable: words,
    unit: words,
    leaders: words,
  }),
  /** Steps of procedure whose name is not that of their rule, with words of which one stands in the clause. */
  acts: z.array(z.strictObject({ id: idSchema, words })).default([]),
  /** From what a term runs, with the words that say so. */
  starts: z.array(z.strictObject({ id: idSchema, words })).default([]),
  /** Period words that no number writes, as they stand in texts, each with its ISO 8601 duration or `year`. */
  periods: z.array(periodWordsSchema).min(1),
});

/** The file all packs share: the vocabulary of every pack, and further words that a pack takes by name. */
export const sharedVocabularySchema = vocabularySchema.extend({
  further: z
    .strictObject({
      measures: z.array(measureSchema).default([]),
      purposes: z.array(purposeSchema).default([]),
      bearings: z.array(bearingSchema).default([]),
      attributes: z.array(attributeSchema).default([]),
    })
    .prefault({}),
});
export type SharedVocabulary = z.infer<typeof sharedVocabularySchema>;

export type Vocabulary = z.infer<typeof vocabularySchema>;

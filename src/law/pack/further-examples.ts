// Examples of what the further kinds of rule say: escalation, effects, routes, terms, grounds, deadlines, lists.
import { z } from "zod";
import { ids } from "./rule-parts.ts";
import { gravitySchema, sentenceSchema, subjectKindSchema } from "./vocabulary.ts";

const name = {
  name: sentenceSchema,
  settings: z.record(z.string(), z.string()).default({}),
  norms: z.record(z.string(), z.union([z.iso.date(), z.literal("not-applied")])).default({}),
};

const lines = z.array(z.string());

const personSchema = z
  .strictObject({
    level: z.string().nullable().default(null),
    partyMember: z.boolean().nullable().default(null),
    attributes: z.record(z.string(), z.boolean()).default({}),
  })
  .prefault({});

/** The shapes of the examples of further kinds, as examples.yaml has them. */
export const furtherExamples = [
  z.strictObject({
    ...name,
    history: z.strictObject({
      of: z.enum(["person", "unit"]),
      on: z.iso.date(),
      termFrom: z.iso.date().nullable().default(null),
      matters: z.array(
        z.strictObject({
          day: z.iso.date(),
          measure: z.string().nullable().default(null),
          group: z.string().nullable().default(null),
          circumstance: z.string().nullable().default(null),
          noChange: z.boolean().nullable().default(null),
        }),
      ),
    }),
    expect: z.strictObject({
      escalations: z.array(
        z.strictObject({
          rule: z.string(),
          way: z.string(),
          measures: ids.default([]),
          certain: z.boolean(),
          counted: z.number().int(),
        }),
      ),
    }),
  }),
  z.strictObject({
    ...name,
    given: z.strictObject({ measures: ids.default([]), sanctions: ids.default([]), person: personSchema }),
    /** `open` are effects that hang on a fact that is not recorded. */
    expect: z.strictObject({ effects: ids, open: ids.default([]) }),
  }),
  z.strictObject({
    ...name,
    route: z.strictObject({ measure: z.string(), person: personSchema }),
    expect: z.strictObject({ routes: z.array(ids) }),
  }),
  z.strictObject({
    ...name,
    term: z.strictObject({ measure: z.string(), effective: z.iso.date() }),
    expect: z.strictObject({
      earliest: z.iso.date().nullable(),
      latest: z.iso.date().nullable(),
      followUp: z.string().nullable(),
    }),
  }),
  z.strictObject({
    ...name,
    grounds: ids,
    /** As `aggravate shall`. */
    expect: z.strictObject({ modifiers: z.array(z.string()) }),
  }),
  z.strictObject({
    ...name,
    deadline: z.strictObject({
      act: z.string(),
      event: z.iso.date(),
      /** Days on which nobody works besides Saturday and Sunday. */
      closed: z.array(z.iso.date()).default([]),
    }),
    expect: z.strictObject({ due: z.iso.date() }),
  }),
  z.strictObject({ ...name, list: subjectKindSchema, expect: z.strictObject({ steps: z.array(ids) }) }),
  z.strictObject({
    ...name,
    after: z.strictObject({ measure: z.string() }),
    expect: z.strictObject({ adds: ids, publishedIn: ids.default([]), absorbs: ids.default([]) }),
  }),
  z.strictObject({
    ...name,
    casework: z.strictObject({ on: z.iso.date(), subject: subjectKindSchema, gravity: gravitySchema, measures: ids }),
    /** Each as `item office PACK#CLAUSE`, and what the measures require as `what PACK#CLAUSE`. */
    expect: z.strictObject({ steps: lines, requires: lines }),
  }),
  z.strictObject({
    ...name,
    /** Acts or rules of procedure. */
    sources: z.strictObject({ on: z.iso.date(), acts: ids }),
    /** Each as `PACK#CLAUSE` with its words as they are shown, in their order. */
    expect: z.strictObject({ sources: lines }),
  }),
  z.strictObject({
    ...name,
    deadlines: z.strictObject({ act: z.string(), measures: ids, on: z.iso.date() }),
    /** Each as `PACK#CLAUSE 30 days after receipt, may`; one that nobody has confirmed ends in `, unverified`. */
    expect: z.strictObject({ deadlines: lines }),
  }),
  /** The rules that stand beside a clause, `PACK#CLAUSE`, in the order of the text. */
  z.strictObject({ ...name, clause: z.string(), expect: z.strictObject({ rules: ids }) }),
  /** The circumstances that the packs call milder or heavier on the day, each as `id direction`. */
  z.strictObject({
    ...name,
    factors: z.strictObject({ on: z.iso.date() }),
    expect: z.strictObject({ factors: lines }),
  }),
] as const;

export type FurtherExample = z.infer<(typeof furtherExamples)[number]>;

// The examples of a pack: cases named as sentences, with the answer that the rules must give.
import { z } from "zod";
import { furtherExamples } from "./further-examples.ts";
import { gravitySchema, handlingSchema, idSchema, sentenceSchema, subjectKindSchema } from "./vocabulary.ts";

const expectSchema = z.strictObject({
  answer: z.string(),
  until: z.iso.date().nullable().optional(),
  regulation: z.string().optional(),
  upper: z.string().optional(),
  /** Last barred day by the regulation layer alone. */
  regulationUntil: z.iso.date().nullable().optional(),
  upperUntil: z.iso.date().nullable().optional(),
  restrictions: z.array(z.string()).optional(),
  cites: z.array(z.string()).optional(),
  notes: z.number().int().optional(),
});

const common = {
  name: sentenceSchema,
  settings: z.record(z.string(), z.string()).default({}),
  /** What is decided on unverified rules: PACK#RULE to the day from which it applies, or `not-applied`. */
  norms: z.record(z.string(), z.union([z.iso.date(), z.literal("not-applied")])).default({}),
};

export const exampleSchema = z.union([
  z.strictObject({
    ...common,
    facts: z.record(z.string(), z.unknown()),
    question: z.record(z.string(), z.unknown()),
    expect: expectSchema,
  }),
  z.strictObject({
    ...common,
    limb: z.strictObject({
      limb: z.string(),
      act: z.string().nullable().default(null),
      results: z.array(z.string()).default([]),
      preconditionMet: z.boolean().default(false),
      reasons: z.string().nullable().default(null),
      approved: z.boolean().default(false),
    }),
    expect: z.strictObject({ established: z.boolean(), missing: z.array(z.string()) }),
  }),
  z.strictObject({
    ...common,
    outcome: z.strictObject({
      subject: z.strictObject({
        kind: subjectKindSchema,
        managedBy: idSchema,
        partyMember: z.boolean(),
        inScope: z.boolean(),
      }),
      gravity: gravitySchema,
      strongReaction: z.boolean(),
      vileInfluence: z.boolean(),
      measures: z.array(z.string()),
      handling: handlingSchema,
      handlingReasons: z.string().nullable(),
      body: z.string().nullable(),
      conduct: z.strictObject({ from: z.iso.date(), to: z.iso.date(), continuing: z.boolean() }),
      decidedOn: z.iso.date(),
    }),
    expect: z.strictObject({ refusals: z.array(z.string()) }),
  }),
  z.strictObject({
    ...common,
    sanction: z.strictObject({ sanction: z.string(), partyMember: z.boolean() }),
    expect: z.strictObject({ refusals: z.array(z.string()) }),
  }),
  z.strictObject({
    ...common,
    body: z.strictObject({ members: z.number().int(), heldAccountable: z.number().int(), worksNormally: z.boolean() }),
    expect: z.strictObject({ reform: z.boolean() }),
  }),
  z.strictObject({
    ...common,
    offer: z.strictObject({
      gravity: gravitySchema,
      strongReaction: z.boolean(),
      vileInfluence: z.boolean(),
      subject: subjectKindSchema,
    }),
    expect: z.strictObject({ tiers: z.array(z.string()) }),
  }),
  ...furtherExamples,
]);
export type Example = z.infer<typeof exampleSchema>;

// What rules of every kind are made of: the place they cite, its words, periods, conditions of persons.
import { z } from "zod";
import { idSchema, sentenceSchema } from "./vocabulary.ts";

/** article, article.paragraph or article.paragraph.item; upper packs may use words (`24.6`, `zeren`). */
export const anchorSchema = z.string().regex(/^[a-z0-9]+(\.[a-z0-9]+){0,2}$/);

/** ISO 8601 durations in months or years, or `year` for the calendar year. */
export const periodSchema = z.string().regex(/^(P\d+M|P\d+Y|year)$/);

/**
 * The days of the records to which a clause applies, both included, by the day of decision; null keeps the first or last day of the pack,
 * `always` knows none.
 */
export const recordDaysSchema = z.strictObject({
  from: z
    .union([z.iso.date(), z.literal("always")])
    .nullable()
    .default(null),
  until: z
    .union([z.iso.date(), z.literal("always")])
    .nullable()
    .default(null),
});

export const places = { cite: anchorSchema, quote: z.string().min(1) };
export const about = {
  id: idSchema,
  ...places,
  /** How sure the text is: wording seen (T), restated by another source (S), from general knowledge (M). */
  tag: z.enum(["T", "S", "M"]).default("T"),
  summary: sentenceSchema,
};
export const ids = z.array(idSchema);

/** Something that the clause names; `words` stand in its quote. */
export const namedWordsSchema = z.strictObject({ id: idSchema, name: sentenceSchema, words: z.string().min(1) });
export type NamedWords = z.infer<typeof namedWordsSchema>;

/**
 * To which persons a clause applies. Each part that is given must hold: one of the levels, one of the
 * attributes, being a Party member or not.
 */
export const conditionSchema = z.strictObject({
  levels: z.array(z.string().min(1)).default([]),
  attributes: ids.default([]),
  partyMember: z.boolean().nullable().default(null),
});
export type Condition = z.infer<typeof conditionSchema>;

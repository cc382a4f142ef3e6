// Who is restricted on a day, and whose restriction ends between two days.
import { z } from "zod";
import { citationShape } from "#law/text/citation.ts";
import { existingDay } from "#kernel/contract/existing-day.ts";
import { boundedCount, endpoint, pageInput, sentenceShape } from "#kernel/contract/meta.ts";
import { answerSchema } from "#law/pack/vocabulary.ts";
import { personRow } from "#registry/contract.ts";
import { endBeforeBeginning } from "../rules/words.ts";
import { restrictionReaders } from "./restriction-view.ts";

/** The first and the last day, both included, within which a restriction ends. */
export const endingRange = { from: existingDay, until: existingDay };
export const isInOrder = ({ from, until }: { from: string; until: string }): boolean => from <= until;
export const outOfOrder = { path: ["until"], message: endBeforeBeginning };

/** Which of the restrictions that run on a day; null for any. `organizationId`: the person's unit on the day. */
const restrictionFilter = z.object({
  layer: z.enum(["regulation", "upper"]).default("regulation"),
  bars: z.string().max(64).nullable().default(null),
  cause: z.string().max(64).nullable().default(null),
  organizationId: z.string().max(64).nullable().default(null),
});
export type RestrictionFilter = z.output<typeof restrictionFilter>;

/**
 * A restriction that ends; `grey` is the day on which it has to be confirmed, `afterwards` what is answered for the first day, or year, after it
 * and its grey day.
 */
const endingRow = z.object({
  person: personRow,
  bars: z.string(),
  from: z.string(),
  until: z.string(),
  grey: z.string().nullable(),
  cite: citationShape,
  cause: sentenceShape,

  /** Null where the reader must not learn of the case. */
  matterId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  afterwards: z.object({
    on: z.string().nullable(),
    year: z.int().nullable(),
    answer: answerSchema,
    until: z.string().nullable(),
    citations: z.array(citationShape),
  }),
});
export type EndingRow = z.output<typeof endingRow>;

/** Somebody restricted on a day: with unit and post of that day, and the restrictions running on it; `soonest` is the first of their last days. */
const restrictedRow = z.object({
  person: personRow,
  unit: z.string(),
  post: z.string().nullable(),
  soonest: z.string(),
  running: z.array(
    z.object({
      bars: z.string(),
      until: z.string(),
      cause: sentenceShape,
      cite: citationShape,
    }),
  ),
});
export type RestrictedRow = z.output<typeof restrictedRow>;

export const restrictions = {
  /** Persons of whom a restriction that the filter wants runs on the day (null: today), soonest end first; `ending`: only those that end within 90 days. */
  restricted: endpoint
    .route({ method: "POST", path: "/restricted/search" })
    .meta({ access: restrictionReaders, logged: "sensitive-read" })
    .input(
      z.strictObject({
        ending: z.boolean().default(false),
        on: existingDay.nullable().default(null),
        ...restrictionFilter.shape,
        ...pageInput,
      }),
    )
    .output(z.object({ rows: z.array(restrictedRow), next: z.string().nullable(), count: boundedCount })),
  /** Restrictions of the regulation whose last barred day falls within the range, and what is then still needed. */
  ending: endpoint
    .route({ method: "POST", path: "/restrictions/ending" })
    .meta({ access: restrictionReaders, logged: "sensitive-read" })
    .input(z.strictObject({ ...endingRange, ...pageInput }).refine(isInOrder, outOfOrder))
    .output(z.object({ rows: z.array(endingRow), next: z.string().nullable(), count: boundedCount })),
};

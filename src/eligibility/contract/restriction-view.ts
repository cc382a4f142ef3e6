// A restriction as it is shown to whoever may read of it.
import { z } from "zod";
import type { Role } from "#casework/roles.ts";
import { citationShape } from "#law/text/citation.ts";
import { sentenceShape } from "#kernel/contract/meta.ts";

/** Who may read what somebody is barred from. */
export const restrictionReaders: readonly Role[] = [
  "discipline-officer",
  "reviewer",
  "personnel-officer",
  "committee-secretary",
];

/** One row of the restrictions table, with its dates as ISO text; the last barred day is `until`, the grey day the one after. */
export const restrictionView = z.object({
  bars: z.string(),
  from: z.string(),
  until: z.string(),
  greyDay: z.string().nullable(),
  baseline: z.string().nullable(),
  layer: z.enum(["regulation", "upper"]),
  cite: citationShape,

  /** The upper norm whose period the clause refers to, when it does. */
  norm: citationShape.nullable(),

  /** What the clause adds to its bar, such as a comment in place of a grade. */
  note: sentenceShape.nullable(),
  cause: sentenceShape,
  matterId: z.string().nullable(),
  caseNumber: z.string().nullable(),

  /** The interpretations without which it would be counted otherwise. */
  interpretations: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
    }),
  ),

  /** Questions about days from `from` to the day before `until` are answered by it; null where nothing bounds it. */
  counts: z.object({
    from: z.string().nullable(),
    until: z.string().nullable(),
  }),
});
export type RestrictionView = z.output<typeof restrictionView>;

// A citation as it is stored and sent.
import { z } from "zod";

const sentence = z.object({ zh: z.string(), en: z.string() });

/** The shape of a citation as answers print it. */
export const citationShape = z.object({
  pack: z.string(),
  at: z.string(),
  label: sentence,
  words: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("verbatim"), text: z.string() }),
    z.object({ kind: z.literal("summary"), text: sentence }),
    z.object({ kind: z.literal("practice"), text: sentence }),
  ]),
  unverified: z.boolean(),
});

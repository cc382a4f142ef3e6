// Where a rule stands in its text, and what stands there: its words, or what we say of them.
import { z } from "zod";

/** A sentence shown to people: Chinese first, English second. */
export const sentenceShape = z.object({ zh: z.string(), en: z.string() });
export type Sentence = z.output<typeof sentenceShape>;

/**
 * What is known of the words at a place. `verbatim`: a check found them in a text that is marked as the text, the regulation's own or an
 * official text that the office has loaded. `summary`: our own words (大意). `practice`: no text says it, the offices do it so (工作规程).
 */
const wordsShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("verbatim"), text: z.string() }),
  z.object({ kind: z.literal("summary"), text: sentenceShape }),
  z.object({ kind: z.literal("practice"), text: sentenceShape }),
]);
export type Words = z.output<typeof wordsShape>;

/**
 * A place in a text, as it is stored and sent. `at` is article.paragraph.item in Arabic numerals (`13.1`), `label` the way a lawyer writes it
 * (《…》第十三条第一款). `unverified` (需核实): known from hearsay alone. Made by `citationOf`; put into a sentence by `citedWords` alone.
 */
export const citationShape = z.object({
  pack: z.string(),
  at: z.string(),
  label: sentenceShape,
  words: wordsShape,
  unverified: z.boolean(),
});
export type Citation = z.output<typeof citationShape>;

/** `benxi-gaoxin-2019-31#13.1`: the form in which citations are stored and printed in JSON. */
export function citationKey(citation: Pick<Citation, "pack" | "at">): string {
  return `${citation.pack}#${citation.at}`;
}

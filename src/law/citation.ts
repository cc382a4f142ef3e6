// Where a rule stands in its text, and its words in both languages of the product.

/** A sentence shown to people: Chinese first, English second. */
export type Sentence = { zh: string; en: string };

/**
 * A place in a text with the words that stand there. `at` is article.paragraph.item in Arabic
 * numerals (`13.1`), `label` the way a lawyer writes it (《…》第十三条第一款), `quote` verbatim.
 */
export type Citation = { pack: string; at: string; label: Sentence; quote: string };

/** `benxi-gaoxin-2019-31#13.1`: the form in which citations are stored and printed in JSON. */
export function citationKey(citation: Pick<Citation, "pack" | "at">): string {
  return `${citation.pack}#${citation.at}`;
}

// Where a rule stands in its text, and what stands there: its words, or what we say of them.

/** A sentence shown to people: Chinese first, English second. */
export type Sentence = { zh: string; en: string };

/**
 * What is known of the words at a place. `verbatim`: a check found them in a text that is marked as the text, the regulation's own or an
 * official text that the office has loaded. `summary`: our own words (大意). `practice`: no text says it, the offices do it so (工作规程).
 */
export type Words =
  | { kind: "verbatim"; text: string }
  | { kind: "summary"; text: Sentence }
  | { kind: "practice"; text: Sentence };

/**
 * A place in a text. `at` is article.paragraph.item in Arabic numerals (`13.1`), `label` the way a lawyer writes it
 * (《…》第十三条第一款). `unverified` (需核实): known from hearsay alone. Made by `citationOf`; put into a sentence by `citedWords` alone.
 */
export type Citation = { pack: string; at: string; label: Sentence; words: Words; unverified: boolean };

/** `benxi-gaoxin-2019-31#13.1`: the form in which citations are stored and printed in JSON. */
export function citationKey(citation: Pick<Citation, "pack" | "at">): string {
  return `${citation.pack}#${citation.at}`;
}

// A cited norm in a document: its place and what is known of the words there, as everywhere.
import { citationShape } from "#law/text/citation.ts";
import { citedWords } from "#law/text/cited-words.ts";

/** The line that stands for a citation; null for what is none. */
export function citationLine(value: unknown): string | null {
  const citation = citationShape.safeParse(value);
  return citation.success ? citedWords(citation.data).zh : null;
}

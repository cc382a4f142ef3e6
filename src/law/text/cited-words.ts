// How the words of a cited norm are put into a sentence. Nothing else sets quotation marks round them.
import type { Citation, Sentence } from "./citation.ts";

const verbatim = (text: string): Sentence => ({ zh: `“${text}”`, en: `“${text}”` });
const inSubstance = ({ zh, en }: Sentence, unverified: boolean): Sentence =>
  unverified
    ? { zh: `大意（需核实）：${zh}`, en: `summary (needs verification): ${en}` }
    : { zh: `大意：${zh}`, en: `summary: ${en}` };
const inPractice = ({ zh, en }: Sentence, unverified: boolean): Sentence =>
  unverified ? { zh: `${zh}（需核实）`, en: `${en} (needs verification)` } : { zh, en };

/** The words alone: in quotation marks where they are verbatim, else as what they are. A practice has its name in its label. */
export const wordsOf = ({ words, unverified }: Pick<Citation, "words" | "unverified">): Sentence =>
  words.kind === "verbatim"
    ? verbatim(words.text)
    : words.kind === "summary"
      ? inSubstance(words.text, unverified)
      : inPractice(words.text, unverified);

const jointBefore = ({ words }: Citation): Sentence =>
  words.kind === "summary" ? { zh: "，", en: ", " } : { zh: "：", en: ": " };
const joined = (...parts: readonly Sentence[]): Sentence => ({
  zh: parts.map(({ zh }) => zh).join(""),
  en: parts.map(({ en }) => en).join(""),
});

/** The place with its words: 《…》第十三条：“…”, or 《…》第九条，大意：…, or 工作规程：…. */
export const citedWords = (citation: Citation): Sentence =>
  joined(citation.label, jointBefore(citation), wordsOf(citation));

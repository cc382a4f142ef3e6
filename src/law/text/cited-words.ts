// How the words of a cited norm are put into a sentence. Nothing else sets quotation marks round them.
import type { Citation, Sentence } from "./citation.ts";

/** The words alone: in quotation marks where they are verbatim, else as what they are. A practice has its name in its label. */
export function wordsOf({ words, unverified }: Pick<Citation, "words" | "unverified">): Sentence {
  switch (words.kind) {
    case "verbatim":
      return { zh: `“${words.text}”`, en: `“${words.text}”` };
    case "summary": {
      const { zh, en } = words.text;
      return unverified
        ? { zh: `大意（需核实）：${zh}`, en: `in substance, unverified: ${en}` }
        : { zh: `大意：${zh}`, en: `in substance: ${en}` };
    }
    case "practice": {
      const { zh, en } = words.text;
      return unverified ? { zh: `${zh}（需核实）`, en: `${en} (unverified)` } : { zh, en };
    }
  }
}

/** The place with its words: 《…》第十三条：“…”, or 《…》第九条，大意：…, or 工作规程：…. */
export function citedWords(citation: Citation): Sentence {
  const { zh, en } = wordsOf(citation);
  const joint = citation.words.kind === "summary" ? { zh: "，", en: ", " } : { zh: "：", en: ": " };
  return { zh: `${citation.label.zh}${joint.zh}${zh}`, en: `${citation.label.en}${joint.en}${en}` };
}

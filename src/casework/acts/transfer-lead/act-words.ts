// The names of this act.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "移送线索", en: "Transfer lead" };

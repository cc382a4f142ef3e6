// The names of this act.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "并入线索", en: "Merge lead into case" };

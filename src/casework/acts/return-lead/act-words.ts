// The names of this act.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "退回补充", en: "Return for more information" };

// The names of this act.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记移送回执", en: "Record transfer acknowledgement" };

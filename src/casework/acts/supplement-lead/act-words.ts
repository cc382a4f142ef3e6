// The names of this act.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "补充线索", en: "Add information to lead" };

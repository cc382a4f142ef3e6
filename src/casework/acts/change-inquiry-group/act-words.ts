// The names of this act.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "调整调查组", en: "Change inquiry group" };

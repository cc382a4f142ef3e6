// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记处置结果", en: "Record result of handling" };
export const disposalStep: Sentence = { zh: "处置", en: "the handling" };

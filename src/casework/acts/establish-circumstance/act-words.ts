// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "认定问责情形", en: "Establish circumstance" };
export const circumstanceTwice: Sentence = {
  zh: "该情形已经认定",
  en: "This circumstance has already been established",
};
export const factNotEvidenced: Sentence = {
  zh: "所选事实不属于该对象或者没有证据材料",
  en: "The selected fact does not concern this subject or has no evidence",
};
export const chooseFacts = "请选择行为所依据的事实";

// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "区分领导责任", en: "Determine leadership responsibility" };
export const noSuchTier: Sentence = {
  zh: "请从规定的责任层级中选择",
  en: "Select one of the levels of responsibility set out in the regulation",
};
export const noFactYet: Sentence = {
  zh: "尚未记录该对象的事实，不能区分责任",
  en: "No facts have been recorded for this subject, so responsibility cannot be determined",
};

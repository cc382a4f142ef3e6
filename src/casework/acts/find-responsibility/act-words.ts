// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "区分领导责任", en: "Find the tier of responsibility" };
export const noSuchTier: Sentence = { zh: "请从规定的责任层级中选择", en: "Choose one of the tiers of the text" };
export const noFactYet: Sentence = {
  zh: "尚未记录该对象的事实，不能区分责任",
  en: "No fact of this subject is on record from which its responsibility could be found",
};

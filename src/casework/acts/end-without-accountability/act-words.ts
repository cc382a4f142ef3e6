// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "不予或者免予问责", en: "Decide not to hold accountable or to exempt" };
export const groundNeeded: Sentence = {
  zh: "已认定问责情形的应当问责；不予或者免予问责须选择规定的理由",
  en: "A circumstance has been established, so the subject must be held accountable; not doing so requires a ground set out in the regulation",
};
export const nothingToExempt: Sentence = {
  zh: "尚未认定任何问责情形，不存在免予问责；请选择“未认定问责情形”",
  en: "No circumstance has been established, so there is nothing to exempt from; select “No circumstance established”",
};
export const deliberationStep: Sentence = { zh: "集体研究", en: "the collective deliberation" };

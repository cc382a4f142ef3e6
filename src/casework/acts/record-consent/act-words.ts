// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记重新任用同意", en: "Record consent to reappointment" };
export const wrongBody: Sentence = {
  zh: "须由上级组织人事部门同意",
  en: "The consent must come from the superior personnel department",
};
export const beforeEffect = (effectiveOn: string): Sentence => ({
  zh: `同意日期早于生效日期 ${effectiveOn}`,
  en: `The consent date is before the effective date ${effectiveOn}`,
});

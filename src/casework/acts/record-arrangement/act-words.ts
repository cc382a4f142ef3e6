// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记工作安排", en: "Record work assignment" };
export const beforeEffect = (effectiveOn: string): Sentence => ({
  zh: `安排日期早于生效日期 ${effectiveOn}`,
  en: `The assignment date is before the effective date ${effectiveOn}`,
});

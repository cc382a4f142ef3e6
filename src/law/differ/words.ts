// The lengths of bars, for the comparison of two versions.
import type { Sentence } from "../text/citation.ts";

// difference-cells.ts
export const fromRestoration = (length: Sentence): Sentence => ({
  zh: `${length.zh}，自恢复权利之日起`,
  en: `${length.en} from the restoration of rights`,
});
export const untilAfterRestoration = (length: Sentence): Sentence => ({
  zh: `自生效之日起至恢复权利后${length.zh}`,
  en: `from the effective date until ${length.en} after the restoration of rights`,
});
export const sanctionYears: Sentence = { zh: "处分期限所及各年度", en: "the years covered by the sanction period" };
export const thisYearAndNext: Sentence = { zh: "当年和次年", en: "that calendar year and the next" };
export const thisYear: Sentence = { zh: "当年", en: "that calendar year" };
export const sanctionMonths: Sentence = { zh: "处分自身的期限", en: "the sanction period itself" };
export const withoutEnd: Sentence = { zh: "没有期限", en: "without end" };

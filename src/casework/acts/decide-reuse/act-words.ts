// The names of this act, and what it says when it refuses.
import type { AnswerKind } from "#law/reckon/eligibility.ts";
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "决定重新任用", en: "Decide on reappointment" };
export const noSuchRequest: Sentence = { zh: "本案没有所选的提请", en: "This case has no such request" };
export const decidedAlready = (on: string): Sentence => ({
  zh: `该提请已于 ${on} 决定`,
  en: `This request was decided on ${on}`,
});
export const reasonsMissing: Sentence = {
  zh: "不同意重新任用的，须写明理由",
  en: "State the reasons for not approving reappointment",
};
export const requestStep: Sentence = { zh: "提请", en: "the request" };
/** Each answer of eligibility that stands against reuse. */
export const answers = {
  barred: { zh: "限制期未满", en: "the restriction period has not expired" },
  "needs-confirmation": { zh: "需核实后再决定", en: "needs verification before a decision" },
  "needs-consent": {
    zh: "尚无决定之日以前的上级组织人事部门同意",
    en: "no consent of the superior personnel department dated before the decision date",
  },
  pending: { zh: "暂缓", en: "pending" },
} as const satisfies Record<Exclude<AnswerKind, "clear">, Sentence>;
export const notClear = (name: string, answer: Sentence, why: Sentence | undefined): Sentence => ({
  zh: `${name}：${answer.zh}${why === undefined ? "" : `。${why.zh}`}`,
  en: `${name}: ${answer.en}${why === undefined ? "" : `. ${why.en}`}`,
});

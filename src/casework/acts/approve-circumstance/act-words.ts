// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "审批兜底情形", en: "Approve catch-all circumstance" };
export const nothingPutForward: Sentence = {
  zh: "没有提请批准的这一兜底情形",
  en: "No such catch-all circumstance is awaiting approval",
};

// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "处置线索", en: "Handle lead" };
export const resultMissing: Sentence = {
  zh: "上一处置方式尚未登记办理结果，请先“登记处置结果”",
  en: "The result of the previous handling has not been recorded; use “Record result of handling” first",
};
export const dueDayMissing: Sentence = {
  zh: "请填写办理期限：由谁办、何时办完须写明",
  en: "Enter the due date",
};
export const dueBeforeStart: Sentence = { zh: "办理期限早于处置日期", en: "The due date is before the handling date" };

// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "处置线索", en: "Dispose of the lead" };
export const resultMissing: Sentence = {
  zh: "上一处置方式尚未登记办理结果，请先“登记处置结果”",
  en: "The result of the previous disposal is not on record yet; record it first",
};
export const dueDayMissing: Sentence = {
  zh: "请填写办理期限：由谁办、何时办完须写明",
  en: "Give the day by which it must be done",
};
export const dueBeforeStart: Sentence = { zh: "办理期限早于处置日期", en: "The due day is before the disposal" };

// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "补录纸质案件", en: "Enter an old paper case" };
export const conductDays: Sentence = {
  zh: "行为起止日期有误：须先开始后结束，并且不晚于决定日期",
  en: "The conduct must begin before it ends, and not after the decision",
};
export const uploadDecision = "请上传原决定的扫描件";

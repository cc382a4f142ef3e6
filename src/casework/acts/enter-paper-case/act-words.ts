// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "补录纸质案件", en: "Enter past paper case" };
export const conductDays: Sentence = {
  zh: "行为起止日期有误：须先开始后结束，并且不晚于决定日期",
  en: "Check the conduct dates: the start must not be after the end, and the end must not be after the decision date",
};
export const uploadDecision = "请上传原决定的扫描件";

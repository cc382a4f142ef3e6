// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "办理执行事项", en: "Complete implementation items" };
export const noProof: Sentence = {
  zh: "请填写文号或者上传证明材料，至少一项",
  en: "Enter a document number or upload a supporting document",
};
export const chooseItems = "请选择办理的事项";
export const termNotOver = (item: Sentence, earliest: string, on: string): Sentence => ({
  zh: `${item.zh}：期限至早于 ${earliest} 届满，${on} 尚未届满`,
  en: `${item.en}: the period expires on ${earliest} at the earliest and had not expired on ${on}`,
});
export const beforeItsTime = (item: Sentence, on: string, from: string): Sentence => ({
  zh: `${item.zh}的办理日期 ${on} 早于前一环节的日期 ${from}`,
  en: `${item.en}: the completion date ${on} is before the date of the previous step, ${from}`,
});

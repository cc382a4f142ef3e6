// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "办理执行事项", en: "Record items of execution as done" };
export const noProof: Sentence = {
  zh: "请填写文号或者上传证明材料，至少一项",
  en: "Give a document number or upload a file that proves it",
};
export const chooseItems = "请选择办理的事项";
export const termNotOver = (item: Sentence, earliest: string, on: string): Sentence => ({
  zh: `${item.zh}：期限至早于 ${earliest} 届满，${on} 尚未届满`,
  en: `${item.en}: its term ends on ${earliest} at the earliest and is not over on ${on}`,
});
export const beforeItsTime = (item: Sentence, on: string, from: string): Sentence => ({
  zh: `${item.zh}的办理日期 ${on} 早于前一环节的日期 ${from}`,
  en: `${item.en}: ${on} is before the step it follows, ${from}`,
});

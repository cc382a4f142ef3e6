// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记上级答复", en: "Record superior body's reply" };
export const answeredTwice: Sentence = {
  zh: "同一问责对象登记了两项答复",
  en: "Two replies have been entered for the same subject",
};
export const otherSuperior = (name: string): Sentence => ({
  zh: `${name}：答复机关不是呈报的机关`,
  en: `${name}: the reply is not from the body to which it was submitted`,
});
export const answerForEach = "请逐一登记答复";
export const uploadAnswer = "请上传上级答复的扫描件";
export const upwardProposal: Sentence = { zh: "呈报", en: "the submission to the superior body" };
export const notProposedUpward = (name: string | null): Sentence => ({
  zh: `${name ?? "所选对象"}：没有尚待上级答复的呈报`,
  en: `${name ?? "The selected subject"}: no submission is awaiting a reply from a superior body`,
});

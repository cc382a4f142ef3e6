// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记上级答复", en: "Record the superior's answer" };
export const answeredTwice: Sentence = { zh: "同一问责对象登记了两项答复", en: "One subject has two answers" };
export const otherSuperior = (name: string): Sentence => ({
  zh: `${name}：答复机关不是呈报的机关`,
  en: `${name}: the answering body is not the one it was proposed to`,
});
export const answerForEach = "请逐一登记答复";
export const uploadAnswer = "请上传上级答复的扫描件";
export const upwardProposal: Sentence = { zh: "呈报", en: "the proposal to the superior" };
export const notProposedUpward = (name: string | null): Sentence => ({
  zh: `${name ?? "所选对象"}：没有尚待上级答复的呈报`,
  en: `${name ?? "The chosen subject"}: no proposal to a superior body awaits an answer`,
});

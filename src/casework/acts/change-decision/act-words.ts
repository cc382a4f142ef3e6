// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "变更、撤销或者更正决定", en: "Change, revoke or correct the decision" };
export const superiorPaperMissing: Sentence = {
  zh: "根据上级决定变更、撤销的，须附上级文件",
  en: "Attach the document of the superior body",
};
export const appealNotExamined: Sentence = {
  zh: "所选申诉不存在或者尚未复查",
  en: "This appeal does not exist or has not been reviewed",
};
export const otherThanExamined: Sentence = {
  zh: "与申诉的复查结果不一致",
  en: "This differs from the result of the appeal review",
};
export const wrongBody: Sentence = {
  zh: "撤销须由作出决定的机关或者上级机关决定",
  en: "Only the deciding body or a superior body can revoke the decision",
};
export const correctionChanges: Sentence = {
  zh: "更正只改正笔误；方式或者性质有变化的，请选“变更”",
  en: "A correction may only fix clerical errors. If the measures or the type of handling change, select “Change the measures”",
};
export const notInEffect: Sentence = {
  zh: "原决定尚未生效，生效日期另行登记",
  en: "The original decision has not taken effect; record the effective date separately",
};
export const effectMissing: Sentence = {
  zh: "原决定已经生效，请填写变更后自何日起算",
  en: "The original decision has taken effect; enter the date from which the changed decision counts",
};
export const formerDecision: Sentence = { zh: "原决定", en: "the original decision" };
export const nothingToChange = (name: string | null): Sentence => ({
  zh: `${name ?? "所选对象"}没有可以变更、撤销或者更正的决定`,
  en: `${name ?? "The selected subject"} has no decision that can be changed, revoked or corrected`,
});

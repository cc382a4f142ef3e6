// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "提请启动问责调查", en: "Request opening of inquiry" };
export const leadTwice: Sentence = { zh: "同一线索选了两次", en: "The same lead was selected twice" };
export const noSuchLead: Sentence = {
  zh: "所选线索不存在，或者不在您的办理范围内",
  en: "This lead does not exist, or you do not have access to it",
};
export const leadNotOpen = (number: string, stage: Sentence): Sentence => ({
  zh: `线索 ${number} 已“${stage.zh}”，一事不再重复启动`,
  en: `Lead ${number} is “${stage.en}”; a second inquiry may not be opened on the same matter`,
});

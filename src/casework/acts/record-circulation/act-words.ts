// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记通报", en: "Record circulation" };
export const beforeDecision = (on: string): Sentence => ({
  zh: `通报日期早于决定日期 ${on}`,
  en: `The circulation date is before the decision date ${on}`,
});
export const circulatedAlready = (documentNumber: string): Sentence => ({
  zh: `文号“${documentNumber}”的通报已登记`,
  en: `Circulation “${documentNumber}” has already been recorded`,
});
export const noScopeAtAll: Sentence = {
  zh: "本案给予的方式，文本没有规定通报范围",
  en: "The regulations set no scope of circulation for the measures imposed in this case",
};
export const noSuchScope = (scope: string, known: readonly Sentence[]): Sentence => ({
  zh: `没有“${scope}”这一通报范围；文本规定的范围：${known.map(({ zh }) => zh).join("、")}`,
  en: `There is no circulation scope “${scope}”. Scopes set by the regulations: ${known.map(({ en }) => en).join(", ")}`,
});

// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "记录陈述申辩", en: "Record statement and defence" };
export const nothingPut: Sentence = {
  zh: "尚未记录该对象的事实，无从听取陈述申辩",
  en: "No facts have been recorded for this subject, so no statement or defence can be heard",
};
export const someFactsNotPut = (name: string, facts: number): Sentence => ({
  zh: `${name}：有 ${facts} 项事实尚未与其见面，请先“事实见面”`,
  en: `${name}: ${facts} fact(s) have not been presented to the subject; first use “Present facts to subject”`,
});
export const factsPutStep: Sentence = { zh: "事实见面", en: "the presentation of the facts" };

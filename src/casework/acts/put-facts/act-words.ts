// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "事实见面", en: "Present facts to subject" };
export const notTheirFact: Sentence = {
  zh: "所选事实不是该问责对象的事实",
  en: "A selected fact does not concern this subject",
};
export const notTwoInquirers: Sentence = {
  zh: "事实见面须由调查组成员二人以上进行，已回避的成员不计",
  en: "Facts must be presented by at least two members of the inquiry group who are not recused",
};
export const chooseFacts = "请选择与其见面的事实";

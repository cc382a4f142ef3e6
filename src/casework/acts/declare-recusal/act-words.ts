// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记回避", en: "Record recusal" };
export const recusalOfAnother: Sentence = {
  zh: "只能登记本人回避；要求他人回避的，由党工委书记决定",
  en: "You can only record your own recusal; that of another person is ordered by the Working Committee secretary",
};
export const recusedAlready = (name: string): Sentence => ({ zh: `${name}已回避`, en: `${name} is already recused` });

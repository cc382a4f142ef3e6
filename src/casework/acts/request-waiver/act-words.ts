// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "申请免办", en: "Request waiver" };
export const askedAlready: Sentence = {
  zh: "该事项已申请免办，等待批准",
  en: "A waiver has already been requested for this item and is awaiting approval",
};

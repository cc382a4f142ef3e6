// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "审批免办", en: "Decide on waiver" };
export const noWaiverAsked: Sentence = {
  zh: "该事项没有待批准的免办申请",
  en: "No waiver request for this item is awaiting approval",
};

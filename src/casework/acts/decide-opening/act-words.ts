// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "审批启动", en: "Approve opening of inquiry" };
export const orderedBySuperior = (body: string, documentNumber: string): Sentence => ({
  zh: `${body}已责令启动（${documentNumber}），不能不予启动`,
  en: `${body} ordered the inquiry to be opened (${documentNumber}); opening cannot be refused`,
});
export const dueBeforeStart: Sentence = { zh: "办理期限早于批准日期", en: "The due date is before the approval date" };
export const superiorOrder: Sentence = { zh: "上级责令启动", en: "the order of the superior body" };

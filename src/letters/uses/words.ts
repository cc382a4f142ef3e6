// What is refused of drafting, countersigning, issuing and ending a reply letter; the marks across one that does not stand.
import type { Sentence } from "#law/text/citation.ts";

// letter-files.ts
export const draftMark = "草稿";
export const endMarks = { withdrawn: "撤下", void: "作废", revoked: "撤回" } as const;

// reply-letters.ts, letter-content.ts
export const validityPast: Sentence = {
  zh: "有效期须为今日或者以后的日期",
  en: "The validity date must be today or later",
};
export const draftStands: Sentence = {
  zh: "该征求已有回复函在会签，请先办结或者撤下",
  en: "A reply letter for this request is awaiting countersignature; complete or withdraw it first",
};
export const letterStands = (number: string): Sentence => ({
  zh: `该征求已有在效的回复函${number}，请先作废或者撤回`,
  en: `Reply letter ${number} for this request is valid; void or revoke it first`,
});
export const linesUnmatched = (count: number): Sentence => ({
  zh: `还有${count}行未指定是哪一位，请先指定并重新核查`,
  en: `${count} lines still have no person identified; identify them and run the check again`,
});
export const choicesNotAsked: Sentence = {
  zh: "有已指定的行尚未重新核查",
  en: "Some lines with a person identified have not been checked again",
};
export const linesUnconfirmed = (lines: readonly number[], count: number, toDo: readonly Sentence[]): Sentence => ({
  zh: `第${lines.join("、")}行${count > lines.length ? "等" : ""}需由人确认结论后才能回复。${toDo.map(({ zh }) => zh).join("；")}`,
  en: `${count} results must be confirmed by a person before a reply can be drafted. ${toDo.map(({ en }) => en).join("; ")}`,
});
export const reasonsMissing: Sentence = { zh: "退回的须写明理由", en: "State the reasons for returning it" };
export const notCountersigned: Sentence = {
  zh: "两个处室会签同意后才能印发",
  en: "The letter can be issued only after both offices have countersigned",
};
export const validityOver: Sentence = {
  zh: "有效期已过，请撤下后重新拟制",
  en: "The letter's validity has expired; withdraw it and draft a new one",
};
export const answersChanged = (lines: readonly number[]): Sentence => ({
  zh: `第${lines.join("、")}行的结论在核查后有变化，请撤下本函，重新核查后再拟`,
  en: `The results in lines ${lines.join(", ")} have changed since the check; withdraw this letter, check again and draft a new one`,
});
export const endedAlready: Sentence = {
  zh: "该回复函已终止",
  en: "This letter has already been withdrawn, voided or revoked",
};
export const draftIsWithdrawn: Sentence = {
  zh: "未印发的回复函只能撤下",
  en: "A letter that has not been issued can only be withdrawn",
};
export const issuedIsVoidedOrRevoked: Sentence = {
  zh: "已印发的回复函只能作废或者撤回",
  en: "An issued letter can only be voided or revoked",
};

// What is refused of reply letters, how days and numerals are written in them, and the marks across a letter that does not stand.
import type { Sentence } from "#law/text/citation.ts";

// contract.ts
export const reasonsMissing = "请写明理由";

// official-letter.ts
export const dayWritten = (year: string, month: number, day: number): string => `${year}年${month}月${day}日`;
export const headingNumerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"] as const;

// reply-letter.ts
export const namesJoined = (names: readonly string[]): string => names.join("；");
export const clausesJoined = (clauses: readonly string[]): string => clauses.join("、");
export const detailsJoined = (details: readonly string[]): string => details.join("，");

// reply-letters.ts
export const signedAlready: Sentence = {
  zh: "该处室已会签，或者回复函已不在会签环节",
  en: "This office has already countersigned, or the letter no longer awaits countersignature",
};
export const notYourOffice: Sentence = {
  zh: "您不是该会签处室的人员",
  en: "You do not belong to the countersigning office",
};

// The four kinds of close relatives who count for recusal and four eyes, and the words by which records tell them.
import type { Sentence } from "#law/text/citation.ts";

export const relativeKindNames = {
  spouse: { zh: "配偶", en: "Spouse" },
  direct: { zh: "直系血亲", en: "Lineal blood relative" },
  collateral: { zh: "三代以内旁系血亲", en: "Collateral blood relative within three generations" },
  "in-law": { zh: "近姻亲", en: "Close relative by marriage" },
} as const satisfies Record<string, Sentence>;
export type RelativeKind = keyof typeof relativeKindNames;

/** The first that fits counts: what is said of in-laws contains words for blood relatives. */
export const wordsOfKinds: readonly (readonly [RelativeKind, RegExp])[] = [
  ["spouse", /^(配偶|丈夫|妻子|妻|夫|爱人)$/u],
  ["in-law", /岳|公公|婆婆|儿媳|媳妇|女婿|嫂|弟媳|姐夫|妹夫|妻|夫之|夫兄|夫弟|夫姐|夫妹|亲家|姻/u],
  ["collateral", /兄|弟|姐|妹|哥|伯|叔|姑|舅|姨|侄|甥|堂|表|旁系/u],
  ["direct", /父|母|爸|妈|儿|女|子|爷|奶|祖|公|婆|孙|直系/u],
];

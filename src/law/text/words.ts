// How articles and numbers are written, for reading them and for writing them.
import type { Sentence } from "./citation.ts";

// cite.ts
export const workingPractice: Sentence = { zh: "工作规程", en: "Working practice" };

// official-text.ts
export const articleHead = /^\s*(第[〇零一二三四五六七八九十百]+条)(?:\s|$)/u;

// text.ts
export const ownArticleNumber = /^第[零一二三四五六七八九十百千]+条\s+/;
export const ownItemNumber = /^（[零一二三四五六七八九十百]+）/;
export const articleNumber = (numeral: string): string => `第${numeral}条`;
export const paragraphNumber = (numeral: string): string => `第${numeral}款`;
export const itemNumber = (numeral: string): string => `第（${numeral}）项`;
export const tenAnd = (digit: string): string => `十${digit}`;
export const zero = "零";
export const numeralDigits = "零一二三四五六七八九";
export const numeralWeights = [
  [1000, "千"],
  [100, "百"],
  [10, "十"],
  [1, ""],
] as const;
export const dayInWords = (year: string, month: number, day: number): string => `${year}年${month}月${day}日`;

// What is wrong with an ID number.
import type { Sentence } from "#law/text/citation.ts";

// id-number.ts
export const notADigit = (position: number): Sentence => ({
  zh: `第${position}位不是数字`,
  en: `Character ${position} is not a digit`,
});
export const wrongLength = (length: number): Sentence => ({
  zh: `应为18位，现为${length}位`,
  en: `It must have 18 characters but has ${length}`,
});
export const noSuchBirthDay = (position: number): Sentence => ({
  zh: `第${position}位起的出生日期不存在`,
  en: `The date of birth that begins at character ${position} does not exist`,
});
export const wrongCheckDigit = (position: number): Sentence => ({
  zh: `第${position}位（校验码）与前17位不符`,
  en: `Character ${position}, the check digit, does not match the 17 before it`,
});

// What is wrong with a new password.
import type { Sentence } from "#law/text/citation.ts";

// security-policy.ts
const numerals = ["零", "一", "两", "三", "四"] as const;
export const passwordTooShort = (length: number): Sentence => ({
  zh: `密码至少${length}位`,
  en: `The password must have at least ${length} characters`,
});
export const passwordTooSimple = (classes: number): Sentence => ({
  zh: `密码须含大写字母、小写字母、数字、符号中的${numerals[classes] ?? classes}种`,
  en: `The password must contain characters of ${classes} of these types: upper case, lower case, digits, symbols`,
});

// Citizen identity numbers (GB 11643): 17 digits and a check character by ISO 7064 MOD 11-2.
import { parseDay } from "#law/days.ts";

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = "10X98765432";

export type IdNumberFault = { position: number; message: { zh: string; en: string } };

/** Null when the number is right; else the first wrong position, counted from 1, and what is wrong there. */
export function faultOfIdNumber(text: string): IdNumberFault | null {
  const stray = [...text].findIndex((character, index) => !(index < 17 ? /[0-9]/u : /[0-9X]/u).test(character));
  if (stray >= 0 && stray < 18) return fault(stray + 1, `第${stray + 1}位“${[...text][stray] ?? ""}”不是${stray < 17 ? "数字" : "数字或者大写X"}`, `position ${stray + 1} is not ${stray < 17 ? "a digit" : "a digit or X"}`);
  if (text.length !== 18) return fault(Math.min(text.length, 18) + 1, `应为18位，现有${text.length}位`, `it needs 18 characters and has ${text.length}`);
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (parseDay(birth) === null) return fault(7, `第7至14位的出生日期 ${birth} 不存在`, `positions 7 to 14 give the date ${birth}, which does not exist`);
  const expected = checkCharacterOf(text.slice(0, 17));
  if (text[17] !== expected) return fault(18, `第18位校验码应为“${expected}”，填写的是“${text[17] ?? ""}”，请核对整个号码`, `the check character in position 18 should be ${expected}, not ${text[17] ?? ""}; check the whole number`);
  return null;
}

/** The check character that belongs to the first seventeen digits. */
export function checkCharacterOf(seventeen: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(seventeen[index]), 0);
  return checkCharacters[sum % 11] ?? "";
}

/** Only the first three and last two characters are shown outside the registry. */
export function maskedIdNumber(text: string): string {
  return text.length < 8 ? "*".repeat(text.length) : `${text.slice(0, 3)}${"*".repeat(text.length - 5)}${text.slice(-2)}`;
}

function fault(position: number, zh: string, en: string): IdNumberFault {
  return { position, message: { zh: `身份证号有误：${zh}`, en: `The ID number is wrong: ${en}` } };
}

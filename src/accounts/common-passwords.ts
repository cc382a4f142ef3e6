// Passwords that everybody tries first: a list from npm, in whatever capitals, and with digits or signs put behind.
import { dictionary } from "@zxcvbn-ts/language-common";

/** A word of the list that is shorter says little about what it is part of. */
const shortestWord = 6;

let list: ReadonlySet<string> | null = null;

/** Whether the password, or what is left of it without the digits and signs at its end, stands in the list. */
export function isCommonPassword(password: string): boolean {
  list ??= new Set(dictionary.passwords);
  const small = password.toLowerCase();
  const bare = small.replaceAll(/[^a-z0-9]/gu, "");
  const word = small.replace(/[^a-z]+$/u, "");
  return [small, bare, ...(word.length < shortestWord ? [] : [word])].some((one) => list?.has(one) ?? false);
}

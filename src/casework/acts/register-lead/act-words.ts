// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记线索", en: "Register lead" };
export const noSuchPerson = (names: Sentence): Sentence => ({
  zh: `“${names.zh}”中所选干部不在名册中`,
  en: `“${names.en}” names a person who is not in the register`,
});

// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记手续办结", en: "Record completion of formalities" };
export const completedAlready = (name: string, formalitiesOn: string): Sentence => ({
  zh: `${name}的手续已于 ${formalitiesOn} 办结`,
  en: `The formalities for ${name} were completed on ${formalitiesOn}`,
});

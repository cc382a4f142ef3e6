// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记证人", en: "Register witness" };
export const noSuchPerson: Sentence = { zh: "所选干部不在名册中", en: "The selected person is not in the register" };
export const subjectAsWitness = (name: string): Sentence => ({
  zh: `${name}是本案问责对象，不是证人`,
  en: `${name} is a subject of this case, not a witness`,
});
export const witnessTwice = (name: string): Sentence => ({
  zh: `${name}已登记为证人`,
  en: `${name} is already registered as a witness`,
});

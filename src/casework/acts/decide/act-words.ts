// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "作出问责决定", en: "Make accountability decision" };
export const oneOutcomeEach = (name: string): Sentence => ({
  zh: `${name}：每个问责对象须有且只有一项决定`,
  en: `${name}: each subject needs exactly one outcome`,
});
export const nothingDecided: Sentence = {
  zh: "所有问责对象都选了“另行决定”，没有可以作出的决定",
  en: "“To be decided separately” is selected for every subject; there is no decision to make",
};
export const noSuchSubject: Sentence = {
  zh: "决定中的问责对象不在本案中",
  en: "The decision names a subject that is not in this case",
};
export const departureWithoutReasons = (name: string): Sentence => ({
  zh: `${name}：决定与建议不一致，须说明理由`,
  en: `${name}: the decision departs from the proposal; state the reasons`,
});
export const decidedAlready = (name: string, on: string, documentNumber: string): Sentence => ({
  zh: `${name}：已于 ${on} 以${documentNumber}作出决定，不能再次决定`,
  en: `${name}: already decided on ${on} by ${documentNumber}; it cannot be decided again`,
});
export const awaitsSuperior = (name: string, on: string): Sentence => ({
  zh: `${name}：已于 ${on} 呈报上级决定，须等待答复`,
  en: `${name}: submitted to the superior body on ${on}; wait for its reply`,
});

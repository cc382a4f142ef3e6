// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "呈报上级决定", en: "Submit to superior body for decision" };
export const decidedAlready: Sentence = { zh: "已作出决定", en: "has already been decided" };
export const awaitsSuperior = (on: string): Sentence => ({
  zh: `已于 ${on} 呈报，尚未答复`,
  en: `was submitted on ${on} and has not been answered`,
});
export const decidedHere: Sentence = {
  zh: "属于本区决定，不必呈报上级",
  en: "is for the district to decide and need not be submitted",
};
export const wrongSuperior: Sentence = {
  zh: "所选上级机关无权决定",
  en: "the selected superior body has no authority to decide",
};
export const wrongProposer: Sentence = {
  zh: "所选机关不是建议机关",
  en: "the selected body is not the proposing body",
};

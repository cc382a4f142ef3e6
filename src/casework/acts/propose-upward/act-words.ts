// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "呈报上级决定", en: "Propose to the superior body" };
export const decidedAlready: Sentence = { zh: "已作出决定", en: "has been decided on already" };
export const awaitsSuperior = (on: string): Sentence => ({
  zh: `已于 ${on} 呈报，尚未答复`,
  en: `was proposed upward on ${on}`,
});
export const decidedHere: Sentence = { zh: "属于本区决定，不必呈报上级", en: "is for a body of the zone to decide" };
export const wrongSuperior: Sentence = {
  zh: "所选上级机关无权决定",
  en: "the chosen superior is not the deciding body",
};
export const wrongProposer: Sentence = { zh: "所选机关不是建议机关", en: "the chosen body is not the proposing one" };

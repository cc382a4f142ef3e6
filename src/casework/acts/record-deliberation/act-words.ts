// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "记录集体研究", en: "Record collective deliberation" };
export const isSubject: Sentence = { zh: "是问责对象", en: "is a subject of the case" };
export const isWitness: Sentence = { zh: "是本案证人", en: "is a witness of the case" };
export const isRecused: Sentence = { zh: "已在本案回避", en: "is recused from the case" };

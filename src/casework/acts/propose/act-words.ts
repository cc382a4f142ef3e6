// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "提出处理建议", en: "Propose handling" };
export const oneProposalEach = (name: string): Sentence => ({
  zh: `${name}：每个问责对象须有且只有一项建议`,
  en: `${name}: each subject needs exactly one proposal`,
});
export const inquiryGroupTooSmall: Sentence = {
  zh: "调查组成员回避后已不足二人，请先由党工委书记“调整调查组”",
  en: "Too many members of the inquiry group are recused: fewer than two remain. The Working Committee secretary must first use “Change inquiry group”",
};
export const noSubject: Sentence = { zh: "尚未添加问责对象", en: "No subjects have been added" };
export const noSuchSubject: Sentence = {
  zh: "建议中的问责对象不在本案中",
  en: "The proposal names a subject that is not in this case",
};
export const noCircumstance = (name: string): Sentence => ({
  zh: `${name}：尚未认定任何问责情形`,
  en: `${name}: no circumstance has been established`,
});
export const circumstanceAwaitsApproval = (name: string): Sentence => ({
  zh: `${name}：兜底情形尚待党工委批准`,
  en: `${name}: a catch-all circumstance still awaits the Working Committee's approval`,
});
export const notHeard = (name: string): Sentence => ({
  zh: `${name}：尚未听取陈述申辩`,
  en: `${name}: the statement and defence have not been heard`,
});
export const proposeForEach = "请逐一提出建议";
export const hearingOf = (name: string): Sentence => ({ zh: `听取${name}陈述申辩`, en: `the hearing of ${name}` });
export const notHeardOnFacts = (name: string, facts: number): Sentence => ({
  zh: `${name}：陈述申辩之后又记录了 ${facts} 项事实，须就新的事实再次听取陈述申辩`,
  en: `${name}: ${facts} fact(s) were recorded after the hearing; hear the subject again on the new facts`,
});

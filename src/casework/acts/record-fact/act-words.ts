// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "记录事实与证据", en: "Record facts and evidence" };
export const endsBeforeStart: Sentence = {
  zh: "行为结束日期早于开始日期",
  en: "The conduct end date is before its start date",
};
export const noSuchEvidenceKind = (name: string): Sentence => ({
  zh: `“${name}”：请选择证据种类`,
  en: `“${name}”: select the type of evidence`,
});
export const evidenceNeeded = "每项事实须附证据材料";
export const noSuchResults = (results: readonly string[]): Sentence => ({
  zh: `法规中没有这样的后果：${results.join("、")}`,
  en: `The regulation has no such consequence: ${results.join(", ")}`,
});
export const inAnotherCase = (name: string, number: string | null): Sentence => ({
  zh: `${name}已因同一事实在${number === null ? "另一案件" : `案件 ${number} `}中被问责调查，对同一问题不得重复启动`,
  en: `${name} is already under inquiry for the same facts in ${number === null ? "another case" : `case ${number}`}; a second inquiry may not be opened on the same matter`,
});

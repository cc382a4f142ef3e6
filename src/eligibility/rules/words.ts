// What can be done about each reason for which an answer must be confirmed first, and what is asked of the fields of a question.
import type { ReasonCode } from "#law/reckon/eligibility.ts";
import type { Sentence } from "#law/text/citation.ts";

// ../contract/eligibility.ts
export const nameMissing = "请填写姓名";
export const purposeMissing = "请选择用途";
export const namesMissing = "请至少填写一个姓名";
export const namesTooMany = (highest: number): string => `一次最多${highest}人`;

// ../contract/restrictions.ts
export const endBeforeBeginning = "结束日期早于开始日期";

// what-to-do.ts
/** Null where nothing has to be confirmed: a bar, a consent that is due, an open matter, of which nothing more is said. */
export const toDoAbout = {
  restriction: null,
  "consent-missing": null,
  "open-matter": null,
  "grey-day": {
    zh: "办理：由答复机关认定期满对应日是否仍受限制，或者改问次日及以后",
    en: "Action: the replying body determines whether the anniversary is still restricted, or check a later date",
  },
  "level-missing": {
    zh: "办理：在干部名册补登任职的职务层次，或者写明拟任层次后重新核查",
    en: "Action: add the post level in the register of officials, or state the proposed level, and check again",
  },
  "attribute-missing": {
    zh: "办理：在干部名册补登本人情况后重新核查",
    en: "Action: add the missing information about the person in the register of officials, and check again",
  },
  "norm-undecided": {
    zh: "办理：由解释机关在“待认定的上位规定”中认定是否适用",
    en: "Action: the interpreting bodies decide, under “Rules pending decision”, whether the rule applies",
  },
  "history-incomplete": {
    zh: "办理：在“历史记录”中由两人登记、确认完整起始日；调入人员登记、确认已查阅原单位档案",
    en: "Action: under “Historical records”, two persons register and confirm the date from which records are complete; for a person transferred in, they register and confirm review of the file from the former unit",
  },
  "decided-ahead": {
    zh: "办理：由答复机关认定；已决定的处理、处分生效后应重新核查",
    en: "Action: the replying body determines the result; check again once the measure or sanction decided has taken effect",
  },
  "restoration-missing": {
    zh: "办理：补登恢复党员权利的日期及文号后重新核查",
    en: "Action: record the date and document number of the restoration of Party rights, and check again",
  },
  "period-not-set": {
    zh: "办理：补登合并确定的处分期后重新核查",
    en: "Action: record the combined sanction period, and check again",
  },
  "count-unknown": {
    zh: "办理：由答复机关核对次数后认定",
    en: "Action: the replying body checks the count and determines the result",
  },
} as const satisfies Record<ReasonCode, Sentence | null>;
export const nameUnclear: Sentence = {
  zh: "办理：核对姓名，补充单位或者身份证号后重新征求意见",
  en: "Action: check the name, add the unit or ID number, and request clearance again",
};

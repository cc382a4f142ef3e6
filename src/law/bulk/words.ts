// What is wrong with a line of facts.
import type { Sentence } from "../text/citation.ts";

// facts-lines.ts
export const lineNotUtf8: Sentence = { zh: "不是 UTF-8 文本", en: "not text in UTF-8" };
export const lineBlank: Sentence = { zh: "空行", en: "a blank line" };
export const lineNotJson: Sentence = { zh: "不是有效的 JSON", en: "not valid JSON" };
export const fieldTwice = (key: string): Sentence => ({
  zh: `字段“${key}”写了两次，应只写一次`,
  en: `the field ${key} is given twice`,
});

// facts-reader.ts
export const formatDue: Sentence = { zh: "1 或 2", en: "1 or 2" };
export const handlingOf = (name: string, handling: string): string => `${name}的${handling}`;
export const handlingNotDue: Sentence = {
  zh: "不填：只有组织处理各方式分组织处理、组织调整",
  en: "nothing: only organizational measures have it",
};
export const groundsOf = (name: Sentence, grounds: readonly Sentence[]): Sentence => ({
  zh: `${name.zh}的事由：${grounds.map((one) => one.zh).join("、")}`,
  en: `the grounds of a ${name.en}`,
});
export const reducedLevelNotDue: Sentence = {
  zh: "不填：只有降低职务层次的方式有此项",
  en: "nothing: only a measure that lowers the level has it",
};
export const belowOriginalLevel = (originalLevel: string | null): Sentence => ({
  zh: `低于原任层次${originalLevel ?? ""}的层次`,
  en: "a level below the original one",
});
export const notBefore = (from: string): Sentence => ({ zh: `不早于 ${from}`, en: `not before ${from}` });
export const notBeforeInForce = (day: string, short: Sentence): Sentence => ({
  zh: `不早于 ${day}：${short.zh}自该日起施行，不能作为此前行为的唯一依据`,
  en: `not before ${day}, from which day ${short.en} is in force`,
});
export const notExtended = (name: Sentence): Sentence => ({
  zh: `不填：${name.zh}没有延长一说`,
  en: `nothing: a ${name.en} is not extended`,
});
export const notRestored = (name: Sentence): Sentence => ({
  zh: `不填：${name.zh}没有恢复权利一说`,
  en: "nothing: no rights are restored after this kind",
});
export const monthsAmong = (name: string, lengths: readonly number[]): Sentence => ({
  zh: `${name}的期限 ${lengths.join(" 或 ")}`,
  en: lengths.join(" or "),
});
export const monthsNotDue = (name: string): Sentence => ({
  zh: `不填：单个${name}的期限由规定确定`,
  en: "nothing: the length is fixed by the rules",
});
export const numberBetween = (least: number, most: number): Sentence => ({
  zh: `${least} 至 ${most}`,
  en: `${least} to ${most}`,
});
export const notBeforeProbationEnds = (due: string): Sentence => ({
  zh: `不早于察看期满的次日 ${due}`,
  en: `not before ${due}, the day after the probation`,
});
export const personalMeasures = (names: readonly string[]): Sentence => ({
  zh: names.join("、"),
  en: `a measure for a person: ${names.join(", ")}`,
});
export const oneOfPacks = (ids: readonly string[]): Sentence => ({
  zh: ids.join("、"),
  en: `one of ${ids.join(", ")}`,
});
/** `near`: the word most like the one found. */
export const oneOfWords = (words: readonly string[], near: string | null): Sentence => ({
  zh: `${near === null ? "" : `${near}（是否为此？）；`}${words.join("、")}`,
  en: words.join(", "),
});
export const nameOfBody: Sentence = { zh: "机关名称", en: "the name of a body" };
export const askedForYear = (name: Sentence): Sentence => ({
  zh: `不填：${name.zh}按年度提问，用 year`,
  en: "nothing: it is asked for a year",
});
export const noLevelAsked = (name: Sentence): Sentence => ({
  zh: `不填：${name.zh}不问层次`,
  en: "nothing: no level is asked about",
});
export const askedOnDate = (name: Sentence): Sentence => ({
  zh: `不填：${name.zh}按日期提问，用 date`,
  en: "nothing: it is asked on a date",
});
export const absentValue = "空缺";
export const decidedOrEffective: Sentence = { zh: "decided 和 effective 至少其一", en: "decided or effective" };
export const notBeforeDecision = (decided: string): Sentence => ({
  zh: `不早于决定之日 ${decided}`,
  en: `not before the decision, ${decided}`,
});
export const normDecisionDue: Sentence = {
  zh: "{ applies: 日期 } 或 not-applied",
  en: "{ applies: day } or not-applied",
};
export const objectDue: Sentence = { zh: "一个对象 {…}", en: "an object {…}" };
export const listDue: Sentence = { zh: "一个列表 […]", en: "a list […]" };
export const fieldUnknown = (key: string, near: string | null, fields: readonly string[]): Sentence => ({
  zh: `没有“${key}”这一字段${near === null ? "" : `，是否为“${near}”`}；可用：${fields.join("、")}`,
  en: `there is no field ${key}${near === null ? "" : `; did you mean ${near}?`} Available fields: ${fields.join(", ")}`,
});
export const fieldMissing = (path: string): Sentence => ({ zh: `缺少 ${path}`, en: `${path} is missing` });
export const dayDue: Sentence = { zh: "存在的日期，如 2026-01-31", en: "a date that exists, as 2026-01-31" };
export const dayInRange: Sentence = { zh: "1900 年至 2199 年的日期", en: "a date from 1900 to 2199" };
export const yearBetween = (first: number, last: number): Sentence => ({
  zh: `${first} 至 ${last} 的年度`,
  en: `a year from ${first} to ${last}`,
});
export const wholeNumberFrom = (least: number): Sentence => ({
  zh: `不小于 ${least} 的整数`,
  en: `a whole number of at least ${least}`,
});
export const truthDue: Sentence = { zh: "true 或 false", en: "true or false" };
export const textDue: Sentence = { zh: "文字", en: "a text" };
export const valueRefused = (path: string, found: string, { zh, en }: Sentence): Sentence => ({
  zh: `${path || "此行"}为“${found}”，应为：${zh}`,
  en: `${path || "the line"} is ${found}; allowed: ${en}`,
});

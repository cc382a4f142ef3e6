// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "添加问责对象", en: "Add subject" };
export const outOfScope = (name: string): Sentence => ({
  zh: `${name}不属于本办法适用的党政组织及其领导干部，不能列为问责对象`,
  en: `${name} is not a Party or government organization, or a leading official, covered by this regulation`,
});
export const subjectTwice = (name: string): Sentence => ({
  zh: `${name}已在本案中`,
  en: `${name} is already in this case`,
});
export const inAnotherCase = (name: string, numbers: readonly string[]): Sentence => ({
  zh: `${name}已是其他在办案件${numbers.length === 0 ? "" : `（${numbers.join("、")}）`}的问责对象；确属不同问题的，请说明有何不同`,
  en: `${name} is a subject of another open case${numbers.length === 0 ? "" : ` (${numbers.join(", ")})`}; if this is a different issue, explain how it differs`,
});

// What several acts say when they refuse. What only one of them says stands in its own folder.
import type { Sentence } from "#law/text/citation.ts";

/** Says of whom it is. */
export const ofSubject = (name: string, says: Sentence): Sentence => ({
  zh: `${name}：${says.zh}`,
  en: `${name}: ${says.en}`,
});

export const subjectNotInCase: Sentence = {
  zh: "所选问责对象不在本案中",
  en: "The selected subject is not in this case",
};
export const notAPersonOfTheCase: Sentence = {
  zh: "所选对象不是本案的个人",
  en: "The selected subject is not an individual in this case",
};
export const notInTheRegistry: Sentence = {
  zh: "干部或单位名册中没有所选对象",
  en: "The selected person or organization is not in the register",
};
export const noSuchAccount: Sentence = { zh: "没有所选的账号", en: "There is no such account" };
export const noSuchCircumstance = (circumstance: string): Sentence => ({
  zh: `法规中没有情形 ${circumstance}`,
  en: `The regulation has no circumstance ${circumstance}`,
});
export const servedAlready = (on: string, name: string): Sentence => ({
  zh: `决定已于 ${on} 送达${name}`,
  en: `The decision was served on ${name} on ${on}`,
});
export const notInEffect: Sentence = {
  zh: "该对象的决定尚未生效",
  en: "The decision on this subject has not taken effect",
};
export const effectBeforeDecision = (decidedOn: string): Sentence => ({
  zh: `生效日期早于决定日期 ${decidedOn}`,
  en: `The effective date is before the decision date ${decidedOn}`,
});

export const dateInTheFuture = (day: string, today: string): Sentence => ({
  zh: `日期 ${day} 晚于今天 ${today}，请核对`,
  en: `The date ${day} is after today (${today}); please check`,
});
export const dateOutOfOrder = (day: string, step: Sentence, on: string): Sentence => ({
  zh: `日期 ${day} 早于${step.zh}的日期 ${on}，请核对`,
  en: `The date ${day} is before ${step.en} (${on}); please check`,
});

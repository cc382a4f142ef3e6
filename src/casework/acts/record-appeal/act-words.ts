// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记申诉", en: "Record appeal" };
export const beforeDecision = (since: string): Sentence => ({
  zh: `申诉日期早于决定日期 ${since}`,
  en: `The appeal date is before the decision date ${since}`,
});
export const notDecided = (name: string): Sentence => ({
  zh: `对${name}尚未作出决定，无从申诉`,
  en: `No decision has been made on ${name}, so there is nothing to appeal`,
});
export const notACivilServant = (name: string): Sentence => ({
  zh: `${name}不是个人，不适用公务员的复核和申诉`,
  en: `${name} is not an individual; civil servant review and appeal do not apply`,
});
export const noReview = (name: string): Sentence => ({
  zh: `${name}：尚无复核决定，不能登记复核后申诉`,
  en: `${name}: there is no review decision yet, so an appeal after review cannot be recorded`,
});
export const appealLate = (name: string, until: string): Sentence => ({
  zh: `${name}：提出的期限已于 ${until} 届满；仍予受理的，须写明理由`,
  en: `${name}: the time limit ended on ${until}; if it is still accepted, state the reasons`,
});

// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记处分的后续情况", en: "Record what became of a sanction" };
export const noSuchSanction: Sentence = { zh: "所选对象没有这项处分", en: "The subject has no such sanction" };
export const restoredEarly = (on: string, first: string): Sentence => ({
  zh: `恢复权利的日期 ${on} 早于察看期满的次日 ${first}，请核对`,
  en: `Rights cannot be restored on ${on}: the day after the probation is ${first}`,
});
export const notSeveralEqual: Sentence = {
  zh: "该人没有同日生效的数个相同处分，或者当时的规定没有合并确定处分期，单个处分的期限由规定确定",
  en: "There are not several equal sanctions of that day, or no norm of the day sets one period for them",
};
export const periodOutOfBounds = (least: number, most: number): Sentence => ({
  zh: `合并确定的处分期须为${least}至${most}个月`,
  en: `The period set must be ${least} to ${most} months`,
});
export const tooFewMonths = "至少1个月";
export const tooManyMonths = "不超过120个月";
export const revokedBeforeEffect = (on: string, effective: string): Sentence => ({
  zh: `撤销日期 ${on} 早于处分生效日期 ${effective}，请核对`,
  en: `${on} is before the sanction took effect, ${effective}`,
});
export const noProbation = (sanction: Sentence): Sentence => ({
  zh: `${sanction.zh}没有察看期，不延长，也不恢复权利`,
  en: `${sanction.en} has no probation: it is not extended, and no rights are restored`,
});

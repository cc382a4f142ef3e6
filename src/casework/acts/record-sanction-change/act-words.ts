// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记处分的后续情况", en: "Record change to sanction" };
export const noSuchSanction: Sentence = { zh: "所选对象没有这项处分", en: "The selected subject has no such sanction" };
export const restoredEarly = (on: string, first: string): Sentence => ({
  zh: `恢复权利的日期 ${on} 早于察看期满的次日 ${first}，请核对`,
  en: `The restoration date ${on} is before ${first}, the day after probation ends; please check`,
});
export const notSeveralEqual: Sentence = {
  zh: "该人没有同日生效的数个相同处分，或者当时的规定没有合并确定处分期，单个处分的期限由规定确定",
  en: "This person does not have several identical sanctions effective on the same day, or the rules then in force set no combined period for them",
};
export const periodOutOfBounds = (least: number, most: number): Sentence => ({
  zh: `合并确定的处分期须为${least}至${most}个月`,
  en: `The combined sanction period must be ${least} to ${most} months`,
});
export const tooFewMonths = "至少1个月";
export const tooManyMonths = "不超过120个月";
export const revokedBeforeEffect = (on: string, effective: string): Sentence => ({
  zh: `撤销日期 ${on} 早于处分生效日期 ${effective}，请核对`,
  en: `The revocation date ${on} is before the effective date of the sanction, ${effective}; please check`,
});
export const noProbation = (sanction: Sentence): Sentence => ({
  zh: `${sanction.zh}没有察看期，不延长，也不恢复权利`,
  en: `${sanction.en} has no probation period, so it cannot be extended and there are no rights to restore`,
});

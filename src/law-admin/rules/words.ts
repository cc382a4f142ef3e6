// What is refused of interpretations, decisions on norms, official texts and the history of the district.
import type { Sentence } from "#law/text/citation.ts";

export const reasonsTooLong = "不超过4000字";
export const reasonsMissing: Sentence = { zh: "退回须写明理由", en: "State the reasons for returning it" };

// interpreting.ts
export const numberTaken = (number: string): Sentence => ({
  zh: `文号“${number}”已有登记，请核对`,
  en: `Document number “${number}” has already been registered; please check`,
});
export const dateInFuture = (on: string, today: string): Sentence => ({
  zh: `解释日期 ${on} 晚于今天 ${today}，请核对`,
  en: `The date ${on} is after today (${today}); please check`,
});
export const beforeOwnDate = (validFrom: string, on: string): Sentence => ({
  zh: `适用起始日 ${validFrom} 早于解释日期 ${on}：解释不溯及以前的决定`,
  en: `The start date ${validFrom} is before the date of interpretation ${on}: an interpretation does not affect earlier decisions`,
});
export const noSuchClause = (text: Sentence, anchor: string): Sentence => ({
  zh: `${text.zh}没有“${anchor}”这一条款`,
  en: `${text.en} has no clause ${anchor}`,
});
export const nothingToReplace: Sentence = {
  zh: "所替代的解释不存在，或者尚未会签",
  en: "The interpretation to be replaced does not exist or has not been countersigned",
};
export const alreadyReplaced = (number: string): Sentence => ({
  zh: `“${number}”已被替代，请选择现行的解释`,
  en: `“${number}” has already been replaced; select the interpretation now in force`,
});
export const replacesAnother = (number: string): Sentence => ({
  zh: `“${number}”所解释或者认定的是另一事项，不能由它替代`,
  en: `“${number}” concerns another matter and cannot be replaced by this entry`,
});
export const beforeReplaced = (validFrom: string, replacedFrom: string): Sentence => ({
  zh: `适用起始日 ${validFrom} 早于所替代解释的起始日 ${replacedFrom}`,
  en: `It cannot apply before the interpretation it replaces, which applies from ${replacedFrom}; please check`,
});
export const readingAlreadySet = (validFrom: string, number: string): Sentence => ({
  zh: `该口径自 ${validFrom} 起已适用“${number}”，请改为替代该解释`,
  en: `${number} already sets this reading from ${validFrom}; replace it instead`,
});
export const noSuchRule = (rule: string): Sentence => ({
  zh: `没有名为“${rule}”的规则`,
  en: `There is no rule named ${rule}`,
});
export const ruleNeedsNoDecision = (rule: string): Sentence => ({
  zh: `规则“${rule}”已经核对，或者不限制任何事项，无须认定`,
  en: `Rule “${rule}” has already been checked or creates no restriction; no decision is needed`,
});
export const normNotInForce = (
  validFrom: string,
  norm: Sentence,
  { from, until }: { from: string; until: string | null },
): Sentence => ({
  zh: `适用起始日 ${validFrom} 时${norm.zh}未在施行（${from} 至 ${until ?? "今"}）`,
  en: `${norm.en} was not in force on ${validFrom} (${from} to ${until ?? "today"})`,
});
export const alreadyDecidedOn = (number: string): Sentence => ({
  zh: `该条款已由“${number}”认定，请改为替代该认定`,
  en: `${number} already decides on this clause; replace it instead`,
});
export const sameBody: Sentence = {
  zh: "解释由两个解释机关共同作出，须由另一机关会签",
  en: "Interpretations are made jointly by the two interpreting bodies; the other body must countersign",
};
export const alreadySigned: Sentence = {
  zh: "该解释已经会签或者退回",
  en: "This has already been countersigned or returned",
};
export const noInterpretingBody: Sentence = {
  zh: "本法规没有规定解释机关",
  en: "The regulation names no interpreting body",
};
export const onlyTheyInterpret = (bodies: readonly Sentence[]): Sentence => ({
  zh: `解释由${bodies.map(({ zh }) => zh).join("、")}负责，您不代表该机关`,
  en: `Only ${bodies.map(({ en }) => en).join(", ")} may interpret; you do not represent any of these bodies`,
});

// ../uses/interpretations.ts
export const changesOwnRestrictions: Sentence = {
  zh: "该解释会改变对您本人的限制，您应当回避，请由他人办理",
  en: "This interpretation would change restrictions on you; you must be recused and someone else must handle it",
};

// ../uses/law-effects.ts
export const notComparable: Sentence = {
  zh: "一部是本级办法，一部是上位规定，不能相互比较",
  en: "One is a local regulation and the other a higher-level rule; they cannot be compared",
};

// official-text.ts
export const fileMissing = "请选择文件";
export const textTooLong = (longest: number): string => `不超过${longest}字`;
export const noSuchNorm: Sentence = {
  zh: "没有所选的上位规定，请重新选择",
  en: "The selected higher-level rule does not exist; please select again",
};
export const ruleNamedTwice = (rule: string): Sentence => ({
  zh: `规则 ${rule} 的条文填写了两次`,
  en: `Two passages have been entered for rule ${rule}`,
});
export const noSuchRuleOfNorm = (rule: string): Sentence => ({
  zh: `该规定没有规则 ${rule}`,
  en: `This document has no rule ${rule}`,
});
export const passageNotFound = (passage: string): Sentence => ({
  zh: `“${passage}”在所载入的文本中找不到，请逐字核对`,
  en: `“${passage}” was not found in the loaded text; check it word for word`,
});
export const alreadyChecked: Sentence = {
  zh: "该文本已经核对或者退回",
  en: "This text has already been checked or returned",
};

// history.ts
export const completeFromFuture = (since: string, today: string): Sentence => ({
  zh: `完整起始日 ${since} 晚于今天 ${today}，请核对`,
  en: `The date ${since} is after today (${today}); please check`,
});
export const arrivalInFuture = (on: string, today: string): Sentence => ({
  zh: `调入日期 ${on} 晚于今天 ${today}，请核对`,
  en: `The transfer date ${on} is after today (${today}); please check`,
});
export const alreadyConfirmed: Sentence = {
  zh: "该项已经确认或者退回",
  en: "This has already been confirmed or returned",
};
export const ownHistory: Sentence = {
  zh: "涉及您本人或者近亲属，应当回避，请由他人办理",
  en: "This concerns you or a close relative; you must be recused and someone else must handle it",
};

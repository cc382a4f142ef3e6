// What is refused of a disposition, and what is asked of its fields.
import type { Sentence } from "#law/text/citation.ts";

// contract.ts
export const reasonsMissing = "请写明理由";

// sweep-disposition.ts
export const nothingToDispose: Sentence = {
  zh: "该事项所依据的限制或者登记已不存在，不需要处置",
  en: "The underlying restriction or entry no longer exists; no action is needed",
};
export const documentNumberMissing: Sentence = { zh: "请填写文号", en: "Enter the document number" };
export const dayMissing: Sentence = { zh: "请填写日期", en: "Enter the date" };
export const noSuchDay: Sentence = {
  zh: "日期不存在，请按 2026-01-31 的格式填写",
  en: "This date does not exist; enter it as 2026-01-31",
};
export const dayInFuture = (on: string): Sentence => ({ zh: `日期 ${on} 晚于今天`, en: `${on} is after today` });
export const consentLiftsNoBar: Sentence = {
  zh: "该事项在受限期内，同意不能解除限制；请选择其他处置方式",
  en: "The entry falls within a restriction period, which consent cannot lift; select another action",
};
export const consentTooLate = (on: string, decidedOn: string): Sentence => ({
  zh: `同意的日期 ${on} 不早于决定日 ${decidedOn}：在作出决定前，应当征得同意`,
  en: `The consent date ${on} is not before the decision date ${decidedOn}; consent must be obtained before the decision`,
});

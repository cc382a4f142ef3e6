// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记党纪政务处分", en: "Record Party or government sanction" };
export const notAPerson: Sentence = { zh: "处分只能给予个人", en: "Only a person can be sanctioned" };
export const lengthByTheNorm = (sanction: Sentence): Sentence => ({
  zh: `${sanction.zh}：期限由规定确定，不填`,
  en: `${sanction.en}: the duration is fixed by regulation; leave the field empty`,
});
export const lengthOneOf = (sanction: Sentence, months: readonly number[]): Sentence => ({
  zh: `${sanction.zh}：期限须为${months.join("或者")}个月`,
  en: `${sanction.en}: the duration must be ${months.join(" or ")} months`,
});

// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "复查申诉", en: "Review appeal" };
export const noSuchAppeal: Sentence = { zh: "本案没有所选的申诉", en: "This case has no such appeal" };
export const examinedAlready = (on: string): Sentence => ({
  zh: `该申诉已于 ${on} 复查`,
  en: `This appeal was reviewed on ${on}`,
});
export const nothingToChange = (name: string): Sentence => ({
  zh: `对${name}没有可以变更或者撤销的决定`,
  en: `There is no decision on ${name} that can be changed or revoked`,
});
export const earlierHandler: Sentence = {
  zh: "您是本案调查组成员，复查申诉须由原承办人员以外的人员办理",
  en: "You were a member of the inquiry group; an appeal must be reviewed by people other than the original handlers",
};
export const appealReceipt: Sentence = { zh: "收到申诉", en: "the receipt of the appeal" };

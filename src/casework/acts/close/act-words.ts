// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "办结", en: "Close case" };
export const lastStep: Sentence = { zh: "最后一项执行", en: "the last implementation item" };
export const itemNotDone = (item: Sentence, subject: string | null): Sentence => ({
  zh: `${subject ?? "本案"}：“${item.zh}”尚未办理`,
  en: `${subject ?? "The case"}: “${item.en}” has not been completed`,
});
export const waiverNotApproved = (item: Sentence, subject: string | null): Sentence => ({
  zh: `${subject ?? "本案"}：“${item.zh}”的免办申请尚未批准`,
  en: `${subject ?? "The case"}: the waiver request for “${item.en}” has not been approved`,
});

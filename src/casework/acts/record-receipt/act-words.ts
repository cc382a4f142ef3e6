// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记通报回执", en: "Record circulation acknowledgement" };
export const noSuchCirculation: Sentence = {
  zh: "本案没有这一文号的通报",
  en: "This case has no circulation with that number",
};
export const notARecipient = (recipient: string): Sentence => ({
  zh: `${recipient}不在该通报的发送单位中`,
  en: `${recipient} is not among the units it was sent to`,
});
export const receivedAlready = (recipient: string): Sentence => ({
  zh: `${recipient}已有回执`,
  en: `${recipient} has already acknowledged it`,
});
export const circulationStep: Sentence = { zh: "通报", en: "the circulation" };

// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "送达决定", en: "Serve decision" };
export const notDecided = (name: string): Sentence => ({
  zh: `对${name}尚未作出决定，无从送达`,
  en: `No decision has been made on ${name}, so there is nothing to serve`,
});
export const beforeDecision = (on: string): Sentence => ({
  zh: `送达日期早于决定日期 ${on}`,
  en: `The service date is before the decision date ${on}`,
});

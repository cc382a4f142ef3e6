// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "送达决定", en: "Serve the decision" };
export const notDecided = (name: string): Sentence => ({
  zh: `对${name}尚未作出决定，无从送达`,
  en: `Nothing has been decided on ${name} that could be served`,
});
export const beforeDecision = (on: string): Sentence => ({
  zh: `送达日期早于决定日期 ${on}`,
  en: `The service is before the decision of ${on}`,
});

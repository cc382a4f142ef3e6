// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记生效", en: "Record effective date" };
export const nothingToTakeEffect = (name: string): Sentence => ({
  zh: `${name}未受问责，无须登记生效`,
  en: `${name} was not held accountable; there is no effective date to record`,
});
export const effectiveAlready = (name: string, effectiveOn: string): Sentence => ({
  zh: `对${name}的决定已于 ${effectiveOn} 生效`,
  en: `The decision on ${name} took effect on ${effectiveOn}`,
});
export const notServed = (name: string): Sentence => ({
  zh: `决定尚未送达${name}，请先登记送达`,
  en: `The decision has not been served on ${name}; record the service first`,
});

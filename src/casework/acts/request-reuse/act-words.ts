// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "提请重新任用", en: "Request reappointment" };
export const requestOpen = (name: string): Sentence => ({
  zh: `${name}已有一件重新任用的提请尚未决定`,
  en: `A reappointment request for ${name} is still undecided`,
});
export const effectStep: Sentence = { zh: "生效", en: "the effective date" };
export const noSuchPurpose = (known: readonly Sentence[]): Sentence => ({
  zh: `重新任用的用途须为：${known.map(({ zh }) => zh).join("、")}`,
  en: `The type of reappointment must be one of: ${known.map(({ en }) => en).join(", ")}`,
});

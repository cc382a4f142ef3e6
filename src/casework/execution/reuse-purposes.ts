// The purposes for which somebody can be appointed again: those for which the text asks for consent beforehand.
import { rulesOf } from "#law/compile/law.ts";
import type { Law } from "#law/compile/law.ts";
import type { PurposeId } from "#law/pack/vocabulary.ts";

/** Each once, in the order of the text; empty where it asks for no consent. */
export function purposesOfConsent(law: Law): PurposeId[] {
  return [...new Set(rulesOf(law, "consent").flatMap(({ purposes }) => purposes))];
}

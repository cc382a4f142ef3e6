// The tiers of leadership responsibility (全面、主要、重要领导责任), each with the clause that tells them apart.
import { citationOf } from "./cite.ts";
import type { Citation, Sentence } from "./citation.ts";
import type { Law } from "./law.ts";

export type ResponsibilityTier = { id: string; name: Sentence; cite: Citation };

/** In the order of the packs and of their words; the same tier named twice stands once. */
export function responsibilityTiersOf(law: Law): ResponsibilityTier[] {
  const tiers = new Map<string, ResponsibilityTier>();
  for (const pack of [law.regulation, ...law.upper]) {
    for (const rule of pack.rules) {
      if (rule.kind !== "responsibility") continue;
      for (const { id, name } of rule.tiers)
        if (!tiers.has(id)) tiers.set(id, { id, name, cite: citationOf(pack, rule) });
    }
  }
  return [...tiers.values()];
}

// Grounds on which the text aggravates, mitigates or exempts. People find the grounds; what follows from them for
// one measure or another is theirs to decide as well.
import { workingFrom } from "./confirmation.ts";
import { citationOf } from "./cite.ts";
import type { Citation, Sentence } from "./citation.ts";
import { rulesOf } from "./law.ts";
import type { Law } from "./law.ts";
import type { NamedWords } from "./rule-parts.ts";

export type Modifier = {
  rule: string;
  direction: "aggravate" | "mitigate" | "exempt";
  /** Whether the text leaves it open (可以) or commands it (应当). */
  force: "may" | "shall";
  grounds: NamedWords[];
  message: Sentence;
  cite: Citation;
};

/** All such clauses in the order of the text, each with the grounds it lists. */
export function modifiersOf(law: Law): Modifier[] {
  return rulesOf(law, "modifier").map((rule) => ({
    rule: rule.id,
    direction: rule.direction,
    force: rule.force,
    grounds: rule.grounds,
    message: rule.summary,
    cite: citationOf(law.regulation, rule),
  }));
}

/** The clauses that grounds which people found call up, with those grounds alone. Throws on an unknown ground. */
export function modifiersFor(law: Law, found: readonly string[]): Modifier[] {
  const all = modifiersOf(law);
  const known = all.flatMap((modifier) => modifier.grounds.map((ground) => ground.id));
  const unknown = found.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new RangeError(`the law has no ground ${unknown}; there are ${known.join(", ")}`);
  return all.flatMap((modifier) => {
    const grounds = modifier.grounds.filter((ground) => found.includes(ground.id));
    return grounds.length === 0 ? [] : [{ ...modifier, grounds }];
  });
}

/** One circumstance that the text calls milder or heavier; unverified while nobody has confirmed its clause. */
export type NamedFactor = {
  id: string;
  name: Sentence;
  direction: "aggravate" | "mitigate";
  cite: Citation;
  unverified: boolean;
};

/** Milder and heavier circumstances of the regulation and of the upper norms, in their order: shown, never computed with. */
export function factorsOf(law: Law): NamedFactor[] {
  const found = new Map<string, NamedFactor>();
  for (const pack of [law.regulation, ...law.upper]) {
    for (const rule of pack.rules) {
      if (rule.kind !== "modifier" || rule.direction === "exempt") continue;
      const unverified = workingFrom(law.confirmations, pack, rule) === null;
      for (const { id, name } of rule.grounds)
        if (!found.has(id))
          found.set(id, { id, name, direction: rule.direction, cite: citationOf(pack, rule), unverified });
    }
  }
  return [...found.values()];
}

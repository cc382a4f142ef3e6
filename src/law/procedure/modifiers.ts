// Grounds on which the text aggravates, mitigates or exempts. People find the grounds; what follows from them for
// one measure or another is theirs to decide as well.
import { citationOf } from "../text/cite.ts";
import type { Citation, Sentence } from "../text/citation.ts";
import { rulesOf } from "../compile/law.ts";
import type { Law } from "../compile/law.ts";
import { firstOfEach, rulesOn } from "./procedures.ts";
import type { RuleOf } from "../pack/rule.ts";
import type { NamedWords } from "../pack/rule-parts.ts";

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

/** One circumstance that the text calls milder or heavier. */
export type NamedFactor = {
  id: string;
  name: Sentence;
  direction: "aggravate" | "mitigate";
  cite: Citation;
};

/** Milder and heavier circumstances of a day (ISO), of the regulation and of the upper norms in their order: shown, never computed with. */
export function factorsOf(law: Law, on: string): NamedFactor[] {
  const rules = rulesOn(law, (rule): rule is RuleOf<"modifier"> => rule.kind === "modifier", on);
  const factors = rules.flatMap(({ rule: { direction, grounds }, cite }) =>
    direction === "exempt" ? [] : grounds.map(({ id, name }) => ({ id, name, direction, cite })),
  );
  return firstOfEach(factors, ({ id }) => id);
}

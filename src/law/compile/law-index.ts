// What every question looks up in a law, found once when it is compiled.
import { citationOf } from "../text/cite.ts";
import type { Citation } from "../text/citation.ts";
import type { Pack } from "../pack/pack.ts";
import type { Rule, RuleOf } from "../pack/rule.ts";
import type { Vocabulary } from "../pack/vocabulary.ts";

export type LawIndex = {
  /** Places in the vocabulary's lists. */
  measures: ReadonlyMap<string, number>;
  sanctions: ReadonlyMap<string, number>;
  levels: ReadonlyMap<string, number>;
  purposes: ReadonlyMap<string, number>;
  /** Measures that lower the level of the person. */
  reducing: ReadonlySet<string>;
  /** How a bar bears on a question: by purpose, then by bar; a pair that is missing never does. */
  bearings: ReadonlyMap<string, ReadonlyMap<string, Vocabulary["bearings"][number]>>;
  /** Whether a bar bears on a question: by purpose, at the place of the bar. */
  bears: ReadonlyMap<string, readonly boolean[]>;
  consent: { rule: RuleOf<"consent">; cite: Citation } | null;
  concurrences: readonly { rule: RuleOf<"concurrence">; cite: Citation }[];
  /** The clause by which an answer waits while a matter is open, by purpose. */
  pending: ReadonlyMap<string, Citation>;
};

/** What is looked up for every answer, found once: places of ids in the vocabulary's lists, rules of one kind. */
export function buildIndex(packs: readonly [Pack, ...Pack[]]): LawIndex {
  const [regulation] = packs;
  const { vocabulary } = regulation;
  const ofKind = <Kind extends Rule["kind"]>(kind: Kind): RuleOf<Kind>[] =>
    regulation.rules.filter((rule): rule is RuleOf<Kind> => rule.kind === kind);
  const [consent] = ofKind("consent");
  return {
    measures: placesIn(vocabulary.measures),
    sanctions: placesIn(vocabulary.sanctions),
    levels: placesIn(vocabulary.levels),
    purposes: placesIn(vocabulary.purposes),
    reducing: new Set(vocabulary.measures.filter(({ reduces }) => reduces).map(({ id }) => id)),
    bearings: new Map(
      vocabulary.purposes.map(({ id }) => [
        id,
        new Map(vocabulary.bearings.filter((pair) => pair.purpose === id).map((pair) => [pair.bar, pair])),
      ]),
    ),
    bears: new Map(
      vocabulary.purposes.map(({ id }) => [
        id,
        vocabulary.purposes.map((bar) =>
          vocabulary.bearings.some((pair) => pair.purpose === id && pair.bar === bar.id),
        ),
      ]),
    ),
    consent: consent === undefined ? null : { rule: consent, cite: citationOf(regulation, consent) },
    concurrences: ofKind("concurrence").map((rule) => ({ rule, cite: citationOf(regulation, rule) })),
    pending: pendingIn(packs),
  };
}

function placesIn(list: readonly { id: string }[]): ReadonlyMap<string, number> {
  return new Map(list.map(({ id }, index) => [id, index]));
}

function pendingIn(packs: readonly Pack[]): ReadonlyMap<string, Citation> {
  const found = new Map<string, Citation>();
  for (const pack of packs) {
    for (const rule of pack.rules) {
      if (rule.kind !== "pending") continue;
      for (const purpose of rule.purposes) {
        if (!found.has(purpose)) found.set(purpose, citationOf(pack, rule));
      }
    }
  }
  return found;
}

// The restrictions of one person as they stood and as they stand: an interpretation that has running restrictions
// counted anew leaves the older counting visible.
import { restrictionsOfAll } from "../reckon/consequences.ts";
import type { Records, Restriction } from "../reckon/consequences.ts";
import type { Day } from "../reckon/days.ts";
import { interpretationsBehind, lawReckonedOn, recomputedOn } from "../compile/interpretation.ts";
import type { Interpretation } from "../compile/interpretation.ts";
import type { Law } from "../compile/law.ts";
import type { LevelId } from "../pack/vocabulary.ts";

export type RestrictionVersion = {
  restriction: Restriction;
  /** Whoever asks about a day from `countsFrom` to the day before `countsUntil` is answered by it; null where nothing bounds it. */
  countsFrom: Day | null;
  countsUntil: Day | null;
  /** The interpretations without which it would be counted otherwise. */
  interpretations: readonly Interpretation[];
};

/** Every counting of every restriction, those that stand last in their order first, then those that were counted anew. */
export function restrictionVersionsOf(
  law: Law,
  records: Records,
  presentLevel: LevelId | null = null,
): RestrictionVersion[] {
  let standing: RestrictionVersion[] = [];
  const past: RestrictionVersion[] = [];
  for (const from of [null, ...recomputedOn(law)]) {
    const counted = versionsOn(law, from, records, presentLevel);
    const kept = new Map(standing.map((one) => [keyOf(one), one]));
    const next = counted.map((one) => kept.get(keyOf(one)) ?? one);
    if (from !== null)
      past.push(...standing.filter((one) => !next.includes(one)).map((one) => ({ ...one, countsUntil: from })));
    standing = next;
  }
  return [...standing, ...past];
}

// From null: as it was before anything was counted anew.
function versionsOn(law: Law, from: Day | null, records: Records, presentLevel: LevelId | null): RestrictionVersion[] {
  const [first] = recomputedOn(law);
  const count = (under: Law): Restriction[] => {
    const day = from ?? (first === undefined ? null : first - 1);
    return restrictionsOfAll(day === null ? under : lawReckonedOn(under, day), records, presentLevel);
  };
  return count(law).map((restriction) => {
    const said = JSON.stringify(restriction);
    const stands = (under: Law): string => String(count(under).some((one) => JSON.stringify(one) === said));
    return { restriction, countsFrom: from, countsUntil: null, interpretations: interpretationsBehind(law, stands) };
  });
}

function keyOf({ restriction, interpretations }: RestrictionVersion): string {
  return JSON.stringify([restriction, interpretations.map(({ id }) => id)]);
}

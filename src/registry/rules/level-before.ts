// The level a person held before a day, by which a question about the day is answered: one rule for every channel.
import { rankOf } from "#law/reckon/bearing.ts";
import type { Law } from "#law/compile/law.ts";
import type { LevelId } from "#law/pack/vocabulary.ts";

/** A post with its level, from its first day (ISO). */
export type LevelHeld = { from: string; level: string | null };

/** `registered`: the level in the registry, which is that of now. `held`: the posts on record, merged records read as one. Days are ISO. */
export type LevelKnown = { registered: string | null; held: readonly LevelHeld[]; today: string };

/**
 * That of the latest post begun before the day: the very post asked about must not answer for itself. The registry's own for a year, where no
 * post with a level is known, and for today and later, unless a post begins on the day or after it: that one may have raised it. Of posts begun
 * on one day the highest counts. Null where none is known; what the vocabulary does not name is not known.
 */
export function levelBefore(law: Law, { registered, held, today }: LevelKnown, day: string | null): LevelId | null {
  const known = held.flatMap(({ from, level }) => (isKnown(law, level) ? [{ from, level }] : []));
  const before = day === null ? known : known.filter(({ from }) => from < day);
  const isRegistrysOwn = day === null || known.length === 0 || (day >= today && before.length === known.length);
  if (isRegistrysOwn) return isKnown(law, registered) ? registered : null;
  const last = before
    .map(({ from }) => from)
    .sort()
    .at(-1);
  const levels = before.flatMap(({ from, level }) => (from === last ? [level] : []));
  return levels.sort((a, b) => rankOf(law, a) - rankOf(law, b))[0] ?? null;
}

function isKnown(law: Law, level: string | null): level is LevelId {
  return level !== null && law.index.levels.has(level);
}

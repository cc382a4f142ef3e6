// Chance by a seed: the same seed gives the same numbers on every machine.

export type Random = {
  /** A whole number from `low` up to and including `high`. */
  between: (low: number, high: number) => number;
  chance: (share: number) => boolean;
  pick: <One>(list: readonly One[]) => One;
};

/** A counter of 32 bits whose bits are mixed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    chance: (share) => next() < share,
    pick: <One>(list: readonly One[]): One => {
      const one = list[between(0, list.length - 1)];
      if (one === undefined) throw new RangeError("nothing to pick from");
      return one;
    },
  };
}

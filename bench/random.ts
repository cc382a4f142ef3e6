// Seeded random numbers: the same seed gives the same run on every machine.

export type Random = {
  /** A whole number from `low` up to and including `high`. */
  between: (low: number, high: number) => number;
  /** True so often: 0 never, 1 always. */
  chance: (share: number) => boolean;
  /** One of the list, each as likely. */
  pick: <T>(list: readonly T[]) => T;
};

/** Mulberry32: small, quick, and good enough to spread questions. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    chance: (share) => next() < share,
    pick: <T>(list: readonly T[]): T => {
      const one = list[between(0, list.length - 1)];
      if (one === undefined) throw new RangeError("nothing to pick from");
      return one;
    },
  };
}

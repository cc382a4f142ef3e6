// Numbers that look random and are the same for the same seed: for questions that anybody can ask again.

export type SeededRandom = {
  /** An integer from 0 to below `limit`. */
  below: (limit: number) => number;
  /** True once in so many. */
  oneIn: (count: number) => boolean;
  /** An element of a list that has one at least. */
  from: <Item>(list: readonly Item[]) => Item;
};

/** Mulberry32: thirty-two bits of state, good enough to spread questions evenly and nothing else. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    oneIn: (count) => below(count) === 0,
    from: (list) => {
      const item = list[below(list.length)];
      if (item === undefined) throw new RangeError("nothing to choose from");
      return item;
    },
  };
}

// A seeded generator of choices: the same seed gives the same district, on every machine.

export type Dice = {
  /** A whole number from `low` to `high`, both included. */
  between: (low: number, high: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** True in so many of a hundred throws. */
  chance: (percent: number) => boolean;
  shuffled: <T>(list: readonly T[]) => T[];
  /** 32 random bits, for keys. */
  bits: () => number;
};

/** mulberry32 over a 32-bit FNV-1a of the seed: small, and well spread enough for a demonstration. */
export function dice(seed: string): Dice {
  let state = hash(seed);
  const bits = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const between = (low: number, high: number) => low + (bits() % (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError("nothing to pick from");
    return list[bits() % list.length] as T; // the index is below the length of a list that is not empty
  };
  const shuffled = <T>(list: readonly T[]): T[] => {
    const left = [...list];
    const out: T[] = [];
    while (left.length > 0) out.push(...left.splice(bits() % left.length, 1));
    return out;
  };
  return { between, pick, chance: (percent) => bits() % 100 < percent, shuffled, bits };
}

/** A version 4 UUID from the generator, for idempotency keys. */
export function uuid({ bits }: Dice): string {
  const hex = Array.from({ length: 4 }, () => bits().toString(16).padStart(8, "0")).join("");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}

// The Merkle tree of RFC 6962 over all entries: one root stands for every one of them, and short proofs tie an entry, or an earlier root, to it.
import type { HashAlgorithm } from "./entry.ts";

/** Hashes bytes. Comes in from outside: this part has no crypto. */
export type HashBytes = (algorithm: HashAlgorithm, bytes: Uint8Array) => Uint8Array;

/** Leaves `from` up to but not including `to`. */
export type Range = { from: number; to: number };

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

export function leafHash(hash: HashBytes, algorithm: HashAlgorithm, leaf: Uint8Array): Uint8Array {
  return hash(algorithm, joined(leafMark, leaf));
}

export function nodeHash(hash: HashBytes, algorithm: HashAlgorithm, left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash(algorithm, joined(nodeMark, left, right));
}

/** The whole subtrees that the leaves so far make up, largest first: all that is needed to go on, and to tell the root. */
export class Frontier {
  readonly #hash: HashBytes;
  readonly #algorithm: HashAlgorithm;
  readonly #peaks: Uint8Array[];
  #size: number;

  constructor(hash: HashBytes, algorithm: HashAlgorithm, size = 0, peaks: readonly Uint8Array[] = []) {
    if (peaks.length !== bitsIn(size))
      throw new RangeError(`${size} leaves do not make ${peaks.length} whole subtrees`);
    this.#hash = hash;
    this.#algorithm = algorithm;
    this.#size = size;
    this.#peaks = [...peaks];
  }

  get size(): number {
    return this.#size;
  }

  get peaks(): readonly Uint8Array[] {
    return this.#peaks;
  }

  append(leaf: Uint8Array): void {
    let node = leafHash(this.#hash, this.#algorithm, leaf);
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = this.#peaks.pop();
      if (left === undefined) throw new RangeError("a whole subtree is missing");
      node = nodeHash(this.#hash, this.#algorithm, left, node);
    }
    this.#peaks.push(node);
    this.#size += 1;
  }

  /** The root over all leaves appended; that of no leaves is the hash of nothing. */
  root(): Uint8Array {
    if (this.#size === 0) return this.#hash(this.#algorithm, new Uint8Array());
    return this.#peaks.reduceRight((right, left) => nodeHash(this.#hash, this.#algorithm, left, right));
  }
}

/** The ranges whose roots prove that the leaf is in the tree of `size` leaves: from the leaf's neighbour upwards. */
export function inclusionRanges(index: number, { from, to }: Range): Range[] {
  if (index < from || index >= to) throw new RangeError(`there is no leaf ${index} in ${from}–${to}`);
  if (to - from === 1) return [];
  const middle = from + largestPower(to - from);
  return index < middle
    ? [...inclusionRanges(index, { from, to: middle }), { from: middle, to }]
    : [...inclusionRanges(index, { from: middle, to }), { from, to: middle }];
}

/** The ranges whose roots prove that the tree of the first `earlier` leaves is the beginning of the tree of `later`. Both at least 1. */
export function consistencyRanges(earlier: number, later: number): Range[] {
  if (earlier < 1 || earlier > later) throw new RangeError(`${earlier} leaves are no beginning of ${later}`);
  const within = ({ from, to }: Range, known: boolean): Range[] => {
    if (earlier === to) return known ? [] : [{ from, to }];
    const middle = from + largestPower(to - from);
    return earlier <= middle
      ? [...within({ from, to: middle }, known), { from: middle, to }]
      : [...within({ from: middle, to }, false), { from, to: middle }];
  };
  return earlier === later ? [] : within({ from: 0, to: later }, true);
}

/** The largest power of two smaller than `count`, which is at least 2. */
function largestPower(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

function bitsIn(size: number): number {
  let bits = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

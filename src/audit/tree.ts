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

/** Whose roots prove that the leaf is in the tree of `size` leaves: from the leaf's neighbour upwards. */
export function inclusionRanges(index: number, { from, to }: Range): Range[] {
  if (index < from || index >= to) throw new RangeError(`there is no leaf ${index} in ${from}–${to}`);
  if (to - from === 1) return [];
  const middle = from + largestPower(to - from);
  return index < middle
    ? [...inclusionRanges(index, { from, to: middle }), { from: middle, to }]
    : [...inclusionRanges(index, { from: middle, to }), { from, to: middle }];
}

/** Whose roots prove that the tree of the first `earlier` leaves is the beginning of the tree of `later`. Both at least 1. */
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

/** The root that a leaf and its proof lead to; null when the proof has the wrong length. RFC 9162, 2.1.3.2. */
export function rootOfInclusion(
  hash: HashBytes,
  algorithm: HashAlgorithm,
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Uint8Array | null {
  const ranges = index >= 0 && index < size ? inclusionRanges(index, { from: 0, to: size }) : null;
  if (ranges === null || ranges.length !== proof.length) return null;
  return proof.reduce(
    (node, other, place) =>
      (ranges[place]?.from ?? 0) > index
        ? nodeHash(hash, algorithm, node, other)
        : nodeHash(hash, algorithm, other, node),
    leafHash(hash, algorithm, leaf),
  );
}

/** Both roots that a proof of consistency leads to; null when it has the wrong length. */
export function rootsOfConsistency(
  hash: HashBytes,
  algorithm: HashAlgorithm,
  earlier: number,
  later: number,
  earlierRoot: Uint8Array,
  proof: readonly Uint8Array[],
): { earlier: Uint8Array; later: Uint8Array } | null {
  if (earlier < 1 || earlier > later) return null;
  const ranges = consistencyRanges(earlier, later);
  if (ranges.length !== proof.length) return null;
  // The first subtree of the way is the earlier tree itself when that is whole, and then not part of the proof.
  const itself = ranges[0] === undefined || ranges[0].from === earlier;
  const [first, rest] = itself ? [earlierRoot, proof] : [proof[0], proof.slice(1)];
  const others = itself ? ranges : ranges.slice(1);
  if (first === undefined) return null;
  let was = first;
  let is = first;
  for (const [place, other] of rest.entries()) {
    if ((others[place]?.from ?? 0) >= earlier) is = nodeHash(hash, algorithm, is, other);
    else {
      was = nodeHash(hash, algorithm, other, was);
      is = nodeHash(hash, algorithm, other, is);
    }
  }
  return { earlier: was, later: is };
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

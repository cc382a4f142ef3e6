// The tree of RFC 6962: the roots that everybody's implementation gives, and proofs that hold for every leaf and every beginning.
import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { test } from "node:test";
import type { HashAlgorithm } from "./entry.ts";
import { Frontier, consistencyRanges, inclusionRanges, leafHash, nodeHash } from "./tree.ts";
import type { HashBytes, Range } from "./tree.ts";

const hashBytes: HashBytes = (algorithm, bytes) => hash(algorithm, bytes, "buffer");
const leavesOf = (hexes: readonly string[]) => hexes.map((text) => Buffer.from(text, "hex"));

/** The example of Certificate Transparency, known from its first implementation on. */
const known = leavesOf([
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
]);
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

function rootOf(leaves: readonly Uint8Array[], { from, to }: Range = { from: 0, to: leaves.length }): Uint8Array {
  const frontier = new Frontier(hashBytes, "sha256");
  for (const leaf of leaves.slice(from, to)) frontier.append(leaf);
  return frontier.root();
}

test("the roots are those of the published example", () => {
  for (const [size, root] of roots.entries())
    assert.equal(Buffer.from(rootOf(known.slice(0, size))).toString("hex"), root);
});

test("a frontier that was put down and taken up again goes on to the same root", () => {
  const begun = new Frontier(hashBytes, "sha256");
  for (const leaf of known.slice(0, 5)) begun.append(leaf);
  const again = new Frontier(hashBytes, "sha256", begun.size, begun.peaks);
  for (const leaf of known.slice(5)) again.append(leaf);
  assert.equal(Buffer.from(again.root()).toString("hex"), roots[8]);
  assert.throws(() => new Frontier(hashBytes, "sha256", 5, begun.peaks.slice(1)));
});

const leaves = Array.from({ length: 21 }, (_, index) => Buffer.from(`entry ${index}`));

test("every leaf of every tree is proved to be in it, and no other leaf or root is", () => {
  for (let size = 1; size <= leaves.length; size += 1) {
    const tree = leaves.slice(0, size);
    const root = rootOf(tree);
    for (const [index, leaf] of tree.entries()) {
      const proof = inclusionRanges(index, { from: 0, to: size }).map((range) => rootOf(tree, range));
      assert.deepEqual(rootOfInclusion(hashBytes, "sha256", leaf, index, size, proof), root);
      assert.notDeepEqual(rootOfInclusion(hashBytes, "sha256", Buffer.from("other"), index, size, proof), root);
      assert.equal(rootOfInclusion(hashBytes, "sha256", leaf, index, size, [...proof, leaf]), null);
    }
  }
});

test("every beginning of every tree is proved to be its beginning, and a changed beginning is not", () => {
  for (let later = 1; later <= leaves.length; later += 1) {
    for (let earlier = 1; earlier <= later; earlier += 1) {
      const was = rootOf(leaves, { from: 0, to: earlier });
      const proof = consistencyRanges(earlier, later).map((range) => rootOf(leaves, range));
      const is = rootOf(leaves, { from: 0, to: later });
      assert.deepEqual(rootsOfConsistency(hashBytes, "sha256", earlier, later, was, proof), {
        earlier: was,
        later: is,
      });
      const changed = rootOf(leaves.with(0, Buffer.from("rewritten")), { from: 0, to: earlier });
      const led = rootsOfConsistency(hashBytes, "sha256", earlier, later, changed, proof);
      assert.ok(led !== null && !(Buffer.compare(led.earlier, changed) === 0 && Buffer.compare(led.later, is) === 0));
    }
  }
  assert.equal(rootsOfConsistency(hashBytes, "sha256", 5, 4, rootOf(leaves), []), null);
});

/** The root that a leaf and its proof lead to; null when the proof has the wrong length. RFC 9162, 2.1.3.2. */
function rootOfInclusion(
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
function rootsOfConsistency(
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

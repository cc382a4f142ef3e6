// The tree of RFC 6962, told by its definition: leaves are marked 0, nodes 1, and the left subtree is the largest power of two.

import { createHash } from "node:crypto";

const leafMark = Buffer.of(0);
const nodeMark = Buffer.of(1);

export function leafHash(algorithm, text) {
  return createHash(algorithm).update(leafMark).update(text, "utf8").digest();
}

export function nodeHash(algorithm, left, right) {
  return createHash(algorithm).update(nodeMark).update(left).update(right).digest();
}

/** Keeps only the roots of whole subtrees, so that a million entries need no more memory than ten. */
export class Tree {
  size = 0;
  #algorithm;
  #subtrees = [];

  constructor(algorithm) {
    this.#algorithm = algorithm;
  }

  append(text) {
    let subtree = { leaves: 1, root: leafHash(this.#algorithm, text) };
    while (this.#subtrees.at(-1)?.leaves === subtree.leaves) {
      const left = this.#subtrees.pop();
      subtree = { leaves: left.leaves * 2, root: nodeHash(this.#algorithm, left.root, subtree.root) };
    }
    this.#subtrees.push(subtree);
    this.size += 1;
  }

  root() {
    let root = null;
    for (const subtree of [...this.#subtrees].reverse())
      root = root === null ? subtree.root : nodeHash(this.#algorithm, subtree.root, root);
    return (root ?? createHash(this.#algorithm).digest()).toString("hex");
  }
}

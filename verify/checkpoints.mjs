// Signatures of checkpoints, and the proofs that tie an entry or an earlier checkpoint to one (RFC 9162, 2.1.3.2 and 2.1.4.2).

import { createPublicKey, verify } from "node:crypto";
import { leafHash, nodeHash } from "./tree.mjs";

const members = [
  "format",
  "log",
  "size",
  "algorithm",
  "root",
  "at",
  "signing",
  "publicKey",
  "signature",
  "countersignatures",
];
const signers = ["name", "at", "signing", "publicKey", "signature"];

/** What does not fit in a checkpoint by itself; `trust.key` is the log's key, `trust.countersigners` those of second bodies. */
export function checkpointFaults(checkpoint, { key, countersigners }) {
  if (!sameMembers(checkpoint, members) || !Array.isArray(checkpoint.countersignatures)) return ["is no checkpoint"];
  const { format, log, size, algorithm, root, at, signing, publicKey, signature } = checkpoint;
  if (format !== "wenze-checkpoint-1" || signing !== "ed25519" || (algorithm !== "sha256" && algorithm !== "sm3"))
    return ["is of a form that is not known"];
  const faults = [];
  const text = JSON.stringify({ algorithm, at, format, log, root, size });
  if (key !== null && publicKey !== key) faults.push("is signed with another key than the log's");
  if (!isSigned(publicKey, text, signature)) faults.push("carries a signature that does not fit");
  for (const by of checkpoint.countersignatures) {
    const said = JSON.stringify({ at: by.at, checkpoint: text, name: by.name, signature });
    if (!sameMembers(by, signers) || by.signing !== "ed25519" || !isSigned(by.publicKey, said, by.signature))
      faults.push(`carries a countersignature of ${by.name} that does not fit`);
    else if (countersigners.length > 0 && !countersigners.includes(by.publicKey))
      faults.push(`is countersigned with a key that you did not give, as ${by.name}`);
  }
  return faults;
}

export function rootAgrees(trees, { algorithm, root }) {
  return trees.get(algorithm)?.root() === root;
}

/** What does not fit in a proof. */
export function proofFaults(proof, trust) {
  if (proof?.format !== "wenze-proof-1") return ["this is no proof"];
  if (proof.type === "inclusion") {
    const faults = checkpointFaults(proof.checkpoint, trust);
    const { algorithm, size, root } = proof.checkpoint;
    const led = rootOfInclusion(algorithm, proof.hash, proof.leaf, size, proof.proof);
    return led === root ? faults : [...faults, "the proof does not lead to the checkpoint's root"];
  }
  const { earlier, later } = proof;
  const faults = [...checkpointFaults(earlier, trust), ...checkpointFaults(later, trust)];
  if (earlier.log !== later.log || earlier.algorithm !== later.algorithm)
    faults.push("the checkpoints do not belong together");
  return isConsistent(later.algorithm, earlier, later, proof.proof)
    ? faults
    : [...faults, "the earlier checkpoint is no beginning of the later one"];
}

function rootOfInclusion(algorithm, hash, leaf, size, proof) {
  if (!(leaf >= 0 && leaf < size)) return null;
  let at = leaf;
  let last = size - 1;
  let node = leafHash(algorithm, hash);
  for (const other of proof.map((text) => Buffer.from(text, "hex"))) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      node = nodeHash(algorithm, other, node);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else node = nodeHash(algorithm, node, other);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? node.toString("hex") : null;
}

function isConsistent(algorithm, earlier, later, proof) {
  if (earlier.size === later.size) return proof.length === 0 && earlier.root === later.root;
  if (earlier.size > later.size || proof.length === 0) return false;
  const whole = (earlier.size & (earlier.size - 1)) === 0;
  const nodes = (whole ? [earlier.root, ...proof] : proof).map((text) => Buffer.from(text, "hex"));
  let at = earlier.size - 1;
  let last = later.size - 1;
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [was] = nodes;
  let is = was;
  for (const other of nodes.slice(1)) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      was = nodeHash(algorithm, other, was);
      is = nodeHash(algorithm, other, is);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else is = nodeHash(algorithm, is, other);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && was.toString("hex") === earlier.root && is.toString("hex") === later.root;
}

const half = (number) => Math.floor(number / 2);

function isSigned(publicKey, text, signature) {
  // Lower case and nothing else: one signature is written in one way.
  if (!/^[0-9a-f]{88}$/.test(publicKey) || !/^[0-9a-f]{128}$/.test(signature)) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "hex"), format: "der", type: "spki" });
    return key.asymmetricKeyType === "ed25519" && verify(null, Buffer.from(text), key, Buffer.from(signature, "hex"));
  } catch {
    return false;
  }
}

function sameMembers(value, names) {
  if (typeof value !== "object" || value === null) return false;
  const there = Object.keys(value);
  return there.length === names.length && names.every((name) => there.includes(name));
}

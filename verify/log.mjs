// Walks an export of the log, line by line, and collects everything that does not fit.

import { createHash } from "node:crypto";
import { checkpointFaults, rootAgrees } from "./checkpoints.mjs";
import { Tree } from "./tree.mjs";

const members = {
  header: ["format", "log", "algorithms"],
  entry: [
    "type",
    "chain",
    "seq",
    "at",
    "kind",
    "actorId",
    "actorName",
    "what",
    "outcome",
    "body",
    "previous",
    "hash",
    "algorithm",
  ],
  end: ["type", "entries", "checkpoints"],
};

/** Feed it each line (without its line feed) in order, then end it. `faults` are sentences. */
export class LogWalk {
  faults = [];
  entries = 0;
  checkpoints = 0;
  countersigned = 0;
  #line = 0;
  #header = null;
  #ended = false;
  #chains = new Map();
  #trees = new Map();
  #covered = 0;
  #trust;
  /** Checkpoints that the verifier kept, by size. */
  #kept = new Map();

  /** `keys` of the log and `countersigners` in DER hexadecimal, null for any; `kept` are checkpoint files. */
  constructor({ key = null, countersigners = [], kept = [] } = {}) {
    this.#trust = { key, countersigners };
    for (const checkpoint of kept) {
      for (const fault of checkpointFaults(checkpoint, this.#trust))
        this.#fault(`kept checkpoint ${checkpoint.size} ${fault}`);
      for (const signer of countersigners)
        if (!checkpoint.countersignatures?.some(({ publicKey }) => publicKey === signer))
          this.#fault(`kept checkpoint ${checkpoint.size} is not countersigned by the key given`);
      this.#kept.set(checkpoint.size, [...(this.#kept.get(checkpoint.size) ?? []), checkpoint]);
    }
  }

  line(text) {
    this.#line += 1;
    let value;
    try {
      value = JSON.parse(text);
    } catch {
      return this.#fault(`line ${this.#line} is no JSON`);
    }
    // One text for one value: what reads the same and is written otherwise was changed too.
    if (JSON.stringify(value) !== text) return this.#fault(`line ${this.#line} is not written as it was exported`);
    if (this.#ended) return this.#fault(`line ${this.#line} stands after the end`);
    if (this.#header === null) return this.#takeHeader(value);
    if (value?.type === "entry") return this.#takeEntry(value);
    if (value?.type === "checkpoint") return this.#takeCheckpoint(value);
    if (value?.type === "end") return this.#takeEnd(value);
    return this.#fault(`line ${this.#line} is nothing that an export holds`);
  }

  end() {
    if (!this.#ended) this.#fault("the export is cut off: its last line is missing");
    if (this.#covered !== this.entries)
      this.#fault(`${this.entries - this.#covered} entries are covered by no checkpoint`);
    for (const [size] of this.#kept)
      this.#fault(`the log does not reach ${size} entries, of which you hold a checkpoint`);
    return this.faults;
  }

  #takeHeader(value) {
    if (!hasMembers(value, members.header) || value.format !== "wenze-log-1")
      return this.#fault("this is no export of a log");
    this.#header = value;
    for (const algorithm of [].concat(value.algorithms)) {
      if (algorithm !== "sha256" && algorithm !== "sm3")
        return this.#fault(`algorithm ${String(algorithm)} is not known`);
      this.#trees.set(algorithm, new Tree(algorithm));
    }
    return undefined;
  }

  #takeEntry(entry) {
    const name = `${entry.chain} #${entry.seq}`;
    if (!hasMembers(entry, members.entry)) return this.#fault(`line ${this.#line} is no entry`);
    const before = this.#chains.get(entry.chain) ?? { seq: 0, hash: null };
    if (entry.seq !== before.seq + 1)
      this.#fault(`${name} follows #${before.seq}: entries are missing, added or out of order`);
    if (entry.previous !== before.hash) this.#fault(`${name} does not tie on to the entry before it`);
    if (entry.algorithm !== "sha256" && entry.algorithm !== "sm3")
      this.#fault(`${name} is hashed in a way that is not known`);
    else if (hashOf(entry) !== entry.hash) this.#fault(`${name} was changed: its hash does not fit its contents`);
    this.#chains.set(entry.chain, { seq: entry.seq, hash: entry.hash });
    for (const tree of this.#trees.values()) tree.append(entry.hash);
    this.entries += 1;
    for (const kept of this.#kept.get(this.entries) ?? []) {
      if (kept.log !== this.#header.log) this.#fault(`kept checkpoint ${kept.size} is of another log`);
      if (!rootAgrees(this.#trees, kept))
        this.#fault(
          `the first ${kept.size} entries are not those of the checkpoint that you kept: the log was rewritten`,
        );
    }
    this.#kept.delete(this.entries);
    return undefined;
  }

  #takeCheckpoint(line) {
    const { type: _type, ...checkpoint } = line;
    this.checkpoints += 1;
    const name = `checkpoint ${checkpoint.size}`;
    for (const fault of checkpointFaults(checkpoint, this.#trust)) this.#fault(`${name} ${fault}`);
    if (checkpoint.log !== this.#header.log) this.#fault(`${name} is of another log`);
    if (checkpoint.size !== this.entries) this.#fault(`${name} stands after ${this.entries} entries`);
    else if (!rootAgrees(this.#trees, checkpoint)) this.#fault(`${name} does not fit the entries before it`);
    this.#covered = checkpoint.size;
    this.countersigned += checkpoint.countersignatures?.length > 0 ? 1 : 0;
  }

  #takeEnd(value) {
    this.#ended = true;
    if (!hasMembers(value, members.end) || value.entries !== this.entries || value.checkpoints !== this.checkpoints)
      this.#fault(`the last line speaks of ${value.entries} entries and ${value.checkpoints} checkpoints`);
  }

  #fault(what) {
    this.faults.push(what);
  }
}

function hasMembers(value, names) {
  return typeof value === "object" && value !== null && Object.keys(value).join() === names.join();
}

/** The JSON of all members but the hash and our mark, keys sorted. */
function hashOf({ actorId, actorName, algorithm, at, body, chain, kind, outcome, previous, seq, what }) {
  const text = JSON.stringify({ actorId, actorName, algorithm, at, body, chain, kind, outcome, previous, seq, what });
  return createHash(algorithm).update(text, "utf8").digest("hex");
}

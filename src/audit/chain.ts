// Chains of entries: each hash covers the entry and the hash before it, so nothing in between can be touched unseen.
import { canonicalJson } from "./canonical.ts";
import { withoutWords } from "./wordless.ts";
import type { Entry, Fault, HashAlgorithm, NewEntry } from "./entry.ts";

/** Hashes the UTF-8 bytes of a text and answers in lower-case hexadecimal. Comes in from outside: this part has no crypto. */
export type Hash = (algorithm: HashAlgorithm, text: string) => string;

/** The last entry of a chain as kept beside it. */
export type Head = { seq: number; hash: string | null };

/** The hash of an entry: over the canonical JSON of all its members but the hash itself, `previous` among them. */
function entryHash(hash: Hash, entry: Omit<Entry, "hash">): string {
  const { chain, seq, at, kind, actorId, actorName, what, outcome, body, previous, algorithm } = entry;
  return hash(
    algorithm,
    canonicalJson({ chain, seq, at, kind, actorId, actorName, what, outcome, body, previous, algorithm }),
  );
}

/** The entry that follows `head` in its chain. `bound`: what it says of rows, made by the machine and kept as it is, however long. */
export function nextEntry(
  hash: Hash,
  algorithm: HashAlgorithm,
  chain: string,
  head: Head,
  said: NewEntry,
  bound: object | null = null,
): Entry {
  const body = Object.fromEntries(Object.entries(said.body).map(([name, part]) => [name, withoutWords(part)]));
  const entry = {
    ...said,
    body: canonicalJson(bound === null ? body : { ...body, bound }),
    chain,
    seq: head.seq + 1,
    previous: head.hash,
    algorithm,
  };
  return { ...entry, hash: entryHash(hash, entry) };
}

/** Where a walk along a chain stands: for chains too long to hold in memory at once. */
export type Walk = { chain: string; seq: number; hash: string | null };

export function beginWalk(chain: string): Walk {
  return { chain, seq: 0, hash: null };
}

/** Examines the next entry and moves the walk on to it. */
export function stepWalk(hash: Hash, walk: Walk, entry: Entry): Fault[] {
  const faults: Fault[] = [];
  const fault = (what: string) => faults.push({ chain: walk.chain, seq: entry.seq, what });
  if (entry.chain !== walk.chain) fault(`belongs to chain ${entry.chain}`);
  if (entry.seq !== walk.seq + 1) fault(`follows entry ${walk.seq}: entries are missing, added or out of order`);
  if (entry.previous !== walk.hash) fault("does not tie on to the entry before it");
  if (entryHash(hash, entry) !== entry.hash) fault("was changed: its hash does not fit its contents");
  walk.seq = entry.seq;
  walk.hash = entry.hash;
  return faults;
}

/** Holds the last entry walked against the head of the chain. */
export function endWalk(walk: Walk, head: Head): Fault[] {
  if (walk.seq === head.seq && walk.hash === head.hash) return [];
  return [
    {
      chain: walk.chain,
      seq: walk.seq,
      what: `is the last entry, but the head of the chain is entry ${head.seq}: the tail is not what it was`,
    },
  ];
}

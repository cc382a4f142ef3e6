// A chain of the log is whole or it is not: every way of touching it is found.
import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { canonicalJson } from "./canonical.ts";
import { beginWalk, endWalk, nextEntry, stepWalk } from "./chain.ts";
import type { Hash, Head } from "./chain.ts";
import type { Entry, Fault, HashAlgorithm } from "./entry.ts";

const hashText: Hash = (algorithm, text) => hash(algorithm, text, "hex");

function chainOf(length: number, algorithm: HashAlgorithm = "sha256"): Entry[] {
  const entries: Entry[] = [];
  let head: Head = { seq: 0, hash: null };
  for (let index = 1; index <= length; index += 1) {
    const said = {
      at: `2026-03-01T08:00:00.${String(index).padStart(3, "0")}Z`,
      kind: "act",
      actorId: "officer",
      actorName: "林知秋",
      what: "record-fact",
      outcome: "done",
      body: { index },
    } as const;
    const entry = nextEntry(hashText, algorithm, "matter:1", head, said);
    entries.push(entry);
    head = entry;
  }
  return entries;
}

/** Every fault of one chain, entries in the order in which they are kept; with a head, also a tail cut off. */
function faultsOf(entries: readonly Entry[], head: Head | null = null): Fault[] {
  const walk = beginWalk("matter:1");
  const faults = entries.flatMap((entry) => stepWalk(hashText, walk, entry));
  return head === null ? faults : [...faults, ...endWalk(walk, head)];
}

function check(entries: readonly Entry[], faulty: number[], head: Head | null = null): void {
  assert.deepEqual([...new Set(faultsOf(entries, head).map((fault) => fault.seq))], faulty);
}

test("an untouched chain is whole, in SHA-256, in SM3, and empty", () => {
  check(chainOf(9), [], chainOf(9).at(-1) ?? null);
  check(chainOf(9, "sm3"), []);
  check([], [], { seq: 0, hash: null });
});

test("a changed character in any member of any entry is found at that entry", () => {
  const members = ["at", "kind", "actorId", "actorName", "what", "outcome", "body", "hash"] as const;
  const touched = fc.tuple(fc.nat({ max: 6 }), fc.constantFrom(...members), fc.nat());
  fc.assert(
    fc.property(touched, ([place, member, where]) => {
      const entries = chainOf(7);
      const entry = entries[place];
      assert.ok(entry);
      const text = String(entry[member]);
      const at = where % text.length;
      const changed = {
        ...entry,
        [member]: text.slice(0, at) + String.fromCodePoint(text.charCodeAt(at) ^ 1) + text.slice(at + 1),
      };
      const faults = faultsOf(entries.with(place, changed));
      assert.ok(faults.some((fault) => fault.seq === place + 1));
    }),
    { numRuns: 300 },
  );
});

test("an entry taken out is found at the one after it, also when those behind are numbered anew", () => {
  const entries = chainOf(5);
  check(entries.toSpliced(2, 1), [4]);
  check(
    entries.toSpliced(2, 1).map((entry, index) => ({ ...entry, seq: index + 1 })),
    [3, 4],
  );
});

test("an entry put in is found, even with a right hash of its own", () => {
  const entries = chainOf(5);
  const second = entries[1];
  assert.ok(second);
  const forged = nextEntry(hashText, "sha256", "matter:1", second, {
    at: second.at,
    kind: "act",
    actorId: "x",
    actorName: "x",
    what: "x",
    outcome: "done",
    body: {},
  });
  check(entries.toSpliced(2, 0, forged), [3]);
});

test("two entries swapped are found, whether or not their numbers are swapped too", () => {
  const [a, b, c, d] = chainOf(4);
  assert.ok(a && b && c && d);
  check([a, c, b, d], [3, 2, 4]);
  check([a, { ...c, seq: 2 }, { ...b, seq: 3 }, d], [2, 3, 4]);
});

test("a tail cut off is found by the head alone", () => {
  const entries = chainOf(5);
  check(entries.slice(0, 4), []);
  check(entries.slice(0, 4), [4], entries[4] ?? null);
});

test("canonical JSON does not depend on the order in which members were written", () => {
  assert.equal(
    canonicalJson({ b: [1, { d: null, c: "问责" }], a: true, gone: undefined }),
    '{"a":true,"b":[1,{"c":"问责","d":null}]}',
  );
  assert.throws(() => canonicalJson({ a: Number.NaN }));
  assert.throws(() => canonicalJson({ a: () => undefined }));
});

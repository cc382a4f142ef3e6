// Whoever comes while all readers are taken waits for his turn, in order, and no longer than he is told.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inReadingPlace, mostWaiting, ReadersBusy } from "./reading-places.ts";

test("two are read at a time, the others in the order in which they came", async () => {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const works = [0, 1, 2, 3].map((one) =>
    inReadingPlace("asked", async () => {
      begun.push(one);
      await new Promise<void>((resolve) => ends.push(resolve));
    }),
  );
  await turn();
  assert.deepEqual(begun, [0, 1]);
  ends[0]?.();
  await turn();
  assert.deepEqual(begun, [0, 1, 2]);
  ends[1]?.();
  await turn();
  assert.deepEqual(begun, [0, 1, 2, 3]);
  for (const end of ends) end();
  await Promise.all(works);
});

test("whoever waits longer than that is told, and takes no place of another's; a failure frees its place", async () => {
  const ends: (() => void)[] = [];
  const held = [0, 1].map(() => inReadingPlace("asked", () => new Promise<void>((resolve) => ends.push(resolve))));
  await assert.rejects(
    inReadingPlace("asked", async () => "read", 30),
    ReadersBusy,
  );
  const patient = inReadingPlace("asked", async () => Promise.reject(new Error("broken")));
  ends[0]?.();
  await assert.rejects(patient, /broken/u);
  assert.equal(await inReadingPlace("asked", async () => "read", 30), "read");
  // What was taken in before has a place of its own.
  assert.equal(await inReadingPlace("kept", async () => "read", 30), "read");
  ends[1]?.();
  await Promise.all(held);
});

test("beyond so many who wait one is told at once", async () => {
  const ends: (() => void)[] = [];
  const hold = () => inReadingPlace("asked", () => new Promise<void>((resolve) => ends.push(resolve)));
  const held = Array.from({ length: 2 + mostWaiting }, hold);
  const began = performance.now();
  await assert.rejects(hold(), ReadersBusy);
  assert.ok(performance.now() - began < 1000);
  for (let ended = 0; ended < held.length; ended += 1) {
    await turn();
    ends[ended]?.();
  }
  await Promise.all(held);
});

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

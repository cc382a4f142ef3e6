// Five failures in fifteen minutes, counted since the last success.
import assert from "node:assert/strict";
import { test } from "node:test";
import { throttled, throttledFromAnywhere } from "./throttle.ts";

const now = "2026-03-01T12:00:00.000Z";
const failed = (minutesAgo: number) => attempt(minutesAgo, false);

function attempt(minutesAgo: number, succeeded: boolean) {
  return {
    at: Temporal.Instant.from(now)
      .subtract({ seconds: Math.round(minutesAgo * 60) })
      .toString({ smallestUnit: "millisecond" }),
    succeeded,
  };
}

test("the fourth failure still leaves a try, the fifth does not", () => {
  assert.equal(throttled([14, 10, 5, 1].map(failed), now), false);
  assert.equal(throttled([14, 10, 5, 3, 1].map(failed), now), true);
});

test("a failure of fifteen minutes ago no longer counts", () => {
  assert.equal(throttled([15, 10, 5, 3, 1].map(failed), now), false);
  assert.equal(throttled([14.98, 10, 5, 3, 1].map(failed), now), true);
});

test("a success wipes the failures before it", () => {
  assert.equal(throttled([failed(9), failed(8), failed(7), failed(6), failed(5), attempt(4, true)], now), false);
  assert.equal(throttled([attempt(10, true), ...[9, 8, 7, 6, 5].map(failed)], now), true);
});

test("twenty failures from anywhere keep strange addresses out, and none from where the owner has signed in", () => {
  assert.equal(throttledFromAnywhere({ failures: 19, knownAddress: false }), false);
  assert.equal(throttledFromAnywhere({ failures: 20, knownAddress: false }), true);
  assert.equal(throttledFromAnywhere({ failures: 20_000, knownAddress: true }), false);
});

// Five failures in fifteen minutes, of one origin.
import assert from "node:assert/strict";
import { test } from "node:test";
import { origins, throttled, windowStart } from "./throttle.ts";

test("the fourth failure still leaves a try, the fifth does not", () => {
  assert.equal(throttled(4), false);
  assert.equal(throttled(5), true);
});

test("failures count for fifteen minutes", () => {
  assert.equal(windowStart("2026-03-01T12:00:00.000Z"), "2026-03-01T11:45:00.000Z");
});

test("a known device counts by itself, all others together", () => {
  assert.notEqual(origins.device("a"), origins.device("b"));
  assert.notEqual(origins.device("unknown"), origins.unknown);
  assert.notEqual(origins.device("code"), origins.code);
});

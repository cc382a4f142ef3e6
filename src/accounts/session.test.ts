// Sessions end by idleness after 30 minutes and by age after 12 hours.
import assert from "node:assert/strict";
import { test } from "node:test";
import { newToken, readToken, isSessionAlive } from "./session.ts";

test("a token carries 256 bits, is found by its hash, and never repeats", () => {
  const made = newToken("benxi-gaoxin");
  assert.deepEqual(readToken(made.token), { jurisdictionId: "benxi-gaoxin", tokenHash: made.tokenHash });
  assert.equal(Buffer.from(made.token.split(".")[1] ?? "", "base64url").length, 32);
  assert.ok(!made.token.includes(made.tokenHash));
  assert.notEqual(newToken("benxi-gaoxin").token, made.token);
});

test("what is no token is read as none", () => {
  for (const text of ["", "benxi", "benxi.", "benxi.short", `'; drop.${"a".repeat(43)}`, `benxi.${"a".repeat(44)}`])
    assert.equal(readToken(text), null, text);
});

test("a session lives until 30 minutes without use, and until 12 hours in all", () => {
  const now = "2026-03-01T12:00:00.000Z";
  const cases: [begunAt: string, usedAt: string, lives: boolean][] = [
    ["2026-03-01T11:00:00.000Z", "2026-03-01T11:30:00.001Z", true],
    ["2026-03-01T11:00:00.000Z", "2026-03-01T11:30:00.000Z", false],
    ["2026-03-01T00:00:00.001Z", "2026-03-01T11:59:00.000Z", true],
    ["2026-03-01T00:00:00.000Z", "2026-03-01T11:59:00.000Z", false],
  ];
  for (const [begunAt, usedAt, lives] of cases)
    assert.equal(isSessionAlive({ begunAt, usedAt }, now), lives, `${begunAt} ${usedAt}`);
});

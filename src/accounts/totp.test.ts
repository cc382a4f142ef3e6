// One-time codes: the numbers of the standard, the window on both sides.
import assert from "node:assert/strict";
import { test } from "node:test";
import { newTotpSecret, stepOfCode, totpAddress, totpCode } from "./totp.ts";

/** The standard's own key, "12345678901234567890", in base32. */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test("codes are those of RFC 6238, cut to six digits", () => {
  const cases: [seconds: number, code: string][] = [
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ];
  for (const [seconds, code] of cases) assert.equal(totpCode(secret, seconds * 1000), code, String(seconds));
});

test("a code holds for its own step, the one before and the one after", () => {
  const at = 1_800_000_000_000; // the first instant of a step
  const code = totpCode(secret, at);
  const cases: [when: number, found: boolean][] = [
    [at - 30_001, false],
    [at - 30_000, true],
    [at, true],
    [at + 59_999, true],
    [at + 60_000, false],
  ];
  for (const [when, found] of cases) assert.equal(stepOfCode(secret, code, when) !== null, found, String(when - at));
  assert.equal(stepOfCode(secret, "", at), null);
  assert.equal(stepOfCode(secret, "１２３４５６", at), null);
});

test("secrets are 160 bits that an app can read, and the address names account and issuer", () => {
  const made = newTotpSecret();
  assert.match(made, /^[A-Z2-7]{32}$/u);
  assert.notEqual(made, newTotpSecret());
  assert.equal(
    totpAddress(secret, "jijian", "问责"),
    `otpauth://totp/%E9%97%AE%E8%B4%A3:jijian?secret=${secret}&issuer=%E9%97%AE%E8%B4%A3&algorithm=SHA1&digits=6&period=30`,
  );
});

// Passwords: what is refused, what matches, what a one-time password is like.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hashPassword, oneTimePassword, passwordMatches } from "./passwords.ts";
import { faultOfPassword, defaultPolicy, passwordExpired } from "./security-policy.ts";

test("a password is kept as argon2id with its own salt and matches only itself", async () => {
  const [first, second] = await Promise.all([hashPassword("Benxi-2019"), hashPassword("Benxi-2019")]);
  assert.match(first, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^$]{22}\$[^$]{43}$/u);
  assert.notEqual(first, second);
  assert.equal(await passwordMatches("Benxi-2019", first), true);
  assert.equal(await passwordMatches("Benxi-2020", first), false);
});

test("no account and a broken hash match nothing", async () => {
  assert.equal(await passwordMatches("Benxi-2019", null), false);
  assert.equal(await passwordMatches("Benxi-2019", "$argon2id$nonsense"), false);
});

test("a password needs 8 characters and three of the four classes", () => {
  const refused = ["", "Ab1-xyz", "abcdefgh", "abcdefg1", "ABCDEFG1", "12345678", "汉字汉字汉字汉字"];
  const taken = ["Abcdefg1", "abcdef1-", "ABCDEF1-", "Abcdefg-", "Ab1汉字汉字汉"];
  for (const password of refused) assert.notEqual(faultOfPassword(password), null, password);
  for (const password of taken) assert.equal(faultOfPassword(password), null, password);
});

test("a one-time password meets the policy, has all four classes and never repeats", () => {
  const secret = new Uint8Array(32).fill(7);
  const made = Array.from({ length: 200 }, (_, index) => oneTimePassword(secret, `request ${index}`));
  assert.equal(oneTimePassword(secret, "request 0"), made[0]);
  assert.equal(new Set(made).size, 200);
  for (const password of made) {
    assert.equal(password.length, 14);
    for (const one of [/[A-Z]/u, /[a-z]/u, /[0-9]/u, /[^A-Za-z0-9]/u]) assert.match(password, one);
  }
});

test("a stricter policy asks for more, and a password grows old on the day it says", () => {
  assert.notEqual(faultOfPassword("Abcdefg1", { ...defaultPolicy, passwordLength: 9 }), null);
  assert.equal(faultOfPassword("Abcdefgh1", { ...defaultPolicy, passwordLength: 9 }), null);
  assert.notEqual(faultOfPassword("Abcdefg1", { ...defaultPolicy, passwordClasses: 4 }), null);
  assert.equal(faultOfPassword("Abcdef1-", { ...defaultPolicy, passwordClasses: 4 }), null);
  const setAt = "2026-01-01T00:00:00.000Z";
  assert.equal(passwordExpired(setAt, defaultPolicy, "2026-03-31T23:59:59.999Z"), false);
  assert.equal(passwordExpired(setAt, defaultPolicy, "2026-04-01T00:00:00.000Z"), true);
  assert.equal(passwordExpired(setAt, { ...defaultPolicy, passwordDays: 0 }, "2099-01-01T00:00:00.000Z"), false);
  assert.equal(passwordExpired(null, defaultPolicy, "2099-01-01T00:00:00.000Z"), false);
});

// Passwords: what is refused, what matches, what a one-time password is like.
import assert from "node:assert/strict";
import { test } from "node:test";
import { faultOfPassword, hashPassword, oneTimePassword, passwordMatches } from "./passwords.ts";

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
  const made = Array.from({ length: 200 }, () => oneTimePassword());
  assert.equal(new Set(made).size, 200);
  for (const password of made) {
    assert.equal(password.length, 14);
    for (const one of [/[A-Z]/u, /[a-z]/u, /[0-9]/u, /[^A-Za-z0-9]/u]) assert.match(password, one);
  }
});

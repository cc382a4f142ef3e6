// What everybody tries first is no password.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isCommonPassword } from "./common-passwords.ts";

test("a common password is one in any capitals, and with a year or a sign behind it", () => {
  for (const password of ["P@ssw0rd", "Password1", "Password-2026", "Qwerty123!", "Admin@123", "Iloveyou#1"])
    assert.equal(isCommonPassword(password), true, password);
});

test("one that stands in no list is none", () => {
  for (const password of ["Xin-Mima-2026", "Dongfanghong-77", "gT7-rQ2x"])
    assert.equal(isCommonPassword(password), false, password);
});

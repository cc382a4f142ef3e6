// The invented cadres: numbers that check, posts that make sense, names that try the software.
import assert from "node:assert/strict";
import test from "node:test";
import { faultOfIdNumber } from "#registry/id-number.ts";
import { demoOrganizations } from "./organizations.ts";
import { demoPersons } from "./persons.ts";
import { demoAccounts } from "./accounts.ts";
import { sharedNames } from "./names.ts";
import { actorOf } from "./telling.ts";
import { rolesAgree, roles } from "#casework/roles.ts";

test("every ID number is right, no two are equal, and each tells birthday and sex", () => {
  for (const { idNumber, birth, sex } of demoPersons) {
    assert.equal(faultOfIdNumber(idNumber), null);
    assert.equal(idNumber.slice(6, 14), birth.replaceAll("-", ""));
    assert.equal(Number(idNumber[16]) % 2 === 1 ? "male" : "female", sex);
  }
  assert.equal(new Set(demoPersons.map(({ idNumber }) => idNumber)).size, 800);
});

test("no ID number lies in a division that exists", () => {
  assert.ok(demoPersons.every(({ idNumber }) => idNumber.startsWith("99")));
});

test("there are 800 persons with ids and keys of their own, in 60 organizations whose parents come first", () => {
  assert.equal(demoPersons.length, 800);
  assert.equal(new Set(demoPersons.map(({ id }) => id)).size, 800);
  assert.equal(new Set(demoPersons.map(({ key }) => key)).size, 800);
  assert.equal(demoOrganizations.length, 60);
  const seen = new Set<string>();
  for (const { key, parent } of demoOrganizations) {
    assert.ok(parent === null || seen.has(parent), key);
    seen.add(key);
  }
});

test("who manages a cadre follows the level: the county level the city, the section level the zone, others the unit", () => {
  for (const { seat } of demoPersons) {
    const expected = seat.level.startsWith("县处级") ? "city" : seat.level.startsWith("乡科级") ? "zone" : "unit";
    assert.equal(seat.managedBy, expected);
    assert.ok(seat.leading || seat.level === "科员级");
  }
});

test("the pyramid narrows towards the top, and one post has one head", () => {
  const of = (level: string) => demoPersons.filter(({ seat }) => seat.level === level).length;
  assert.ok(of("县处级正职") < of("县处级副职"));
  assert.ok(of("县处级副职") < of("乡科级正职"));
  assert.ok(of("乡科级正职") < of("乡科级副职"));
  assert.ok(of("乡科级副职") < of("科员级"));
});

test("earlier posts end before the next begins, after the age of 22", () => {
  for (const { from, earlier, birth, name } of demoPersons) {
    let next = from;
    for (const post of earlier) {
      assert.ok(post.from <= post.to && post.to < next, `${name} ${post.from} ${post.to} ${next}`);
      assert.ok(Number(post.from.slice(0, 4)) - Number(birth.slice(0, 4)) >= 22, name);
      next = post.from;
    }
  }
});

test("some names are shared, some rare, some with two surnames, and one person of each shared name leads", () => {
  for (const { name, times } of sharedNames) {
    const bearers = demoPersons.filter((one) => one.name === name);
    assert.equal(bearers.length, times, name);
    assert.equal(bearers.filter(({ seat }) => seat.leading).length, 1, name);
  }
  const all = demoPersons.map(({ name }) => name).join("");
  for (const character of Array.from("喆珺祎堃垚玥乐单仇区")) assert.ok(all.includes(character), character);
  assert.ok(demoPersons.some(({ name }) => name.startsWith("欧阳")));
  assert.ok(demoPersons.some(({ name }) => name.length === 2) && demoPersons.some(({ name }) => name.length === 4));
});

test("there is an account for every role, two discipline and two personnel officers, and administrators are tied to no cadre", () => {
  const held = demoAccounts.flatMap(({ roles: own }) => [...own]);
  for (const role of roles) assert.ok(held.includes(role), role);
  assert.equal(held.filter((role) => role === "discipline-officer").length, 2);
  assert.equal(held.filter((role) => role === "personnel-officer").length, 2);
  for (const { account, roles: own } of demoAccounts) {
    assert.ok(rolesAgree(own));
    if (own[0].endsWith("administrator")) assert.equal(actorOf(account).personId, null);
  }
});

// ID numbers are not rebuilt: whatever a role gets of a person together, and whatever it asks, a hundred numbers remain possible.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { administrators, roles } from "#casework/roles.ts";
import type { Role } from "#casework/roles.ts";
import { identityKeepers } from "#casework/duties.ts";
import { inTransaction } from "#database/database.ts";
import { checkDigitOf } from "#registry/rules/check-digit.ts";
import { triesTold } from "#registry/rows/numbers-tried.ts";
import { registryKeepers } from "#registry/contract.ts";
import { addPersons } from "#registry/rows/persons.ts";
import { allAnswers } from "./all-answers.ts";
import { caseAt, inputs } from "./steps.ts";
import { done, openWorld, persons } from "./world.ts";

const world = await openWorld();
const { app, call } = world;

/** 99 is no region: these numbers are nobody's. */
function numbered(birth: string, sequence: string): string {
  const digits = `990181${birth}${sequence}`;
  return `${digits}${checkDigitOf(digits)}`;
}
const planted = [
  { id: "planted-1", name: "钱守真", sex: "male", idNumber: numbered("19790228", "017") },
  { id: "planted-2", name: "钱守拙", sex: "female", idNumber: numbered("19830604", "402") },
  { id: "planted-3", name: "钱守默", sex: "male", idNumber: numbered("19910131", "995") },
  // The record that the first is also known by.
  { id: "planted-4", name: "钱守贞", sex: "male", idNumber: numbered("19790228", "019") },
] as const;
await inTransaction(app.database, { jurisdictionId: app.jurisdictionId, accountId: null }, (trx) =>
  addPersons(
    trx,
    app.keys,
    planted.map((one) => ({ ...persons.other, ...one })),
  ),
);
const post = (as: Role, path: string, body: object) =>
  call({ as, method: "POST", path: `/api${path}`, body: { key: randomUUID(), ...body } });
const merged = await post("personnel-officer", "/person-merges", {
  survivorId: "planted-1",
  mergedId: "planted-4",
  reasons: "同一人",
});
assert.equal(merged.status, 200, merged.text);
const matter = await caseAt(world, "effective", "planted-1");
await done(world, "discipline-officer", "register-lead", null, {
  ...inputs.lead("planted-2"),
  concerned: [{ name: "钱守拙", unit: "生态环境局", personId: "planted-2" }],
});
const requested = await post("discipline-officer", "/clearance", {
  requester: "组织部",
  contact: "",
  requesterDocument: "",
  purpose: "promotion",
  purposeText: "拟提任",
  date: "2026-07-31",
  year: null,
  names: planted.map(({ name, idNumber }, index) => ({
    name,
    unit: "生态环境局",
    idNumber: index === 1 ? idNumber : "",
    toLevel: null,
  })),
});
assert.equal(requested.status, 200, requested.text);
const { requestId } = requested.json as { requestId: string };
const uploaded = await call({
  as: "personnel-officer",
  method: "POST",
  path: `/api/imports/files?kind=grades&name=${encodeURIComponent("考核.csv")}`,
  body: new Blob([`姓名,身份证号,年度,等次\n钱守拙,${planted[1].idNumber},2024,优秀\n`]),
  headers: { "content-type": "application/octet-stream" },
});

const known: Readonly<Record<string, readonly string[]>> = {
  personId: planted.map(({ id }) => id),
  organizationId: ["bureau"],
  matterId: [matter.matterId],
  requestId: [requestId],
  importId: [(uploaded.json as { importId?: string } | null)?.importId ?? "none"],
};

const answersTo = async (role: Role) =>
  (
    await allAnswers(world, await world.cookieOf(role), [role], {
      known,
      query: "钱守",
      names: planted.map(({ name }) => name),
    })
  ).map(({ text }) => text);

type Planted = (typeof planted)[number];

/** All numbers that fit what the texts show: region, day or month of birth, sex, digits shown, check digit. */
function numbersLeft(one: Planted, texts: readonly string[]): string[] {
  const all = texts.join("\n");
  const fits = (mask: string) =>
    mask.length === 18 && [...mask].every((sign, index) => sign === "*" || sign === one.idNumber[index]);
  const masks = [...new Set(all.match(/\d[\d*]{16}[\dX*]/gu))].filter(fits);
  const birth = [one.idNumber.slice(6, 10), one.idNumber.slice(10, 12), one.idNumber.slice(12, 14)];
  const days = all.includes(birth.join("-")) || all.includes(birth.join("")) ? [birth[2] ?? ""] : daysOf(birth);
  const left: string[] = [];
  for (const day of days)
    for (let sequence = one.sex === "male" ? 1 : 0; sequence < 1000; sequence += 2) {
      const digits = `${one.idNumber.slice(0, 6)}${birth[0]}${birth[1]}${day}${String(sequence).padStart(3, "0")}`;
      const number = `${digits}${checkDigitOf(digits)}`;
      if (masks.every((mask) => [...mask].every((sign, index) => sign === "*" || sign === number[index])))
        left.push(number);
    }
  assert.ok(left.includes(one.idNumber));
  return left;
}

/** The days of the month: that it is shown is taken for granted. */
function daysOf([year, month]: readonly string[]): string[] {
  const { daysInMonth } = Temporal.PlainYearMonth.from(`${year}-${month}`);
  return Array.from({ length: daysInMonth }, (_, index) => String(index + 1).padStart(2, "0"));
}

/** Leaves the numbers that search and question do not tell apart from the right one: by whole number, by each beginning, by each end. */
async function askedOn(role: Role, one: Planted, left: readonly string[]): Promise<string[]> {
  const found = async (query: string) => {
    const reply = await call({ as: role, method: "POST", path: "/api/persons/search", body: { query, limit: 100 } });
    return reply.status === 200 && reply.text.includes(`"${one.id}"`);
  };
  const kept = new Map<string, boolean>();
  const tells = async (part: string) => {
    if (!kept.has(part)) kept.set(part, await found(part));
    return kept.get(part) ?? false;
  };
  let possible = [...left];
  const parts: ((number: string) => string)[] = [
    (number) => number.slice(-4),
    (number) => number.slice(-6),
    (number) => number.slice(0, 8),
    (number) => number.slice(6, 14),
    (number) => number,
  ];
  for (const part of parts) {
    const yes = new Set<string>();
    // As many as tell something, and a few more: each is a request.
    const asked = [...new Set([part(one.idNumber), ...possible.map(part)])].slice(0, 12);
    for (const text of asked) if (await tells(text)) yes.add(text);
    if (yes.size > 0) possible = possible.filter((number) => yes.has(part(number)));
  }
  // A list is looked through, and a question asked, with each number in turn; the right one comes last, as late as bad luck has it.
  const numbers = possible.filter((number) => number !== one.idNumber).slice(0, 40);
  const listed = [...numbers, one.idNumber].map((idNumber) => ({ name: one.name, idNumber }));
  const wrong = new Set<string>();
  for (const [path, body, rows] of [
    ["/api/lists/check", {}, "rows"],
    ["/api/eligibility", { purpose: "promotion", date: "2026-07-31", year: null }, "lines"],
  ] as const) {
    const reply = await call({ as: role, method: "POST", path, body: { ...body, names: listed } });
    if (reply.status === 403) continue;
    assert.equal(reply.status, 200, reply.text);
    const told = (reply.json as Record<string, { match: string; person?: object | null }[]>)[rows] ?? [];
    assert.ok((told.at(-1)?.person ?? null) === null, `${path}: the right number is told after many wrong ones`);
    for (const [index, number] of numbers.entries()) if (told[index]?.match === "no-such-person") wrong.add(number);
  }
  assert.ok(wrong.size <= triesTold);
  return possible.filter((number) => !wrong.has(number));
}

test("a hundred numbers remain possible of everybody, from all that any role gets and whatever it asks", async () => {
  const fewest: Record<string, number> = {};
  for (const role of roles) {
    const texts = await answersTo(role);
    for (const one of planted.slice(0, 3)) {
      // Whoever imports files has the numbers in them.
      if (identityKeepers.includes(role) || registryKeepers.includes(role)) continue;
      assert.ok(!texts.some((text) => text.includes(one.idNumber)), `${role} reads the whole number of ${one.name}`);
      const left = await askedOn(role, one, numbersLeft(one, texts));
      fewest[role] = Math.min(fewest[role] ?? Infinity, left.length);
    }
  }
  for (const [role, count] of Object.entries(fewest)) assert.ok(count >= 100, `${role}: ${count} numbers remain`);
  assert.ok(Object.keys(fewest).length >= roles.length - identityKeepers.length - 1);
});

test("what is shown is found: a role with the duty of the question reads masks and months of birth", async () => {
  const texts = await answersTo("discipline-officer");
  const all = texts.join("\n");
  for (const one of planted.slice(0, 3)) {
    assert.ok(all.includes(`${one.idNumber.slice(0, 6)}**********${one.idNumber.slice(16)}`), one.name);
    assert.ok(all.includes(`"birth":"${one.idNumber.slice(6, 10)}-${one.idNumber.slice(10, 12)}"`), one.name);
  }
});

test("who keeps the personal records reads days of birth, finds people by their number, and each search is in the log", async () => {
  const [one] = planted;
  const search = (as: Role, query: string) =>
    call({ as, method: "POST", path: "/api/persons/search", body: { query, limit: 100 } });
  for (const query of [one.idNumber.slice(-4), one.idNumber]) {
    const reply = await search("personnel-officer", query);
    assert.ok(reply.text.includes('"planted-1"') && reply.text.includes('"birth":"1979-02-28"'), reply.text);
    for (const role of roles.filter((other) => !identityKeepers.includes(other) && !administrators.includes(other)))
      assert.ok(!(await search(role, query)).text.includes('"planted-1"'), role);
  }
  const log = await call({
    as: "audit-administrator",
    method: "POST",
    path: "/api/log/search",
    body: { limit: 200, actor: "测试personnel-officer", kind: "sensitive-read" },
  });
  const lines = (log.json as { rows: { what: string; actorName: string }[] }).rows.filter(
    ({ what }) => what === "find-by-id-number",
  );
  assert.equal(lines.length, 2);
  assert.ok(!log.text.includes(one.idNumber.slice(-4)) && !log.text.includes(one.idNumber));
});

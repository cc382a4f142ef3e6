// Close relatives: entered by a form or with an import, on either record, they keep one another out of everything from the next request on; ended,
// corrected, and taken out as wrong by somebody else.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import test from "node:test";
import { hashPassword } from "#accounts/passwords.ts";
import { addAccount } from "../settled.ts";
import { inTransaction } from "#database/database.ts";
import type { PersonView } from "#registry/contract.ts";
import { relativeKindOf } from "#registry/rules/relative-kind.ts";
import { addPersons } from "#registry/rows/persons.ts";
import { inventedIdNumber } from "../database/people.ts";
import { failureOf } from "./failure.ts";
import { caseAt, leadAt } from "./steps.ts";
import { openWorld, password, persons } from "./world.ts";
import type { Call, Reply } from "./world.ts";

const world = await openWorld();
const { call, app } = world;
const scope = { jurisdictionId: app.jurisdictionId, accountId: null };
const hashed = await hashPassword(password);

/** An account of this cadre, signed in before anything happens. */
async function cookieOf(personId: string, roles: ("discipline-officer" | "personnel-officer" | "reviewer")[]) {
  const account = `kin-${randomUUID()}`;
  await inTransaction(app.database, scope, (trx) =>
    addAccount(trx, {
      id: account,
      account,
      name: account,
      roles,
      organizationId: "street",
      personId,
      password: hashed,
      mustChangePassword: false,
    }),
  );
  const reply = await call({ method: "POST", path: "/api/session", body: { account, password } });
  return reply.headers.getSetCookie()[0]?.split(";")[0] ?? assert.fail(reply.text);
}

/** Officers of whom nobody is anybody's relative yet. */
const cadres = ["冯远一", "冯远二", "冯远三", "冯远四"].map((name, index) => ({
  ...persons.other,
  id: `relative-${index}`,
  name,
  organizationId: "street",
  idNumber: inventedIdNumber(600 + index),
}));
await inTransaction(app.database, scope, (trx) => addPersons(trx, app.keys, cadres));
const officer = await cookieOf("relative-0", ["discipline-officer", "reviewer"]);
const keeper = await cookieOf("relative-1", ["personnel-officer"]);
const colleague = await cookieOf("relative-2", ["personnel-officer"]);

const subject = persons.subject;
const lead = await leadAt(world, "registered", subject.id);
const opened = await caseAt(world, "effective", subject.id);
const requestId = await requestOn(subject.name, subject.idNumber);

async function requestOn(name: string, idNumber: string): Promise<string> {
  const said = { requester: "工作部", contact: "刘科长", purpose: "promotion", purposeText: "拟提拔人选" };
  const body = { key: randomUUID(), ...said, date: "2026-07-01", names: [{ name, idNumber }] };
  const reply = await call({ as: "personnel-officer", method: "POST", path: "/api/clearance", body });
  assert.equal(reply.status, 200, reply.text);
  return (reply.json as { requestId: string }).requestId;
}

const put = (personId: string, more: object, cookie = keeper): Promise<Reply> => {
  const body = { key: randomUUID(), kind: "collateral", relation: "堂兄", name: "某某", reason: "本人报告", ...more };
  return call({ cookie, method: "POST", path: `/api/persons/${personId}/relatives`, body });
};
const end = (personId: string, more: object, cookie = keeper): Promise<Reply> => {
  const body = { key: randomUUID(), relation: "堂兄", name: "某某", endedOn: null, reason: "登记有误", ...more };
  return call({ cookie, method: "POST", path: `/api/persons/${personId}/relatives/end`, body });
};
const codeOf = (reply: Reply) => failureOf(reply).data?.refusals?.[0]?.code;
const viewOf = async (personId: string) =>
  (await call({ cookie: keeper, method: "GET", path: `/api/persons/${personId}` })).json as PersonView;

const question = { purpose: "promotion", date: "2026-07-01", year: null };

/** What an officer who is a relative must not be told at any door: whether it is there, and what stands in it. */
const doors: [name: string, door: Call, shown: (reply: Reply) => boolean][] = [
  ["lead", { cookie: officer, method: "GET", path: `/api/matters/${lead.matterId}` }, ({ status }) => status === 200],
  ["case", { cookie: officer, method: "GET", path: `/api/matters/${opened.matterId}` }, ({ status }) => status === 200],
  [
    "search for cases",
    { cookie: officer, method: "POST", path: "/api/cases/search", body: { query: subject.name, limit: 200 } },
    ({ text }) => text.includes(opened.matterId),
  ],
  ["record", { cookie: officer, method: "GET", path: `/api/persons/${subject.id}` }, ({ status }) => status === 200],
  [
    "question",
    {
      cookie: officer,
      method: "POST",
      path: "/api/eligibility",
      body: { ...question, names: [{ name: subject.name, idNumber: subject.idNumber }] },
    },
    ({ text }) => /"match":"one"/u.test(text),
  ],
  [
    "why",
    {
      cookie: officer,
      method: "POST",
      path: "/api/eligibility/explain",
      body: { ...question, personId: subject.id },
    },
    ({ status }) => status === 200,
  ],
  [
    "list of the restricted",
    { cookie: officer, method: "POST", path: "/api/restricted/search", body: { on: "2025-06-30", limit: 200 } },
    ({ text }) => text.includes(subject.id),
  ],
  [
    "restrictions that end",
    {
      cookie: officer,
      method: "POST",
      path: "/api/restrictions/ending",
      body: { from: "2025-01-01", until: "2030-12-31", limit: 200 },
    },
    ({ text }) => text.includes(subject.id),
  ],
  [
    "request for clearance",
    { cookie: officer, method: "GET", path: `/api/clearance/${requestId}` },
    ({ status }) => status === 200,
  ],
  [
    "letters of the request",
    { cookie: officer, method: "GET", path: `/api/clearance/${requestId}/letters` },
    ({ status }) => status === 200,
  ],
  [
    "list of requests",
    { cookie: officer, method: "POST", path: "/api/clearance/search", body: { limit: 200 } },
    ({ text }) => text.includes(requestId),
  ],
  [
    "archive of the case",
    { cookie: officer, method: "GET", path: `/api/matters/${opened.matterId}/archive` },
    ({ status }) => status === 200,
  ],
  [
    "archive of the person",
    { cookie: officer, method: "GET", path: `/api/persons/${subject.id}/archive` },
    ({ status }) => status === 200,
  ],
  [
    "sheet of the request",
    { cookie: officer, method: "GET", path: `/api/clearance/${requestId}/sheet` },
    ({ status }) => status === 200,
  ],
];

async function expectDoors(open: boolean, why: string): Promise<void> {
  for (const [name, door, shown] of doors) {
    const reply = await call(door);
    assert.equal(shown(reply), open, `${why}: ${name}: ${reply.status} ${reply.text.slice(0, 200)}`);
  }
}

test("entered on the officer's record, it shuts every door to the relative at once; ended on a day, they open again", async () => {
  await expectDoors(true, "before");
  assert.equal((await put("relative-0", { relativeId: subject.id })).status, 200);
  await expectDoors(false, "entered on the officer's record");
  const ended = await end("relative-0", { endedOn: "2026-07-30", reason: "收养关系解除" });
  assert.equal(ended.status, 200, ended.text);
  await expectDoors(true, "ended");
  const view = await viewOf("relative-0");
  assert.deepEqual(
    view.relativeChanges.map(({ endedOn, reason }) => [endedOn, reason]),
    [
      ["2026-07-30", "收养关系解除"],
      [null, "本人报告"],
    ],
  );
});

test("entered on the subject's record, by the ID number alone, it does the same; and both records show it", async () => {
  const told = { idNumber: cadres[0]?.idNumber, relation: "配偶", kind: "spouse", name: "冯远一" };
  assert.equal((await put(subject.id, told)).status, 200);
  await expectDoors(false, "entered on the subject's record");
  const [own, other] = [await viewOf(subject.id), await viewOf("relative-0")];
  assert.deepEqual(
    own.relatives.map(({ relativeId, kind }) => [relativeId, kind]),
    [["relative-0", "spouse"]],
  );
  assert.deepEqual(
    other.namedBy.map(({ personId, relation }) => [personId, relation]),
    [[subject.id, "配偶"]],
  );
  assert.doesNotMatch(JSON.stringify(own), new RegExp(cadres[0]?.idNumber ?? "-", "u"), "no whole ID number is told");
});

test("corrected to somebody else, it holds for them instead; what it was stays visible", async () => {
  const was = { relation: "配偶", name: "冯远一" };
  const corrected = { was, relation: "配偶", kind: "spouse", name: "冯远四", relativeId: "relative-3" };
  assert.equal((await put(subject.id, { ...corrected, reason: "姓名登记有误" })).status, 200);
  await expectDoors(true, "corrected");
  const { relatives, relativeChanges } = await viewOf(subject.id);
  assert.deepEqual(
    relatives.map(({ name, relativeId }) => [name, relativeId]),
    [["冯远四", "relative-3"]],
  );
  assert.ok(relativeChanges.some(({ before, reason }) => before?.name === "冯远一" && reason === "姓名登记有误"));
});

test("a wrong entry is taken out by somebody else than made it; nobody enters or ends what concerns themselves", async () => {
  assert.equal((await put("relative-0", { name: "旁人", relativeId: persons.other.id })).status, 200);
  assert.equal(codeOf(await end("relative-0", { name: "旁人" })), "four-eyes");
  assert.equal((await end("relative-0", { name: "旁人" }, colleague)).status, 200);
  assert.equal((await end("relative-0", { name: "旁人" }, colleague)).status, 404);
  assert.equal(codeOf(await put("relative-1", { relativeId: "relative-0" })), "own-person");
  assert.equal(codeOf(await put("relative-0", { relativeId: "relative-1" })), "own-person");
  assert.equal((await put("relative-0", { name: "冯远二", relativeId: "relative-1" }, colleague)).status, 200);
  assert.equal(codeOf(await end("relative-0", { name: "冯远二" })), "own-person");
});

test("what cannot be a relative is refused, and says what to do", async () => {
  assert.equal(codeOf(await put("relative-3", { relativeId: "relative-3" })), "same-record");
  assert.equal(codeOf(await put("relative-3", { relativeId: "nobody" })), "no-such-person");
  assert.equal(codeOf(await put("relative-3", { idNumber: "210502198003071231" })), "wrong-id-number");
  assert.equal((await put("relative-3", { relation: " " })).status, 400);
  assert.equal((await put("nobody", {})).status, 404);
  assert.equal((await put("relative-3", {})).status, 200);
  assert.equal(codeOf(await put("relative-3", {})), "relative-known");
  assert.equal(codeOf(await end("relative-3", { endedOn: "2026-02-30" })), "no-such-day");
  assert.equal(codeOf(await end("relative-3", { endedOn: "2026-08-01" })), "date-in-the-future");
});

test("an import tells relatives by ID number, also of those who come into the registry later; what ended does not come back with it", async () => {
  const later = inventedIdNumber(690);
  const row = (tells: string) => `姓名,身份证号,近亲属\n${cadres[3]?.name},${cadres[3]?.idNumber},${tells}`;
  await imported(row(`岳父：${subject.name}（${subject.idNumber}）；弟弟：冯远五（${later}）`));
  const before = await viewOf("relative-3");
  assert.deepEqual(
    before.relatives
      .filter(({ name }) => name !== "某某")
      .map(({ name, kind, relativeId }) => [name, kind, relativeId]),
    [
      [subject.name, "in-law", subject.id],
      ["冯远五", "collateral", null],
    ],
  );
  await inTransaction(app.database, scope, (trx) =>
    addPersons(trx, app.keys, [{ ...persons.other, id: "relative-5", name: "冯远五", idNumber: later }]),
  );
  const after = await viewOf("relative-3");
  assert.equal(after.relatives.find(({ name }) => name === "冯远五")?.relativeId, "relative-5");
  assert.equal((await end("relative-3", { relation: "弟弟", name: "冯远五", endedOn: "2026-07-01" })).status, 200);
  await imported(row(`岳父：${subject.name}（${subject.idNumber}）；弟弟：冯远五（${later}）`));
  assert.equal(
    (await viewOf("relative-3")).relatives.some(({ name }) => name === "冯远五"),
    false,
  );
});

test("nobody registers or imports what changes the record of themselves or of a relative; the same file brings the others", async () => {
  const grade = { key: randomUUID(), kind: "grades", cells: { year: "2023", grade: "优秀" } };
  const register = (personId: string, cookie: string) =>
    call({ cookie, method: "POST", path: `/api/persons/${personId}/records`, body: { ...grade, key: randomUUID() } });
  assert.equal(codeOf(await register("relative-1", keeper)), "own-person");
  // Registered above as a relative of the keeper's.
  assert.equal(codeOf(await register("relative-0", keeper)), "own-person");
  assert.equal((await register("relative-0", colleague)).status, 200);
  const rows = [0, 1, 3].map((index) => `${cadres[index]?.name},${cadres[index]?.idNumber},2024,优秀`);
  const wrong = await imported(["姓名,身份证号,年度,等次", ...rows].join("\n"), "grades", keeper);
  assert.equal(wrong, 2);
  const graded = await Promise.all(
    ["relative-0", "relative-3"].map(async (id) => {
      const { json } = await call({ cookie: colleague, method: "GET", path: `/api/persons/${id}` });
      return (json as PersonView).grades.some(({ year }) => year === 2024);
    }),
  );
  assert.deepEqual(graded, [false, true]);
});

/** Pasted, previewed, and written; answers with how many rows were not taken. */
async function imported(text: string, kind = "persons", cookie = colleague): Promise<number> {
  const begun = await call({ cookie, method: "POST", path: "/api/imports", body: { key: randomUUID(), kind, text } });
  assert.equal(begun.status, 200, begun.text);
  const path = `/api/imports/${(begun.json as { importId: string }).importId}`;
  const until = async (state: string) => {
    for (;;) {
      const { json } = await call({ cookie, method: "GET", path });
      if ((json as { state: string }).state === state) return json as { rowsWrong: number };
      await sleep(30);
    }
  };
  const { rowsWrong } = await until("previewed");
  await call({ cookie, method: "POST", path: `${path}/run`, body: { key: randomUUID() } });
  await until("done");
  return rowsWrong;
}

test("the word for a relation tells of which of the four kinds it is", () => {
  const told = {
    配偶: "spouse",
    妻子: "spouse",
    父亲: "direct",
    外孙女: "direct",
    堂兄: "collateral",
    舅舅: "collateral",
  };
  for (const [word, kind] of Object.entries({ ...told, 岳母: "in-law", 儿媳: "in-law", 姐夫: "in-law", 同学: null }))
    assert.equal(relativeKindOf(word), kind, word);
});

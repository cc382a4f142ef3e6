// 督办, 已办 and messages: what is open and whose, what one did, whom an act tells.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import type { Role } from "#casework/roles.ts";
import { caseAt, inputs, leadAt } from "./steps.ts";
import { accountIdOf, done, openWorld, persons } from "./world.ts";

const world = await openWorld();
const { call } = world;

type Row = {
  matterId: string;
  item: string;
  office: string;
  dueOn: string | null;
  accountName: string | null;
  act: string;
  number: string | null;
};
type Page = { rows: Row[]; next: string | null; count: { value: number; more: boolean } };

async function ask<T = Page>(as: Role, path: string, body: Record<string, unknown> | null = {}): Promise<T> {
  const reply = await call({
    as,
    method: body === null ? "GET" : "POST",
    path: `/api${path}`,
    ...(body === null ? {} : { body }),
  });
  assert.equal(reply.status, 200, reply.text);
  return reply.json as T; // the contract's own output
}

const lead = await leadAt(world, "talk-inquiry");
const inquiry = await caseAt(world, "inquiry", persons.other.id);
const effective = await caseAt(world, "effective", persons.subject.id);

test("what is open is listed office by office, the first due first, with whose it is", async () => {
  const { rows } = await ask("discipline-officer", "/supervision/search", { limit: 200 });
  const told = (id: string) => rows.filter((row) => row.matterId === id);
  assert.deepEqual(
    told(lead.matterId).map(({ item, office, dueOn, accountName }) => [item, office, dueOn, accountName]),
    [["talk-inquiry", "discipline-committee", "2025-02-08", null]],
  );
  assert.deepEqual(
    told(inquiry.matterId).map(({ item, dueOn, accountName }) => [item, dueOn, accountName]),
    [["inquiry", "2025-03-10", "测试discipline-officer"]],
  );
  const offices = new Set(told(effective.matterId).map(({ office }) => office));
  assert.deepEqual([...offices].sort(), ["discipline-committee", "general-office", "personnel-department"]);
  const days = rows.map(({ dueOn }) => dueOn ?? "9999-12-31");
  assert.deepEqual(days, [...days].sort());
});

test("the figures are those of the lists behind them, and pages neither repeat nor leave out", async () => {
  type Figures = Record<"offices" | "items", { name: string; open: { value: number }; overdue: { value: number } }[]>;
  const { offices } = await ask<Figures>("reviewer", "/supervision/figures");
  assert.ok(offices.length >= 3);
  for (const { name, open, overdue } of offices) {
    const all = await ask("reviewer", "/supervision/search", { office: name, limit: 200 });
    const late = await ask("reviewer", "/supervision/search", { office: name, due: "overdue", limit: 200 });
    assert.deepEqual([all.rows.length, all.count.value], [open.value, open.value]);
    assert.deepEqual([late.rows.length, late.count.value], [overdue.value, overdue.value]);
    const { items } = await ask<Figures>("reviewer", "/supervision/figures", { office: name });
    assert.equal(
      items.reduce((sum, item) => sum + item.open.value, 0),
      open.value,
    );
    const seen: string[] = [];
    for (let after: string | null = null, first = true; first || after !== null; first = false) {
      const page: Page = await ask("reviewer", "/supervision/search", { office: name, limit: 2, after });
      seen.push(...page.rows.map(({ matterId, item }) => `${matterId} ${item}`));
      after = page.next;
    }
    assert.deepEqual(
      seen,
      all.rows.map(({ matterId, item }) => `${matterId} ${item}`),
    );
  }
});

test("what somebody may not read is in none of their figures and lists", async () => {
  const clerk = await ask("office-clerk", "/supervision/search", { limit: 200 });
  const seen = new Set(clerk.rows.map(({ matterId }) => matterId));
  assert.ok(!seen.has(lead.matterId) && !seen.has(inquiry.matterId) && seen.has(effective.matterId));
  const { offices } = await ask<{ offices: { open: { value: number } }[] }>("office-clerk", "/supervision/figures");
  assert.equal(
    offices.reduce((sum, { open }) => sum + open.value, 0),
    clerk.rows.length,
  );
  const mine = await ask("office-clerk", "/supervision/search", { mine: true, limit: 200 });
  assert.deepEqual([...new Set(mine.rows.map(({ office }) => office))], ["general-office"]);
});

test("what one did is listed, the latest first, each act once", async () => {
  const first = await ask("personnel-officer", "/done/search", { limit: 1 });
  assert.deepEqual(
    first.rows.map(({ matterId, act }) => [matterId, act]),
    [[effective.matterId, "take-effect"]],
  );
  assert.deepEqual((await ask("unit-liaison", "/done/search")).rows, []);
});

type Told = { id: string; kind: string; matterId: string | null; number: string | null; read: boolean };
const inbox = (as: Role, unread = true) =>
  ask<{ rows: Told[]; count: { value: number } }>(as, "/notifications/search", { unread, limit: 200 });
const bell = (as: Role) => ask<{ unread: { value: number }; due: { value: number } }>(as, "/notifications/bell", null);

test("an act tells those whom it concerns, not whoever did it, and is read once", async () => {
  const told = (await inbox("discipline-officer")).rows.filter(({ matterId }) => matterId === effective.matterId);
  assert.deepEqual(told.map(({ kind }) => kind).sort(), ["given", "opening-approved", "proposal-answered"]);
  assert.deepEqual((await inbox("committee-secretary")).rows, []);
  const before = (await bell("discipline-officer")).unread.value;
  const ids = told.map(({ id }) => id);
  // Of somebody else they are nothing.
  const foreign = await ask<{ marked: number }>("reviewer", "/notifications/read", { ids });
  const marked = await ask<{ marked: number }>("discipline-officer", "/notifications/read", { ids });
  const again = await ask<{ marked: number }>("discipline-officer", "/notifications/read", { ids });
  assert.deepEqual([foreign.marked, marked.marked, again.marked], [0, 3, 0]);
  assert.equal((await bell("discipline-officer")).unread.value, before - 3);
  const all = (await inbox("discipline-officer", false)).rows;
  assert.deepEqual(
    all.filter(({ id }) => ids.includes(id)).map(({ read }) => read),
    [true, true, true],
  );
});

test("an appeal is told to those who may examine it; what is overdue rings for the office whose it is", async () => {
  const { subjectId, ...at } = effective;
  const appeal = { subjectId, on: "2025-03-10", ground: "认为处理过重" };
  await done(world, "office-clerk", "record-appeal", at, appeal);
  assert.deepEqual(
    (await inbox("reviewer")).rows.map(({ kind, matterId }) => [kind, matterId]),
    [["appeal-filed", at.matterId]],
  );
  assert.deepEqual((await inbox("office-clerk")).rows, []);
  const { rows } = await ask("reviewer", "/supervision/search", { item: "examine-appeal" });
  assert.deepEqual(
    rows.map(({ matterId }) => matterId),
    [at.matterId],
  );
  const due = await ask("discipline-officer", "/notifications/due", null);
  assert.equal(due.count.value, (await bell("discipline-officer")).due.value);
  assert.ok(due.rows.some(({ matterId, item }) => matterId === lead.matterId && item === "talk-inquiry"));
});

test("a recusal ends the messages of the case with the next request, and is told itself only to who had a part in it", async () => {
  const order = (accountId: string, version: number) =>
    done(
      world,
      "committee-secretary",
      "declare-recusal",
      { matterId: inquiry.matterId, version },
      {
        accountId,
        ground: "interest",
        reasons: "与案件有利害关系",
      },
    );
  assert.ok((await inbox("discipline-officer")).rows.some(({ matterId }) => matterId === inquiry.matterId));
  const { version } = await order(accountIdOf("discipline-officer"), inquiry.version);
  const left = (await inbox("discipline-officer")).rows;
  assert.ok(!left.some(({ matterId }) => matterId === inquiry.matterId));
  assert.deepEqual(
    left.filter(({ kind }) => kind === "recused").map(({ matterId, number }) => [matterId, number]),
    [[null, inquiry.number]],
  );
  await order(accountIdOf("personnel-officer"), version);
  assert.deepEqual((await inbox("personnel-officer")).rows, []);
});

test("a request to open a reporter's identity is told to those who answer it, and the answer to who asked", async () => {
  const reply = await call({
    as: "discipline-officer",
    method: "POST",
    path: "/api/reporters/leads",
    body: {
      key: randomUUID(),
      input: inputs.lead(),
      reporter: { name: "冯某某", contact: "13800001234", original: null },
    },
  });
  assert.equal(reply.status, 200, reply.text);
  const { matterId } = reply.json as { matterId: string };
  const asked = await call({
    as: "discipline-officer",
    method: "POST",
    path: `/api/reporters/leads/${matterId}/requests`,
    body: { key: randomUUID(), reasons: "需要当面核实", hours: 2 },
  });
  assert.equal(asked.status, 200, asked.text);
  const told = (await inbox("reviewer")).rows.filter((row) => row.matterId === matterId);
  assert.deepEqual(
    told.map(({ kind }) => kind),
    ["reporter-asked"],
  );
  const { requestId } = asked.json as { requestId: string };
  const answered = await call({
    as: "reviewer",
    method: "POST",
    path: `/api/reporters/leads/${matterId}/requests/${requestId}`,
    body: { key: randomUUID(), approved: true, reasons: "同意" },
  });
  assert.equal(answered.status, 200, answered.text);
  const back = (await inbox("discipline-officer")).rows.filter((row) => row.matterId === matterId);
  assert.deepEqual(
    back.map(({ kind }) => kind),
    ["reporter-answered"],
  );
});

test("earlier cases on the same circumstance and gravity are shown without names, and only to who may read them", async () => {
  const { matterId } = await caseAt(world, "proposed", persons.open.id);
  const asked = { matterId, circumstances: ["6-2-1"], gravity: "graver" };
  const found = await ask<{ rows: { matterId: string; measures: string[] }[]; count: { value: number } }>(
    "reviewer",
    "/cases/comparable",
    asked,
  );
  assert.deepEqual(
    found.rows.map((row) => [row.matterId, row.measures]),
    [[effective.matterId, ["transfer"]]],
  );
  assert.equal(found.count.value, 1);
  assert.ok(!JSON.stringify(found).includes(persons.subject.name));
  for (const other of [
    { ...asked, gravity: "lighter" },
    { ...asked, circumstances: ["7-1-1"] },
    { ...asked, circumstances: [] },
  ])
    assert.deepEqual((await ask("reviewer", "/cases/comparable", other)).rows, []);
  assert.deepEqual((await ask("reviewer", "/cases/comparable", { ...asked, matterId: effective.matterId })).rows, []);
  // Whoever is recused from it is shown nothing of it, here neither.
  const { version } = await done(
    world,
    "committee-secretary",
    "declare-recusal",
    { matterId: effective.matterId, version: await versionOf(effective.matterId) },
    { accountId: accountIdOf("reviewer"), ground: "interest", reasons: "与案件有利害关系" },
  );
  assert.ok(version > 0);
  assert.deepEqual((await ask("reviewer", "/cases/comparable", asked)).rows, []);
});

async function versionOf(matterId: string): Promise<number> {
  const view = await ask<{ version: number }>("committee-secretary", `/matters/${matterId}`, null);
  return view.version;
}

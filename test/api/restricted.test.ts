// Who was restricted on another day: figures, the lists behind them, and what is needed when a restriction ends.
import { wordsOf } from "#law/text/cited-words.ts";
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { readXlsx } from "hucre/xlsx";
import type { EndingRow } from "#eligibility/contract/restrictions.ts";
import { exportSheet } from "#kernel/uses/sheet-export.ts";
import { withoutPerson } from "#casework/actor.ts";
import { inTransaction } from "#database/database.ts";
import { endingRestrictions } from "#eligibility/rows/ending-restrictions.ts";
import { caseAt, inputs } from "./steps.ts";
import { accountIdOf, done, openWorld, persons } from "./world.ts";
import type { Reply } from "./world.ts";

const world = await openWorld();
const { call } = world;

// Transferred with effect from 2025-03-01: no promotion through 2026-02-28, no honours of 2025.
await caseAt(world, "effective", persons.subject.id);
const revoked = await caseAt(world, "effective", persons.other.id);
const street = await caseAt(world, "effective", persons.sameNameTwo.id);

const ask = (path: string, body: object): Promise<Reply> =>
  call({ as: "committee-secretary", method: "POST", path, body });

type Figures = {
  persons: number;
  byBars: { id: string; persons: number }[];
  byCause: { id: string; persons: number }[];
  byUnit: { id: string; name: string; persons: number }[];
  byMonth: { day: string; persons: number }[];
};
async function figuresOn(on: string, more: object = {}): Promise<Figures> {
  const reply = await ask("/api/restrictions/figures", { on, ...more });
  assert.equal(reply.status, 200, reply.text);
  return reply.json as Figures;
}
async function listedOn(on: string, more: object = {}): Promise<string[]> {
  const reply = await ask("/api/restricted/search", { on, limit: 100, ...more });
  assert.equal(reply.status, 200, reply.text);
  return (reply.json as { rows: { person: { personId: string } }[] }).rows.map(({ person }) => person.personId).sort();
}
/** Below their headings, the rows of the two sheets. */
async function sheetOn(on: string): Promise<string[][][]> {
  const response = await fetch(`${world.origin}/api/restrictions/figures/sheet?on=${on}`, {
    headers: { cookie: await world.cookieOf("committee-secretary") },
  });
  assert.equal(response.status, 200);
  const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
  return sheets.map(({ rows }) => {
    const heading = rows.findIndex(([first]) => first === "分类" || first === "序号");
    return rows.slice(heading + 1).map((row) => row.map((cell) => (typeof cell === "string" ? cell : "")));
  });
}
async function ending(from: string, until: string): Promise<EndingRow[]> {
  const reply = await ask("/api/restrictions/ending", { from, until, limit: 100 });
  assert.equal(reply.status, 200, reply.text);
  return (reply.json as { rows: EndingRow[] }).rows;
}

test("figures as of a day: nobody before the day of effect, everybody from it through the last barred day, nobody on the anniversary", async () => {
  for (const [on, count] of [
    ["2025-02-28", 0],
    ["2025-03-01", 3],
    ["2026-02-28", 3],
    ["2026-03-01", 0],
  ] as const)
    assert.equal((await figuresOn(on)).persons, count, on);
  const { byBars, byCause, byMonth } = await figuresOn("2025-06-01");
  assert.deepEqual(
    byBars.map(({ id, persons: counted }) => `${id} ${counted}`),
    ["annual-excellence 3", "honours 3", "promotion 3"],
  );
  assert.deepEqual(byCause, [{ id: "transfer", persons: 3 }]);
  assert.equal(byMonth.length, 25);
  assert.deepEqual(byMonth.slice(-4), [
    { day: "2025-03-01", persons: 3 },
    { day: "2025-04-01", persons: 3 },
    { day: "2025-05-01", persons: 3 },
    { day: "2025-06-01", persons: 3 },
  ]);
  assert.deepEqual((await figuresOn("2025-12-31")).byBars.length, 3);
  assert.deepEqual((await figuresOn("2026-01-01")).byBars, [{ id: "promotion", persons: 3 }]);
});

test("each figure is the count of the list it leads to, the unit that of the day under its name of the day", async () => {
  const move = {
    kind: "appointments",
    cells: { unit: "测试区党工委", post: "科员", leading: "否", kind: "平职交流", from: "2025-08-01" },
  };
  const moved = await call({
    as: "personnel-officer",
    method: "POST",
    path: `/api/persons/${persons.sameNameTwo.id}/records`,
    body: { key: randomUUID(), ...move },
  });
  assert.equal(moved.status, 200, moved.text);
  const { byUnit } = await figuresOn("2025-06-01");
  assert.deepEqual(
    byUnit.map(({ name, persons: counted }) => `${name} ${counted}`),
    ["生态环境局 2", "青石街道办事处 1"],
  );
  for (const { id, persons: counted } of byUnit)
    assert.equal((await listedOn("2025-06-01", { organizationId: id })).length, counted);
  assert.deepEqual(await listedOn("2025-08-01", { organizationId: "zone" }), [persons.sameNameTwo.id]);
  const placeOn = async (on: string) => {
    const { json } = await ask("/api/restricted/search", { on, limit: 100 });
    const { rows } = json as { rows: { person: { personId: string }; unit: string; post: string | null }[] };
    const row = rows.find(({ person }) => person.personId === persons.sameNameTwo.id);
    return `${row?.unit ?? ""} ${row?.post ?? ""}`;
  };
  assert.equal(await placeOn("2025-07-31"), `青石街道办事处 ${persons.sameNameTwo.post ?? ""}`);
  assert.equal(await placeOn("2025-08-01"), "测试区党工委 科员");
  assert.deepEqual(await listedOn("2025-08-01", { organizationId: "street" }), []);
  assert.equal((await listedOn("2026-01-01", { bars: "promotion" })).length, 3);
  assert.deepEqual(await listedOn("2026-01-01", { bars: "honours" }), []);
  assert.deepEqual(await listedOn("2025-06-01", { cause: "removal" }), []);
});

test("the day before, the first, the last and the day after: behind each figure stand the same names, on screen and in the sheet", async () => {
  const everybody = [persons.subject, persons.other, persons.sameNameTwo];
  for (const [on, expected] of [
    ["2025-02-28", []],
    ["2025-03-01", everybody],
    ["2025-12-31", everybody],
    ["2026-02-28", everybody],
    ["2026-03-01", []],
  ] as const) {
    const ids = expected.map(({ id }) => id).sort();
    const { persons: total, byBars, byCause, byUnit } = await figuresOn(on);
    assert.deepEqual([total, await listedOn(on)], [ids.length, ids], on);
    const behind = [
      ...byBars.map(({ id, persons: counted }) => ({ only: { bars: id }, counted })),
      ...byCause.map(({ id, persons: counted }) => ({ only: { cause: id }, counted })),
      ...byUnit.map(({ id, persons: counted }) => ({ only: { organizationId: id }, counted })),
    ];
    assert.equal(behind.length > 0, ids.length > 0);
    for (const { only, counted } of behind) assert.equal((await listedOn(on, only)).length, counted, on);
    const [figures = [], names = []] = await sheetOn(on);
    const told = (group: string) => figures.filter(([kind]) => kind === group).map(([, , counted]) => Number(counted));
    const counts = (rows: readonly { persons: number }[]) => rows.map((row) => row.persons);
    assert.deepEqual(
      [told("限制"), told("原因"), told("当日单位"), told("逐月").at(-1)],
      [counts(byBars), counts(byCause), counts(byUnit), ids.length],
    );
    assert.deepEqual(new Set(names.map(([, name]) => name)), new Set(expected.map(({ name }) => name)), on);
    assert.equal(
      names.length,
      byBars.reduce((sum, row) => sum + row.persons, 0),
    );
    for (const [, , , , cause, from = "", until = "", cite, quote] of names) {
      assert.ok(from <= on && on <= until, `${from} ${until} on ${on}`);
      assert.deepEqual([cause, cite?.includes("第十三条第一款"), quote?.includes("受到")], ["调离岗位", true, true]);
    }
  }
});

test("a day that does not exist, and a range that ends before it begins, are refused with the field", async () => {
  for (const [path, body, field] of [
    ["/api/restrictions/figures", { on: "2025-02-30" }, "on"],
    ["/api/restricted/search", { on: "gestern" }, "on"],
    ["/api/restrictions/ending", { from: "2025-02-01", until: "2025-01-31" }, "until"],
  ] as const) {
    const reply = await ask(path, body);
    assert.equal(reply.status, 400, reply.text);
    assert.ok(reply.text.includes(`"${field}"`), reply.text);
  }
});

test("what ends within the range, with the grey day and the consent that is then needed; given in time, nothing bars", async () => {
  assert.deepEqual(await ending("2026-02-01", "2026-02-27"), []);
  const [row] = (await ending("2026-02-28", "2026-02-28")).filter(
    ({ person }) => person.personId === persons.subject.id,
  );
  assert.ok(row !== undefined);
  assert.equal(row.bars, "promotion");
  assert.equal(row.grey, "2026-03-01");
  assert.deepEqual([row.afterwards.on, row.afterwards.answer], ["2026-03-02", "needs-consent"]);
  assert.ok(row.afterwards.citations.some((cite) => cite.at === "13.2" && wordsOf(cite).zh.includes("征得")));
  const { subjectId, ...at } = street;
  await done(world, "personnel-officer", "record-consent", at, inputs.consent(subjectId, "2026-02-20"));
  const after = (await ending("2026-02-28", "2026-02-28")).find(
    ({ person }) => person.personId === persons.sameNameTwo.id,
  );
  assert.equal(after?.afterwards.answer, "clear");
  const yearly = (await ending("2025-12-31", "2025-12-31")).filter(
    ({ person }) => person.personId === persons.subject.id,
  );
  assert.deepEqual(yearly.map(({ bars, afterwards }) => `${bars} ${afterwards.year} ${afterwards.answer}`).sort(), [
    "annual-excellence 2026 clear",
    "honours 2026 clear",
  ]);
  const sheet = await call({
    as: "personnel-officer",
    method: "GET",
    path: "/api/restrictions/ending/sheet?from=2026-02-01&until=2026-03-31",
  });
  assert.equal(sheet.status, 200);
  assert.ok(sheet.text.startsWith("PK"));
});

test("a list is taken out page after page in its order, up to the most that one sheet holds, and says when there are more", async () => {
  const accountId = accountIdOf("committee-secretary");
  const actor = { accountId, name: "林书记", roles: [], organizationId: null, ...withoutPerson };
  const those = { from: "2025-01-01", until: "2026-12-31", except: [] };
  const scope = { jurisdictionId: world.app.jurisdictionId, accountId: actor.accountId };
  const taken = (most: number) =>
    inTransaction(world.app.database, scope, (trx) =>
      exportSheet(world.app, trx, actor, {
        what: "export-ending",
        most,
        pageOf: (page) => endingRestrictions(trx, { ...those, ...page, limit: Math.min(page.limit, 2) }),
        bodyOf: (restrictions) => ({ restrictions }),
      }),
    );
  const all = await taken(9);
  assert.deepEqual([all.rows.length, all.isCut], [9, false]);
  assert.deepEqual(
    all.rows.map(({ until }) => until),
    all.rows.map(({ until }) => until).sort(),
  );
  assert.equal(new Set(all.rows.map(({ personId, ordinal }) => `${personId} ${ordinal}`)).size, 9);
  for (const most of [3, 8]) {
    const cut = await taken(most);
    assert.deepEqual([cut.rows, cut.isCut], [all.rows.slice(0, most), true]);
  }
});

test("the figures tell of a past day as law and measures stand now: a decision revoked since no longer counts", async () => {
  const { subjectId, ...at } = revoked;
  const deliberated = await done(world, "office-clerk", "record-deliberation", at, {
    ...inputs.deliberation,
    on: "2025-03-10",
  });
  await done(world, "committee-secretary", "change-decision", deliberated, {
    subjectId,
    ground: { type: "own" },
    change: { kind: "revoked" },
    body: "working-committee",
    on: "2025-03-11",
    documentNumber: "测党发〔2025〕8号",
    reasons: "认定的事实有误",
  });
  assert.equal((await figuresOn("2025-06-01")).persons, 2);
});

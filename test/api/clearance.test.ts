// Requests for clearance by HTTP: matched in the open, answered line by line, chosen, confirmed, asked again, taken out.
import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import test from "node:test";
import { hashPassword } from "#accounts/passwords.ts";
import type { ClearanceLineView } from "#clearance/contract/clearance.ts";
import { replayReceipt } from "#clearance/uses/clearance-replay.ts";
import { addAccount } from "../settled.ts";
import { inTransaction } from "#database/database.ts";
import { readXlsx } from "hucre/xlsx";
import { failureOf } from "./failure.ts";
import { caseAt, leadAt } from "./steps.ts";
import { done, openWorld, password, persons, today } from "./world.ts";
import type { Call, Reply } from "./world.ts";

const world = await openWorld();
const { call } = world;
await caseAt(world, "effective", persons.subject.id);
await leadAt(world, "registered", persons.open.id);

type Entered = { requestId: string; number: string; round: number; summary: Record<string, number>; serial: string };
const as = "personnel-officer";

function asked(names: object[], more: object = {}): object {
  return {
    key: randomUUID(),
    requester: "党工委工作部",
    contact: "刘科长",
    purpose: "promotion",
    purposeText: "拟提拔人选",
    date: "2025-12-31",
    names,
    ...more,
  };
}

async function enter(names: object[], more: object = {}): Promise<Entered> {
  const reply = await call({ as, method: "POST", path: "/api/clearance", body: asked(names, more) });
  assert.equal(reply.status, 200, reply.text);
  return reply.json as Entered;
}

async function linesOf(requestId: string, round: number, kinds: string[] = []): Promise<ClearanceLineView[]> {
  const body = { round, kinds, limit: 200 };
  const reply = await call({ as, method: "POST", path: `/api/clearance/${requestId}/lines`, body });
  assert.equal(reply.status, 200, reply.text);
  return (reply.json as { rows: ClearanceLineView[] }).rows;
}

const five = [
  { name: "周明远", unit: "生态环境局" },
  { name: "李静" },
  { name: "孙立新", idNumber: persons.open.idNumber },
  { name: "郑文博" },
  { name: "查无人" },
];

test("each name is matched in the open, and the kinds of nothing stay apart", async () => {
  const { requestId, number, summary } = await enter(five);
  assert.match(number, /^征廉〔2026〕\d+号$/u);
  assert.deepEqual(summary, { barred: 1, several: 1, pending: 1, "name-only": 1, "no-such-person": 1 });
  const lines = await linesOf(requestId, 1);
  assert.deepEqual(
    lines.map(({ match, kind }) => [match, kind]),
    [
      ["name-and-unit", "barred"],
      ["several", "several"],
      ["id-number", "pending"],
      ["name-only", "name-only"],
      ["no-such-person", "no-such-person"],
    ],
  );
  const [barred, several, pending] = lines;
  assert.equal(barred?.answer?.until, "2026-02-28");
  assert.ok((barred?.answer?.citations.length ?? 0) > 0);
  assert.deepEqual(several?.registry.map(({ personId }) => personId).sort(), [
    persons.sameNameOne.id,
    persons.sameNameTwo.id,
  ]);
  assert.deepEqual(
    pending?.answer?.sentences.map(({ zh }) => zh),
    ["暂缓"],
  );
  assert.deepEqual(pending?.answer?.citations, []);
  // A case has no place in what a requesting office sees.
  assert.doesNotMatch(JSON.stringify(lines), /caseNumber|matterId|问责〔/u);
});

test("whoever was asked about in a request finds it nowhere, at any of its addresses; a colleague does", async () => {
  const account = { id: "clerk-asked", account: "clerk-asked", name: "郑文博", personId: persons.unrecorded.id };
  const hashed = await hashPassword(password);
  await inTransaction(world.app.database, { jurisdictionId: world.app.jurisdictionId, accountId: null }, (trx) =>
    addAccount(trx, {
      ...account,
      roles: ["personnel-officer"],
      organizationId: "bureau",
      password: hashed,
      mustChangePassword: false,
    }),
  );
  const signedIn = await call({
    method: "POST",
    path: "/api/session",
    body: { account: account.account, password },
  });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? assert.fail(signedIn.text);
  const about = await enter([{ name: "郑文博", unit: "生态环境局" }, { name: "周明远" }]);
  const others = await enter([{ name: "周明远", unit: "生态环境局" }]);
  const doors = (requestId: string): Call[] => [
    { method: "GET", path: `/api/clearance/${requestId}` },
    { method: "POST", path: `/api/clearance/${requestId}/lines`, body: { round: 1 } },
    { method: "GET", path: `/api/clearance/${requestId}/sheet` },
    { method: "GET", path: `/api/clearance/${requestId}/receipts/1` },
    { method: "POST", path: `/api/clearance/${requestId}/rounds`, body: { key: randomUUID() } },
  ];
  const missing = randomUUID();
  for (const [index, door] of doors(about.requestId).entries()) {
    const [reply, none] = [await call({ ...door, cookie }), await call({ ...(doors(missing)[index] ?? door), cookie })];
    assert.deepEqual([reply.status, reply.text], [404, none.text], door.path);
    assert.equal((await call({ ...door, as })).status, 200, door.path);
  }
  for (const door of doors(others.requestId)) assert.equal((await call({ ...door, cookie })).status, 200, door.path);
  const listed = await call({ cookie, method: "POST", path: "/api/clearance/search", body: { limit: 200 } });
  assert.equal(listed.text.includes(about.requestId), false);
  assert.equal(listed.text.includes(others.requestId), true);
});

test("only the lines of one kind are shown when one asks for it", async () => {
  const { requestId } = await enter(five);
  assert.deepEqual(
    (await linesOf(requestId, 1, ["pending"])).map(({ line }) => line),
    [3],
  );
});

test("whom a person chooses is answered when the list is asked again, and the first asking stays as it was", async () => {
  const { requestId } = await enter(five);
  const choices = [
    { line: 2, personId: persons.sameNameTwo.id },
    { line: 4, personId: persons.unrecorded.id },
    { line: 5, personId: null, reason: "已调离本区" },
  ];
  const path = `/api/clearance/${requestId}`;
  const chosen = await call({ as, method: "POST", path: `${path}/choices`, body: { key: randomUUID(), choices } });
  assert.deepEqual(chosen.json, { chosen: 3 }, chosen.text);
  const view = await call({ as, method: "GET", path });
  assert.equal((view.json as { chosenSince: number }).chosenSince, 3);
  const again = await call({ as, method: "POST", path: `${path}/rounds`, body: { key: randomUUID() } });
  assert.equal(again.status, 200, again.text);
  const { round, summary } = again.json as Entered;
  assert.equal(round, 2);
  assert.deepEqual(summary, { barred: 1, clear: 2, pending: 1, "no-such-person": 1 });
  const lines = await linesOf(requestId, 2);
  assert.deepEqual(
    lines.map(({ match }) => match),
    ["name-and-unit", "chosen", "id-number", "chosen", "nobody-chosen"],
  );
  assert.equal(lines[3]?.answer?.nothingRecorded, true);
  assert.equal((await linesOf(requestId, 1))[1]?.kind, "several");
});

test("somebody of another name is chosen only with a reason, and a line that is not there by nobody", async () => {
  const { requestId } = await enter([{ name: "李婧" }]);
  const choose = (choice: object) =>
    call({
      as,
      method: "POST",
      path: `/api/clearance/${requestId}/choices`,
      body: { key: randomUUID(), choices: [choice] },
    });
  const codeOf = (reply: Reply) => failureOf(reply).data?.refusals?.[0]?.code;
  assert.equal(codeOf(await choose({ line: 1, personId: persons.sameNameOne.id })), "other-name");
  assert.equal(codeOf(await choose({ line: 2, personId: persons.sameNameOne.id })), "no-such-line");
  assert.equal(codeOf(await choose({ line: 1, personId: "nobody" })), "no-such-person");
  assert.equal(codeOf(await choose({ line: 1, personId: null })), "reason-missing");
  assert.equal((await choose({ line: 1, personId: persons.sameNameOne.id, reason: "名单误写" })).status, 200);
});

test("a grey day is confirmed by a named person with reasons, and only the answer that was seen", async () => {
  const { requestId } = await enter([{ name: "周明远", unit: "生态环境局" }], { date: "2026-03-01" });
  const [line] = await linesOf(requestId, 1);
  assert.equal(line?.kind, "needs-confirmation");
  const path = `/api/clearance/${requestId}/confirmations`;
  const confirm = (more: object) =>
    call({
      as: "reviewer",
      method: "POST",
      path,
      body: { key: randomUUID(), line: 1, digest: line?.digest, barred: false, reason: "当日期满，不再受限", ...more },
    });
  assert.equal((await confirm({ reason: " " })).status, 400);
  assert.equal(failureOf(await confirm({ digest: "0".repeat(64) })).data?.refusals?.[0]?.code, "answered-since");
  assert.equal((await confirm({})).status, 200);
  const [confirmed] = await linesOf(requestId, 1);
  assert.deepEqual(
    [confirmed?.confirmation?.barred, confirmed?.confirmation?.byName, confirmed?.confirmation?.reason],
    [false, "测试reviewer", "当日期满，不再受限"],
  );
});

test("one key makes one request, and with another content it is refused", async () => {
  const body = asked([{ name: "郑文博" }]);
  const replies = await Promise.all([1, 2, 3].map(() => call({ as, method: "POST", path: "/api/clearance", body })));
  assert.equal(new Set(replies.map(({ json }) => (json as Entered).requestId)).size, 1);
  const other = await call({ as, method: "POST", path: "/api/clearance", body: { ...body, requester: "别的单位" } });
  assert.equal(failureOf(other).data?.refusals?.[0]?.code, "key-used");
});

test("a wrong ID number, level or day is named with its row", async () => {
  const faulty = asked([{ name: "甲" }, { name: "乙", idNumber: "210502198003071231", toLevel: "部长" }], {
    date: "2025-02-30",
  });
  const reply = await call({ as, method: "POST", path: "/api/clearance", body: faulty });
  assert.equal(reply.status, 400);
  assert.match(reply.text, /names\.1\.idNumber/u);
  assert.match(reply.text, /names\.1\.toLevel/u);
  assert.match(reply.text, /date/u);
});

test("the receipt is the same bytes each time, and ends with the hash of all before", async () => {
  const { requestId } = await enter(five);
  const path = `/api/clearance/${requestId}/receipts/1`;
  const [first, second] = [await call({ as, method: "GET", path }), await call({ as, method: "GET", path })];
  assert.equal(first.status, 200, first.text);
  assert.equal(first.text, second.text);
  const lines = first.text.trimEnd().split("\n");
  assert.equal(lines.length, five.length + 2);
  const sum = createHash("sha256")
    .update(`${lines.slice(0, -1).join("\n")}\n`)
    .digest("hex");
  assert.deepEqual(JSON.parse(lines.at(-1) ?? ""), { sha256: sum });
  assert.doesNotMatch(first.text, new RegExp(persons.open.idNumber, "u"));
  const view = (await call({ as, method: "GET", path: `/api/clearance/${requestId}` })).json as {
    rounds: { hash: string }[];
  };
  assert.equal(view.rounds[0]?.hash, sum);
  assert.equal((await call({ as, method: "GET", path: `/api/clearance/${requestId}/receipts/2` })).status, 404);
});

test("the sheet has a row for each name, its serial, and no formula", async () => {
  const { requestId, number } = await enter([...five, { name: "=1+1", unit: "@cmd" }]);
  const response = await fetch(`${world.origin}/api/clearance/${requestId}/sheet`, {
    headers: { cookie: await world.cookieOf(as) },
  });
  assert.equal(response.status, 200);
  const book = await readXlsx(new Uint8Array(await response.arrayBuffer()));
  const cells = JSON.stringify(book.sheets[0]?.rows);
  assert.match(cells, new RegExp(number, "u"));
  assert.match(cells, /暂缓/u);
  assert.match(cells, /'=1\+1/u);
  assert.match(cells, /'@cmd/u);
  assert.match(cells, /"编号","[0-9a-f]{16}"/u);
});

test("a receipt replayed gives the same bytes after the records have changed, and the change is shown", async () => {
  const { requestId } = await enter([
    { name: "郑文博", unit: "生态环境局" },
    { name: "吴建国", unit: "生态环境局" },
    { name: "李静" },
  ]);
  const { text } = await call({ as, method: "GET", path: `/api/clearance/${requestId}/receipts/1` });
  const before = await replayed(text);
  assert.deepEqual([before.unlikeCount, before.lines, before.changed], [0, 3, []]);
  await caseAt(world, "effective", persons.unrecorded.id);
  await leadAt(world, "registered", persons.other.id);
  const after = await replayed(text);
  assert.deepEqual([after.unlikeCount, after.lines], [0, 3]);
  assert.deepEqual(
    after.changed.map(({ line, what, before, now }) => [line, what, before.split("；")[0], now.split("；")[0]]),
    [
      [1, "answer", "clear", "barred"],
      [2, "answer", "clear", "pending"],
    ],
  );
  // What was written into the file afterwards comes out.
  const forged = await replayed(text.replace('"answer":"clear"', '"answer":"barred"'));
  assert.equal(forged.unlikeCount, 1);
  assert.equal(forged.unlike[0]?.fileLine, 2);
  assert.equal((await replayReceipt(world.app, linesIn("nothing\n"))).type, "no-receipt");
  const other = text.replaceAll(requestId, randomUUID());
  assert.equal((await replayReceipt(world.app, linesIn(other))).type, "unknown-request");
});

async function* linesIn(text: string): AsyncGenerator<string> {
  yield* text.trimEnd().split("\n");
}

async function replayed(
  text: string,
): Promise<Extract<Awaited<ReturnType<typeof replayReceipt>>, { type: "replayed" }>> {
  const done = await replayReceipt(world.app, linesIn(text));
  assert.ok(done.type === "replayed", done.type);
  return done;
}

test("names are read from a spreadsheet by its headings, and a file that is none is refused in words", async () => {
  const { writeXlsx } = await import("hucre/xlsx");
  const rows = [
    ["拟提拔人选名单"],
    ["序号", "姓 名", "工作单位", "身份证号", "拟任职务层次"],
    ["1", "周 明远", "生态环境局", persons.subject.idNumber, "乡科级正职"],
    ["2", "李静", "", "", ""],
    ["3", "=1+1", "@cmd", "", ""],
  ];
  const bytes = await writeXlsx({ sheets: [{ name: "名单", rows }] });
  const headers = { "content-type": "application/octet-stream" };
  const read = (body: Blob) => call({ as, method: "POST", path: "/api/lists/file", body, headers });
  const reply = await read(new Blob([Buffer.from(bytes)]));
  const one = { unit: "", idNumber: "", level: null, levelSaid: "", notes: [] };
  const { idNumber } = persons.subject;
  assert.deepEqual(
    reply.json,
    {
      people: [
        { ...one, row: 3, name: "周明远", unit: "生态环境局", idNumber, level: "乡科级正职" },
        { ...one, row: 4, name: "李静" },
      ],
      notRead: [
        { type: "not-read", row: 1, text: "拟提拔人选名单", why: "title" },
        { type: "not-read", row: 5, text: "3 =1+1 @cmd", why: "not-a-name" },
      ],
    },
    reply.text,
  );
  assert.deepEqual((await read(new Blob(["赵某某,某街道\n钱某某,某局\n"]))).json, {
    people: [
      { ...one, row: 1, name: "赵某某", unit: "某街道" },
      { ...one, row: 2, name: "钱某某", unit: "某局" },
    ],
    notRead: [],
  });
  for (const body of ["%PDF-1.7 x", "PK\u0003\u0004broken"]) {
    const refused = await read(new Blob([body]));
    assert.equal(refused.status, 400, refused.text);
    assert.match(refused.text, /[\u4e00-\u9fff]/u);
  }
});

test("a day gone by is asked about with the level held before it: a promotion that should not have been does not answer for itself", async () => {
  const { id, name, idNumber } = persons.other;
  const { subjectId, ...at } = await caseAt(world, "effective", id);
  await done(world, "discipline-officer", "record-discipline", at, {
    subjectId,
    sanction: "party-serious-warning",
    effective: "2025-09-01",
    months: null,
    authority: "纪检监察工委",
    documentNumber: "测纪〔2025〕9号",
  });
  const cells = {
    unit: "生态环境局",
    post: "副县长",
    level: "县处级副职",
    leading: "是",
    kind: "提拔",
    from: "2026-05-01",
  };
  const promoted = await call({
    as: "personnel-officer",
    method: "POST",
    path: `/api/persons/${id}/records`,
    body: { key: randomUUID(), kind: "appointments", cells },
  });
  assert.equal(promoted.status, 200, promoted.text);
  const names = [{ name, unit: "", idNumber, toLevel: "县处级副职" }];
  const answerOn = async (date: string) => {
    const asked = { purpose: "promotion", date, year: null };
    const single = await call({ as, method: "POST", path: "/api/eligibility", body: { ...asked, names } });
    const { lines } = single.json as { lines: { answer: string }[] };
    const list = await fetch(`${world.origin}/api/eligibility/list?purpose=promotion&date=${date}`, {
      method: "POST",
      headers: { cookie: await world.cookieOf(as), "content-type": "application/octet-stream" },
      body: `姓名\t身份证号\t拟任职务层次\n${name}\t${idNumber}\t县处级副职`,
    });
    const cells = (await readXlsx(new Uint8Array(await list.arrayBuffer()))).sheets[0]?.rows.flat() ?? [];
    assert.equal(cells.includes("不得"), lines[0]?.answer === "barred", JSON.stringify(cells));
    const { requestId } = await enter(names, asked);
    const [line] = await linesOf(requestId, 1);
    const { text } = await call({ as, method: "GET", path: `/api/clearance/${requestId}/receipts/1` });
    const { unlikeCount, changed } = await replayed(text);
    return [lines[0]?.answer, line?.kind, line?.registry[0]?.level, unlikeCount, changed.length].join(" ");
  };
  assert.equal(await answerOn("2026-05-01"), "barred barred 乡科级正职 0 0");
  // The bar is measured against the level held when the sanction took effect, whatever the promotion led to since.
  assert.equal(await answerOn("2026-05-02"), "barred barred 县处级副职 0 0");
  assert.equal(await answerOn(today), "barred barred 县处级副职 0 0");
});

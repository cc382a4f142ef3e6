// Who is meant, at every door alike: one table of names, asked on the screen, from a file, in a request, of a year's honours and by a program.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import type { EligibilityReply } from "#eligibility/contract/eligibility.ts";
import { readFile } from "#files/read/read-file.ts";
import { issueToken } from "./two-administrators.ts";
import { openWorld, persons } from "./world.ts";

const world = await openWorld();
const { call } = world;

type Named = { name: string; unit: string; idNumber?: string };
/** What is answered; `request` where a request asks for a choice that a question does not. */
const table: { says: string; named: Named; answer: string; request?: string }[] = [
  { says: "in the unit on record", named: { name: "郑文博", unit: "生态环境局" }, answer: "clear" },
  { says: "in a part of its name", named: { name: "郑文博", unit: "环境局" }, answer: "clear" },
  { says: "in its name with more", named: { name: "郑文博", unit: "测试区生态环境局" }, answer: "clear" },
  { says: "in another unit", named: { name: "郑文博", unit: "财政局" }, answer: "name-only" },
  { says: "without a unit", named: { name: "郑文博", unit: "" }, answer: "clear", request: "name-only" },
  { says: "of several in one unit", named: { name: "李静", unit: "青石街道" }, answer: "clear" },
  { says: "of several in none", named: { name: "李静", unit: "财政局" }, answer: "several" },
  { says: "nobody of that name", named: { name: "查无人", unit: "财政局" }, answer: "no-such-person" },
  {
    says: "by ID number, whatever the unit",
    named: { name: "郑文博", unit: "财政局", idNumber: persons.unrecorded.idNumber },
    answer: "clear",
  },
];
const names = table.map(({ named }) => named);
const answers = table.map(({ answer }) => answer);
const requested = table.map(({ answer, request }) => request ?? answer);
const asked = { purpose: "promotion", date: "2026-07-01", year: null };

test("a question on the screen", async () => {
  const reply = await call({
    as: "personnel-officer",
    method: "POST",
    path: "/api/eligibility",
    body: { ...asked, names },
  });
  assert.equal(reply.status, 200, reply.text);
  const { lines, summary } = reply.json as EligibilityReply;
  assert.deepEqual(
    lines.map((line) => (line.match === "one" ? line.answer : line.match)),
    answers,
  );
  assert.equal(summary["name-only"], 1);
  const other = lines[3];
  assert.ok(other?.match === "name-only");
  assert.deepEqual(
    other.candidates.map(({ personId }) => personId),
    [persons.unrecorded.id],
  );
  // Who has been found to be meant is answered.
  const chosen = await call({
    as: "personnel-officer",
    method: "POST",
    path: "/api/eligibility",
    body: { ...asked, names: [{ ...names[3], personId: persons.unrecorded.id }] },
  });
  assert.equal((chosen.json as EligibilityReply).lines[0]?.match, "one");
});

test("a list from file to sheet", async () => {
  const text = [
    "姓名\t单位\t身份证号",
    ...names.map(({ name, unit, idNumber = "" }) => [name, unit, idNumber].join("\t")),
  ];
  const response = await fetch(`${world.origin}/api/eligibility/list?purpose=promotion&date=2026-07-01`, {
    method: "POST",
    headers: { cookie: await world.cookieOf("personnel-officer"), "content-type": "application/octet-stream" },
    body: text.join("\n"),
  });
  assert.equal(response.status, 200);
  const cells: string[][] = [];
  for await (const chunk of readFile(new Uint8Array(await response.arrayBuffer()), "xlsx"))
    for (const row of chunk) cells.push(row.cells);
  const said = {
    "name-only": "仅姓名相符，请认定",
    several: "同名多人",
    "no-such-person": "查无此人",
    clear: "无限制",
  };
  const head = cells.findIndex(([first]) => first === "序号");
  assert.deepEqual(
    cells.slice(head + 1, head + 1 + table.length).map((row) => row[3]),
    answers.map((answer) => said[answer as keyof typeof said]),
  );
});

for (const [door, question] of [
  ["a request for clearance", { purpose: "promotion", date: "2026-07-01" }],
  ["a list of a year's honours", { purpose: "honours", year: 2026 }],
] as const)
  test(door, async () => {
    const body = { key: randomUUID(), requester: "党工委工作部", purposeText: "拟任", ...question, names };
    const entered = await call({ as: "personnel-officer", method: "POST", path: "/api/clearance", body });
    assert.equal(entered.status, 200, entered.text);
    const { requestId } = entered.json as { requestId: string };
    const lines = await call({
      as: "personnel-officer",
      method: "POST",
      path: `/api/clearance/${requestId}/lines`,
      body: { round: 1, kinds: [], limit: 200 },
    });
    assert.deepEqual(
      (lines.json as { rows: { kind: string }[] }).rows.map(({ kind }) => kind),
      requested,
    );
  });

test("a program with its token", async () => {
  const { token } = await issueToken(world);
  const reply = await call({
    method: "POST",
    path: "/api/programs/clearance",
    headers: { authorization: `Bearer ${token}` },
    body: { key: randomUUID(), purpose: "promotion", purposeText: "拟提拔", date: "2026-07-01", names },
  });
  assert.equal(reply.status, 200, reply.text);
  const lines = reply.text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { type: string; answer?: string });
  assert.deepEqual(
    lines.filter(({ type }) => type === "line").map(({ answer }) => answer),
    requested,
  );
});

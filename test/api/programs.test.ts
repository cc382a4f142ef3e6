// Personnel systems of other offices: a token for this use alone, thousands of names in one request, answered line by line.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { sql } from "kysely";
import { programExamples } from "#clearance/contract/programs.ts";
import type { ShownReason } from "#eligibility/rules/what-to-do.ts";
import type { Sentence } from "#law/text/citation.ts";
import { caseAt, leadAt } from "./steps.ts";
import { issueToken as issued } from "./two-administrators.ts";
import { openWorld, persons, today } from "./world.ts";
import type { Reply } from "./world.ts";

const world = await openWorld();
const { call } = world;
await caseAt(world, "effective", persons.subject.id);
await leadAt(world, "registered", persons.open.id);

type Issued = { tokenId: string; token: string };
const issueToken = (expiresOn = "2026-08-31") => issued(world, { expiresOn });
const headersOf = ({ token }: Issued) => ({ authorization: `Bearer ${token}` });
const bodyOf = (names: object[]) => ({
  key: randomUUID(),
  purpose: "promotion",
  purposeText: "拟提拔",
  date: "2025-12-31",
  names,
});
const ask = (issued: Issued, names: object[], more: object = {}) =>
  call({
    method: "POST",
    path: "/api/programs/clearance",
    headers: headersOf(issued),
    body: { ...bodyOf(names), ...more },
  });
type Line = {
  type: string;
  line?: number;
  answer?: string;
  reasons?: ShownReason[];
  toDo?: Sentence;
  requestId?: string;
  summary?: Record<string, number>;
};
const linesOf = ({ text }: Reply) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

test("a program asks with its token, and sees category, clauses and days, and nothing of cases or leads", async () => {
  const issued = await issueToken();
  const reply = await ask(issued, [
    { name: "周明远", unit: "生态环境局" },
    { name: "孙立新", idNumber: persons.open.idNumber },
    { name: "李静" },
    { name: "查无人" },
  ]);
  assert.equal(reply.status, 200, reply.text);
  assert.match(reply.headers.get("content-type") ?? "", /^application\/x-ndjson/u);
  const [head, ...lines] = linesOf(reply);
  assert.equal(head?.type, "request");
  assert.deepEqual(
    lines.map(({ type, answer }) => answer ?? type),
    ["barred", "pending", "several", "no-such-person", "end"],
  );
  assert.match(reply.text, /第十三条第一款/u);
  assert.deepEqual(
    lines.map(({ reasons }) => reasons?.map(({ code }) => code)),
    [["restriction", "restriction"], [], undefined, undefined, undefined],
  );
  for (const { toDo } of lines.slice(2, 4)) assert.match(toDo?.zh ?? "", /补充单位或者身份证号/u);
  assert.doesNotMatch(reply.text, /问责〔|线索|matter|personId|青石街道|sentences/u);
});

test("a day that has to be confirmed is told with its reason and what is to be done about it", async () => {
  const reply = await ask(await issueToken(), [{ name: "周明远", unit: "生态环境局" }], { date: "2026-03-01" });
  const [line] = linesOf(reply).filter(({ type }) => type === "line");
  assert.equal(line?.answer, "needs-confirmation");
  const reason = line.reasons?.find(({ code }) => code === "grey-day");
  assert.match(reason?.sentence.zh ?? "", /期满对应日/u);
  assert.match(reason?.toDo?.zh ?? "", /^办理：由答复机关认定/u);
});

test("each token sees its own requests alone, and no other endpoint knows it", async () => {
  const [mine, others] = [await issueToken(), await issueToken()];
  const [head] = linesOf(await ask(mine, [{ name: "郑文博" }]));
  const path = `/api/programs/clearance/${head?.requestId ?? ""}`;
  assert.equal((await call({ method: "GET", path, headers: headersOf(mine) })).status, 200);
  const foreign = await call({ method: "GET", path, headers: headersOf(others) });
  const missing = await call({
    method: "GET",
    path: `/api/programs/clearance/${randomUUID()}`,
    headers: headersOf(others),
  });
  assert.deepEqual([foreign.status, foreign.text], [missing.status, missing.text]);
  for (const other of [`/api/clearance/${head?.requestId ?? ""}`, "/api/tasks", "/api/persons/subject"])
    assert.equal((await call({ method: "GET", path: other, headers: headersOf(mine) })).status, 401, other);
  // The offices see it in their list, by the name of the office that asked.
  const list = await call({
    as: "discipline-officer",
    method: "POST",
    path: "/api/clearance/search",
    body: { query: "某市委组织部" },
  });
  assert.match(list.text, new RegExp(head?.requestId ?? "", "u"));
});

test("without a token, with a wrong one, after its day and after it was revoked, nobody is let in", async () => {
  const status = async (headers: Record<string, string>) =>
    (await call({ method: "POST", path: "/api/programs/clearance", headers, body: bodyOf([{ name: "郑文博" }]) }))
      .status;
  const issued = await issueToken("2026-08-31");
  assert.equal(await status({}), 401);
  assert.equal(await status({ authorization: `Bearer ${issued.token}x` }), 401);
  const otherEnd = issued.token.endsWith("A") ? "E" : "A";
  assert.equal(await status({ authorization: `Bearer ${issued.token.slice(0, -1)}${otherEnd}` }), 401);
  world.setNow("2026-08-31T15:59:00Z");
  assert.equal(await status(headersOf(issued)), 200);
  world.setNow("2026-08-31T16:01:00Z");
  assert.equal(await status(headersOf(issued)), 401);
  world.setNow(`${today}T02:00:00Z`);
  const body = { key: randomUUID(), reason: "系统停用" };
  await call({ as: "security-administrator", method: "POST", path: `/api/tokens/${issued.tokenId}/end`, body });
  assert.equal(await status(headersOf(issued)), 401);
});

test("a token is kept nowhere as it is", async () => {
  const one = await issueToken();
  const listed = await call({ as: "security-administrator", method: "GET", path: "/api/tokens" });
  assert.match(listed.text, new RegExp(one.tokenId, "u"));
  assert.doesNotMatch(listed.text, new RegExp(one.token.slice(-20), "u"));
});

test("what is wrong is named field by field, and one key asks once", async () => {
  const issued = await issueToken();
  const wrong = await ask(issued, [{ name: "" }, { name: "甲", idNumber: "210502198003071231" }]);
  assert.equal(wrong.status, 400);
  assert.match(wrong.text, /names\.0\.name/u);
  const key = randomUUID();
  const [one, again] = [
    await ask(issued, [{ name: "郑文博" }], { key }),
    await ask(issued, [{ name: "郑文博" }], { key }),
  ];
  assert.equal(linesOf(one)[0]?.requestId, linesOf(again)[0]?.requestId);
});

test("ten thousand names in one request are answered line by line, in order; one more is refused", async () => {
  const issued = await issueToken();
  const names = Array.from({ length: 10_000 }, (_, index) =>
    index % 100 === 0 ? { name: "周明远", unit: "生态环境局" } : { name: `无此人${index}`, unit: "某街道办事处" },
  );
  const lines = linesOf(await ask(issued, names));
  assert.equal(lines.length, 10_002);
  assert.ok(lines.slice(1, -1).every(({ line }, index) => line === index + 1));
  assert.deepEqual(lines.at(-1)?.summary, { barred: 100, "no-such-person": 9900 });
  assert.equal((await ask(issued, [...names, { name: "甲" }])).status, 400);
});

test("the first lines come long before the last is computed, and the last only when all is kept", async () => {
  const issued = await issueToken();
  const names = Array.from({ length: 10_000 }, (_, index) =>
    index % 5 === 0 ? { name: "周明远", unit: "生态环境局" } : { name: `无此人${index}` },
  );
  const begun = performance.now();
  const response = await fetch(`${world.origin}/api/programs/clearance`, {
    method: "POST",
    headers: { ...headersOf(issued), "content-type": "application/json" },
    body: JSON.stringify(bodyOf(names)),
  });
  assert.ok(response.body !== null);
  const came: { at: number; lines: number }[] = [];
  const pieces: string[] = [];
  let lines = 0;
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    pieces.push(piece);
    lines += piece.split("\n").length - 1;
    came.push({ at: performance.now() - begun, lines });
  }
  const text = pieces.join("");
  const whole = came.at(-1)?.at ?? 0;
  assert.equal(came.at(-1)?.lines, 10_002);
  const early = came.filter(({ at }) => at < whole / 2);
  assert.ok((early.at(-1)?.lines ?? 0) > 1000, JSON.stringify(came.slice(0, 5)));
  const told = text.trimEnd().split("\n");
  const [head, end] = [told[0], told.at(-1)].map((line) => JSON.parse(line ?? "") as Line);
  assert.deepEqual(end?.summary, { barred: 2000, "no-such-person": 8000 });
  // What is kept is what was said, but for the head, which may tell of a reply by then.
  const kept = await call({
    method: "GET",
    path: `/api/programs/clearance/${head?.requestId ?? ""}`,
    headers: headersOf(issued),
  });
  assert.ok(kept.text === text, "the same lines again");
});

test("what cannot be kept is broken off without its last line, and the same key asks it anew", async () => {
  const issued = await issueToken();
  const key = randomUUID();
  const names = Array.from({ length: 3000 }, (_, index) => ({ name: `无此人${index}` }));
  const line = sql`ALTER TABLE clearance_round ADD CONSTRAINT no_room CHECK (law = '') NOT VALID`;
  await line.execute(world.app.database.kysely);
  await assert.rejects(ask(issued, names, { key }));
  await sql`ALTER TABLE clearance_round DROP CONSTRAINT no_room`.execute(world.app.database.kysely);
  const again = linesOf(await ask(issued, names, { key }));
  assert.deepEqual([again.length, again.at(-1)?.type], [3002, "end"]);
});

test("the OpenAPI document shows both with examples that have the right shape", async () => {
  const { json } = await call({ as: "reviewer", method: "GET", path: "/api/openapi.json" });
  const { paths } = json as {
    paths: Record<
      string,
      Record<string, { requestBody?: { content: Record<string, { example: unknown }> }; security: unknown }>
    >;
  };
  const { post } = paths["/programs/clearance"] ?? {};
  const example = post?.requestBody?.content["application/json"]?.example;
  assert.deepEqual(example, programExamples.request);
  assert.deepEqual(post?.security, [{ program: [] }]);
  assert.ok(paths["/programs/clearance/{requestId}"]?.["get"] !== undefined);
  // Sent as it stands it is answered, and what comes back has the shape that the document shows.
  const reply = await call({
    method: "POST",
    path: "/api/programs/clearance",
    headers: headersOf(await issueToken()),
    body: example,
  });
  assert.equal(reply.status, 200, reply.text);
  const shape = (line: object) => [("type" in line && line.type) as string, ...Object.keys(line)].join(" ");
  const shown = new Set(programExamples.answer.map(shape));
  for (const line of linesOf(reply))
    assert.ok(shown.has(shape(line)), `${shape(line)} is not among ${[...shown].join("; ")}`);
  const answered = linesOf(await ask(await issueToken(), [{ name: "郑文博" }]))[1];
  assert.ok(answered !== undefined && shown.has(shape(answered)), JSON.stringify(answered));
});

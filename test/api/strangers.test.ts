// What is not for this reader, comes from elsewhere, or goes wrong: nothing leaks.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import test, { mock } from "node:test";
import { hashPassword } from "#accounts/passwords.ts";
import { rebuildAll } from "#matters/uses/rebuild.ts";
import { listEndpoints } from "#server/endpoints.ts";
import { createServer } from "#server/server.ts";
import { failureOf } from "./failure.ts";
import { countLeads, leadBody, registerLead } from "./lead-calls.ts";
import { caseAt, inputs, leadAt } from "./steps.ts";
import { addAccount } from "../settled.ts";
import { inTransaction } from "#database/database.ts";
import { done, openWorld, password, persons } from "./world.ts";
import type { Call, Reply } from "./world.ts";

const world = await openWorld();
const { call } = world;

test("what is not for this reader answers byte for byte like what is not there", async () => {
  const hidden = await caseAt(world, "inquiry", persons.other.id);
  const lead = await leadAt(world, "registered");
  const pairs: [Call, Call][] = [
    ...[hidden.matterId, lead.matterId].map((id): [Call, Call] => [
      { as: "personnel-officer", method: "GET", path: `/api/matters/${id}` },
      { as: "personnel-officer", method: "GET", path: `/api/matters/${randomUUID()}` },
    ]),
    [
      { as: "personnel-officer", method: "GET", path: `/api/matters/${hidden.matterId}/files/${"b".repeat(64)}` },
      { as: "personnel-officer", method: "GET", path: `/api/matters/${randomUUID()}/files/${"b".repeat(64)}` },
    ],
    [serveOn(hidden.matterId), serveOn(randomUUID())],
  ];
  for (const [foreign, missing] of pairs) {
    const [one, other] = [await call(foreign), await call(missing)];
    assert.equal(one.status, 404, one.text);
    assert.equal(one.text, other.text);
    const shown = ({ headers }: Reply) =>
      [...headers].filter(([name]) => name !== "date" && !name.startsWith("x-ratelimit"));
    assert.deepEqual(shown(one), shown(other));
  }
});

function serveOn(matterId: string): Call {
  return {
    as: "personnel-officer",
    method: "POST",
    path: "/api/acts/serve",
    body: { matterId, version: 1, key: randomUUID(), input: inputs.service("x") },
  };
}

test("evidence comes as an attachment, through its own case only", async () => {
  const at = await caseAt(world, "proposed", persons.other.id);
  const view = await call({ as: "reviewer", method: "GET", path: `/api/matters/${at.matterId}` });
  const sha256 = /"sha256":"([0-9a-f]{64})"/u.exec(view.text)?.[1] ?? "";
  const file = await call({ as: "reviewer", method: "GET", path: `/api/matters/${at.matterId}/files/${sha256}` });
  assert.equal(file.status, 200, file.text);
  assert.equal(file.text, `证据 ${at.matterId}`);
  assert.match(
    file.headers.get("content-disposition") ?? "",
    /^attachment; filename="[\w.-]+"; filename\*=UTF-8''%E6/u,
  );
  assert.equal(file.headers.get("content-type"), "application/octet-stream");
  const elsewhere = await caseAt(world, "inquiry", persons.other.id);
  assert.equal(
    (await call({ as: "reviewer", method: "GET", path: `/api/matters/${elsewhere.matterId}/files/${sha256}` })).status,
    404,
  );
});

/** The cookie of an account that belongs to a cadre of the registry. */
async function cookieOfCadre(personId: string, roles: Parameters<typeof addAccount>[1]["roles"]): Promise<string> {
  const hashed = await hashPassword(password);
  await inTransaction(world.app.database, { jurisdictionId: world.app.jurisdictionId, accountId: null }, (trx) =>
    addAccount(trx, {
      id: `cadre-${personId}`,
      account: `cadre-${personId}`,
      name: personId,
      roles,
      organizationId: null,
      personId,
      password: hashed,
      mustChangePassword: false,
    }),
  );
  const reply = await call({
    method: "POST",
    path: "/api/session",
    body: { account: `cadre-${personId}`, password },
  });
  return reply.headers.getSetCookie()[0]?.split(";")[0] ?? assert.fail(reply.text);
}

test("nobody learns by asking about themselves whether anything is open against them, or by counting", async () => {
  const cookie = await cookieOfCadre(persons.open.id, ["personnel-officer"]);
  const ask = (path: string, name: object) =>
    call({
      cookie,
      method: "POST",
      path,
      body: { purpose: "promotion", date: "2026-07-01", year: null, names: [{ name: "郑文博" }, name] },
    });
  const asked = async () =>
    Promise.all(
      [{ name: "孙立新" }, { name: "孙立新", personId: persons.open.id }].map(async (name) => {
        const reply = await ask("/api/eligibility", name);
        assert.equal(reply.status, 200, reply.text);
        return (reply.json as { lines: { match: string }[] }).lines;
      }),
    );
  const before = await asked();
  // The others are answered; one's own line is left to somebody else.
  for (const lines of before) {
    assert.deepEqual(
      lines.map(({ match }) => match),
      ["one", "recused"],
    );
    assert.deepEqual(lines[1], { row: 2, name: "孙立新", unit: "", match: "recused" });
  }
  assert.equal((await ask("/api/eligibility/export", { name: "孙立新" })).status, 200);
  const body = { purpose: "promotion", date: "2026-07-01", year: null, personId: persons.open.id };
  const why = await call({ cookie, method: "POST", path: "/api/eligibility/explain", body });
  assert.equal(failureOf(why).data?.refusals?.[0]?.code, "own-person", why.text);
  await leadAt(world, "registered", persons.open.id);
  await caseAt(world, "effective", persons.open.id);
  assert.deepEqual(await asked(), before);
  const restricted = await call({ cookie, method: "POST", path: "/api/restricted/search", body: {} });
  const desk = await call({ cookie, method: "GET", path: "/api/tasks" });
  const counted = restricted.json as { rows: unknown[]; count: { value: number } };
  assert.equal(counted.count.value, counted.rows.length);
  assert.equal(
    (desk.json as { figures: { restrictionsRunning: { value: number } } }).figures.restrictionsRunning.value,
    counted.rows.length,
  );
});

test("whom a lead names reads neither it nor the case that grows from it, before they are its subject or anybody is", async () => {
  const officer = await cookieOfCadre(persons.sameNameOne.id, ["discipline-officer"]);
  const lead = await leadAt(world, "registered", persons.sameNameOne.id);
  const opened = await done(world, "discipline-officer", "request-opening", null, inputs.opening([lead.matterId]));
  const seen = async () => {
    const list = await call({ cookie: officer, method: "POST", path: "/api/cases/search", body: { limit: 200 } });
    assert.equal(list.status, 200, list.text);
    assert.doesNotMatch(list.text, new RegExp(opened.matterId, "u"));
    return call({ cookie: officer, method: "GET", path: `/api/matters/${opened.matterId}` });
  };
  assert.equal((await seen()).status, 404);
  const approved = await done(world, "committee-secretary", "decide-opening", opened, inputs.approval);
  const added = await done(world, "discipline-officer", "add-subject", approved, inputs.subject(persons.other.id));
  assert.equal((await seen()).status, 404);
  const body = {
    matterId: opened.matterId,
    version: added.version,
    key: randomUUID(),
    input: inputs.subject(persons.subject.id),
  };
  const tried = await call({ cookie: officer, method: "POST", path: "/api/acts/add-subject", body });
  assert.equal(tried.status, 404, tried.text);
  assert.equal((await rebuildAll(world.app, { repair: false })).differences.length, 0);
});

test("a request from a page of another site changes nothing", async () => {
  const before = await countLeads(world);
  for (const headers of [
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { origin: `${world.origin}.evil.example` },
  ] as Record<string, string>[]) {
    const reply = await call({ ...registerLead(leadBody()), headers });
    assert.equal(reply.status, 403, JSON.stringify(headers));
    assert.match(failureOf(reply).message, /其他网站/u);
  }
  assert.equal(await countLeads(world), before);
  assert.equal((await call({ ...registerLead(leadBody()), headers: { origin: world.origin } })).status, 200);
});

test("every answer carries the headers, whatever its status", async () => {
  const calls: Call[] = [
    { method: "GET", path: "/api/session" },
    { as: "reviewer", method: "GET", path: "/api/tasks" },
    { method: "GET", path: "/nothing" },
    { as: "reviewer", method: "POST", path: "/api/accounts", body: {} },
    { method: "GET", path: "/api/openapi.json" },
    { method: "POST", path: "/api/session", body: "{" },
    { method: "GET", path: "/%E4%A" },
    { method: "GET", path: "/api/matters/%E4%A" },
  ];
  for (const asked of calls) {
    const { headers } = await call(asked);
    const csp = headers.get("content-security-policy") ?? "";
    assert.match(csp, /script-src 'self'(;|$)/u, asked.path);
    assert.match(csp, /default-src 'self'/u);
    assert.match(csp, /frame-ancestors 'none'/u);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("x-frame-options"), "DENY");
    assert.equal(headers.get("referrer-policy"), "no-referrer");
    assert.equal(headers.get("x-powered-by"), null);
    if (
      asked.path.startsWith("/api/") &&
      headers.get("content-type")?.includes("json") === true &&
      asked.path !== "/nothing"
    )
      assert.ok(headers.has("permissions-policy"));
  }
});

test("an address or a request that cannot be read at all is refused in Chinese, with the headers, and nothing of it comes back", async () => {
  const bad = await call({ method: "GET", path: "/api/persons/%E4%A" });
  assert.equal(bad.status, 400);
  assert.equal(failureOf(bad).code, "BAD_REQUEST");
  assert.match(failureOf(bad).message, /[一-鿿]/u);
  assert.doesNotMatch(bad.text, /%E4/u);
  const { port } = new URL(world.origin);
  for (const [sent, status] of [
    ["\u0016\u0003 nonsense\r\n\r\n", 400],
    [`GET /api/session HTTP/1.1\r\nHost: x\r\nX: ${"a".repeat(40_000)}\r\n\r\n`, 431],
  ] as const) {
    const answer = await spoken(Number(port), sent);
    assert.match(answer, new RegExp(`^HTTP/1.1 ${status} `, "u"));
    assert.match(answer, /x-content-type-options: nosniff/iu);
    assert.match(answer, /请求的格式不正确/u);
  }
});

/** What the server answers to these very bytes. */
async function spoken(port: number, sent: string): Promise<string> {
  const socket = connect(port, "127.0.0.1", () => socket.end(sent, "latin1"));
  return text(socket);
}

test("the OpenAPI 3.1 document names every endpoint", async () => {
  assert.equal(
    (await call({ method: "GET", path: "/api/openapi.json" })).status,
    401,
    "no stranger is told what there is",
  );
  const { json } = await call({ as: "reviewer", method: "GET", path: "/api/openapi.json" });
  const document = json as { openapi: string; paths: Record<string, Record<string, unknown>> };
  assert.match(document.openapi, /^3\.1/u);
  for (const { path, method, name } of listEndpoints()) {
    const below = path.slice("/api".length).replaceAll(/:(\w+)/gu, "{$1}");
    assert.ok(document.paths[below]?.[method.toLowerCase()] !== undefined, name);
  }
});

test("beyond the allowance of an address the answer is 429, in Chinese", async () => {
  const server = await createServer(world.app, { pages: null, requestsPerMinute: 3 });
  const statuses = [];
  for (let asked = 0; asked < 5; asked += 1) statuses.push(await server.inject({ method: "GET", url: "/api/session" }));
  await server.close();
  assert.deepEqual(
    statuses.map(({ statusCode }) => statusCode),
    [401, 401, 401, 429, 429],
  );
  assert.match(statuses[4]?.body ?? "", /操作过于频繁/u);
  assert.equal(statuses[4]?.headers["x-content-type-options"], "nosniff");
});

test("a fault of the machine tells the asker nothing, and the operator nothing personal", async () => {
  const secret = "周明远 210502198003071230";
  const broken = { ...world.app, clock: () => assert.fail(secret) };
  const server = await createServer(broken, { pages: null });
  const stderr = mock.method(process.stderr, "write", () => true);
  try {
    const cookie = await world.cookieOf("reviewer");
    const reply = await server.inject({ method: "GET", url: "/api/tasks", headers: { cookie } });
    const open = await server.inject({
      method: "POST",
      url: "/api/session",
      payload: { account: "reviewer", password: "x" },
    });
    for (const { statusCode, body } of [reply, open]) {
      assert.equal(statusCode, 500);
      assert.match(body, /系统内部错误/u);
      assert.doesNotMatch(body, /周明远|2105|assert|at /u);
    }
  } finally {
    stderr.mock.restore();
    await server.close();
  }
  const written = stderr.mock.calls.map((one) => String(one.arguments[0])).join("");
  assert.match(written, /系统错误 fault in/u);
  assert.doesNotMatch(written, /周明远|2105/u);
});

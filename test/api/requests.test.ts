// Requests that are wrong, doubled, late or foreign, on a real server.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { addAccount } from "#store/accounts.ts";
import { hashPassword } from "#access/passwords.ts";
import { inTransaction } from "#store/database.ts";
import type { Receipt } from "#app/perform.ts";
import { evidenceLimit } from "#api/streams.ts";
import { listEndpoints } from "#server/endpoints.ts";
import { caseAt, inputs, leadAt } from "./steps.ts";
import { accountIdOf, done, openWorld, password, persons } from "./world.ts";
import type { Call, Reply } from "./world.ts";

const world = await openWorld();
const { call } = world;

type Failure = {
  code: string;
  message: string;
  data?: {
    issues?: { path: string; message: string }[];
    refusals?: { code: string; field?: string; message: { zh: string } }[];
    version?: number;
    since?: { act: string; actorName: string; seq: number }[];
  };
};
const failureOf = (reply: Reply) => reply.json as Failure; // the one shape of every refusal, asserted field by field below
const registerLead = (body: object): Call => ({
  as: "discipline-officer",
  method: "POST",
  path: "/api/acts/register-lead",
  body,
});
const leadBody = (input: object = inputs.lead()) => ({ matterId: null, version: null, key: randomUUID(), input });

function checkBad(name: string, asked: Call, status: number, path: string | null, message: RegExp) {
  test(name, async () => {
    const reply = await call(asked);
    assert.equal(reply.status, status, reply.text);
    const failure = failureOf(reply);
    assert.match(failure.message, /[一-鿿]/u);
    assert.match(reply.text, message);
    if (path !== null)
      assert.ok(
        failure.data?.issues?.some((issue) => issue.path === path),
        reply.text,
      );
  });
}

checkBad(
  "a lead without a summary is told which field is missing",
  registerLead(leadBody({ ...inputs.lead(), summary: " " })),
  400,
  "input.summary",
  /请填写/u,
);
checkBad(
  "a date that does not exist is told so, with its field",
  registerLead(leadBody({ ...inputs.lead(), receivedOn: "2025-02-29" })),
  400,
  "input.receivedOn",
  /日期不存在/u,
);
checkBad(
  "a field nobody knows is refused",
  registerLead(leadBody({ ...inputs.lead(), score: 99 })),
  400,
  "input",
  /score/u,
);
checkBad("a key that is no uuid is refused", registerLead({ ...leadBody(), key: "again" }), 400, "key", /UUID|无效/iu);
checkBad(
  "a body that is no JSON is refused",
  {
    as: "discipline-officer",
    method: "POST",
    path: "/api/acts/register-lead",
    body: "{",
    headers: { "content-type": "application/json" },
  },
  400,
  null,
  /JSON/u,
);
checkBad(
  "a body of another type is refused",
  {
    as: "discipline-officer",
    method: "POST",
    path: "/api/acts/register-lead",
    body: "<a/>",
    headers: { "content-type": "text/xml" },
  },
  415,
  null,
  /application\/json/u,
);
checkBad(
  "a body beyond the limit is refused",
  registerLead(leadBody({ ...inputs.lead(), summary: "长".repeat(1_000_000) })),
  413,
  null,
  /上限/u,
);
checkBad(
  "an address that is none answers in Chinese",
  { as: "discipline-officer", method: "GET", path: "/api/nothing" },
  404,
  null,
  /没有这个地址/u,
);
checkBad(
  "a question without its date is told which field",
  {
    as: "personnel-officer",
    method: "POST",
    path: "/api/eligibility",
    body: { purpose: "promotion", date: null, year: null, names: [{ name: "周明远" }] },
  },
  400,
  "date",
  /日期/u,
);
checkBad(
  "a question for a year without its year too",
  {
    as: "personnel-officer",
    method: "POST",
    path: "/api/eligibility",
    body: { purpose: "honours", date: null, year: null, names: [{ name: "周明远" }] },
  },
  400,
  "year",
  /年度/u,
);
checkBad(
  "a level that does not exist is named with its row",
  {
    as: "personnel-officer",
    method: "POST",
    path: "/api/eligibility",
    body: {
      purpose: "promotion",
      date: "2026-01-01",
      year: null,
      names: [{ name: "甲" }, { name: "乙", toLevel: "处长级" }],
    },
  },
  400,
  "names.1.toLevel",
  /处长级/u,
);
checkBad(
  "two thousand and one names are too many",
  {
    as: "personnel-officer",
    method: "POST",
    path: "/api/eligibility",
    body: {
      purpose: "promotion",
      date: "2026-01-01",
      year: null,
      names: Array.from({ length: 2001 }, () => ({ name: "甲" })),
    },
  },
  400,
  "names",
  /2000/u,
);
checkBad(
  "an empty file is no evidence",
  {
    as: "discipline-officer",
    method: "POST",
    path: "/api/files",
    body: new Blob([]),
    headers: { "content-type": "application/octet-stream" },
  },
  400,
  null,
  /空/u,
);

test("a person with a wrong check digit is refused with the position", async () => {
  const body = {
    key: randomUUID(),
    name: "钱有为",
    sex: "male",
    idNumber: "210502198409096121",
    partyMember: true,
    organizationId: "bureau",
    post: "科员",
    level: "科员级",
    leadingPost: false,
    managedBy: "unit",
    from: "2020-01-01",
  };
  const wrong = await call({ as: "personnel-officer", method: "POST", path: "/api/persons", body });
  assert.equal(wrong.status, 422, wrong.text);
  assert.equal(failureOf(wrong).data?.refusals?.[0]?.field, "idNumber");
  assert.match(failureOf(wrong).data?.refusals?.[0]?.message.zh ?? "", /第18位/u);
  const right = await call({
    as: "personnel-officer",
    method: "POST",
    path: "/api/persons",
    body: { ...body, idNumber: "210502198409096120" },
  });
  assert.equal(right.status, 200, right.text);
  const again = await call({
    as: "personnel-officer",
    method: "POST",
    path: "/api/persons",
    body: { ...body, key: randomUUID(), idNumber: "210502198409096120" },
  });
  assert.match(again.text, /已有该身份证号/u);
});

test("a file beyond the limit is refused with 413, with its length told or not, and one within is kept", async () => {
  const told = await call({
    as: "discipline-officer",
    method: "POST",
    path: "/api/files",
    body: new Blob([new Uint8Array(evidenceLimit + 1)]),
    headers: { "content-type": "application/octet-stream" },
  });
  assert.equal(told.status, 413, told.text);
  assert.match(failureOf(told).message, /上限/u);
  const cookie = await world.cookieOf("discipline-officer");
  const piece = new Uint8Array(1024 * 1024);
  const pieces = ReadableStream.from(
    (function* () {
      for (let sent = 0; sent <= evidenceLimit; sent += piece.length) yield piece;
    })(),
  );
  const streamed = await fetch(`${world.origin}/api/files`, {
    method: "POST",
    headers: { cookie, "content-type": "application/octet-stream" },
    body: pieces,
    duplex: "half",
  });
  assert.equal(streamed.status, 413);
  assert.match(await streamed.text(), /50 MiB/u);
  const kept = await call({
    as: "discipline-officer",
    method: "POST",
    path: "/api/files",
    body: new Blob([Buffer.from("证据")]),
    headers: { "content-type": "text/html" },
  });
  assert.equal(kept.status, 200, kept.text);
  assert.equal((kept.json as { size: number }).size, 6);
});

test("a fact that names a file nobody uploaded is refused", async () => {
  const at = await caseAt(world, "inquiry", persons.other.id);
  const body = {
    matterId: at.matterId,
    version: at.version,
    key: randomUUID(),
    input: inputs.fact(at.subjectId, { sha256: "a".repeat(64), name: "假.pdf", size: 3, mediaType: "application/pdf" }),
  };
  const reply = await call({ as: "discipline-officer", method: "POST", path: "/api/acts/record-fact", body });
  assert.equal(failureOf(reply).data?.refusals?.[0]?.code, "no-such-file", reply.text);
});

test("one key ten times at once has one effect and one answer", async () => {
  const before = await countLeads();
  const body = leadBody();
  const replies = await Promise.all(Array.from({ length: 10 }, () => call(registerLead(body))));
  assert.deepEqual(
    replies.map(({ status }) => status),
    Array.from({ length: 10 }, () => 200),
  );
  assert.equal(new Set(replies.map(({ text }) => text)).size, 1);
  assert.equal(await countLeads(), before + 1);
  const other = await call(registerLead({ ...body, input: { ...inputs.lead(), summary: "另一件事" } }));
  assert.equal(failureOf(other).data?.refusals?.[0]?.code, "key-used");
  assert.equal(await countLeads(), before + 1);
});

test("one key ten times at once on a matter that exists has one effect too", async () => {
  const lead = await leadAt(world, "registered");
  const body = {
    matterId: lead.matterId,
    version: lead.version,
    key: randomUUID(),
    input: inputs.disposal("shelving"),
  };
  const replies = await Promise.all(
    Array.from({ length: 10 }, () =>
      call({ as: "discipline-officer", method: "POST", path: "/api/acts/dispose-lead", body }),
    ),
  );
  assert.deepEqual(new Set(replies.map(({ text }) => text)).size, 1, replies.map(({ text }) => text).join("\n"));
  const [{ json } = { json: null }] = replies;
  assert.equal((json as Receipt).version, lead.version + 1);
});

test("numbers of leads follow one another without a gap, refusals between them or not", async () => {
  const first = await done(world, "discipline-officer", "register-lead", null, inputs.lead());
  await call(registerLead(leadBody({ ...inputs.lead(), receivedOn: "2999-01-01" })));
  const replies = await Promise.all(Array.from({ length: 8 }, () => call(registerLead(leadBody()))));
  const ordinal = (number: string) => {
    const found = /^线索〔2026〕(\d+)号$/u.exec(number);
    assert.ok(found !== null, number);
    return Number(found[1]);
  };
  const numbers = replies.map(({ json }) => ordinal((json as Receipt).number)).sort((a, b) => a - b);
  assert.deepEqual(
    numbers,
    Array.from({ length: 8 }, (_, index) => ordinal(first.number) + 1 + index),
  );
});

test("who comes second gets 409 with what the first did, and nothing is overwritten", async () => {
  const lead = await leadAt(world, "registered");
  const body = () => ({
    matterId: lead.matterId,
    version: lead.version,
    key: randomUUID(),
    input: inputs.disposal("talk-inquiry"),
  });
  const first = await call({ as: "discipline-officer", method: "POST", path: "/api/acts/dispose-lead", body: body() });
  assert.equal(first.status, 200, first.text);
  const second = await call({ as: "discipline-officer", method: "POST", path: "/api/acts/dispose-lead", body: body() });
  assert.equal(second.status, 409, second.text);
  const { data } = failureOf(second);
  assert.equal(data?.version, lead.version + 1);
  assert.deepEqual(
    data.since?.map(({ seq, act, actorName }) => ({ seq, act, actorName })),
    [{ seq: lead.version + 1, act: "dispose-lead", actorName: "测试discipline-officer" }],
  );
});

test("of two at the same time exactly one wins", async () => {
  const lead = await leadAt(world, "registered");
  const replies = await Promise.all(
    ["talk-inquiry", "shelving"].map((way) =>
      call({
        as: "discipline-officer",
        method: "POST",
        path: "/api/acts/dispose-lead",
        body: { matterId: lead.matterId, version: lead.version, key: randomUUID(), input: inputs.disposal(way) },
      }),
    ),
  );
  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  );
});

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

test("a request from a page of another site changes nothing", async () => {
  const before = await countLeads();
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
  assert.equal(await countLeads(), before);
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

test("the OpenAPI 3.1 document names every endpoint", async () => {
  const { json } = await call({ method: "GET", path: "/api/openapi.json" });
  const document = json as { openapi: string; paths: Record<string, Record<string, unknown>> };
  assert.match(document.openapi, /^3\.1/u);
  for (const { path, method, name } of listEndpoints()) {
    const below = path.slice("/api".length).replaceAll(/:(\w+)/gu, "{$1}");
    assert.ok(document.paths[below]?.[method.toLowerCase()] !== undefined, name);
  }
});

async function countLeads(): Promise<number> {
  const reply = await call({ as: "discipline-officer", method: "POST", path: "/api/leads/search", body: { limit: 1 } });
  return (reply.json as { count: { value: number } }).count.value;
}

const signIn = (account: string, tried: string) =>
  call({ method: "POST", path: "/api/session", body: { account, password: tried } });

test("a wrong password and an unknown account get the same answer", async () => {
  const [known, unknown] = [await signIn("reviewer", "Falsch-1234"), await signIn("nobody", "Falsch-1234")];
  assert.equal(known.status, 401);
  assert.equal(known.text, unknown.text);
  assert.match(known.text, /账号或密码不正确/u);
});

test("the sixth try in fifteen minutes is told to wait, even with the right password, until the window has passed", async () => {
  await extraAccount("guessed", ["reviewer"]);
  for (let attempt = 0; attempt < 5; attempt += 1)
    assert.equal((await signIn("guessed", `Falsch-${attempt}`)).status, 401);
  const sixth = await signIn("guessed", password);
  assert.equal(sixth.status, 429, sixth.text);
  assert.match(sixth.text, /频繁/u);
  world.setNow("2026-07-31T02:16:00Z");
  assert.equal((await signIn("guessed", password)).status, 200);
  world.setNow("2026-07-31T02:00:00Z");
});

test("the session cookie is for the server alone, and a new one at each sign-in", async () => {
  await extraAccount("twice", ["reviewer"]);
  const cookies = [];
  for (const reply of [await signIn("twice", password), await signIn("twice", password)]) {
    const [cookie] = reply.headers.getSetCookie();
    assert.match(cookie ?? "", /HttpOnly/u);
    assert.match(cookie ?? "", /SameSite=Strict/u);
    cookies.push(cookie);
  }
  assert.notEqual(cookies[0], cookies[1]);
});

test("signing out ends the session on the server", async () => {
  await extraAccount("leaver", ["reviewer"]);
  const cookie = cookieIn(await signIn("leaver", password));
  assert.equal((await call({ cookie, method: "GET", path: "/api/session" })).status, 200);
  assert.equal((await call({ cookie, method: "DELETE", path: "/api/session" })).status, 200);
  assert.equal((await call({ cookie, method: "GET", path: "/api/session" })).status, 401);
});

test("half an hour idle ends the session", async () => {
  await extraAccount("idle", ["reviewer"]);
  const cookie = cookieIn(await signIn("idle", password));
  world.setNow("2026-07-31T02:29:00Z");
  assert.equal((await call({ cookie, method: "GET", path: "/api/session" })).status, 200);
  world.setNow("2026-07-31T03:01:00Z");
  assert.equal((await call({ cookie, method: "GET", path: "/api/session" })).status, 401);
  world.setNow("2026-07-31T02:00:00Z");
});

test("a disabled account is out, and a changed role counts, from the next request on", async () => {
  await extraAccount("changing", ["reviewer"]);
  const cookie = cookieIn(await signIn("changing", password));
  const inquirers = () => call({ cookie, method: "POST", path: "/api/log/search", body: {} });
  assert.equal((await inquirers()).status, 403);
  const roles = await call({
    as: "security-administrator",
    method: "POST",
    path: "/api/accounts/extra-changing/roles",
    body: { roles: ["audit-administrator"] },
  });
  assert.equal(roles.status, 200, roles.text);
  assert.equal((await inquirers()).status, 200);
  const disabled = await call({
    as: "security-administrator",
    method: "POST",
    path: "/api/accounts/extra-changing/disabled",
    body: { disabled: true },
  });
  assert.equal(disabled.status, 200, disabled.text);
  assert.equal((await inquirers()).status, 401);
  assert.equal((await signIn("changing", password)).status, 401);
});

test("administrators exclude one another and every other role, and nobody changes their own", async () => {
  await extraAccount("torn", []);
  const give = (accountId: string, roles: string[]) =>
    call({ as: "security-administrator", method: "POST", path: `/api/accounts/${accountId}/roles`, body: { roles } });
  for (const roles of [
    ["system-administrator", "security-administrator"],
    ["audit-administrator", "reviewer"],
  ]) {
    const reply = await give("extra-torn", roles);
    assert.equal(failureOf(reply).data?.refusals?.[0]?.code, "roles-exclude", reply.text);
  }
  assert.equal((await give("extra-torn", ["reviewer", "discipline-officer"])).status, 200);
  assert.equal(
    failureOf(await give(accountIdOf("security-administrator"), ["audit-administrator"])).data?.refusals?.[0]?.code,
    "own-account",
  );
  assert.equal((await give("nobody-knows", ["reviewer"])).status, 404);
});

test("with a one-time password one can change it, and nothing else", async () => {
  const added = await call({
    as: "system-administrator",
    method: "POST",
    path: "/api/accounts",
    body: { key: randomUUID(), account: "newcomer", name: "新同志", organizationId: "bureau", personId: null },
  });
  assert.equal(added.status, 200, added.text);
  const { accountId, oneTimePassword } = added.json as { accountId: string; oneTimePassword: string };
  await call({
    as: "security-administrator",
    method: "POST",
    path: `/api/accounts/${accountId}/roles`,
    body: { roles: ["reviewer"] },
  });
  const cookie = cookieIn(await signIn("newcomer", oneTimePassword));
  const tasks = await call({ cookie, method: "GET", path: "/api/tasks" });
  assert.equal(tasks.status, 403);
  assert.match(tasks.text, /修改一次性密码/u);
  const change = (next: string) =>
    call({ cookie, method: "POST", path: "/api/session/password", body: { current: oneTimePassword, next } });
  assert.match((await change("kurz")).text, /至少8位/u);
  assert.match((await change(oneTimePassword)).text, /不同于原密码/u);
  assert.equal((await change("Xin-Mima-2026")).status, 200);
  assert.equal((await call({ cookie, method: "GET", path: "/api/tasks" })).status, 200);
});

async function extraAccount(account: string, roles: Parameters<typeof addAccount>[1]["roles"]): Promise<void> {
  const hashed = await hashPassword(password);
  await inTransaction(world.app.database, { jurisdictionId: world.app.jurisdictionId, accountId: null }, (trx) =>
    addAccount(trx, {
      id: `extra-${account}`,
      account,
      name: account,
      roles,
      organizationId: null,
      personId: null,
      password: hashed,
      mustChangePassword: false,
    }),
  );
}

function cookieIn(reply: Reply): string {
  const [cookie] = reply.headers.getSetCookie();
  assert.ok(cookie !== undefined, reply.text);
  return cookie.split(";")[0] ?? "";
}

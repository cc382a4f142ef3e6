// What is wrong with a request is said in Chinese, with the field.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { evidenceLimit } from "#server/contract/streams.ts";
import { listEndpoints } from "#server/endpoints.ts";
import { failureOf } from "./failure.ts";
import { leadBody, registerLead } from "./lead-calls.ts";
import { caseAt, inputs } from "./steps.ts";
import { openWorld, persons } from "./world.ts";
import type { Call } from "./world.ts";

const world = await openWorld();
const { call } = world;

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

test("a person or an organization under a level of management that there is not is refused with the field", async () => {
  const person = {
    name: "钱有为",
    sex: "male",
    idNumber: "210502198409096139",
    partyMember: true,
    organizationId: "bureau",
    post: "科员",
    level: "科员级",
    leadingPost: false,
    from: "2020-01-01",
  };
  const organization = { parentId: "bureau", name: "监测站", kind: "government" };
  for (const [as, path, content] of [
    ["personnel-officer", "/api/persons", person],
    ["personnel-officer", "/api/organizations", organization],
  ] as const) {
    const body = { key: randomUUID(), ...content, managedBy: "province" };
    const refused = await call({ as, method: "POST", path, body });
    assert.equal(refused.status, 422, refused.text);
    const [refusal] = failureOf(refused).data?.refusals ?? [];
    assert.deepEqual([refusal?.field, refusal?.message.zh], ["managedBy", "没有“province”这一管理权限"]);
  }
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
    input: inputs.fact(at.subjectId, {
      sha256: "a".repeat(64),
      name: "假.pdf",
      size: 3,
      mediaType: "application/pdf",
      kind: "documentary",
    }),
  };
  const reply = await call({ as: "discipline-officer", method: "POST", path: "/api/acts/record-fact", body });
  assert.equal(failureOf(reply).data?.refusals?.[0]?.code, "no-such-file", reply.text);
});

test("text that no row can hold is refused with its field, wherever it stands, and never breaks anything", async () => {
  const lead = (change: object) => registerLead(leadBody({ ...inputs.lead(), ...change }));
  const post = (path: string, body: object): Call => ({ as: "reviewer", method: "POST", path, body });
  const ask = (name: object): Call =>
    post("/api/eligibility", {
      purpose: "promotion",
      date: "2026-01-01",
      year: null,
      names: [{ name: "甲", ...name }],
    });
  const bad: [Call, string][] = [
    [lead({ summary: "甲\u0000乙" }), "input.summary"],
    [lead({ summary: "甲\ud800乙" }), "input.summary"],
    [lead({ summary: "甲\u001b[31m乙" }), "input.summary"],
    [lead({ concerned: [{ name: "甲", unit: "乙", personId: "x\u0000" }] }), "input.concerned.0.personId"],
    [lead({ ["k\u0000"]: 1 }), "input"],
    [ask({ name: "甲\u0000" }), "names.0.name"],
    [ask({ personId: "\u0000" }), "names.0.personId"],
    [post("/api/persons/search", { organizationId: "\u0000" }), "organizationId"],
    [{ ...post("/api/log/search", { actor: "a\u0000b" }), as: "audit-administrator" }, "actor"],
    [{ ...post("/api/eligibility/export", { names: [{ name: "\u0000" }] }) }, "names.0.name"],
    [post("/api/session", { account: "a\u0000", password: "x" }), "account"],
    [{ as: "reviewer", method: "GET", path: "/api/matters/%00" }, "matterId"],
    [{ as: "reviewer", method: "GET", path: "/api/persons/a%00b" }, "personId"],
    [{ as: "reviewer", method: "GET", path: "/api/matters/%00/files/a" }, "matterId"],
  ];
  for (const [asked, path] of bad) {
    const reply = await call(asked);
    assert.equal(reply.status, 400, `${asked.path} ${path}: ${reply.text}`);
    assert.deepEqual(
      failureOf(reply).data?.issues?.map((issue) => issue.path),
      [path],
      reply.text,
    );
    assert.match(failureOf(reply).message, /不能保存的字符/u);
  }
  const lines = await call(lead({ summary: "第一行\n\t第二行😀" }));
  assert.equal(lines.status, 200, lines.text);
});

test("a body nested without end is refused", async () => {
  const body = `{"input":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  const reply = await call({ ...registerLead({}), body, headers: { "content-type": "application/json" } });
  assert.equal(reply.status, 400, reply.text.slice(0, 200));
});

test("a page key that somebody made up answers the first page, and never breaks anything", async () => {
  const key = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
  const pages: [path: string, as: Call["as"], bodies: object[]][] = [
    [
      "/api/leads/search",
      "discipline-officer",
      [
        { sort: "number", after: key(99_999_999_999, 1) },
        { sort: "number", after: key(2026, Number.MAX_SAFE_INTEGER) },
        { sort: "openedOn", after: key("0000-01-01", "x") },
        { sort: "openedOn", after: key("2026-01-01", "x\u0000") },
        { sort: "dueOn", after: key("0000-01-01", "x") },
        { sort: "updatedAt", after: key("x\u0000", "y") },
        { sort: "updatedAt", after: "!!" },
      ],
    ],
    ["/api/persons/search", "reviewer", [{ after: key("\u0000", "a") }, { after: key("a", "\ud800") }]],
    ["/api/restricted/search", "reviewer", [{ after: key("0000-01-01", "a") }, { after: key("2026-01-01", "\u0000") }]],
    ["/api/log/search", "audit-administrator", [{ after: key("\u0000", "a", 1) }, { after: key("a", "b", 1e11) }]],
  ];
  for (const [path, as, bodies] of pages) {
    for (const body of bodies) {
      const reply = await call({ ...(as === undefined ? {} : { as }), method: "POST", path, body });
      assert.equal(reply.status, 200, `${path} ${JSON.stringify(body)}: ${reply.text}`);
    }
  }
});

checkBad(
  "a day before the year 1900 is told so, with its field",
  registerLead(leadBody({ ...inputs.lead(), receivedOn: "0000-01-01" })),
  400,
  "input.receivedOn",
  /1900/u,
);

test("a post that began before the year 1900 is refused", async () => {
  const body = {
    key: randomUUID(),
    name: "何早",
    sex: "female",
    idNumber: "210502198409096120",
    partyMember: true,
    organizationId: "bureau",
    post: "科员",
    level: "科员级",
    leadingPost: false,
    managedBy: "unit",
    from: "0000-01-01",
  };
  const reply = await call({ as: "personnel-officer", method: "POST", path: "/api/persons", body });
  assert.equal(reply.status, 422, reply.text);
  assert.equal(failureOf(reply).data?.refusals?.[0]?.field, "from");
});

test("a path that is empty where an id should stand is answered at once, at every endpoint", async () => {
  const named = listEndpoints().filter(({ path }) => path.includes(":"));
  assert.ok(named.length > 20);
  for (const { name, method, path, meta } of named) {
    const as = typeof meta.access === "string" ? null : (meta.access[0] ?? null);
    const at = { as, method, path: path.replaceAll(/:\w+/gu, "") } as const;
    const reply = await call(method === "GET" ? at : { ...at, body: {} });
    // Without its last part the address of one may be that of the list.
    assert.ok(reply.status < 500, `${name} ${reply.status} ${reply.text}`);
    if (reply.status !== 200) assert.match(failureOf(reply).message, /[一-鿿]/u, name);
  }
});

// The reporter's identity: sealed, absent from everything else, and opened only by two people, with a reason, for some hours.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { sql } from "kysely";
import { z } from "zod";
import type { Receipt } from "#matters/contract/acts.ts";
import { actIds, acts } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import { duties } from "#casework/duties.ts";
import { roles } from "#casework/roles.ts";
import type { Role } from "#casework/roles.ts";
import { answerReporterRequest, openReporter } from "#matters/uses/reporters.ts";
import { inTransaction } from "#database/database.ts";
import { rowsOf } from "#database/rows.ts";
import { failureOf } from "./failure.ts";
import { caseAt, inputs } from "./steps.ts";
import { openWorld, persons, today } from "./world.ts";
import type { Reply } from "./world.ts";
import { allAnswers } from "./all-answers.ts";
import { refusable } from "./refusable.ts";

/** Words that have to be those of another act or of the law. */
const exact = new Set([
  "act",
  "documentNumber",
  "recipient",
  "recipients",
  "originalLevel",
  "post",
  "organizationName",
]);
/** What is another one with each call. */
const moving = /"(?:serial|at|number|matterId)":"[^"]*"/gu;

const world = await openWorld();
const { call } = world;

const planted = Array.from({ length: 40 }, (_, index) => ({
  name: `匿${"甲乙丙丁戊己庚辛壬癸"[index % 10] ?? ""}${"子丑寅卯"[Math.floor(index / 10)] ?? ""}`,
  contact: `1390411${String(index).padStart(4, "0")}`,
  original: index % 2 === 0 ? `我是${index}号楼的住户，亲眼所见` : null,
}));

function register(reporter: object, input: object = inputs.lead(), key: string = randomUUID()): Promise<Reply> {
  const body = { key, input, reporter };
  return call({ as: "discipline-officer", method: "POST", path: "/api/reporters/leads", body });
}
const leads: string[] = [];
for (const reporter of planted) {
  const reply = await register(reporter);
  assert.equal(reply.status, 200, reply.text);
  leads.push((reply.json as { matterId: string }).matterId);
}
const [lead = "", second = ""] = leads;
const requests = (matterId: string) => `/api/reporters/leads/${matterId}/requests`;
const ask = async (matterId: string, hours = 2) => {
  const body = { key: randomUUID(), reasons: "须向反映人核实时间地点", hours };
  const reply = await call({ as: "discipline-officer", method: "POST", path: requests(matterId), body });
  assert.equal(reply.status, 200, reply.text);
  return (reply.json as { requestId: string }).requestId;
};
const answer = (matterId: string, requestId: string, approved: boolean, as: "committee-secretary" | "reviewer") =>
  call({
    as,
    method: "POST",
    path: `${requests(matterId)}/${requestId}`,
    body: { key: randomUUID(), approved, reasons: "经研究" },
  });
const open = (matterId: string, requestId: string) =>
  call({ as: "discipline-officer", method: "POST", path: `${requests(matterId)}/${requestId}/open`, body: {} });

test("it is opened by two people with a reason, until the time is over, and every reading is in the log", async () => {
  const requestId = await ask(lead);
  assert.equal(failureOf(await open(lead, requestId)).data?.refusals?.[0]?.code, "not-granted");
  assert.equal((await answer(lead, requestId, true, "committee-secretary")).status, 200);
  const opened = await open(lead, requestId);
  assert.equal(opened.status, 200, opened.text);
  assert.deepEqual((opened.json as { reporter: unknown }).reporter, planted[0]);
  // Sessions end sooner than that, so the same is asked of the application itself.
  const openAt = (instant: string) => {
    world.setNow(instant);
    return openReporter(world.app, world.actorOf("discipline-officer"), { matterId: lead, requestId });
  };
  assert.equal((await openAt(`${today}T03:59:59Z`)).type, "done");
  const late = await openAt(`${today}T04:00:00Z`);
  assert.equal(late.type === "refused" ? late.refusals[0]?.code : late.type, "grant-over");
  world.setNow(`${today}T02:00:00Z`);
  const read = await rows(sql`SELECT body AS text FROM audit_entry WHERE what = 'read-reporter' AND outcome = 'done'`);
  assert.equal(read.length, 2);
  // A grant for one lead opens no other.
  assert.equal((await open(second, requestId)).status, 404);
});

test("a refused request opens nothing, and is answered once", async () => {
  const requestId = await ask(second);
  assert.equal((await answer(second, requestId, false, "reviewer")).status, 200);
  assert.equal(failureOf(await open(second, requestId)).data?.refusals?.[0]?.code, "not-granted");
  const again = failureOf(await answer(second, requestId, true, "committee-secretary"));
  assert.equal(again.data?.refusals?.[0]?.code, "answered-already");
});

test("whoever asks does not approve: the engine refuses, and the database too", async () => {
  const requestId = await ask(second);
  const both = {
    ...world.actorOf("discipline-officer"),
    roles: ["discipline-officer", "committee-secretary"] as const,
  };
  const input = { matterId: second, requestId, key: randomUUID(), approved: true, reasons: "自批" };
  const refused = await answerReporterRequest(world.app, both, input);
  assert.equal(refused.type === "refused" ? refused.refusals[0]?.code : refused.type, "four-eyes");
  const byHand = sql`INSERT INTO reporter_answer (jurisdiction_id, request_id, lead_id, requested_by, answered_by, at, approved, reasons, until)
    SELECT jurisdiction_id, id, lead_id, requested_by, requested_by, at, true, 'x', at FROM reporter_request WHERE id = ${requestId}`;
  await assert.rejects(
    within((trx) => byHand.execute(trx.kysely)),
    { code: "23514" },
  );
});

test("row-level security keeps the sealed rows from every account without a grant", async () => {
  assert.equal((await rows(sql`SELECT sealed AS text FROM reporter_identity`, "account-reviewer")).length, 0);
  assert.equal((await rows(sql`SELECT sealed AS text FROM reporter_identity`, "account-discipline-officer")).length, 1);
});

test("forty planted names stand in no answer, no table, no log, no index", async () => {
  const names = planted.flatMap(({ name, contact, original }) => [
    name,
    contact,
    ...(original === null ? [] : [original]),
  ]);
  const holds = (text: string) => names.filter((name) => text.includes(name));
  const asked = [
    ...leads.flatMap((id) => [`/api/matters/${id}`, `/api/reporters/leads/${id}`]),
    "/api/tasks",
    "/api/reporters/requests",
  ].map((path) => call({ as: "reviewer", method: "GET", path }));
  const searched = names
    .slice(0, 12)
    .map((query) => call({ as: "reviewer", method: "POST", path: "/api/leads/search", body: { query } }));
  const similar = call({
    as: "discipline-officer",
    method: "POST",
    path: "/api/leads/similar",
    body: { summary: inputs.lead().summary, concerned: [] },
  });
  const log = call({ as: "audit-administrator", method: "POST", path: "/api/log/search", body: { limit: 200 } });
  for (const reply of await Promise.all([...asked, ...searched, similar, log])) {
    assert.ok(reply.status === 200, reply.text);
    assert.deepEqual(holds(reply.text), []);
  }
  for (const reply of await Promise.all(searched)) assert.equal((reply.json as { rows: unknown[] }).rows.length, 0);
  const tables = await rows(
    sql`SELECT relname AS text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  assert.ok(tables.includes("reporter_identity"));
  for (const table of tables) {
    // As the owner: what a dump of the database would hold.
    const { rows: dumped } = await sql<{
      text: string;
    }>`SELECT to_jsonb(t)::text AS text FROM ${sql.table(table)} AS t`.execute(world.app.database.kysely);
    assert.deepEqual(holds(dumped.map(({ text }) => text).join("\n")), [], table);
  }
});

const act = (as: Role, name: string, at: { matterId: string; version: number } | null, input: object) => {
  const body = { key: randomUUID(), matterId: at?.matterId ?? null, version: at?.version ?? null, input };
  return call({ as, method: "POST", path: `/api/acts/${name}`, body });
};

test("nothing that is typed beside a reporter's name or number reacts to it: it is registered and shown to the group as typed", async () => {
  const { name, contact } = planted[3] ?? { name: "", contact: "" };
  const [typed, told] = [`住户${name}的名字`, `来电${contact}反映`];
  for (const summary of [typed, told]) {
    const reply = await register(planted[3] ?? {}, { ...inputs.lead(), summary });
    assert.equal(reply.status, 200, reply.text);
  }
  const key = randomUUID();
  assert.equal((await register(planted[1] ?? {}, inputs.lead(), key)).status, 200);
  assert.equal((await register(planted[1] ?? {}, inputs.lead(), key)).status, 200);
  assert.equal(failureOf(await register(planted[2] ?? {}, inputs.lead(), key)).data?.refusals?.[0]?.code, "key-used");
});

test("every text of every act on a lead and a case is answered alike, whether it holds the reporter's name or another", async () => {
  const said: string[][] = [];
  for (const [sealed, written] of [
    [planted[4], planted[4]],
    [planted[5], planted[6]],
  ] as const) {
    const lines: string[] = [];
    const name = written?.name ?? "";
    const number = written?.contact ?? "";
    const put = (value: unknown, key = ""): unknown => {
      if (typeof value === "string")
        return /\p{Script=Han}/u.test(value) && !exact.has(key) ? `${value}${name}${number}` : value;
      if (Array.isArray(value)) return value.map((one) => put(one, key));
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, put(inner, field)]));
    };
    const note = (what: string, reply: Reply, ids: readonly string[] = []) => {
      let text = reply.text.replaceAll(name, "NAME").replaceAll(number, "NUMBER");
      for (const id of ids) text = text.replaceAll(id, "ID");
      lines.push(`${what} ${reply.status} ${text.replaceAll(moving, "")}`);
    };
    const registered = await register(sealed ?? {}, put(inputs.lead()) as object);
    const lead = registered.json as Receipt;
    note("register", registered, [lead.matterId, lead.number]);
    const back = await act("discipline-officer", "return-lead", lead, put(inputs.return) as object);
    note("return", back, [lead.matterId, lead.number]);
    const more = await act(
      "discipline-officer",
      "supplement-lead",
      back.json as Receipt,
      put(inputs.supplement) as object,
    );
    note("supplement", more, [lead.matterId, lead.number]);
    for (const id of actIds.filter((one) => acts[one].matter === "lead" && !acts[one].begins))
      note(id, await act("discipline-officer", id, more.json as Receipt, put(refusable(id)) as object), [
        lead.matterId,
      ]);
    const how = async (role: Role, id: ActId, at: Receipt | null, input: unknown): Promise<Receipt> => {
      const given = id === "request-opening" ? { ...(input as object), leadIds: [lead.matterId] } : (input as object);
      const reply = await act(role, id, at, put(given) as object);
      const receipt = reply.json as Receipt;
      assert.equal(reply.status, 200, `${id}: ${reply.text}`);
      note(id, reply, [receipt.matterId, receipt.number]);
      return receipt;
    };
    const reached = await caseAt(world, "closed", persons.subject.id, how);
    for (const id of actIds.filter((one) => acts[one].matter === "case" && !acts[one].begins))
      note(id, await act(duties[id].roles[0], id, reached, put(refusable(id)) as object), [reached.matterId]);
    for (const role of roles)
      for (const { name: endpoint, status, text } of await allAnswers(world, await world.cookieOf(role), [role], {
        known: { matterId: [reached.matterId, lead.matterId] },
        query: name,
        names: [],
      }))
        if (role === "unit-liaison" || endpoint === "streams.exportCase") {
          assert.ok(!text.includes(name) && !text.includes(number), `${role} ${endpoint}`);
          lines.push(`${role} ${endpoint} ${status}`);
        }
    for (const role of ["office-clerk", "personnel-officer", "unit-liaison"] as const) {
      const found = await call({ as: role, method: "POST", path: "/api/cases/search", body: { query: name } });
      lines.push(`${role} ${found.text}`);
    }
    said.push(lines);
  }
  assert.ok((said[0]?.length ?? 0) > 100);
  assert.deepEqual(said[0], said[1]);
});

test("words with a protected name never go out: whoever may be shown it is told, and nobody else learns of it", async () => {
  const { name, contact } = planted[7] ?? { name: "", contact: "" };
  const { matterId } = (await register(planted[7] ?? {})).json as { matterId: string };
  const back = async (reasons: string, at: { matterId: string; version: number }, on = "2025-01-08") =>
    (await act("discipline-officer", "return-lead", at, { ...inputs.return, on, reasons })).json as Receipt;
  const first = await back(`请${name.slice(0, 1)} ${name.slice(1)}补充`, { matterId, version: 1 });
  const again = await act("discipline-officer", "supplement-lead", first, inputs.supplement);
  await back("请补充时间地点", again.json as Receipt, "2025-01-12");
  const path = `/api/releases/${matterId}`;
  const texts = async () =>
    (await call({ as: "reviewer", method: "GET", path })).json as { texts: { seq: number; named: boolean }[] };
  const before = (await texts()).texts;
  assert.deepEqual(
    before.map(({ named }) => named),
    [true, false],
  );
  const release = (seqs: readonly number[]) =>
    call({ as: "reviewer", method: "POST", path, body: { key: randomUUID(), seqs } });
  const refused = await release(before.map(({ seq }) => seq));
  assert.equal(failureOf(refused).data?.refusals?.[0]?.code, "reporter-named");
  assert.equal((await texts()).texts.length, 2);
  assert.equal((await release([before[1]?.seq ?? 0])).status, 200);
  assert.deepEqual(
    (await texts()).texts.map(({ named }) => named),
    [true],
  );
  // To the group nothing tells the one from the other.
  const view = (await call({ as: "discipline-officer", method: "GET", path: `/api/matters/${matterId}` }))
    .json as object;
  assert.ok("waiting" in view && !JSON.stringify(view).includes("named") && !JSON.stringify(view).includes(contact));
});

test("similar leads are shown by person, words and unit, and never one that the reader may not see", async () => {
  const like = async (as: "reviewer" | "office-clerk", body: object) =>
    (await call({ as, method: "POST", path: "/api/leads/similar", body })).json as {
      alike: string;
      matterId: string;
    }[];
  const concerned = [{ name: "周明远", unit: "别处", personId: null }];
  const byName = await like("reviewer", { summary: "", concerned });
  assert.ok(byName.length === 10 && byName.every(({ alike }) => alike === "same-person"));
  const byText = await like("reviewer", { summary: "反映生态环境局对排污问题久拖不决、处置不力", concerned: [] });
  assert.ok(byText.length > 0 && byText.every(({ alike }) => alike === "similar-text"));
  const byUnit = await like("reviewer", { summary: "", concerned: [{ name: "", unit: "生态环境局", personId: null }] });
  assert.ok(byUnit.length > 0 && byUnit.every(({ alike }) => alike === "same-unit"));
  assert.deepEqual(await like("office-clerk", { summary: inputs.lead().summary, concerned }), []);
  assert.deepEqual(await like("reviewer", { summary: "食堂采购招标围标", concerned: [] }), []);
  assert.ok(persons.subject.name === "周明远");
});

function within<T>(work: Parameters<typeof inTransaction<T>>[2], accountId = "account-reviewer"): Promise<T> {
  return inTransaction(world.app.database, { jurisdictionId: world.app.jurisdictionId, accountId }, work);
}

async function rows(statement: ReturnType<typeof sql>, accountId?: string): Promise<string[]> {
  const found = await within((trx) => rowsOf(trx, z.object({ text: z.string() }), statement), accountId);
  return found.map(({ text }) => text);
}

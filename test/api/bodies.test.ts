// Leading bodies: 因多人不担当不作为被问责或处理、不能正常开展工作的，应当及时对其党组织和领导班子进行改组或调整.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { sql } from "kysely";
import type { BodyActId } from "#bodies/rules/body-names.ts";
import type { Role } from "#casework/roles.ts";
import { inTransaction } from "#database/database.ts";
import { addPersons } from "#registry/rows/persons.ts";
import { failureOf } from "./failure.ts";
import { caseAt } from "./steps.ts";
import { evidenceFile, openWorld, persons, today } from "./world.ts";

const world = await openWorld();
const { app, call } = world;
const street = { ...persons.sameNameTwo, post: "主任" };
const second = { ...street, id: "street-2", name: "唐志宏", post: "副主任", idNumber: "210502198109234034" };
const third = { ...street, id: "street-3", name: "邱文斌", post: "副主任", idNumber: "210502197704125014" };
await inTransaction(app.database, { jurisdictionId: app.jurisdictionId, accountId: null }, (trx) =>
  addPersons(trx, app.keys, [second, third]),
);

let version = 0;
async function doing(as: Role, act: BodyActId, input: object, at = version) {
  const body = { organizationId: "street", version: at, key: randomUUID(), input };
  const reply = await call({ as, method: "POST", path: `/api/bodies/acts/${act}`, body });
  if (reply.status === 200) version = (reply.json as { version: number }).version;
  return reply;
}
const view = (as: Role) => call({ as, method: "GET", path: "/api/bodies/street" });
const list = async (as: Role) => {
  const reply = await call({ as, method: "POST", path: "/api/bodies/search", body: {} });
  return (reply.json as { rows: { organizationId: string; stage: string; counted: number }[] }).rows;
};
const codes = (reply: { json: unknown; text: string; status: number }) =>
  failureOf(reply as Parameters<typeof failureOf>[0]).data?.refusals?.map(({ code }) => code);
const found = (finding: string, is: boolean) => ({ finding, found: is, on: "2026-07-01", reasons: "经核实" });
const told = async (as: Role) => {
  const reply = await call({ as, method: "POST", path: "/api/notifications/search", body: { limit: 200 } });
  return (reply.json as { rows: { kind: string; organizationId: string | null }[] }).rows.filter(
    ({ kind }) => kind === "body-noticed",
  );
};

test("one member held accountable is no notice, two are, told to those whose duty it is", async () => {
  await caseAt(world, "decided", street.id);
  assert.deepEqual([await list("reviewer"), await told("personnel-officer")], [[], []]);
  assert.deepEqual(codes(await doing("personnel-officer", "find-body", found("several", true))), ["not-at-this-stage"]);
  await caseAt(world, "decided", second.id);
  const [row] = await list("reviewer");
  assert.deepEqual([row?.organizationId, row?.stage, row?.counted], ["street", "noticed", 2]);
  assert.deepEqual(
    (await told("personnel-officer")).map(({ organizationId }) => organizationId),
    ["street"],
  );
  assert.deepEqual(await told("office-clerk"), []);
});

type OpenItem = { act: string; mine: boolean; accountName: string | null; dueOn: string | null; offices: string[] };
type OpenPage = { rows: OpenItem[]; next: string | null; count: { value: number } };
const openPage = async (as: Role, body: object) => {
  const reply = await call({ as, method: "POST", path: "/api/bodies/open/search", body });
  assert.equal(reply.status, 200, reply.text);
  return reply.json as OpenPage; // the contract's own output
};
const open = async (as: Role) => (await openPage(as, {})).rows;
type Figure = { name: string; open: { value: number }; overdue: { value: number }; soon: { value: number } };
const figures = async (as: Role, office: string | null = null) => {
  const reply = await call({ as, method: "POST", path: "/api/supervision/figures", body: { office } });
  return reply.json as Record<"offices" | "items", Figure[]>;
};
const bell = async (as: Role) => {
  const reply = await call({ as, method: "GET", path: "/api/notifications/bell" });
  return (reply.json as { due: { value: number } }).due.value;
};
/** The next act of the round, as each office sees it: whether it is theirs. */
const nextIs = async (act: string, mine: Partial<Record<Role, boolean>>) => {
  for (const [role, own] of Object.entries(mine) as [Role, boolean][])
    // the keys of the table are roles
    assert.deepEqual(
      (await open(role)).map((one) => [one.act, one.mine]),
      [[act, own]],
      role,
    );
};

test("what a notice asks for is on the desk of those who may do it, and known to the others", async () => {
  await nextIs("find-body", { "personnel-officer": true, "discipline-officer": true, "office-clerk": false });
});

test("it counts in the figures of each office whose it is, under its kind, and leads to its list", async () => {
  const all = await figures("reviewer");
  const kind = all.items.find(({ name }) => name === "find-body");
  assert.deepEqual([kind?.open.value, kind?.overdue.value, kind?.soon.value], [1, 0, 0]);
  for (const { name, open: shown } of all.offices) {
    const body = { office: name, limit: 1 };
    const inMatters = await call({ as: "reviewer", method: "POST", path: "/api/supervision/search", body });
    const { count } = inMatters.json as OpenPage;
    const onBodies = (await openPage("reviewer", body)).count.value;
    assert.equal(onBodies, ["personnel-department", "discipline-committee"].includes(name) ? 1 : 0, name);
    assert.equal(shown.value, count.value + onBodies, name);
  }
  assert.deepEqual((await openPage("reviewer", { item: "decide-reform" })).rows, []);
  assert.deepEqual((await openPage("reviewer", { due: "overdue" })).rows, [], "an act of a round has no term");
});

test("without both findings nothing is proposed, and each refusal quotes the article", async () => {
  const proposal = { measure: "reorganization", body: "personnel-department", on: "2026-07-03", reasons: "班子瘫痪" };
  const none = await doing("personnel-officer", "propose-reform", proposal);
  assert.deepEqual(codes(none), ["several-not-found", "no-normal-work-not-found"]);
  assert.match(none.text, /应当及时对其党组织和领导班子进行改组或调整/u);
  assert.equal((await doing("personnel-officer", "find-body", found("several", true))).status, 200);
  assert.equal((await doing("discipline-officer", "find-body", found("no-normal-work", false))).status, 200);
  assert.deepEqual(codes(await doing("personnel-officer", "propose-reform", proposal)), ["no-normal-work-not-found"]);
  assert.equal((await doing("discipline-officer", "find-body", found("no-normal-work", true))).status, 200);
  const both = await doing("committee-secretary", "decline-reform", { on: "2026-07-02", reasons: "暂不处理" });
  assert.deepEqual(codes(both), ["reform-is-due"]);
  const wrong = await doing("personnel-officer", "propose-reform", { ...proposal, measure: "removal" });
  assert.deepEqual(codes(wrong), ["not-for-bodies"]);
  const early = await doing("personnel-officer", "propose-reform", { ...proposal, on: "2026-06-30" });
  assert.deepEqual(codes(early), ["out-of-order", "out-of-order"]);
  await nextIs("propose-reform", { "personnel-officer": true, "committee-secretary": false });
  assert.equal((await doing("personnel-officer", "propose-reform", proposal)).status, 200);
  await nextIs("deliberate-reform", { "office-clerk": true, "personnel-officer": false });
});

const yesterday = "2026-07-30";
/** How much rang for the personnel officer before a follow-up was theirs. */
let rung = 0;
const minutes = await evidenceFile(world, "会议纪要", "office-clerk");
const sitting = {
  body: "working-committee",
  on: "2026-07-10",
  topic: "青石街道领导班子改组",
  attendance: ["甲", "乙", "丙"],
  recusals: [],
  votesFor: 3,
  votesAgainst: 0,
  abstentions: 0,
  result: "同意改组",
  minutes: "一致同意",
};
const decision = {
  measure: "reorganization",
  body: "working-committee",
  on: "2026-07-12",
  documentNumber: "测党发〔2026〕9号",
  departure: null,
  followUps: [
    { personId: second.id, what: "另行安排工作", accountId: "account-personnel-officer", dueOn: today },
    { personId: second.id, what: "谈话了解思想动态", accountId: "account-office-clerk", dueOn: yesterday },
  ],
};

test("the body's own members do not sit, the body that deliberated decides, and a departure says why", async () => {
  const own = await doing("office-clerk", "deliberate-reform", { ...sitting, attendance: ["甲", "乙", third.name] });
  assert.deepEqual(codes(own), ["subject-sits"]);
  assert.deepEqual(codes(await doing("committee-secretary", "decide-reform", decision)), ["not-at-this-stage"]);
  const unknown = { ...sitting, evidence: [{ sha256: "b".repeat(64), name: "纪要.pdf", size: 9, mediaType: "x/y" }] };
  assert.deepEqual(codes(await doing("office-clerk", "deliberate-reform", unknown)), ["no-such-file"]);
  const evidence = [minutes];
  assert.equal((await doing("office-clerk", "deliberate-reform", { ...sitting, evidence })).status, 200);
  const stale = await doing("committee-secretary", "decide-reform", decision, 1);
  assert.equal(stale.status, 409);
  const other = { ...decision, measure: "body-adjustment", on: "2026-07-09" };
  const refused = await doing("committee-secretary", "decide-reform", other);
  assert.deepEqual(codes(refused), ["before-deliberation", "departure-without-reasons"]);
  const elsewhere = await doing("committee-secretary", "decide-reform", { ...decision, body: "personnel-department" });
  assert.deepEqual(codes(elsewhere), ["not-competent", "not-deliberated-there"]);
  const [followUp] = decision.followUps;
  const stranger = { ...decision, followUps: [{ ...followUp, personId: "nobody", dueOn: "2026-07-01" }] };
  assert.deepEqual(codes(await doing("committee-secretary", "decide-reform", stranger)), [
    "not-a-member",
    "out-of-order",
  ]);
  rung = await bell("personnel-officer");
  assert.equal((await doing("committee-secretary", "decide-reform", decision)).status, 200);
});

test("what follows for a member is done once, by another than who decided, and the round is over", async () => {
  const { history } = (await view("personnel-officer")).json as {
    history: { event: { followUps?: { id: string }[] } }[];
  };
  const followUp = history.at(-1)?.event.followUps?.[0]?.id ?? assert.fail("no follow-up");
  const done = { followUp, on: "2026-07-20", note: "已安排到其他单位工作" };
  const seen = (rows: OpenItem[]) => rows.map(({ accountName, dueOn, mine }) => [accountName, dueOn, mine]);
  assert.deepEqual(seen(await open("office-clerk")), [
    ["测试office-clerk", yesterday, true],
    ["测试personnel-officer", today, false],
  ]);
  const first = await openPage("reviewer", { limit: 1 });
  const rest = await openPage("reviewer", { limit: 1, after: first.next });
  assert.deepEqual([seen(first.rows).length, first.count.value, rest.next], [1, 2, null]);
  assert.deepEqual(
    [...first.rows, ...rest.rows].map(({ dueOn }) => dueOn),
    [yesterday, today],
  );
  const numbers = async (office: string) => {
    const { items } = await figures("reviewer", office);
    const { open: all, overdue, soon } = items.find(({ name }) => name === "complete-follow-up") ?? assert.fail();
    return [all.value, overdue.value, soon.value];
  };
  assert.deepEqual(await numbers("personnel-department"), [1, 0, 1]);
  assert.deepEqual(await numbers("general-office"), [1, 1, 0]);
  for (const [due, is] of [
    ["overdue", [yesterday]],
    ["soon", [today]],
    ["pressing", [yesterday, today]],
  ] as const)
    assert.deepEqual(
      (await openPage("reviewer", { due })).rows.map(({ dueOn }) => dueOn),
      is,
    );
  assert.equal((await openPage("personnel-officer", { mine: true, due: "pressing" })).count.value, 1);
  assert.equal(await bell("personnel-officer"), rung + 1);
  assert.deepEqual(codes(await doing("discipline-officer", "complete-follow-up", done)), ["not-your-follow-up"]);
  assert.equal((await doing("personnel-officer", "complete-follow-up", done)).status, 200);
  assert.equal(await bell("personnel-officer"), rung);
  assert.deepEqual(codes(await doing("personnel-officer", "complete-follow-up", done)), ["no-open-follow-up"]);
  const theirs = { ...done, followUp: history.at(-1)?.event.followUps?.[1]?.id };
  assert.equal((await doing("office-clerk", "complete-follow-up", theirs)).status, 200);
  assert.deepEqual(await open("office-clerk"), []);
  const [row] = await list("committee-secretary");
  assert.deepEqual([row?.stage, row?.counted], ["reformed", 0]);
  assert.deepEqual(codes(await doing("personnel-officer", "find-body", found("several", true))), ["not-at-this-stage"]);
});

test("a file comes through the body whose act names it, to who reads of bodies", async () => {
  const path = (organization: string, sha256: string) => `/api/bodies/${organization}/files/${sha256}`;
  const got = await call({ as: "reviewer", method: "GET", path: path("street", minutes.sha256) });
  assert.deepEqual([got.status, got.text], [200, "会议纪要"]);
  const missing = await call({ as: "reviewer", method: "GET", path: path("street", "c".repeat(64)) });
  const elsewhere = await call({ as: "reviewer", method: "GET", path: path("bureau", minutes.sha256) });
  assert.deepEqual([missing.status, elsewhere.status, elsewhere.text], [404, 404, missing.text]);
  const barred = await call({ as: "unit-liaison", method: "GET", path: path("street", minutes.sha256) });
  assert.equal(barred.status, 403);
});

test("of a body one is told all or nothing: who is kept from one of its cases sees neither it nor its acts", async () => {
  assert.equal((await view("discipline-officer")).status, 200);
  const { held } = (await view("reviewer")).json as { held: { matterId: string }[] };
  await inTransaction(app.database, { jurisdictionId: app.jurisdictionId, accountId: null }, (trx) =>
    sql`INSERT INTO matter_recused (jurisdiction_id, matter_id, kind, who)
      VALUES (${app.jurisdictionId}, ${held[0]?.matterId}, 'account', 'account-discipline-officer')`.execute(
      trx.kysely,
    ),
  );
  const [reply, missing] = [
    await view("discipline-officer"),
    await call({ as: "discipline-officer", method: "GET", path: "/api/bodies/nothing" }),
  ];
  assert.deepEqual([reply.status, reply.text], [404, missing.text]);
  const file = `/api/bodies/street/files/${minutes.sha256}`;
  assert.equal((await call({ as: "discipline-officer", method: "GET", path: file })).status, 404);
  assert.deepEqual(await list("discipline-officer"), []);
  assert.deepEqual(await told("discipline-officer"), []);
  const scope = { jurisdictionId: app.jurisdictionId, accountId: "account-discipline-officer", today: "2026-07-31" };
  const seen = await inTransaction(app.database, scope, (trx) =>
    sql`SELECT seq FROM body_event`.execute(trx.kysely).then(({ rows }) => rows.length),
  );
  assert.equal(seen, 0, "row-level security");
});

test("the database itself refuses the same hands twice", async () => {
  const scope = { jurisdictionId: app.jurisdictionId, accountId: null };
  const saving = inTransaction(app.database, scope, (trx) =>
    sql`INSERT INTO body_event (jurisdiction_id, organization_id, seq, at, act, actor_id, actor_name, not_by, body)
      VALUES (${app.jurisdictionId}, 'street', 99, '2026-07-31T02:00:00.000Z', 'decide-reform', 'a', '甲', '{a}', '{}')`.execute(
      trx.kysely,
    ),
  );
  await assert.rejects(saving, (error: { code?: string }) => error.code === "23514");
});

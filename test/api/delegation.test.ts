// Delegation with dates: approved by a third, effective on its days alone, seen in the history, and never two pairs of eyes for one.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { hashPassword } from "#accounts/passwords.ts";
import type { Role } from "#casework/roles.ts";
import { addAccount } from "../settled.ts";
import { inTransaction } from "#database/database.ts";
import { failureOf } from "./failure.ts";
import { caseAt, inputs } from "./steps.ts";
import { accountIdOf, openWorld, password, persons } from "./world.ts";
import type { Call, Reply } from "./world.ts";

const world = await openWorld();
const { call } = world;
const hashed = await hashPassword(password);
await inTransaction(world.app.database, { jurisdictionId: world.app.jurisdictionId, accountId: null }, (trx) =>
  addAccount(trx, {
    id: "deputy",
    account: "deputy",
    name: "副职",
    roles: ["office-clerk"],
    organizationId: "bureau",
    personId: persons.other.id,
    password: hashed,
    mustChangePassword: false,
  }),
);
/** Signed in anew after the clock was moved: an idle session would have ended. */
async function deputyOn(day: string): Promise<string> {
  world.setNow(`${day}T02:00:00Z`);
  const reply = await call({ method: "POST", path: "/api/session", body: { account: "deputy", password } });
  return reply.headers.getSetCookie()[0]?.split(";")[0] ?? assert.fail(reply.text);
}
const ask = (as: Role, toAccount: string, role: Role, from: string, until: string): Promise<Reply> =>
  call({
    as,
    method: "POST",
    path: "/api/delegations",
    body: { key: randomUUID(), toAccount, role, from, until, reason: "外出学习" },
  });
const decide = (as: Role, delegationId: string): Promise<Reply> =>
  call({
    as,
    method: "POST",
    path: `/api/delegations/${delegationId}/decision`,
    body: { key: randomUUID(), approved: true, reason: "同意" },
  });
const codeOf = (reply: Reply) => failureOf(reply).data?.refusals?.[0]?.code;
const idIn = (reply: Reply) => (reply.json as { delegationId: string }).delegationId;

test("one delegates one's own role, to somebody of the offices, once, and what was lent is not lent on", async () => {
  world.setNow("2026-07-31T02:00:00Z");
  const cases: [Promise<Reply>, string][] = [
    [ask("reviewer", "deputy", "discipline-officer", "2026-08-01", "2026-08-02"), "role-not-yours"],
    [ask("reviewer", accountIdOf("reviewer"), "reviewer", "2026-08-01", "2026-08-02"), "own-account"],
    [ask("reviewer", accountIdOf("audit-administrator"), "reviewer", "2026-08-01", "2026-08-02"), "no-office"],
    [ask("reviewer", "nobody-knows", "reviewer", "2026-08-01", "2026-08-02"), "no-such-account"],
    [ask("reviewer", "deputy", "reviewer", "2026-08-02", "2026-08-01"), "ends-before-it-begins"],
    [ask("reviewer", "deputy", "reviewer", "2026-07-01", "2026-07-30"), "over-already"],
    [ask("reviewer", "deputy", "reviewer", "2026-02-30", "2026-08-01"), "no-such-day"],
  ];
  for (const [reply, code] of cases) assert.equal(codeOf(await reply), code);
});

test("neither side approves, and each can end it: from the next request on", async () => {
  const asked = await ask("discipline-officer", "deputy", "discipline-officer", "2026-07-31", "2026-08-31");
  assert.equal(asked.status, 200, asked.text);
  assert.equal((await decide("discipline-officer", idIn(asked))).status, 403);
  const cookie = await deputyOn("2026-07-31");
  const leads: Call = { cookie, method: "POST", path: "/api/acts/register-lead", body: {} };
  const inquiry = await caseAt(world, "inquiry", persons.subject.id);
  const page: Call = { cookie, method: "GET", path: `/api/matters/${inquiry.matterId}` };
  assert.equal((await call(page)).status, 404, "asked for is not approved");
  assert.equal((await decide("committee-secretary", idIn(asked))).status, 200);
  assert.equal((await call(page)).status, 200);
  assert.equal((await call(leads)).status, 400, "what they may do they still may");
  const end = {
    cookie,
    method: "POST",
    path: `/api/delegations/${idIn(asked)}/end`,
    body: { key: randomUUID() },
  } as const;
  assert.equal((await call(end)).status, 200);
  assert.equal((await call(page)).status, 404);
  const again = await ask("discipline-officer", "deputy", "discipline-officer", "2026-07-31", "2026-08-31");
  assert.equal(again.status, 200, "after an end it can be asked for anew");
  assert.equal(
    codeOf(await ask("discipline-officer", "deputy", "discipline-officer", "2026-08-05", "2026-08-06")),
    "delegated-already",
  );
});

test("for a holder who cannot ask, one administrator asks, another decides, neither of them alone; and the holder is told", async () => {
  const askFor = (from: string, more: object = {}) =>
    call({
      as: "security-administrator",
      method: "POST",
      path: `/api/accounts/${from}/delegations`,
      body: {
        key: randomUUID(),
        toAccount: "deputy",
        role: "reviewer",
        from: "2026-08-10",
        until: "2026-08-11",
        reason: "因病住院",
        ...more,
      },
    });
  assert.equal(codeOf(await askFor(accountIdOf("reviewer"), { role: "discipline-officer" })), "role-not-theirs");
  assert.equal((await askFor("nobody-knows")).status, 404);
  const asked = await askFor(accountIdOf("reviewer"));
  assert.equal(asked.status, 200, asked.text);
  assert.equal(codeOf(await decide("security-administrator", idIn(asked))), "four-eyes");
  assert.equal(
    (await decide("committee-secretary", idIn(asked))).status,
    404,
    "the secretary decides what holders ask",
  );
  assert.equal((await decide("system-administrator", idIn(asked))).status, 200);
  const told = await call({ as: "reviewer", method: "POST", path: "/api/notifications/search", body: {} });
  assert.match(told.text, /"kind":"delegation-decided"/u);
  const listed = await call({ as: "reviewer", method: "GET", path: "/api/delegations" });
  assert.match(listed.text, /"askedByName":"测试security-administrator"/u);
});

test("nobody who names no person is stood in by, or stands in", async () => {
  await inTransaction(world.app.database, { jurisdictionId: world.app.jurisdictionId, accountId: null }, (trx) =>
    addAccount(trx, {
      id: "nameless",
      account: "nameless",
      name: "无名",
      roles: ["office-clerk"],
      organizationId: "bureau",
      personId: null,
      password: hashed,
      mustChangePassword: false,
    }),
  );
  const asked = await ask("reviewer", "nameless", "reviewer", "2026-08-20", "2026-08-21");
  assert.equal(codeOf(asked), "account-names-nobody");
});

// Last, because who comes on a later day ends the sessions of an earlier one.
test("a secretary away for two days is stood in for on those days and not one more", async () => {
  for (const role of ["committee-secretary", "security-administrator", "discipline-officer"] as const)
    await world.cookieOf(role);
  const asked = await ask("committee-secretary", "deputy", "committee-secretary", "2026-08-03", "2026-08-04");
  assert.equal(asked.status, 200, asked.text);
  assert.equal(
    (await decide("committee-secretary", idIn(asked))).status,
    404,
    "the secretary does not approve this kind",
  );
  assert.equal((await decide("security-administrator", idIn(asked))).status, 200);
  const waiting = await caseAt(world, "opening-requested", persons.subject.id);
  const page: Omit<Call, "cookie"> = { method: "GET", path: `/api/matters/${waiting.matterId}` };
  for (const [day, status] of [
    ["2026-08-02", 404],
    ["2026-08-03", 200],
    ["2026-08-04", 200],
    ["2026-08-05", 404],
  ] as const)
    assert.equal((await call({ ...page, cookie: await deputyOn(day) })).status, status, day);
  const cookie = await deputyOn("2026-08-04");
  const body = { matterId: waiting.matterId, version: waiting.version, key: randomUUID(), input: inputs.approval };
  const approved = await call({ cookie, method: "POST", path: "/api/acts/decide-opening", body });
  assert.equal(approved.status, 200, approved.text);
  const history = await call({ ...page, cookie });
  assert.match(
    history.text,
    /"onBehalfOf":\{"accountId":"account-committee-secretary","name":"测试committee-secretary"\}/u,
  );
});

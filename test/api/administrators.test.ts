// Nothing of what gives somebody a duty, or opens a door, is done by one administrator: each is tried alone, then done by two.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { hashPassword } from "#accounts/passwords.ts";
import { accountForSettled, addAccount } from "../settled.ts";
import { mergePersons } from "#registry/rows/person-merges.ts";
import { totpCode } from "#accounts/totp.ts";
import { inTransaction } from "#database/database.ts";
import type { Role } from "#casework/roles.ts";
import { sql } from "kysely";
import { failureOf } from "./failure.ts";
import { agree, approve } from "./two-administrators.ts";
import type { Asked } from "./two-administrators.ts";
import { openWorld, password, persons } from "./world.ts";
import type { Call, Reply } from "./world.ts";

const world = await openWorld();
const { call } = world;

const codeOf = (reply: Reply) => failureOf(reply).data?.refusals?.[0]?.code;
const cookieIn = (reply: Reply) => reply.headers.getSetCookie()[0]?.split(";")[0] ?? assert.fail(reply.text);
const signIn = (account: string, typed: string, code: string | null = null) =>
  call({ method: "POST", path: "/api/session", body: { account, password: typed, code } });

async function extra(account: string, roles: readonly Role[], personId: string | null = null): Promise<string> {
  const hashed = await hashPassword(password);
  const scope = { jurisdictionId: world.app.jurisdictionId, accountId: null };
  const id = `extra-${account}`;
  await inTransaction(world.app.database, scope, (trx) =>
    addAccount(trx, {
      id,
      account,
      name: account,
      roles,
      organizationId: null,
      personId,
      password: hashed,
      mustChangePassword: false,
    }),
  );
  return id;
}

/** All texts in an answer that could be a password or a token. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const rolesOf = async (accountId: string) => {
  const { json } = await call({ as: "security-administrator", method: "GET", path: "/api/accounts" });
  return (json as { accountId: string; roles: Role[] }[]).find((one) => one.accountId === accountId)?.roles;
};
const rolesCall = (accountId: string, roles: readonly Role[]): Call => ({
  as: "security-administrator",
  method: "POST",
  path: `/api/accounts/${accountId}/roles`,
  body: { key: randomUUID(), roles, reason: "到岗" },
});
const accessCall = (accountId: string, access: string, as: Role = "security-administrator"): Call => ({
  as,
  method: "POST",
  path: `/api/accounts/${accountId}/access`,
  body: { key: randomUUID(), access, reason: "忘记密码" },
});

test("one administrator resets nobody's password: what they are answered signs nobody in", async () => {
  const id = await extra("forgetful", ["reviewer"]);
  const before = { as: "security-administrator", method: "POST", path: `/api/accounts/${id}/password` } as const;
  const answers = [await call({ ...before, body: { key: randomUUID() } }), await call(accessCall(id, "both"))];
  for (const text of answers.flatMap(({ json }) => textsIn(json)))
    assert.notEqual((await signIn("forgetful", text)).status, 200, text);
  assert.equal((await signIn("forgetful", password)).status, 200, "the old one holds until two have agreed");
});

test("one administrator gives nobody a role", async () => {
  const id = await extra("hopeful", [], persons.sameNameOne.id);
  const bodies = [{ roles: ["reviewer"] }, { roles: ["reviewer"], reason: "到岗" }];
  for (const body of bodies) await call({ ...rolesCall(id, []), body: { key: randomUUID(), ...body } });
  assert.deepEqual(await rolesOf(id), []);
});

test("one administrator changes no policy", async () => {
  const as = "security-administrator";
  const read = async () =>
    (await call({ as, method: "GET", path: "/api/security/policy" })).json as { version: number; policy: object };
  const { version, policy } = await read();
  const body = { key: randomUUID(), version, policy: { ...policy, passwordLength: 20 }, reason: "放宽" };
  await call({ as, method: "POST", path: "/api/security/policy", body });
  assert.deepEqual((await read()).policy, policy);
});

test("one administrator issues no token: what they are answered asks nothing", async () => {
  const as = "security-administrator";
  const bodies = [{}, { reason: "联网核查" }];
  for (const more of bodies) {
    const body = { key: randomUUID(), office: "某区组织部", expiresOn: "2026-12-31", ...more };
    const { json } = await call({ as, method: "POST", path: "/api/tokens", body });
    for (const token of textsIn(json).filter((text) => /^[\w.-]+$/u.test(text))) {
      const headers = { authorization: `Bearer ${token}` };
      const asked = await call({ method: "GET", path: "/api/programs/clearance/nobody-knows", headers });
      assert.equal(asked.status, 401, token);
    }
  }
});

test("whoever made an account knows nothing of it any more once it holds a role, though they had taken it up themselves", async () => {
  const made = await call({
    as: "system-administrator",
    method: "POST",
    path: "/api/accounts",
    body: { key: randomUUID(), account: "taken-up", name: "郑文博" },
  });
  assert.equal(made.status, 200, made.text);
  const { accountId, oneTimePassword } = made.json as { accountId: string; oneTimePassword: string };
  const own = "Zhizuozhe-2026";
  const cookie = cookieIn(await signIn("taken-up", oneTimePassword));
  const change = { key: randomUUID(), current: oneTimePassword, next: own };
  assert.equal((await call({ cookie, method: "POST", path: "/api/session/password", body: change })).status, 200);
  const begun = await call({ cookie, method: "POST", path: "/api/session/totp", body: { key: randomUUID() } });
  const { secret } = begun.json as { secret: string };
  const code = totpCode(secret, world.app.clock().epochMilliseconds);
  await call({ cookie, method: "POST", path: "/api/session/totp/confirmation", body: { key: randomUUID(), code } });
  const named = await call({
    as: "personnel-officer",
    method: "POST",
    path: `/api/accounts/${accountId}/person`,
    body: { key: randomUUID(), personId: persons.unrecorded.id },
  });
  assert.equal(named.status, 200, named.text);
  const word = await agree(world, rolesCall(accountId, ["reviewer"]));
  assert.ok(word !== null);
  assert.equal((await call({ cookie, method: "GET", path: "/api/session" })).status, 401, "its session has ended");
  for (const known of [own, oneTimePassword]) assert.equal((await signIn("taken-up", known)).status, 401);
  const mine = await signIn("taken-up", word);
  assert.equal(mine.status, 200, mine.text);
  assert.equal((mine.json as { mustChangePassword: boolean }).mustChangePassword, true);
});

test("neither half of the word signs in, both do, once, and it is none of the later passwords", async () => {
  const id = await extra("halved", ["reviewer"]);
  const asked = await call(accessCall(id, "both"));
  const { half: one } = asked.json as Asked;
  const approved = await approve(world, asked);
  const { half: other } = approved.json as Asked;
  assert.ok(one !== null && other !== null && one.length > 5 && other.length > 5);
  for (const half of [one, other]) assert.equal((await signIn("halved", half)).status, 401);
  assert.equal((await signIn("halved", password)).status, 401);
  const cookie = cookieIn(await signIn("halved", one + other));
  const change = async (current: string, next: string) =>
    call({ cookie, method: "POST", path: "/api/session/password", body: { key: randomUUID(), current, next } });
  assert.equal((await change(one + other, "Xin-Mima-2026")).status, 200);
  world.setNow("2026-07-31T02:01:00Z");
  assert.match((await change("Xin-Mima-2026", one + other)).text, /最近5次/u);
  world.setNow("2026-07-31T02:00:00Z");
});

test("a word alone opens nothing where the account has codes; where it has none, both are given back together", async () => {
  const id = await extra("coded", ["reviewer"]);
  assert.equal(codeOf(await call(accessCall(id, "password"))), "no-totp");
  assert.equal(codeOf(await call(accessCall(id, "codes"))), "no-totp");
  const cookie = cookieIn(await signIn("coded", password));
  const begun = await call({ cookie, method: "POST", path: "/api/session/totp", body: { key: randomUUID() } });
  const { secret } = begun.json as { secret: string };
  const code = () => totpCode(secret, world.app.clock().epochMilliseconds);
  await call({
    cookie,
    method: "POST",
    path: "/api/session/totp/confirmation",
    body: { key: randomUUID(), code: code() },
  });
  const word = (await agree(world, accessCall(id, "password", "system-administrator"), "audit-administrator")) ?? "";
  assert.match((await signIn("coded", word)).text, /CODE_NEEDED/u);
  world.setNow("2026-07-31T02:01:00Z");
  assert.equal((await signIn("coded", word, code())).status, 200);
  assert.equal(await agree(world, accessCall(id, "codes")), null);
  assert.equal((await signIn("coded", word)).status, 200, "the device is lost, the word is not");
  world.setNow("2026-07-31T02:00:00Z");
});

test("neither who asks nor whom it concerns decides, nor a second account of theirs, nor anybody twice", async () => {
  const id = await extra("watched", ["audit-administrator"]);
  const asked = await call(accessCall(id, "both"));
  assert.equal(codeOf(await approve(world, asked, "security-administrator")), "four-eyes");
  const watched = cookieIn(await signIn("watched", password));
  const { requestId } = asked.json as Asked;
  const path = `/api/administration/requests/${requestId}`;
  const decide = (cookie: string) =>
    call({ cookie, method: "POST", path, body: { key: randomUUID(), approved: true } });
  assert.equal(codeOf(await decide(watched)), "four-eyes");
  assert.equal((await approve(world, asked, "audit-administrator", false)).status, 200);
  assert.equal(codeOf(await approve(world, asked)), "decided-already");
  assert.equal((await signIn("watched", password)).status, 200, "refused, it changed nothing");

  // Two accounts of one person: one of a record that was merged into the other.
  const person = persons.other.id;
  const scope = { jurisdictionId: world.app.jurisdictionId, accountId: null };
  await extra("first-self", ["security-administrator"], person);
  await extra("second-self", ["system-administrator"], persons.open.id);
  await inTransaction(world.app.database, scope, async (trx) => {
    await mergePersons(trx, world.app.law, {
      id: randomUUID(),
      survivorId: person,
      mergedId: persons.open.id,
      reasons: "同一人",
      behalf: null,
      by: "tester",
      name: "测试",
      at: "2026-07-31T02:00:00.000Z",
    });
    await accountForSettled(trx);
  });
  const first = cookieIn(await signIn("first-self", password));
  const second = cookieIn(await signIn("second-self", password));
  const own = await call({ ...accessCall(await extra("third", ["reviewer"]), "both"), as: null, cookie: first });
  assert.equal(own.status, 200, own.text);
  const again = { key: randomUUID(), approved: true };
  const reply = await call({
    cookie: second,
    method: "POST",
    path: `/api/administration/requests/${(own.json as Asked).requestId}`,
    body: again,
  });
  assert.equal(codeOf(reply), "four-eyes", reply.text);
  // The database holds it too.
  await assert.rejects(
    inTransaction(world.app.database, scope, (trx) =>
      sql`INSERT INTO administrator_decision (jurisdiction_id, request_id, asked_by, concerned, approved, by, by_name, at, first_persons, second_persons)
        SELECT jurisdiction_id, id, asked_by, concerned, true, 'extra-second-self', '', asked_at,
          wenze_persons_of(ARRAY[asked_by]), wenze_persons_of(ARRAY['extra-second-self'])
        FROM administrator_request WHERE id = ${(own.json as Asked).requestId}`.execute(trx.kysely),
    ),
    /two_persons/u,
  );
});

test("the person concerned and the third administrator are told, by message and in the log", async () => {
  const id = await extra("told", ["reviewer"]);
  const asked = await call(accessCall(id, "both"));
  const messages = async (at: { as: Role } | { cookie: string }) => {
    const { json } = await call({ ...at, method: "POST", path: "/api/notifications/search", body: {} });
    return (json as { rows: { kind: string; number: string }[] }).rows
      .filter(({ number }) => number === "told")
      .map(({ kind }) => kind);
  };
  const cookie = cookieIn(await signIn("told", password));
  assert.deepEqual(await messages({ cookie }), ["administrator-asked"]);
  await approve(world, asked);
  assert.deepEqual((await messages({ as: "audit-administrator" })).sort(), ["access-restored", "administrator-asked"]);
  assert.deepEqual(await messages({ as: "security-administrator" }), []);
  const log = await call({
    as: "audit-administrator",
    method: "POST",
    path: "/api/log/search",
    body: { kind: "administration", limit: 2 },
  });
  const deeds = (log.json as { rows: { what: string; actorName: string }[] }).rows.map(
    ({ what, actorName }) => `${what} ${actorName}`,
  );
  assert.deepEqual(deeds.sort(), [
    "decide-administrator-request 测试system-administrator",
    "restore-access 测试security-administrator",
  ]);
  const listed = await call({ as: "audit-administrator", method: "GET", path: "/api/administration/requests" });
  assert.doesNotMatch(listed.text, new RegExp((asked.json as Asked).half ?? "?", "u"), "nobody else is shown a half");
});

test("what was asked for on an old state is not done on a new one", async () => {
  const id = await extra("moving", ["reviewer"], persons.sameNameTwo.id);
  const [one, other] = [
    await call(rolesCall(id, ["discipline-officer"])),
    await call(rolesCall(id, ["personnel-officer"])),
  ];
  assert.equal((await approve(world, one)).status, 200);
  assert.equal(codeOf(await approve(world, other)), "changed-meanwhile");
  assert.deepEqual(await rolesOf(id), ["discipline-officer"]);
});

test("sent again, a request and its decision answer alike and are done once", async () => {
  const id = await extra("doubled", ["reviewer"]);
  const ask = accessCall(id, "both");
  const [first, second] = [await call(ask), await call(ask)];
  assert.equal(first.text, second.text);
  const { requestId } = first.json as Asked;
  const decide: Call = {
    as: "system-administrator",
    method: "POST",
    path: `/api/administration/requests/${requestId}`,
    body: { key: randomUUID(), approved: true },
  };
  const [once, twice] = [await call(decide), await call(decide)];
  assert.equal(once.status, 200, once.text);
  assert.equal(once.text, twice.text);
});

test("an account names its person once, said by the personnel department, and no person has two", async () => {
  const one = await extra("unnamed-one", []);
  const other = await extra("unnamed-two", []);
  const name = (accountId: string, personId: string) =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: `/api/accounts/${accountId}/person`,
      body: { key: randomUUID(), personId },
    });
  const listed = await call({ as: "personnel-officer", method: "GET", path: "/api/accounts/unnamed" });
  assert.match(listed.text, /unnamed-one/u);
  assert.equal((await name(one, persons.city.id)).status, 200);
  assert.equal(codeOf(await name(one, persons.subject.id)), "names-somebody");
  assert.equal(codeOf(await name(other, persons.city.id)), "person-has-account");
  assert.equal((await name("nobody-knows", persons.subject.id)).status, 404);
  assert.equal(codeOf(await call(rolesCall(other, ["reviewer"]))), "account-names-nobody");
});

// Signing in and out, roles and passwords: each change counts from the next request on.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { hashPassword } from "#accounts/passwords.ts";
import { addAccount } from "#accounts/rows/accounts.ts";
import { inTransaction } from "#database/database.ts";
import { failureOf } from "./failure.ts";
import { accountIdOf, openWorld, password, persons } from "./world.ts";
import type { Reply } from "./world.ts";

const world = await openWorld();
const { call } = world;

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

test("thirty guesses at once are five tries, not thirty", async () => {
  await extraAccount("stormed", ["reviewer"]);
  const replies = await Promise.all(Array.from({ length: 30 }, (_, index) => signIn("stormed", `Falsch-${index}`)));
  const tried = replies.filter(({ status }) => status === 401).length;
  assert.equal(tried, 5, replies.map(({ status }) => status).join());
  assert.equal(replies.length - tried, replies.filter(({ status }) => status === 429).length);
});

test("guesses from ever new addresses come to an end, and the owner still signs in from their own", async () => {
  await extraAccount("hunted", ["reviewer"]);
  const from = (address: string, tried: string) =>
    call({
      method: "POST",
      path: "/api/session",
      body: { account: "hunted", password: tried },
      headers: { "x-forwarded-for": address },
    });
  assert.equal((await from("192.0.2.1", password)).status, 200);
  const statuses = [];
  for (let host = 1; host <= 25; host += 1) statuses.push((await from(`198.51.100.${host}`, "Falsch-1")).status);
  assert.deepEqual(statuses, [...Array.from({ length: 20 }, () => 401), ...Array.from({ length: 5 }, () => 429)]);
  assert.equal((await from("198.51.100.99", password)).status, 429);
  assert.equal((await from("192.0.2.1", password)).status, 200);
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
    body: { key: randomUUID(), roles: ["audit-administrator"] },
  });
  assert.equal(roles.status, 200, roles.text);
  assert.equal((await inquirers()).status, 200);
  const disabled = await call({
    as: "security-administrator",
    method: "POST",
    path: "/api/accounts/extra-changing/disabled",
    body: { key: randomUUID(), disabled: true },
  });
  assert.equal(disabled.status, 200, disabled.text);
  assert.equal((await inquirers()).status, 401);
  assert.equal((await signIn("changing", password)).status, 401);
});

test("administrators exclude one another and every other role, and nobody changes their own", async () => {
  await extraAccount("torn", [], persons.sameNameOne.id);
  await extraAccount("nobody", []);
  const give = (accountId: string, roles: string[]) =>
    call({
      as: "security-administrator",
      method: "POST",
      path: `/api/accounts/${accountId}/roles`,
      body: { key: randomUUID(), roles },
    });
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
  const unnamed = await give("extra-nobody", ["reviewer"]);
  assert.equal(failureOf(unnamed).data?.refusals?.[0]?.code, "account-names-nobody", unnamed.text);
  assert.equal((await give("extra-nobody", ["audit-administrator"])).status, 200);
  assert.equal((await give("nobody-knows", ["reviewer"])).status, 404);
});

test("with a one-time password one can change it, and nothing else", async () => {
  const added = await call({
    as: "system-administrator",
    method: "POST",
    path: "/api/accounts",
    body: {
      key: randomUUID(),
      account: "newcomer",
      name: "郑文博",
      organizationId: "bureau",
      personId: persons.unrecorded.id,
    },
  });
  assert.equal(added.status, 200, added.text);
  const { accountId, oneTimePassword } = added.json as { accountId: string; oneTimePassword: string };
  await call({
    as: "security-administrator",
    method: "POST",
    path: `/api/accounts/${accountId}/roles`,
    body: { key: randomUUID(), roles: ["reviewer"] },
  });
  const cookie = cookieIn(await signIn("newcomer", oneTimePassword));
  const tasks = await call({ cookie, method: "GET", path: "/api/tasks" });
  assert.equal(tasks.status, 403);
  assert.match(tasks.text, /修改一次性密码/u);
  const change = (next: string) =>
    call({
      cookie,
      method: "POST",
      path: "/api/session/password",
      body: { key: randomUUID(), current: oneTimePassword, next },
    });
  assert.match((await change("kurz")).text, /至少8位/u);
  assert.match((await change(oneTimePassword)).text, /不能与原密码相同/u);
  assert.equal((await change("Xin-Mima-2026")).status, 200);
  assert.equal((await call({ cookie, method: "GET", path: "/api/tasks" })).status, 200);
});

test("nobody has two accounts, so that four eyes are four", async () => {
  const add = (account: string) =>
    call({
      as: "system-administrator",
      method: "POST",
      path: "/api/accounts",
      body: { key: randomUUID(), account, name: "吴建国", organizationId: "bureau", personId: persons.other.id },
    });
  const first = await add("wu-one");
  assert.equal(first.status, 200, first.text);
  const { accountId } = first.json as { accountId: string };
  for (const disabled of [false, true]) {
    await call({
      as: "security-administrator",
      method: "POST",
      path: `/api/accounts/${accountId}/disabled`,
      body: { key: randomUUID(), disabled },
    });
    const second = await add("wu-two");
    assert.equal(failureOf(second).data?.refusals?.[0]?.code, "person-has-account", second.text);
  }
});

test("whoever made an account gets no new password for it once it holds a role, and each one given is in the log", async () => {
  const body = {
    key: randomUUID(),
    account: "reissued",
    name: "孙立新",
    organizationId: null,
    personId: persons.open.id,
  };
  const ask = () => call({ as: "system-administrator", method: "POST", path: "/api/accounts", body });
  const made = (await ask()).json as { accountId: string; oneTimePassword: string };
  const again = (await ask()).json as { accountId: string; oneTimePassword: string };
  assert.equal(again.accountId, made.accountId);
  assert.equal(again.oneTimePassword, made.oneTimePassword, "the same request has the same answer");
  const log = await call({
    as: "audit-administrator",
    method: "POST",
    path: "/api/log/search",
    body: { kind: "administration", limit: 1 },
  });
  assert.equal((log.json as { rows: { what: string }[] }).rows[0]?.what, "add-account", log.text);
  const security = (below: string, sent: object) =>
    call({
      as: "security-administrator",
      method: "POST",
      path: `/api/accounts/${made.accountId}/${below}`,
      body: sent,
    });
  await security("roles", { key: randomUUID(), roles: ["discipline-officer"] });
  const reset = (await security("password", { key: randomUUID() })).json as { oneTimePassword: string };
  assert.equal(failureOf(await ask()).data?.refusals?.[0]?.code, "account-in-use");
  assert.equal((await signIn("reissued", reset.oneTimePassword)).status, 200);
});

async function extraAccount(
  account: string,
  roles: Parameters<typeof addAccount>[1]["roles"],
  personId: string | null = null,
): Promise<void> {
  const hashed = await hashPassword(password);
  await inTransaction(world.app.database, { jurisdictionId: world.app.jurisdictionId, accountId: null }, (trx) =>
    addAccount(trx, {
      id: `extra-${account}`,
      account,
      name: account,
      roles,
      organizationId: null,
      personId,
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

// Signing in and out, roles and passwords: each change counts from the next request on.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { hashPassword } from "#accounts/passwords.ts";
import { addAccount } from "../settled.ts";
import { inTransaction } from "#database/database.ts";
import type { Role } from "#casework/roles.ts";
import { failureOf } from "./failure.ts";
import { agree } from "./two-administrators.ts";
import { accountIdOf, openWorld, password, persons } from "./world.ts";
import type { Call, Reply } from "./world.ts";

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

test("the sixth try in fifteen minutes from devices that nobody knows is told to wait, even with the right password, until the window has passed", async () => {
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
  await extraAccount("changing", ["system-administrator"]);
  const cookie = cookieIn(await signIn("changing", password));
  const inquirers = () => call({ cookie, method: "POST", path: "/api/log/search", body: {} });
  assert.equal((await inquirers()).status, 403);
  await agree(world, rolesCall("extra-changing", ["audit-administrator"]));
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
  await extraAccount("torn", ["reviewer"], persons.sameNameOne.id);
  await extraAccount("nobody", []);
  for (const roles of [
    ["system-administrator", "security-administrator"],
    ["audit-administrator", "reviewer"],
  ] as const) {
    const reply = await call(rolesCall("extra-torn", roles));
    assert.equal(codeOf(reply), "roles-exclude", reply.text);
  }
  assert.equal((await call(rolesCall("extra-torn", ["reviewer", "discipline-officer"]))).status, 200);
  const own = await call(rolesCall(accountIdOf("security-administrator"), ["audit-administrator"]));
  assert.equal(codeOf(own), "own-account");
  assert.equal(codeOf(await call(rolesCall("extra-nobody", ["reviewer"]))), "account-names-nobody");
  assert.equal((await call(rolesCall("extra-nobody", ["audit-administrator"]))).status, 200);
  assert.equal((await call(rolesCall("nobody-knows", ["reviewer"]))).status, 404);
});

test("with a one-time password one can change it, and nothing else", async () => {
  const added = await call({
    as: "system-administrator",
    method: "POST",
    path: "/api/accounts",
    body: { key: randomUUID(), account: "newcomer", name: "郑文博" },
  });
  assert.equal(added.status, 200, added.text);
  const { accountId } = added.json as { accountId: string; oneTimePassword: string };
  const word = (await agree(world, rolesCall(accountId, ["audit-administrator"]))) ?? "";
  const cookie = cookieIn(await signIn("newcomer", word));
  const log = () => call({ cookie, method: "POST", path: "/api/log/search", body: {} });
  assert.equal((await log()).status, 403);
  assert.match((await log()).text, /修改一次性密码/u);
  const change = (next: string) =>
    call({ cookie, method: "POST", path: "/api/session/password", body: { key: randomUUID(), current: word, next } });
  assert.match((await change("kurz")).text, /至少8位/u);
  assert.match((await change(word)).text, /不能与原密码相同/u);
  assert.match((await change("Password-2026")).text, /常见密码/u);
  assert.equal((await change("Xin-Mima-2026")).status, 200);
  assert.equal((await log()).status, 200);
});

test("whoever made an account gets no password for it any more once it holds a role, and each one given is in the log", async () => {
  const body = { key: randomUUID(), account: "reissued", name: "孙立新" };
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
  const word = (await agree(world, rolesCall(made.accountId, ["system-administrator"]))) ?? "";
  assert.equal(codeOf(await ask()), "account-in-use");
  assert.equal((await signIn("reissued", made.oneTimePassword)).status, 401);
  assert.equal((await signIn("reissued", word)).status, 200);
});

function rolesCall(accountId: string, roles: readonly Role[]): Call {
  const body = { key: randomUUID(), roles, reason: "到岗" };
  return { as: "security-administrator", method: "POST", path: `/api/accounts/${accountId}/roles`, body };
}

function codeOf(reply: Reply): string | undefined {
  return failureOf(reply).data?.refusals?.[0]?.code;
}

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

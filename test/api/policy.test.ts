// What signing in asks for is a setting: changed by the security administrator, effective on the next request, with one-time codes that work once.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { totpCode } from "#accounts/totp.ts";
import { addPolicy } from "#accounts/rows/security-policies.ts";
import { defaultPolicy } from "#accounts/security-policy.ts";
import { inTransaction } from "#database/database.ts";
import { run } from "#database/rows.ts";
import { nowOf } from "#kernel/time.ts";
import { sql } from "kysely";
import { accountForSettled } from "../settled.ts";
import { failureOf } from "./failure.ts";
import { agree, approve } from "./two-administrators.ts";
import { accountIdOf, openWorld, password } from "./world.ts";
import type { Call, Reply } from "./world.ts";

const world = await openWorld();
const { call } = world;
const administrators = ["system-administrator", "security-administrator"] as const;
for (const role of administrators) await world.cookieOf(role);

const signIn = (account: string, code: string | null = null, typed = password) =>
  call({ method: "POST", path: "/api/session", body: { account, password: typed, code } });
const cookieIn = (reply: Reply) => reply.headers.getSetCookie()[0]?.split(";")[0] ?? assert.fail(reply.text);
const codeOf = (reply: Reply) => failureOf(reply).data?.refusals?.[0]?.code;

/** Asked for by one administrator and, unless told, approved by another; answers with what came last. */
async function setPolicy(
  change: Partial<typeof defaultPolicy>,
  more: { version?: number; key?: string } = {},
): Promise<Reply> {
  const as = "security-administrator";
  const { json } = await call({ as, method: "GET", path: "/api/security/policy" });
  const { version, policy } = json as { version: number; policy: typeof defaultPolicy };
  const body = { key: randomUUID(), version, policy: { ...policy, ...change }, reason: "测试需要", ...more };
  const asked = await call({ as, method: "POST", path: "/api/security/policy", body });
  return asked.status === 200 ? approve(world, asked) : asked;
}

test("a shorter idle time ends a session on its next request; a change made on an old version has no effect", async () => {
  const cookie = cookieIn(await signIn("reviewer"));
  const me: Call = { cookie, method: "GET", path: "/api/session" };
  world.setNow("2026-07-31T02:10:00Z");
  assert.equal((await call(me)).status, 200);
  world.setNow("2026-07-31T02:20:00Z");
  assert.equal((await setPolicy({ idleMinutes: 5 })).status, 200);
  assert.equal((await call(me)).status, 401);
  const late = await setPolicy({ idleMinutes: 30 }, { version: 1 });
  assert.equal(late.status, 409, late.text);
  assert.match(late.text, /"actorName":"测试security-administrator、测试system-administrator"/u);
  assert.equal((await setPolicy({ idleMinutes: 30 })).status, 200);
  const outside = await setPolicy({ idleMinutes: 31 });
  assert.equal(outside.status, 400);
  assert.match(outside.text, /policy\.idleMinutes/u);
});

test("a new password has the length the policy asks for at this moment, and is none of the last ones", async () => {
  const cookie = cookieIn(await signIn("office-clerk"));
  const change = (current: string, next: string) =>
    call({ cookie, method: "POST", path: "/api/session/password", body: { key: randomUUID(), current, next } });
  assert.equal((await setPolicy({ passwordLength: 12 })).status, 200);
  assert.match((await change(password, "Duan-2026")).text, /至少12位/u);
  assert.equal((await change(password, "Changmima-2026")).status, 200);
  world.setNow("2026-07-31T02:21:00Z");
  assert.equal((await change("Changmima-2026", "Xinmima-2026-2")).status, 200);
  world.setNow("2026-07-31T02:22:00Z");
  assert.match((await change("Xinmima-2026-2", "Changmima-2026")).text, /最近5次/u);
  world.setNow("2026-07-31T02:25:00Z");
  assert.equal((await setPolicy({ passwordLength: 8 })).status, 200);
});

test("codes are taken up by oneself, asked for at sign-in, work once, and are given up by two administrators", async () => {
  const cookie = cookieIn(await signIn("discipline-officer"));
  const begin = () => call({ cookie, method: "POST", path: "/api/session/totp", body: { key } });
  const key = randomUUID();
  const { secret } = (await begin()).json as { secret: string };
  assert.equal(((await begin()).json as { secret: string }).secret, secret, "the same request has the same answer");
  assert.equal((await signIn("discipline-officer")).status, 200, "nothing is asked for before the first code");
  const now = (shift = 0) => totpCode(secret, world.app.clock().epochMilliseconds + shift);
  const confirm = (code: string) =>
    call({ cookie, method: "POST", path: "/api/session/totp/confirmation", body: { key: randomUUID(), code } });
  assert.equal(codeOf(await confirm("000000")), "wrong-code");
  const used = now();
  assert.equal((await confirm(used)).status, 200);
  assert.match((await signIn("discipline-officer")).text, /CODE_NEEDED/u);
  assert.match((await signIn("discipline-officer", used)).text, /WRONG_CODE/u, "a code that was used");
  world.setNow("2026-07-31T02:26:00Z");
  const next = now();
  const both = await Promise.all([signIn("discipline-officer", next), signIn("discipline-officer", next)]);
  assert.deepEqual(
    both.map(({ status }) => status).sort((a, b) => a - b),
    [200, 401],
    "of two with the same code one is in",
  );
  const body = { key: randomUUID(), access: "codes", reason: "手机遗失" };
  const path = `/api/accounts/${accountIdOf("discipline-officer")}/access`;
  await agree(world, { as: "security-administrator", method: "POST", path, body });
  assert.equal((await call({ cookie, method: "GET", path: "/api/session" })).status, 401, "its sessions have ended");
  assert.equal((await signIn("discipline-officer")).status, 200);
});

test("where the policy asks everybody for codes, one can take them up and do nothing else", async () => {
  const cookie = cookieIn(await signIn("committee-secretary"));
  const tasks: Call = { cookie, method: "GET", path: "/api/tasks" };
  assert.equal((await setPolicy({ codes: "administrators" })).status, 200);
  assert.equal((await call(tasks)).status, 200);
  const administrator = await call({ as: "system-administrator", method: "GET", path: "/api/accounts" });
  assert.equal(administrator.status, 403);
  assert.match(administrator.text, /CODES_REQUIRED/u);
});

test("codes are due fourteen days after the first role, of administrators at once, and the page says until when", async () => {
  const scope = { jurisdictionId: world.app.jurisdictionId, accountId: null };
  await inTransaction(world.app.database, scope, async (trx) => {
    await run(trx, sql`UPDATE account SET roles_since = '2026-07-31T02:00:00.000Z' WHERE account = 'reviewer'`);
    // As of a district that has set nothing.
    await addPolicy(trx, {
      version: 100,
      at: nowOf(world.app),
      by: { accountId: "", name: "" },
      reason: "默认",
      policy: defaultPolicy,
    });
    await accountForSettled(trx);
  });
  world.setNow("2026-08-14T01:59:59Z");
  const cookie = cookieIn(await signIn("reviewer"));
  const tasks: Call = { cookie, method: "GET", path: "/api/tasks" };
  assert.equal((await call(tasks)).status, 200);
  const me = await call({ cookie, method: "GET", path: "/api/session" });
  assert.equal((me.json as { codesDueOn: string }).codesDueOn, "2026-08-14");
  world.setNow("2026-08-14T02:00:00Z");
  assert.match((await call(tasks)).text, /CODES_REQUIRED/u);
  const begun = await call({ cookie, method: "POST", path: "/api/session/totp", body: { key: randomUUID() } });
  const { secret } = begun.json as { secret: string };
  const code = totpCode(secret, world.app.clock().epochMilliseconds);
  await call({ cookie, method: "POST", path: "/api/session/totp/confirmation", body: { key: randomUUID(), code } });
  assert.equal((await call(tasks)).status, 200);
  const administrator = cookieIn(await signIn("audit-administrator"));
  const log = await call({ cookie: administrator, method: "POST", path: "/api/log/search", body: {} });
  assert.match(log.text, /CODES_REQUIRED/u);
  await inTransaction(world.app.database, scope, async (trx) => {
    await addPolicy(trx, {
      version: 101,
      at: nowOf(world.app),
      by: { accountId: "", name: "" },
      reason: "试验",
      policy: { ...defaultPolicy, codes: "optional" },
    });
    await accountForSettled(trx);
  });
  world.setNow("2026-07-31T02:26:00Z");
});

// Last, because who comes on a later day ends the sessions of an earlier one.
test("a password that has grown ninety days old has to be changed before anything else", async () => {
  world.setNow("2026-10-29T02:20:59Z");
  const fresh = cookieIn(await signIn("office-clerk", null, "Xinmima-2026-2"));
  assert.equal((await call({ cookie: fresh, method: "GET", path: "/api/tasks" })).status, 200);
  world.setNow("2026-10-29T02:21:00Z");
  assert.equal((await call({ cookie: fresh, method: "GET", path: "/api/tasks" })).status, 403);
});

// Sessions: guessed at without shutting the owner out, idle when nobody does anything, ended by their owner, and of the one who is shown.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { totpCode } from "#accounts/totp.ts";
import { deviceIn, guess, signIn } from "./guesses.ts";
import { accountIdOf, openWorld, password, today } from "./world.ts";
import type { Reply } from "./world.ts";

const world = await openWorld();
const { call } = world;
const sessionIn = (reply: Reply) =>
  reply.headers
    .getSetCookie()
    .find((one) => one.startsWith("wenze="))
    ?.split(";")[0] ?? assert.fail(reply.text);

test("three hundred guesses from fifty addresses: five of each account reach the password, and no owner on a known device is shut out", async () => {
  const guessed = await guess(world, { accounts: 4, addresses: 50, guesses: 300, at: 20 });
  console.log(`guesses: ${JSON.stringify(guessed)}`);
  assert.equal(guessed.most, 5);
  assert.equal(guessed.let, 20);
  assert.equal(guessed.turnedAway, 280);
  assert.equal(guessed.ownersIn, 15);
});

test("an owner on a new device signs in amid the guesses with the code of the moment; each code is good for one guess, and five in all", async () => {
  const first = await signIn(world, "owner-0", password, "192.0.2.7", undefined);
  assert.equal(first.status, 429, "without a code a new device waits");
  const known = deviceIn(
    await signIn(world, "owner-9", password, "192.0.2.7").then(() => signIn(world, "reviewer", password, "192.0.2.7")),
  );
  const cookie = sessionIn(await signIn(world, "reviewer", password, "192.0.2.7", known));
  const begun = await call({ cookie, method: "POST", path: "/api/session/totp", body: { key: randomUUID() } });
  const { secret } = begun.json as { secret: string };
  const code = () => totpCode(secret, world.app.clock().epochMilliseconds);
  await call({
    cookie,
    method: "POST",
    path: "/api/session/totp/confirmation",
    body: { key: randomUUID(), code: code() },
  });
  for (let tried = 0; tried < 6; tried += 1) await signIn(world, "reviewer", `Falsch-${tried}`, "198.51.100.1");
  world.setNow(`${today}T02:01:00Z`);
  assert.equal((await signIn(world, "reviewer", password, "203.0.113.5", undefined, "000000")).status, 429);
  assert.equal((await signIn(world, "reviewer", password, "203.0.113.5", undefined, code())).status, 200);
  const statuses = [];
  for (let step = 2; step < 9; step += 1) {
    world.setNow(`${today}T02:0${step}:00Z`);
    statuses.push((await signIn(world, "reviewer", "Falsch-1", "203.0.113.6", undefined, code())).status);
  }
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429]);
  world.setNow(`${today}T02:09:00Z`);
  assert.equal(
    (await signIn(world, "reviewer", password, "192.0.2.7", known, code())).status,
    200,
    "the owner's device is open",
  );
  world.setNow(`${today}T02:00:00Z`);
});

test("behind a proxy that is named the client's address counts, and of one that is not its own", async () => {
  const cookie = sessionIn(await signIn(world, "office-clerk", password, "203.0.113.77"));
  const listed = await call({ cookie, method: "GET", path: "/api/session/all" });
  assert.match(listed.text, /"address":"203\.0\.113\.77"/u);
});

test("the bell that a page rings by itself keeps no session alive; what a person does, does", async () => {
  const cookie = sessionIn(await signIn(world, "unit-liaison", password, "192.0.2.7"));
  const bell = () => call({ cookie, method: "GET", path: "/api/notifications/bell" });
  for (let minute = 1; minute < 30; minute += 1) {
    world.setNow(`${today}T02:${String(minute).padStart(2, "0")}:00Z`);
    assert.equal((await bell()).status, 200);
  }
  world.setNow(`${today}T02:30:00Z`);
  assert.equal((await bell()).status, 401);
  world.setNow(`${today}T02:00:00Z`);
  const second = sessionIn(await signIn(world, "unit-liaison", password, "192.0.2.7"));
  world.setNow(`${today}T02:29:00Z`);
  assert.equal((await call({ cookie: second, method: "GET", path: "/api/tasks" })).status, 200);
  world.setNow(`${today}T02:58:00Z`);
  assert.equal((await call({ cookie: second, method: "GET", path: "/api/notifications/bell" })).status, 200);
  world.setNow(`${today}T02:00:00Z`);
});

test("the owner sees where they are signed in and ends a session; nobody ends another's", async () => {
  const [one, other] = [
    sessionIn(await signIn(world, "personnel-officer", password, "192.0.2.1")),
    sessionIn(await signIn(world, "personnel-officer", password, "192.0.2.2")),
  ];
  const listed = await call({ cookie: one, method: "GET", path: "/api/session/all" });
  const sessions = listed.json as { sessionId: string; address: string; current: boolean }[];
  assert.deepEqual(sessions.map(({ address, current }) => `${address} ${current}`).sort(), [
    "192.0.2.1 true",
    "192.0.2.2 false",
  ]);
  const { sessionId } = sessions.find(({ current }) => !current) ?? assert.fail();
  const end = (cookie: string) =>
    call({ cookie, method: "POST", path: `/api/session/all/${sessionId}/end`, body: { key: randomUUID() } });
  assert.equal((await end(await world.cookieOf("committee-secretary"))).status, 404);
  assert.equal((await call({ cookie: other, method: "GET", path: "/api/tasks" })).status, 200);
  assert.equal((await end(one)).status, 200);
  assert.equal((await call({ cookie: other, method: "GET", path: "/api/tasks" })).status, 401);
  assert.equal((await call({ cookie: one, method: "GET", path: "/api/tasks" })).status, 200);
});

test("two tabs, two people: what the page of one asks for is not done under the name of the other", async () => {
  // The cookie is the second one's; the page still shows the first.
  const cookie = sessionIn(await signIn(world, "committee-secretary", password, "192.0.2.7"));
  const shown = { "x-wenze-account": accountIdOf("discipline-officer") };
  const body = {
    key: randomUUID(),
    toAccount: accountIdOf("reviewer"),
    role: "committee-secretary",
    from: today,
    until: today,
    reason: "出差",
  };
  const acted = await call({ cookie, method: "POST", path: "/api/delegations", body, headers: shown });
  assert.equal(acted.status, 409, acted.text);
  assert.match(acted.text, /已换人登录/u);
  assert.equal((await call({ cookie, method: "GET", path: "/api/tasks", headers: shown })).status, 409);
  const list = await call({ cookie, method: "GET", path: "/api/delegations" });
  assert.deepEqual(list.json, [], "nothing was done");
  const me = await call({ cookie, method: "GET", path: "/api/session", headers: shown });
  assert.equal((me.json as { account: string }).account, "committee-secretary", "the page learns who is there");
  const own = { "x-wenze-account": accountIdOf("committee-secretary") };
  assert.equal((await call({ cookie, method: "POST", path: "/api/delegations", body, headers: own })).status, 200);
});

// What the log is watched for: each limit of the policy raises one alarm, told to the audit administrator, and answered once.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { addPolicy } from "#accounts/rows/security-policies.ts";
import { defaultPolicy } from "#accounts/security-policy.ts";
import { inTransaction } from "#database/database.ts";
import { nowOf } from "#kernel/time.ts";
import { raiseAlarms } from "#log/uses/alarms.ts";
import { readsWritten } from "#log/uses/read-journal.ts";
import { accountForSettled } from "../settled.ts";
import { failureOf } from "./failure.ts";
import { accountIdOf, openWorld } from "./world.ts";
import type { Call } from "./world.ts";

const world = await openWorld();
const { call } = world;
type Alarm = { alarmId: string; rule: string; accountId: string; count: number; found: string | null };
const alarms = async () => {
  await raiseAlarms(world.app);
  return (await call({ as: "audit-administrator", method: "GET", path: "/api/log/alarms" })).json as Alarm[];
};
const refusedCall: Call = { as: "unit-liaison", method: "GET", path: "/api/persons/nobody-knows" };

test("the nineteenth refusal within an hour is quiet, the twentieth alarms, once", async () => {
  for (let asked = 0; asked < 19; asked += 1) assert.equal((await call(refusedCall)).status, 403);
  assert.deepEqual(await alarms(), []);
  await call(refusedCall);
  const [one, ...more] = await alarms();
  assert.deepEqual(
    [one?.rule, one?.accountId, one?.count, more.length],
    ["refusals", accountIdOf("unit-liaison"), 20, 0],
  );
  await call(refusedCall);
  assert.equal((await alarms()).length, 1, "not again within the hour");
});

test("a flood of reads, of failed sign-ins, and an export at night alarm", async () => {
  const search = (): Call => ({
    as: "discipline-officer",
    method: "POST",
    path: "/api/persons/search",
    body: { query: "" },
  });
  for (let asked = 0; asked < 300; asked += 20) await Promise.all(Array.from({ length: 20 }, () => call(search())));
  await readsWritten(world.app);
  for (let guessed = 0; guessed < 30; guessed += 1)
    await call({
      method: "POST",
      path: "/api/session",
      body: { account: `nobody-${guessed % 10}`, password: "Falsch-1" },
    });
  const raised = (await alarms()).map(({ rule, accountId }) => `${rule} ${accountId}`);
  assert.ok(raised.includes(`reads ${accountIdOf("discipline-officer")}`), raised.join());
  assert.ok(raised.includes("sign-ins "), raised.join());
  assert.ok(!raised.some((one) => one.startsWith("night")), "it is ten in the morning");
  // Where ten in the morning is night, it is one.
  const scope = { jurisdictionId: world.app.jurisdictionId, accountId: null };
  const policy = { ...defaultPolicy, codes: "optional", nightFrom: 10, nightUntil: 11 } as const;
  const by = { accountId: "", name: "" };
  await inTransaction(world.app.database, scope, async (trx) => {
    await addPolicy(trx, { version: 2, at: nowOf(world.app), by, reason: "试验", policy });
    await accountForSettled(trx);
  });
  assert.equal((await call({ as: "audit-administrator", method: "GET", path: "/api/log/export" })).status, 200);
  const auditor = accountIdOf("audit-administrator");
  assert.ok((await alarms()).some(({ rule, accountId }) => rule === "night-exports" && accountId === auditor));
});

test("the audit administrator is told by message, looks, and says what was found, once", async () => {
  const messages = await call({
    as: "audit-administrator",
    method: "POST",
    path: "/api/notifications/search",
    body: {},
  });
  assert.ok(
    (messages.json as { rows: { kind: string }[] }).rows.some(({ kind }) => kind === "alarm"),
    messages.text,
  );
  const [one] = await alarms();
  assert.ok(one !== undefined);
  const answer = () =>
    call({
      as: "audit-administrator",
      method: "POST",
      path: `/api/log/alarms/${one.alarmId}`,
      body: { key: randomUUID(), found: "新人操作不熟" },
    });
  assert.equal((await answer()).status, 200);
  assert.equal(failureOf(await answer()).data?.refusals?.[0]?.code, "answered-already");
  const log = await call({
    as: "audit-administrator",
    method: "POST",
    path: "/api/log/search",
    body: { kind: "administration", limit: 200 },
  });
  const deeds = (log.json as { rows: { what: string }[] }).rows.map(({ what }) => what);
  for (const what of ["raise-alarm", "answer-alarm"]) assert.ok(deeds.includes(what), what);
});

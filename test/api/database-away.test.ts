// A PostgreSQL that goes away under the running server: told so in words, nothing is half there, and the server goes on once it is back.
import assert from "node:assert/strict";
import { after, mock, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { rebuildAll } from "#matters/uses/rebuild.ts";
import { fleeting, startPostgres } from "../postgres.ts";
import { failureOf } from "./failure.ts";
import { countLeads, leadBody, registerLead } from "./lead-calls.ts";
import { openWorld } from "./world.ts";
import type { Reply } from "./world.ts";

const given = (process.env["DATABASE_URL"] ?? "") !== "";

test(
  "a database that goes away is said in Chinese with 503, nothing is half there, and the same key works once it is back",
  { skip: given && "the server of DATABASE_URL is not ours to stop" },
  async () => {
    const postgres = await startPostgres(fleeting, { inMemory: true });
    const world = await openWorld({ server: postgres });
    after(() => postgres.stop());
    const { call } = world;
    await world.cookieOf("discipline-officer");
    const before = await countLeads(world);
    const operator = mock.method(process.stderr, "write", () => true);

    // Connections that wait unused are ended: the next request takes another one, and nobody notices.
    assert.ok((await endThose(postgres.url, "true")) > 0);
    assert.equal((await call(registerLead(leadBody()))).status, 200);
    assert.equal(operator.mock.callCount(), 0);

    // Ended when all of the act is written but for its last row, which waits for a stranger's lock.
    const cut = leadBody();
    const locked = await asStranger(postgres.url, "BEGIN; LOCK TABLE idempotency_key IN SHARE MODE");
    assertAway(await cutOff(postgres.url, "wait_event_type = 'Lock'", call(registerLead(cut))), /没有保存/u);
    await locked.end();
    assert.equal(await countLeads(world), before + 1, "nothing of it was kept");

    // Ended while it is being committed: whether that was in time, the server cannot know, and says so.
    const unsure = leadBody();
    const slow = await asStranger(
      postgres.url,
      `CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(20); RETURN NULL; END';
       CREATE CONSTRAINT TRIGGER linger AFTER INSERT ON idempotency_key DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION linger()`,
    );
    assertAway(
      await cutOff(postgres.url, "wait_event = 'PgSleep'", call(registerLead(unsure))),
      /是否已经保存尚不确定/u,
    );
    // This server waits for no disk, so that a kill would bring the trigger back, and each request after it would linger.
    await slow.query("DROP TRIGGER linger ON idempotency_key");
    await slow.query("CHECKPOINT");
    await slow.end();

    // Stopped: whatever is asked is told so, the sign-in too, as often as one asks.
    await postgres.kill9();
    const early = leadBody();
    for (const reply of [
      await call(registerLead(early)),
      await call({ as: "discipline-officer", method: "GET", path: "/api/session" }),
      await call({ method: "POST", path: "/api/session", body: { account: "reviewer", password: "Ceshi-2026" } }),
      await call(registerLead(early)),
    ])
      assertAway(reply, /数据库没有应答/u);
    const told = operator.mock.calls.map(({ arguments: [text] }) => String(text));
    assert.match(told.at(-1) ?? "", /^系统错误 fault in .*: DatabaseAway DATABASE_AWAY ← \w+ (ENOENT|ECONNREFUSED)$/mu);
    operator.mock.restore();

    await postgres.restart();
    for (const body of [cut, unsure, early]) {
      const first = await call(registerLead(body));
      assert.equal(first.status, 200, first.text);
      assert.equal((await call(registerLead(body))).text, first.text, "the same key once more, the same answer");
    }
    assert.equal(await countLeads(world), before + 4, "each has its one effect");
    assert.deepEqual((await rebuildAll(world.app, { repair: false })).differences, []);
    const verified = await call({ as: "audit-administrator", method: "POST", path: "/api/log/verify", body: {} });
    assert.deepEqual((verified.json as { faults: unknown[] }).faults, []);
  },
);

function assertAway(reply: Reply, message: RegExp): void {
  assert.equal(reply.status, 503, reply.text);
  assert.match(failureOf(reply).code, /^DATABASE_AWAY/u);
  assert.match(failureOf(reply).message, message);
  assert.match(failureOf(reply).message, /重新提交.*联系系统管理员/u);
}

/** The answer of a request whose connection is ended as soon as it is seen to wait so. */
async function cutOff(url: string, waiting: string, asked: Promise<Reply>): Promise<Reply> {
  for (let tried = 0; (await endThose(url, waiting)) === 0; tried += 1) {
    assert.ok(tried < 500, "nothing waits");
    await sleep(20);
  }
  return asked;
}

/** Ends the connections of the application of which `condition` holds, and waits until they are gone; answers with how many there were. */
async function endThose(url: string, condition: string): Promise<number> {
  const superuser = new pg.Client({ connectionString: url });
  await superuser.connect();
  try {
    const { rows } = await superuser.query(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'wenze' AND ${condition}`,
    );
    return rows.length;
  } finally {
    await superuser.end();
  }
}

/** Somebody else at work in the application's own database. */
async function asStranger(url: string, statements: string): Promise<pg.Client> {
  const superuser = new pg.Client({ connectionString: url });
  await superuser.connect();
  const { rows } = await superuser.query<{ name: string }>(
    "SELECT datname AS name FROM pg_database WHERE datname LIKE 'wenze_test_%'",
  );
  await superuser.end();
  const address = new URL(url);
  address.pathname = `/${rows[0]?.name ?? ""}`;
  const stranger = new pg.Client({ connectionString: address.href });
  stranger.on("error", () => undefined);
  await stranger.connect();
  await stranger.query(statements);
  return stranger;
}

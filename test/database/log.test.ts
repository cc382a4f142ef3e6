// The log in the database: it verifies, and whoever has the owner's password and changes anything is found.
import assert from "node:assert/strict";
import { sql } from "kysely";
import { appendEntry, listEntries } from "#log/rows/audit.ts";
import { verifyLog } from "../verified-log.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { setLogAlgorithm } from "#jurisdiction/rows/jurisdictions.ts";
import { onEachEngine } from "./engines.ts";
import type { Testbed } from "./engines.ts";
import { at, bringIntoEffect, registerLead, seedRegistry } from "./people.ts";

const said = (what: string, kind: "sign-in" | "sensitive-read" = "sign-in") =>
  ({ at, kind, actorId: "officer", actorName: "林知秋", what, outcome: "done", body: { what } }) as const;

async function fill(testbed: Testbed): Promise<string> {
  return testbed.work(async (trx) => {
    await seedRegistry(trx, ["林知秋"]);
    const matter = await bringIntoEffect(testbed, trx, "person-0", "2020-01-10", { measures: ["transfer"] });
    await registerLead(testbed, trx);
    for (const what of ["one", "two", "three", "four"]) await appendEntry(trx, "account:officer", said(what));
    await setLogAlgorithm(trx, "sm3");
    assert.equal((await appendEntry(trx, "jurisdiction", said("sm3"))).algorithm, "sm3");
    return matter.id;
  });
}

onEachEngine("an untouched log verifies, every chain and every event of every matter", async (testbed) => {
  await fill(testbed);
  const verified = await verifyLog(testbed.database, testbed.jurisdictionId);
  assert.deepEqual(verified, { chains: 4, entries: 8 + 1 + 4 + 1, faults: [] });
});

onEachEngine("fifty entries at once in one chain tie on to one another", async (testbed) => {
  const scope = { jurisdictionId: testbed.jurisdictionId, accountId: "officer" };
  await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      inRetriedTransaction(testbed.database, scope, (trx) => appendEntry(trx, "account:officer", said(String(index)))),
    ),
  );
  assert.deepEqual(await verifyLog(testbed.database, testbed.jurisdictionId), { chains: 1, entries: 50, faults: [] });
});

onEachEngine(
  "every way of tampering is found: flipped, deleted, inserted, swapped, cut, an event rewritten",
  async (testbed) => {
    const matterId = await fill(testbed);
    const j = testbed.jurisdictionId;
    const inChain = sql`jurisdiction_id = ${j} AND chain = 'account:officer'`;
    const event = sql`jurisdiction_id = ${j} AND matter_id = ${matterId}`;
    const swap = (first: number, second: number, to: number) =>
      sql`UPDATE audit_entry SET seq = ${to} WHERE ${inChain} AND seq = ${first} AND ${second} > 0`;
    const ways: [name: string, chain: string, statements: ReturnType<typeof sql>[]][] = [
      [
        "flip",
        "account:officer",
        [sql`UPDATE audit_entry SET body = replace(body, 'two', 'two ') WHERE ${inChain} AND seq = 2`],
      ],
      ["delete", "account:officer", [sql`DELETE FROM audit_entry WHERE ${inChain} AND seq = 3`]],
      [
        "insert",
        "account:officer",
        [
          sql`INSERT INTO audit_entry SELECT jurisdiction_id, chain, 5, at, kind, actor_id, actor_name, 'forged', outcome, body, hash, hash, algorithm FROM audit_entry WHERE ${inChain} AND seq = 4`,
        ],
      ],
      ["swap", "account:officer", [swap(2, 3, 99), swap(3, 2, 2), swap(99, 3, 3)]],
      ["cut", "account:officer", [sql`DELETE FROM audit_entry WHERE ${inChain} AND seq = 4`]],
      ["remove a whole chain", "account:officer", [sql`DELETE FROM audit_entry WHERE ${inChain}`]],
      [
        "rewrite an event",
        `matter:${matterId}`,
        [
          sql`UPDATE matter_event SET body = replace(body, '2020-01-10', '2019-01-10') WHERE ${event} AND type = 'took-effect'`,
        ],
      ],
      [
        "change whose act it was",
        `matter:${matterId}`,
        [sql`UPDATE matter_event SET actor_id = 'somebody' WHERE ${event} AND seq = 2`],
      ],
      [
        "change for whom it was done",
        `matter:${matterId}`,
        [sql`UPDATE matter_event SET behalf_id = 'somebody', behalf_name = '某人' WHERE ${event} AND seq = 2`],
      ],
      ["delete the last event", `matter:${matterId}`, [sql`DELETE FROM matter_event WHERE ${event} AND seq = 8`]],
      [
        "invent an event",
        `matter:${matterId}`,
        [
          sql`INSERT INTO matter_event (jurisdiction_id, matter_id, seq, at, act, actor_id, actor_name, type, body)
            SELECT jurisdiction_id, matter_id, 9, at, act, actor_id, actor_name, type, body FROM matter_event WHERE ${event} AND seq = 8`,
        ],
      ],
    ];
    for (const [name, chain, statements] of ways) {
      const keep = [
        sql`CREATE TABLE kept_entry AS SELECT * FROM audit_entry WHERE jurisdiction_id = ${j}`,
        sql`CREATE TABLE kept_event AS SELECT * FROM matter_event WHERE jurisdiction_id = ${j}`,
      ];
      const restore = [
        sql`DELETE FROM audit_entry WHERE jurisdiction_id = ${j}`,
        sql`INSERT INTO audit_entry SELECT * FROM kept_entry`,
        sql`DELETE FROM matter_event WHERE jurisdiction_id = ${j}`,
        sql`INSERT INTO matter_event SELECT * FROM kept_event`,
        sql`DROP TABLE kept_entry`,
        sql`DROP TABLE kept_event`,
      ];
      for (const statement of [...keep, ...statements]) await testbed.asOwner(statement);
      const { faults } = await verifyLog(testbed.database, j);
      assert.ok(faults.length > 0, `${name} is found`);
      assert.deepEqual([...new Set(faults.map((fault) => fault.chain))], [chain], name);
      for (const statement of restore) await testbed.asOwner(statement);
      assert.deepEqual((await verifyLog(testbed.database, j)).faults, [], `whole again after ${name}`);
    }
  },
);

onEachEngine("the log is listed by page, latest first, by kind, actor and day", async (testbed) => {
  await testbed.work(async (trx) => {
    const days = ["2026-03-01", "2026-03-02", "2026-03-03"];
    for (const [index, day] of days.entries()) {
      await appendEntry(trx, "account:officer", {
        ...said(day, index === 1 ? "sensitive-read" : "sign-in"),
        at: `${day}T23:59:59.999Z`,
        actorName: index === 2 ? "周晓岚" : "林知秋",
      });
    }
    const asked = { kind: null, actor: "", from: null, to: null, after: null, limit: 2 };
    const list = async (more: object) => (await listEntries(trx, { ...asked, ...more })).rows.map((row) => row.what);
    const first = await listEntries(trx, asked);
    assert.deepEqual(
      first.rows.map((row) => row.what),
      ["2026-03-03", "2026-03-02"],
    );
    assert.deepEqual(first.count, { value: 3, more: false });
    assert.deepEqual(await list({ after: first.next }), ["2026-03-01"]);
    assert.deepEqual(await list({ kind: "sensitive-read" }), ["2026-03-02"]);
    assert.deepEqual(await list({ actor: "晓岚" }), ["2026-03-03"]);
    assert.deepEqual(await list({ actor: "officer", limit: 9 }), [...days].reverse());
    assert.deepEqual(await list({ from: "2026-03-02", to: "2026-03-02" }), ["2026-03-02"]);
    assert.deepEqual(await list({ to: "2026-03-01" }), ["2026-03-01"]);
    assert.deepEqual(await list({ from: "2026-03-04" }), []);
  });
});

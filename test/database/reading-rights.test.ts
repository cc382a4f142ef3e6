// Who may read: the function, the filter written out in SQL, and row-level security give the same rows.
import assert from "node:assert/strict";
import { sql } from "kysely";
import { z } from "zod";
import type { Actor } from "#casework/actor.ts";
import { mayRead } from "#casework/duties.ts";
import { standingColumns, standingShape } from "#accounts/rows/account-row.ts";
import { inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { casesOfPerson } from "#matters/rows/matters.ts";
import { readableMatters } from "#matters/rows/reading.ts";
import { registryFor } from "#registry/rows/registry.ts";
import { rowsOf } from "#database/rows.ts";
import { onEachEngine } from "./engines.ts";
import type { Testbed } from "./engines.ts";
import { actorIn, reader, statementsOf, today, worldsOf } from "./worlds.ts";
import type { World } from "./worlds.ts";

const everyWorld = worldsOf(5000, 20190425);

onEachEngine(
  "function, filter and row-level security give identical rows on 5,000 generated worlds, on the embedded engine on 500 of them",
  async (testbed) => {
    const worlds = testbed.database.engine === "pglite" ? everyWorld.slice(0, 500) : everyWorld;
    for (const statement of statementsOf(worlds)) await statement.execute(testbed.database.kysely);
    const standings = await standingsOf(testbed);
    const policies = await seenUnderPolicies(
      testbed,
      worlds.map(({ id }) => id),
    );
    const differences: string[] = [];
    let [shown, hidden, delegated] = [0, 0, 0];
    await inTransaction(testbed.database, { jurisdictionId: "", accountId: null, today }, async (trx) => {
      // The filter is asked without any policy in the way, or it would hide where the filter lets too much through.
      await sql`RESET ROLE`.execute(trx.kysely);
      const filtered = await filteredIn(trx, worlds);
      for (const [index, world] of worlds.entries()) {
        const actor = actorIn(world);
        const { relativeIds, kinAccountIds, delegations } = actor;
        assert.deepEqual(standings.get(world.id), { relativeIds, kinAccountIds, delegations });
        const byFunction = world.matters.filter((one) => mayRead(actor, one)).map(({ id }) => id);
        const byFilter = filtered.get(world.id) ?? [];
        const { matters, events } = policies.get(world.id) ?? { matters: [], events: [] };
        if ([byFilter, matters, events].some((ids) => ids.join() !== byFunction.join()))
          differences.push(JSON.stringify({ world, byFunction, byFilter, matters, events }));
        if (index < 100) await otherWays({ ...trx, jurisdictionId: world.id }, actor, world, byFunction);
        shown += byFunction.length;
        hidden += world.matters.length - byFunction.length;
        delegated += actor.delegations.length;
      }
    });
    assert.deepEqual(differences.slice(0, 2), []);
    const enough = worlds.length * 0.4;
    assert.ok(shown > enough && hidden > enough && delegated > worlds.length * 0.03, `${shown} ${hidden} ${delegated}`);
  },
);

/** Whose relative each reader is and what is delegated to them, as the application loads it with a session. */
async function standingsOf(testbed: Testbed) {
  const { rows } =
    await sql`SELECT a.jurisdiction_id AS world, ${standingColumns(today)} FROM account AS a WHERE a.id = ${reader}`.execute(
      testbed.database.kysely,
    );
  const shape = standingShape.extend({ world: z.string() });
  return new Map(rows.map((row) => shape.parse(row)).map(({ world, ...standing }) => [world, standing]));
}

/** What the application's role sees of matters and of their events when it asks for everything, in each world as its reader. */
async function seenUnderPolicies(testbed: Testbed, worlds: readonly string[]) {
  return inTransaction(testbed.database, { jurisdictionId: "", accountId: reader, today }, async (trx) => {
    await sql`CREATE TEMPORARY TABLE seen (world text, matters text[], events text[]) ON COMMIT DROP`.execute(
      trx.kysely,
    );
    await sql`SELECT set_config('wenze.test_worlds', ${worlds.join()}, true)`.execute(trx.kysely);
    await sql`DO $$
      DECLARE one text;
      BEGIN
        FOREACH one IN ARRAY string_to_array(current_setting('wenze.test_worlds'), ',') LOOP
          PERFORM set_config('wenze.jurisdiction', one, true);
          INSERT INTO seen SELECT one, ARRAY(SELECT id FROM matter ORDER BY id), ARRAY(SELECT matter_id FROM matter_event ORDER BY matter_id);
        END LOOP;
      END $$`.execute(trx.kysely);
    const shape = z.object({ world: z.string(), matters: z.array(z.string()), events: z.array(z.string()) });
    const rows = await rowsOf(trx, shape, sql`SELECT world, matters, events FROM seen`);
    return new Map(rows.map((row) => [row.world, row]));
  });
}

/** The ways to a matter other than the ledger obey the same rule. */
async function otherWays(trx: Transaction, actor: Actor, world: World, readable: readonly string[]): Promise<void> {
  const of = (kind: "lead" | "case") => world.matters.filter((one) => one.kind === kind && readable.includes(one.id));
  const none = { persons: [], organizations: [], accounts: [], files: [], subjects: [], records: [], past: [] };
  const { leads } = await registryFor(trx, actor, { ...none, leads: world.matters.map(({ id }) => id) }, null);
  assert.deepEqual(
    Object.keys(leads).sort(),
    of("lead").map(({ id }) => id),
  );
  const cases = await casesOfPerson(trx, actor, "p4");
  assert.deepEqual(
    cases.map(({ matterId }) => matterId).sort(),
    of("case").flatMap(({ id, personIds }) => (personIds.includes("p4") ? [id] : [])),
  );
}

/** Worlds asked in one statement: to plan and send each by itself takes three times as long. */
const atOnce = 50;

/** What the filter as it stands in every ledger's query finds, in each world for its reader. */
async function filteredIn(trx: Transaction, worlds: readonly World[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (let from = 0; from < worlds.length; from += atOnce) {
    const ways = worlds.slice(from, from + atOnce).flatMap((world) =>
      (["lead", "case"] as const).flatMap((kind) => {
        const way = readableMatters(actorIn(world), kind, world.id);
        return way === null
          ? []
          : [
              sql`SELECT m.jurisdiction_id AS world, m.id FROM matter AS m
                WHERE m.jurisdiction_id = ${world.id} AND m.kind = ${kind} AND ${way}`,
            ];
      }),
    );
    const shape = z.object({ world: z.string(), id: z.string() });
    for (const { world, id } of await rowsOf(trx, shape, sql`${sql.join(ways, sql` UNION ALL `)} ORDER BY world, id`))
      found.set(world, [...(found.get(world) ?? []), id]);
  }
  return found;
}

// An adversary with every role in turn, at every step of real matters: no fault of the machine, nothing of another's, each refusal on record.
import assert from "node:assert/strict";
import test from "node:test";
import { sql } from "kysely";
import { z } from "zod";
import { rebuildAll } from "#matters/uses/rebuild.ts";
import { inTransaction } from "#database/database.ts";
import { rowOf } from "#database/rows.ts";
import { besiege } from "./hostile.ts";
import { caseAt } from "./steps.ts";
import { openWorld, persons } from "./world.ts";

const world = await openWorld();

test("hostile inputs before every step of leads and cases: refused or taken whole, never a fault; the refusals stand in the log", async () => {
  const refusals = () =>
    inTransaction(world.app.database, { jurisdictionId: world.app.jurisdictionId, accountId: null }, (trx) =>
      rowOf(trx, z.object({ n: z.int() }), sql`SELECT count(*) AS n FROM audit_entry WHERE kind = 'refusal'`),
    );
  const before = (await refusals())?.n ?? 0;
  const faults: string[] = [];
  const statuses = new Map<number, number>();
  const { tried } = await besiege(world, 3, 20190425, (act, reply, sent) => {
    statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
    if (![200, 400, 404, 409, 422].includes(reply.status)) faults.push(`${act} ${reply.status} ${sent} ${reply.text}`);
  });
  assert.deepEqual(faults.slice(0, 5), []);
  assert.ok(tried > 200, JSON.stringify([...statuses]));
  const refused = (statuses.get(404) ?? 0) + (statuses.get(422) ?? 0);
  assert.equal(((await refusals())?.n ?? 0) - before, refused, JSON.stringify([...statuses]));
  assert.equal(({} as { polluted?: true }).polluted, undefined);
});

test("afterwards the chains are whole and the derived rows are those of a rebuild", async () => {
  const { matterId } = await caseAt(world, "effective", persons.other.id);
  assert.ok(matterId !== "");
  const reply = await world.call({ as: "audit-administrator", method: "POST", path: "/api/log/verify", body: {} });
  assert.deepEqual((reply.json as { faults: unknown[] }).faults, []);
  const { differences } = await rebuildAll(world.app, { repair: false });
  assert.deepEqual(differences, []);
});

// Who is at a case just now: seen by its readers alone, forgotten in less than a minute, and no entry in the log.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Role } from "#casework/roles.ts";
import { caseAt } from "./steps.ts";
import { openWorld, persons, today } from "./world.ts";

const world = await openWorld();

test("two who have a case open see each other and the form that is open; a minute later nobody is there; who may not read it learns nothing", async () => {
  const { matterId } = await caseAt(world, "inquiry", persons.subject.id);
  const here = (as: Role, act: string | null, id = matterId) =>
    world.call({ as, method: "POST", path: `/api/matters/${id}/presence`, body: { act } });
  assert.deepEqual((await here("discipline-officer", "record-fact")).json, []);
  const seen = await here("committee-secretary", null);
  assert.deepEqual(
    (seen.json as { name: string; act: string | null }[]).map(({ name, act }) => [name, act]),
    [["测试discipline-officer", "record-fact"]],
  );
  const hidden = await here("personnel-officer", null);
  assert.equal(hidden.status, 404);
  assert.deepEqual(hidden.json, (await here("personnel-officer", null, "nobody-knows")).json);
  world.setNow(`${today}T02:00:46Z`);
  assert.deepEqual((await here("reviewer", null)).json, [], "whoever was not heard of for so long has left");
});

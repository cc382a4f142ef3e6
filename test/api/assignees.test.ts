// To whom items of execution can be given: what the form offers is what the act takes.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { hashPassword } from "#accounts/passwords.ts";
import { openItemsOf } from "#casework/execution/execution.ts";
import { roles } from "#casework/roles.ts";
import type { Role } from "#casework/roles.ts";
import { accountsWithRole, setDisabled } from "#accounts/rows/accounts.ts";
import { accountForSettled, addAccount } from "../settled.ts";
import { inTransaction } from "#database/database.ts";
import { loadMatter } from "#matters/rows/matters.ts";
import { putRelative } from "../database/people.ts";
import { caseAt } from "./steps.ts";
import { accountIdOf, done, openWorld, password, persons } from "./world.ts";

const world = await openWorld();
const { call } = world;
const hashed = await hashPassword(password);
const scope = { jurisdictionId: world.app.jurisdictionId, accountId: null };

type Offered = { accountId: string; name: string; offices: string[] }[];

const assigneesOf = (matterId: string, as: Role = "personnel-officer") =>
  call({ as, method: "GET", path: `/api/matters/${matterId}/assignees` });

async function officer(id: string, personId: string | null): Promise<void> {
  const rest = { organizationId: "bureau", password: hashed, mustChangePassword: false };
  const roleHeld: Role[] = ["personnel-officer"];
  await inTransaction(world.app.database, scope, (trx) =>
    addAccount(trx, { id, account: id, name: id, roles: roleHeld, personId, ...rest }),
  );
}

test("the form that assigns items offers, for each of them, exactly those whom the act takes", async () => {
  const { subjectId, matterId, ...at } = await caseAt(world, "effective", persons.subject.id);
  await officer("colleague", persons.unrecorded.id);
  await officer("subject-itself", persons.subject.id);
  await officer("relative", persons.other.id);
  await officer("recused", null);
  await officer("retired", null);
  await inTransaction(world.app.database, scope, async (trx) => {
    const kin = { relation: "姐夫", name: persons.subject.name, relativeId: persons.subject.id };
    await putRelative(trx, persons.other.id, kin);
    await setDisabled(trx, "retired", true);
    await accountForSettled(trx);
  });
  const recusal = { accountId: "recused", ground: "interest", reasons: "与对象有利害关系" };
  let here = await done(world, "committee-secretary", "declare-recusal", { matterId, ...at }, recusal);

  const reply = await assigneesOf(matterId);
  assert.equal(reply.status, 200, reply.text);
  const offered = reply.json as Offered;
  assert.deepEqual(
    offered.filter(({ offices }) => offices.includes("personnel-department")).map(({ accountId }) => accountId),
    ["colleague", accountIdOf("personnel-officer")],
  );

  const state = await inTransaction(world.app.database, scope, (trx) => loadMatter(trx, matterId, "read"));
  assert.ok(state?.matter.kind === "case");
  const items = openItemsOf(world.app.law, state.matter).filter((item) => item.subjectId === subjectId);
  assert.ok(new Set(items.map(({ office }) => office)).size > 1);
  const enabled = await inTransaction(world.app.database, scope, (trx) => accountsWithRole(trx, roles));
  const everybody = ["retired", ...enabled.map(({ id }) => id)];
  for (const { item, office } of items)
    for (const id of everybody) {
      const input = { items: [{ subjectId, item }], accountId: id };
      const body = { matterId, version: here.version, key: randomUUID(), input };
      const assigned = await call({ as: "personnel-officer", method: "POST", path: "/api/acts/assign-items", body });
      const isOffered = offered.some(({ accountId, offices }) => accountId === id && offices.includes(office));
      assert.equal(assigned.status, isOffered ? 200 : 422, `${item} to ${id}: ${assigned.text}`);
      if (isOffered) here = { ...here, version: here.version + 1 };
      else assert.ok(assigned.text.includes("cannot-be-assigned"), assigned.text);
    }
});

test("who may be given items of a case is told to nobody who may not read it, as if it were not there", async () => {
  const { matterId } = await caseAt(world, "inquiry", persons.open.id);
  const missing = await assigneesOf(randomUUID());
  // An inquiry is not for the personnel department yet.
  const reply = await assigneesOf(matterId);
  assert.deepEqual([reply.status, reply.text], [404, missing.text]);
  assert.equal((await assigneesOf(matterId, "discipline-officer")).status, 200);
  assert.equal((await assigneesOf(matterId, "unit-liaison")).status, 403);
});

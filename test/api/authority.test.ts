// The district's authority table: nothing holds before other hands confirmed it, and then every decision of its days goes by it.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { sql } from "kysely";
import { parseInput } from "#casework/input.ts";
import { perform } from "#matters/uses/perform.ts";
import { measureClasses } from "#law/procedure/authority.ts";
import { managementLevelsOf } from "#law/procedure/management.ts";
import { inTransaction } from "#database/database.ts";
import { caseAt, inputs } from "./steps.ts";
import { openWorld, persons } from "./world.ts";

const world = await openWorld();
const { call } = world;

const rows = (decides: string) =>
  managementLevelsOf(world.app.law.vocabulary).flatMap((managedBy) =>
    measureClasses.map((measures) => ({
      managedBy,
      measures,
      decides: [managedBy === "city" ? "city-committee" : decides],
      proposes: ["working-committee"],
      approves: [],
      executes: [],
    })),
  );
const quorums = [{ body: "working-committee", members: 9, share: "two-thirds" }];

async function enter(changes: object = {}) {
  const body = {
    key: randomUUID(),
    validFrom: "2025-01-01",
    documentNumber: "测党办〔2025〕1号",
    rows: rows("personnel-department"),
    quorums,
    ...changes,
  };
  return call({ as: "personnel-officer", method: "POST", path: "/api/authority", body });
}

async function decideHere(): Promise<string[]> {
  const at = await caseAt(world, "deliberated", persons.subject.id);
  const performed = await perform(world.app, world.actorOf("committee-secretary"), {
    act: "decide",
    matterId: at.matterId,
    version: at.version,
    key: randomUUID(),
    input: parseInput("decide", inputs.decision(at.subjectId)),
  });
  return performed.type === "refused" ? performed.refusals.map(({ code }) => code) : [performed.type];
}

test("a version that lacks a cell, names an unknown body or level of management or begins before the regulation is refused with what is wrong", async () => {
  const codes = async (changes: object) => {
    const reply = await enter(changes);
    assert.equal(reply.status, 422, reply.text);
    return (reply.json as { data: { refusals: { code: string }[] } }).data.refusals.map(({ code }) => code);
  };
  assert.deepEqual(await codes({ rows: rows("working-committee").slice(1) }), ["cell-missing"]);
  assert.deepEqual(await codes({ rows: rows("nobody") }), ["no-such-body"]);
  const [row, ...others] = rows("personnel-department");
  assert.ok(row !== undefined);
  assert.deepEqual(await codes({ rows: [row, ...others, { ...row, managedBy: "nobody" }] }), [
    "no-such-management-level",
  ]);
  assert.deepEqual(await codes({ validFrom: "2019-04-24" }), ["before-validity"]);
  assert.deepEqual(await codes({ quorums: [...quorums, ...quorums] }), ["quorum-twice"]);
});

test("what is entered holds only once confirmed, by other hands, and once", async () => {
  const key = randomUUID();
  const entered = await enter({ key });
  assert.equal(entered.status, 200, entered.text);
  const again = await enter({ key });
  assert.deepEqual(again.json, entered.json, "the same request twice is one version");
  const { versionId } = entered.json as { versionId: string };
  assert.deepEqual(await decideHere(), ["done"], "the pack still says who decides");

  const confirm = (as: "committee-secretary" | "personnel-officer") =>
    call({
      as,
      method: "POST",
      path: `/api/authority/${versionId}/confirmation`,
      body: { key: randomUUID(), confirmed: true, reasons: null },
    });
  assert.equal((await confirm("personnel-officer")).status, 403);
  const own = inTransaction(world.app.database, { jurisdictionId: "ceshi", accountId: null }, (trx) =>
    sql`INSERT INTO authority_confirmation (jurisdiction_id, version_id, entered_by, confirmed, by, by_name, at)
      SELECT jurisdiction_id, id, entered_by, true, entered_by, entered_by_name, entered_at FROM authority_version`.execute(
      trx.kysely,
    ),
  );
  await assert.rejects(own, /who_enters_does_not_confirm/u, "the database says so too");
  assert.equal((await confirm("committee-secretary")).status, 200);
  assert.equal((await confirm("committee-secretary")).status, 422);

  const at = await caseAt(world, "proposed", persons.subject.id);
  const performed = await perform(world.app, world.actorOf("office-clerk"), {
    act: "record-deliberation",
    matterId: at.matterId,
    version: at.version,
    key: randomUUID(),
    input: parseInput("record-deliberation", inputs.deliberation),
  });
  assert.equal(performed.type, "refused");
  assert.deepEqual(performed.type === "refused" && performed.refusals.map(({ code }) => code), ["not-quorate"]);
});

// What goes out unparsed is what the contract declares: of one case, one body, one question, one request, and the law in force.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { packShape } from "#law/pack/pack.ts";
import { assertAsDeclared, seenAsDeclared, unparsedEndpoints } from "./declared.ts";
import { caseAt } from "./steps.ts";
import { openWorld, persons } from "./world.ts";

const world = await openWorld();
const as = "discipline-officer";
const { call } = world;
const got = async (path: string): Promise<unknown> => {
  const { status, text, json } = await call({ as, method: "GET", path });
  assert.equal(status, 200, text);
  return json;
};
const asked = async (path: string, body: object): Promise<unknown> => {
  const { status, text, json } = await call({ as, method: "POST", path, body });
  assert.equal(status, 200, text);
  return json;
};
const question = { purpose: "promotion", date: "2026-02-01", year: null };
const names = [
  { name: "周明远", unit: "生态环境局" },
  { name: "李静", unit: "" },
  { name: "无此人", unit: "" },
];

test("every answer that the server does not parse is held to its shape by some call", async () => {
  const { matterId } = await caseAt(world, "effective", persons.subject.id);
  await caseAt(world, "effective", persons.other.id);
  await got(`/api/matters/${matterId}`);
  await got("/api/bodies/bureau");
  const { regulation, upper } = (await got("/api/regulation")) as { regulation: { id: string }; upper: unknown[] };
  for (const pack of [regulation, ...upper, await got(`/api/regulation/packs/${regulation.id}`)])
    assert.deepEqual(packShape.parse(pack), pack);
  await got("/api/regulation/in-force");
  await asked("/api/eligibility", { ...question, names });
  const { requestId } = (await asked("/api/clearance", {
    key: randomUUID(),
    requester: "党工委工作部",
    purposeText: "拟任",
    ...question,
    names,
  })) as { requestId: string };
  await asked(`/api/clearance/${requestId}/lines`, { round: 1, limit: 10 });
  assert.deepEqual([...seenAsDeclared].sort(), unparsedEndpoints.toSorted());
});

test("an answer with something missing, or something more, fails", async () => {
  const path = "/api/regulation/in-force";
  const json = (await got(path)) as Record<string, unknown>;
  const { actsFor: _left, ...less } = json;
  assert.throws(() => assertAsDeclared({ method: "GET", path }, { status: 200, json: less }), /actsFor/u);
  assert.throws(
    () => assertAsDeclared({ method: "GET", path }, { status: 200, json: { ...json, more: 1 } }),
    /otherwise than it declares/u,
  );
});

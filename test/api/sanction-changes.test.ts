// What becomes of a sanction is recorded by another person and changes the answer from its day on; asked about an earlier day the answer is as it was.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import type { EligibilityReply } from "#eligibility/contract/eligibility.ts";
import type { PersonView } from "#registry/contract.ts";
import { failureOf } from "./failure.ts";
import { caseAt, inputs } from "./steps.ts";
import { done, openWorld, persons } from "./world.ts";

const world = await openWorld();
const { call } = world;

async function ask(name: string, date: string, toLevel: string | null = null) {
  const names = [{ name, unit: "生态环境局", toLevel }];
  const body = { purpose: "promotion", date, year: null, names };
  const reply = await call({ as: "personnel-officer", method: "POST", path: "/api/eligibility", body });
  assert.equal(reply.status, 200, reply.text);
  const [line] = (reply.json as EligibilityReply).lines;
  assert.ok(line?.match === "one", reply.text);
  return { ...line, codes: line.reasons.map(({ code }) => code) };
}

async function viewOf(personId: string): Promise<PersonView> {
  return (await call({ as: "discipline-officer", method: "GET", path: `/api/persons/${personId}` })).json as PersonView;
}

test("留党察看 without its restoration is to be confirmed once it is over; recorded, two years follow it", async () => {
  const { id, name } = persons.subject;
  const { subjectId, ...begun } = await caseAt(world, "effective", id);
  // From 2019-03-01 on for a year: over for long.
  const probation = inputs.sanction(subjectId, "party-probation", {
    decided: "2023-03-01",
    effective: "2023-03-01",
    months: 12,
    level: "乡科级正职",
  });
  const at = await done(world, "discipline-officer", "record-discipline", begun, probation);
  const missing = await ask(name, "2026-07-01");
  assert.equal(missing.answer, "needs-confirmation");
  assert.ok(missing.codes.includes("restoration-missing"), missing.codes.join());
  const restored = inputs.sanctionChange(subjectId, at.version, { kind: "restored", on: "2024-03-01" });
  await done(world, "reviewer", "record-sanction-change", at, restored);
  assert.equal((await ask(name, "2026-02-28")).answer, "barred");
  const after = await ask(name, "2026-07-01");
  assert.ok(!after.codes.includes("restoration-missing"), after.codes.join());
  const [sanction] = (await viewOf(id)).sanctions;
  assert.deepEqual(
    [sanction?.decidedOn, sanction?.effectiveOn, sanction?.restoredOn, sanction?.level],
    ["2023-03-01", "2023-03-01", "2024-03-01", "乡科级正职"],
  );
});

test("a sanction that is revoked bars until the day before, and asked about that day still does", async () => {
  const { id, name } = persons.other;
  const { subjectId, ...begun } = await caseAt(world, "effective", id);
  const warning = inputs.sanction(subjectId, "party-serious-warning");
  const at = await done(world, "discipline-officer", "record-discipline", begun, warning);
  assert.equal((await ask(name, "2026-04-01")).answer, "barred");
  const revoked = inputs.sanctionChange(subjectId, at.version, { kind: "revoked", on: "2026-04-01" });
  await done(world, "reviewer", "record-sanction-change", at, revoked);
  assert.equal((await ask(name, "2026-03-31")).answer, "barred");
  const after = await ask(name, "2026-04-01");
  assert.deepEqual([after.answer, after.restrictions], ["needs-consent", []]);
});

test("two equal government sanctions of one day: to be confirmed beyond the single period until one period is set for them", async () => {
  const { id, name } = persons.open;
  const { subjectId, ...begun } = await caseAt(world, "effective", id);
  const demerit = inputs.sanction(subjectId, "government-demerit");
  const once = await done(world, "discipline-officer", "record-discipline", begun, demerit);
  const twice = await done(world, "discipline-officer", "record-discipline", once, demerit);
  const unset = await ask(name, "2026-05-01");
  assert.equal(unset.answer, "needs-confirmation");
  assert.ok(unset.codes.includes("period-not-set"), unset.codes.join());
  const set = (months: number) => inputs.sanctionChange(subjectId, twice.version, { kind: "period-set", months });
  const tooLong = await call({
    as: "reviewer",
    method: "POST",
    path: "/api/acts/record-sanction-change",
    body: { matterId: twice.matterId, version: twice.version, key: randomUUID(), input: set(25) },
  });
  assert.equal(failureOf(tooLong).data?.refusals?.[0]?.code, "period-out-of-bounds", tooLong.text);
  await done(world, "reviewer", "record-sanction-change", twice, set(18));
  assert.equal((await ask(name, "2026-08-31")).answer, "barred");
  assert.ok(!(await ask(name, "2026-09-02")).codes.includes("period-not-set"));
});

test("a consent for a level counts for that and lower ones; of a question without a level it has to be confirmed", async () => {
  const { id, name } = persons.unrecorded;
  const { subjectId, ...at } = await caseAt(world, "effective", id);
  const consent = { ...inputs.consent(subjectId, "2026-06-01"), toLevel: "县处级副职" };
  await done(world, "personnel-officer", "record-consent", at, consent);
  assert.equal((await ask(name, "2026-07-01", "县处级副职")).answer, "clear");
  assert.equal((await ask(name, "2026-07-01", "县处级正职")).answer, "needs-consent");
  const unsaid = await ask(name, "2026-07-01");
  assert.deepEqual([unsaid.answer, unsaid.codes], ["needs-confirmation", ["level-missing"]]);
  assert.equal((await viewOf(id)).consents[0]?.toLevel, "县处级副职");
});

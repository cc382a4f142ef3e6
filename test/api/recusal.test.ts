// Recusal, found or declared: access ends with the next request, at every door to the case.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { hashPassword } from "#accounts/passwords.ts";
import { saveAct } from "#matters/rows/acts.ts";
import { addAccount } from "../settled.ts";
import { inTransaction } from "#database/database.ts";
import { loadMatter } from "#matters/rows/matters.ts";
import { putRelative } from "../database/people.ts";
import { failureOf } from "./failure.ts";
import { caseAt, inputs } from "./steps.ts";
import { accountIdOf, done, evidenceFile, inquirerId, openWorld, password, persons } from "./world.ts";
import type { Call } from "./world.ts";

const world = await openWorld();
const { call } = world;
const scope = { jurisdictionId: world.app.jurisdictionId, accountId: null };

/** A discipline officer who is this cadre, signed in before anything happens. */
async function officerWho(personId: string): Promise<{ cookie: string; accountId: string }> {
  const accountId = `officer-${personId}`;
  const hashed = await hashPassword(password);
  await inTransaction(world.app.database, scope, (trx) =>
    addAccount(trx, {
      id: accountId,
      account: accountId,
      name: personId,
      roles: ["discipline-officer", "reviewer"],
      organizationId: "bureau",
      personId,
      password: hashed,
      mustChangePassword: false,
    }),
  );
  const reply = await call({ method: "POST", path: "/api/session", body: { account: accountId, password } });
  return { accountId, cookie: reply.headers.getSetCookie()[0]?.split(";")[0] ?? assert.fail(reply.text) };
}

const { cookie, accountId } = await officerWho(persons.other.id);
const opened = await caseAt(world, "inquiry", persons.subject.id);
// Given to this officer too, so that there is a message of it.
const here = {
  ...opened,
  ...(await done(world, "committee-secretary", "change-inquiry-group", opened, {
    on: "2025-01-15",
    inquirers: [...inputs.approval.inquirers, accountId],
    leader: inputs.approval.leader,
    reasons: "增加人手",
  })),
};
const file = await evidenceFile(world, "整改台账");
const { sha256 } = file;
const fact = await done(world, "discipline-officer", "record-fact", here, inputs.fact(here.subjectId, file));

/** Every door to the case: what it answers when open must name the case; when shut it must not, and be as if the case were not there. */
const doors: [name: string, (matterId: string) => Call][] = [
  ["page", (id) => ({ cookie, method: "GET", path: `/api/matters/${id}` })],
  ["file address", (id) => ({ cookie, method: "GET", path: `/api/matters/${id}/files/${sha256}` })],
  ["act", (id) => act(id, "name-witness", { personId: "nobody", on: "2999-01-01", about: "x" })],
];
const lists: [name: string, Call][] = [
  ["ledger", { cookie, method: "POST", path: "/api/cases/search", body: { limit: 200 } }],
  ["search", { cookie, method: "POST", path: "/api/cases/search", body: { query: "周明远", limit: 200 } }],
  ["supervision", { cookie, method: "POST", path: "/api/supervision/search", body: { limit: 200 } }],
  ["messages", { cookie, method: "POST", path: "/api/notifications/search", body: { limit: 200 } }],
  ["person", { cookie, method: "GET", path: `/api/persons/${persons.subject.id}` }],
];

function act(matterId: string, name: string, input: unknown): Call {
  return {
    cookie,
    method: "POST",
    path: `/api/acts/${name}`,
    body: { matterId, version: 1, key: randomUUID(), input },
  };
}

/** `kin`: a relative of the subject, who does not read what is on record of them either. */
async function expectDoors(open: boolean, why: string, kin = false): Promise<void> {
  for (const [name, door] of doors) {
    const [reply, missing] = [await call(door(here.matterId)), await call(door(randomUUID()))];
    if (open) assert.notEqual(reply.status, 404, `${why}: ${name} is open`);
    else
      assert.deepEqual([reply.status, reply.text], [404, missing.text], `${why}: ${name} is as if it were not there`);
  }
  for (const [name, list] of lists) {
    const reply = await call(list);
    assert.equal(reply.status, kin && name === "person" ? 404 : 200, reply.text);
    assert.equal(reply.text.includes(here.matterId), open, `${why}: ${name}`);
  }
}

test("a close relative entered in the personnel record is kept out from the next request on, and let in again when it was a mistake", async () => {
  await expectDoors(true, "before");
  const kin = { relation: "姐夫", name: "周明远", relativeId: persons.subject.id };
  await inTransaction(world.app.database, scope, (trx) => putRelative(trx, persons.other.id, kin));
  await expectDoors(false, "relative", true);
  await inTransaction(world.app.database, scope, (trx) =>
    putRelative(trx, persons.other.id, { ...kin, relativeId: null }),
  );
  // The record of the other names this one: it holds both ways.
  const back = { relation: "内弟", name: "吴建国", relativeId: persons.other.id };
  await inTransaction(world.app.database, scope, (trx) => putRelative(trx, persons.subject.id, back));
  await expectDoors(false, "relative the other way", true);
  await inTransaction(world.app.database, scope, (trx) =>
    putRelative(trx, persons.subject.id, { ...back, relativeId: null }),
  );
  await expectDoors(true, "corrected");
});

test("whoever is named a witness in mid-case is kept out from the next request on", async () => {
  const other = await caseAt(world, "inquiry", persons.unrecorded.id);
  const page: Call = { cookie, method: "GET", path: `/api/matters/${other.matterId}` };
  assert.equal((await call(page)).status, 200);
  const about = { personId: persons.other.id, on: "2025-01-20", about: "会议经过" };
  await done(world, "discipline-officer", "name-witness", other, about);
  assert.equal((await call(page)).status, 404);
  await expectDoors(true, "witness in another case only");
});

test("who declares their own recusal gets the receipt, and nothing more of the case", async () => {
  const version = fact.version;
  const input = { accountId, ground: "interest", reasons: "曾参与该项目验收" };
  const body = { matterId: here.matterId, version, key: randomUUID(), input };
  const declared: Call = { cookie, method: "POST", path: "/api/acts/declare-recusal", body };
  assert.equal((await call(declared)).status, 200);
  await expectDoors(false, "declared");
  // Everybody else goes on, and sees it in the file.
  const page = await call({ as: "reviewer", method: "GET", path: `/api/matters/${here.matterId}` });
  assert.match(page.text, /曾参与该项目验收/u);
});

test("acts that are the inquiry group's are refused to a colleague who is not in it, and no text is cited for it", async () => {
  const other = await caseAt(world, "inquiry", persons.sameNameOne.id);
  const reply = await call(act(other.matterId, "name-witness", { personId: "x", on: "2025-01-20", about: "x" }));
  assert.equal(reply.status, 409);
  const again = { ...act(other.matterId, "name-witness", { personId: "x", on: "2025-01-20", about: "x" }) };
  const body = { ...(again.body as object), version: other.version };
  const refused = await call({ ...again, body });
  assert.equal(refused.status, 422, refused.text);
  assert.match(refused.text, /not-assigned/u);
  assert.match(refused.text, /"source":null/u);
});

test("the database itself refuses the same hands twice, whatever the engine let through", async () => {
  const asked = await caseAt(world, "opening-requested", persons.subject.id);
  const saving = inTransaction(world.app.database, scope, async (trx) => {
    const before = (await loadMatter(trx, asked.matterId, "for-update"))?.matter ?? null;
    return saveAct(trx, world.app.law, {
      matterId: asked.matterId,
      before,
      act: "decide-opening",
      actor: { accountId: accountIdOf("discipline-officer"), name: "甲", personId: null },
      at: "2026-07-31T02:00:00.000Z",
      events: [{ type: "opening-approved", on: "2025-01-10", inquirers: ["a", "b"], leader: "a", dueOn: "2025-03-10" }],
      others: [],
    });
  });
  await assert.rejects(saving, (error: { code?: string }) => error.code === "23514");
});

test("nobody is taken into the inquiry of a case that grew from a lead which names them, nor who has no part in inquiries", async () => {
  const { matterId } = await done(world, "discipline-officer", "register-lead", null, inputs.lead(persons.other.id));
  const asked = await done(world, "discipline-officer", "request-opening", null, inputs.opening([matterId]));
  const approve = (second: string) => {
    const inquirers = [accountIdOf("discipline-officer"), second];
    const { matterId: id, version } = asked;
    return call({
      as: "committee-secretary",
      method: "POST",
      path: "/api/acts/decide-opening",
      body: { matterId: id, version, key: randomUUID(), input: { ...inputs.approval, inquirers } },
    });
  };
  for (const second of [accountId, accountIdOf("system-administrator"), accountIdOf("office-clerk")]) {
    const refused = await approve(second);
    assert.equal(refused.status, 422, refused.text);
    assert.deepEqual(
      failureOf(refused).data?.refusals?.map(({ code }) => code),
      ["cannot-inquire"],
      second,
    );
  }
  assert.equal((await approve(inquirerId)).status, 200);
});

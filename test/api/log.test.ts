// Nothing leaves no trace: for every endpoint whose meta says so, what was done, and what was refused, is in the log.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { acts } from "#matters/contract/acts.ts";
import type { ActId } from "#casework/acts.ts";
import { roles } from "#casework/roles.ts";
import { listEndpoints } from "#server/endpoints.ts";
import type { Endpoint } from "#server/endpoints.ts";
import { listEntries } from "#log/rows/audit.ts";
import { inTransaction } from "#database/database.ts";
import { answersAtTheDoor, answersToAdministrators, textsOfBusiness } from "./administrators-read.ts";
import { refusable } from "./refusable.ts";
import { inputs } from "./steps.ts";
import { password, persons } from "./world.ts";
import type { Reply } from "./world.ts";
import { actCall, doingOf, entries, scope, world } from "./logged-acts.ts";
import { administrationCalls } from "./logged-administration.ts";
import { clearanceCalls } from "./logged-clearance.ts";
import { listCalls } from "./logged-lists.ts";
import { matterCalls, uploaded, withFile } from "./logged-matters.ts";
import { registryCalls } from "./logged-registry.ts";

const { call } = world;

/** A call of each logged endpoint that is no act. */
const others: Record<string, () => Promise<Reply>> = {
  ...matterCalls,
  ...registryCalls,
  ...clearanceCalls,
  ...administrationCalls,
  ...listCalls,
};
const logged = listEndpoints().filter(({ meta }) => meta.logged !== "nothing");

for (const one of logged) {
  test(`${one.name} leaves an entry of the kind “${one.meta.logged}”`, async () => {
    const request = isAct(one) ? await actCall(one.name.slice("acts.".length) as ActId) : null; // acts are named by their id
    const before = await entries(one.meta.logged);
    const reply = request === null ? await others[one.name]?.() : await call(request);
    assert.ok(reply !== undefined, "this endpoint is logged and no call of it is known here");
    assert.equal(reply.status, 200, reply.text);
    assert.ok((await entries(one.meta.logged)) > before);
  });

  test(`${one.name} refused leaves its entry too`, async () => {
    const { access } = one.meta;
    // A program without a token that holds is nobody, as is whoever is not signed in.
    if (access === "token") return;
    if (access === "anyone" || access === "signed-in") {
      // Whoever is signed in may; what can be refused there is a wrong password.
      if (one.name === "session.signOut") return;
      await world.cookieOf("office-clerk");
      const before = await entries("sign-in");
      if (one.name === "session.signIn")
        await call({ method: "POST", path: "/api/session", body: { account: "reviewer", password: "falsch" } });
      else
        await call({
          as: "office-clerk",
          method: "POST",
          path: "/api/session/password",
          body: { key: randomUUID(), current: "falsch", next: "Xin-Mima-2026" },
        });
      assert.equal(await entries("sign-in"), before + 1);
      return;
    }
    const outsider = roles.find((role) => !access.includes(role));
    if (outsider === undefined) throw new Error(`${one.name} is open to all roles`);
    // Signed in beforehand, so that the count is of the refusal alone.
    await world.cookieOf(outsider);
    const before = await entries("refusal");
    const reply = await call({
      as: outsider,
      method: one.method,
      path: one.path.replaceAll(/:\w+/gu, "nobody-knows"),
      ...(one.method === "GET" ? {} : { body: {} }),
    });
    assert.equal(reply.status, 403, reply.text);
    assert.equal(await entries("refusal"), before + 1);
  });
}

for (const id of Object.keys(acts) as ActId[]) {
  test(`${id} refused by the law leaves its entry`, async () => {
    const { role } = doingOf(id);
    await world.cookieOf(role);
    const before = await entries("refusal");
    const body = { matterId: randomUUID(), version: 1, key: randomUUID(), input: refusable(id) };
    const reply = await call({ as: role, method: "POST", path: `/api/acts/${id}`, body });
    assert.equal(reply.status, 404, reply.text);
    assert.equal(await entries("refusal"), before + 1);
  });
}

test("reading what one may not read leaves an entry, and so does a refused question of the law", async () => {
  const before = await entries("refusal");
  await call({ as: "personnel-officer", method: "GET", path: `/api/matters/${withFile}` });
  await call({ as: "personnel-officer", method: "GET", path: "/api/persons/nobody-knows" });
  await call({ as: "personnel-officer", method: "GET", path: `/api/matters/${withFile}/files/${uploaded.sha256}` });
  const lead = {
    matterId: null,
    version: null,
    key: randomUUID(),
    input: { ...inputs.lead(), receivedOn: "2999-01-01" },
  };
  assert.equal(
    (await call({ as: "office-clerk", method: "POST", path: "/api/acts/register-lead", body: lead })).status,
    422,
  );
  assert.equal(await entries("refusal"), before + 4);
});

test("the log never holds a password, nor an ID number", async () => {
  const page = await inTransaction(world.app.database, scope, (trx) =>
    listEntries(trx, { kind: null, actor: "", from: null, to: null, after: null, limit: 200 }),
  );
  assert.ok(page.rows.length > 100);
  for (const secret of [password, persons.subject.idNumber, "210502198409096120", "falsch"])
    assert.ok(!JSON.stringify(page.rows).includes(secret), secret);
});

test("none of the three administrators, and nobody at the operator's door, is answered with a word of the offices' business", async () => {
  const receipt = await others["streams.clearanceReceipt"]?.();
  assert.ok(receipt?.status === 200);
  const texts = await textsOfBusiness(world);
  assert.ok(texts.length > 100 && texts.includes(persons.subject.name), `${texts.length} texts`);
  const answers = [...(await answersToAdministrators(world)), ...(await answersAtTheDoor(world, receipt.text))];
  const found = answers.flatMap(({ door, text }) =>
    texts.filter((one) => text.includes(one)).map((one) => `${door}: ${one}`),
  );
  assert.deepEqual(found, []);
  console.log(`administrators: ${answers.length} answers searched for ${texts.length} texts of business, none found`);
});

test("after all this the chains are whole", async () => {
  const reply = await call({ as: "audit-administrator", method: "POST", path: "/api/log/verify", body: {} });
  const { chains, entries: count, faults } = reply.json as { chains: number; entries: number; faults: unknown[] };
  assert.deepEqual(faults, []);
  assert.ok(chains > 10 && count > 200);
});

function isAct({ name }: Endpoint): boolean {
  return name.startsWith("acts.");
}

// Every id in path and body, from the contract, replaced by one that is there but not for the asker: the answer is that for one that is not there.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { hashPassword } from "#accounts/passwords.ts";
import { administrators, roles } from "#casework/roles.ts";
import type { Role } from "#casework/roles.ts";
import { listEndpoints } from "#server/endpoints.ts";
import { addAccount } from "../settled.ts";
import { inTransaction } from "#database/database.ts";
import { addJurisdiction } from "#jurisdiction/rows/jurisdictions.ts";
import { addOrganization } from "#registry/rows/organizations.ts";
import { addPersons } from "#registry/rows/persons.ts";
import { callOf, idPathsIn, sampleBody, withAt } from "./sample.ts";
import { figure } from "../figure.ts";
import { caseAt, inputs, lastId, leadAt } from "./steps.ts";
import { done, evidenceFile, openWorld, password, persons } from "./world.ts";

const world = await openWorld();
const { app } = world;
const offices = roles.filter((role) => !administrators.includes(role));

/** Somebody with every role of an office, who is a party to one case and one lead; and another district with everything of its own. */
const hashed = await hashPassword(password);
const elsewhere = randomUUID();
await addJurisdiction(app.database, { id: elsewhere, name: "邻区", prefix: "邻" });
for (const [jurisdictionId, id] of [
  [app.jurisdictionId, "adversary"],
  [elsewhere, "foreign-account"],
] as const) {
  await inTransaction(app.database, { jurisdictionId, accountId: null }, async (trx) => {
    if (jurisdictionId === elsewhere) {
      await addOrganization(trx, {
        id: "foreign-unit",
        parentId: null,
        name: "邻区",
        kind: "party",
        managedBy: "zone",
      });
      await addPersons(trx, app.keys, [
        { ...persons.unrecorded, id: "foreign-person", organizationId: "foreign-unit" },
      ]);
    }
    await addAccount(trx, {
      id,
      account: id,
      name: "甲",
      roles: offices,
      organizationId: null,
      personId: jurisdictionId === elsewhere ? "foreign-person" : persons.other.id,
      password: hashed,
      mustChangePassword: false,
    });
  });
}
const hidden = await caseAt(world, "inquiry", persons.other.id);
const file = await evidenceFile(world, "他案证据");
await done(world, "discipline-officer", "record-fact", hidden, inputs.fact(hidden.subjectId, file));
const foreign = {
  matter: hidden.matterId,
  lead: (await leadAt(world, "registered", persons.other.id)).matterId,
  subject: hidden.subjectId,
  fact: await lastId(world, hidden.matterId, "fact-recorded"),
  // A file of a case that is not theirs has an address; it must not be one for them.
  file: file.sha256,
  person: "foreign-person",
  unit: "foreign-unit",
  account: "foreign-account",
};

async function cookieOf(account: string): Promise<string> {
  const reply = await world.call({ method: "POST", path: "/api/session", body: { account, password } });
  return reply.headers.getSetCookie()[0]?.split(";")[0] ?? assert.fail(reply.text);
}

test("every id of every endpoint, replaced by a foreign one, answers exactly as a missing one does", async (t) => {
  const adversary = await cookieOf("adversary");
  const differences: string[] = [];
  let [asked, beyond] = [0, 0];
  for (const endpoint of listEndpoints()) {
    const { access } = endpoint.meta;
    if (access === "anyone" || access === "token" || endpoint.name === "session.signOut") continue;
    const body = sampleBody(endpoint) ?? paramsOf(endpoint.path);
    const cookie =
      access === "signed-in" || access.some((role) => offices.includes(role))
        ? adversary
        : await world.cookieOf(access.find((role): role is Role => administrators.includes(role)) ?? "reviewer");
    for (const path of idPathsIn(body)) {
      for (const [kind, id] of Object.entries(foreign)) {
        const isFile = path.at(-1) === "sha256";
        if (!kindsOf(String(path.findLast((part) => typeof part === "string"))).includes(kind)) continue;
        const missing = isFile ? "e".repeat(64) : randomUUID();
        const answers = [];
        for (const put of [id, missing]) {
          const { path: address, body: sent } = callOf(endpoint, withKey(withAt(body, path, put)));
          const call = {
            cookie,
            method: endpoint.method,
            path: address,
            ...(sent === undefined ? {} : { body: sent }),
          };
          const reply = await world.call(call);
          answers.push(
            `${reply.status} ${reply.text.replaceAll(put, "ID").replaceAll(/"(serial|askedAt)":"[^"]*"/gu, "")}`,
          );
          if (reply.status !== 400) beyond += 1;
          assert.doesNotMatch(reply.text, /吴建国|邻区|他案证据/u, `${endpoint.name} leaks`);
        }
        asked += 1;
        if (answers[0] !== answers[1])
          differences.push(
            `${endpoint.name} ${path.join(".")} ${kind}: ${answers[0]?.slice(0, 200)} | ${answers[1]?.slice(0, 200)}`,
          );
      }
    }
  }
  assert.deepEqual(differences, []);
  figure(t, "foreign-ids", `${asked} 处编号，0 处泄露 · ${asked} ids, 0 leaks`);
  assert.ok(asked > 100 && beyond > asked, `${asked} asked, ${beyond} answers beyond the shape of the input`);
});

/** The kinds of foreign ids worth trying in a field of this name; where the name tells nothing, one of each layer. */
function kindsOf(field: string): readonly string[] {
  if (field === "sha256") return ["file"];
  if (/matter|case/iu.test(field)) return ["matter", "lead"];
  if (/lead/iu.test(field)) return ["lead", "matter"];
  if (/subject/iu.test(field)) return ["subject", "fact"];
  if (/fact/iu.test(field)) return ["fact", "subject"];
  if (/person|registry/iu.test(field)) return ["person", "matter"];
  if (/organization|parent/iu.test(field)) return ["unit"];
  if (/account|inquirer|leader/iu.test(field)) return ["account"];
  return ["matter", "account"];
}

function paramsOf(path: string): Record<string, unknown> {
  return Object.fromEntries([...path.matchAll(/:(\w+)/gu)].map(([, name = ""]) => [name, "nobody-knows"]));
}

/** A key of its own for each request: the same one twice would be answered from what is kept. */
function withKey(body: unknown): Record<string, unknown> {
  const all = body as Record<string, unknown>; // what sampleBody made
  return "key" in all ? { ...all, key: randomUUID() } : all;
}

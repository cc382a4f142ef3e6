// A call of each logged endpoint about matters, leading bodies, who reported and evidence, with which it succeeds; acts on matters stand in logged-acts.ts.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { BodyActId } from "#bodies/rules/body-names.ts";
import type { Role } from "#casework/roles.ts";
import { inTransaction } from "#database/database.ts";
import { addOrganization } from "#registry/rows/organizations.ts";
import { addPersons } from "#registry/rows/persons.ts";
import { caseAt, inputs, lastId } from "./steps.ts";
import { accountIdOf, evidenceFile, persons } from "./world.ts";
import type { Call, Reply } from "./world.ts";
import { world } from "./logged-acts.ts";

const { call } = world;

export const uploaded = await evidenceFile(world, "下载用");
// The clerk has the same minutes.
await evidenceFile(world, "下载用", "office-clerk");

export const withFile = await (async () => {
  const at = await caseAt(world, "inquiry", persons.other.id);
  const recorded = await call({
    as: "discipline-officer",
    method: "POST",
    path: "/api/acts/record-fact",
    body: { matterId: at.matterId, version: at.version, key: randomUUID(), input: inputs.fact(at.subjectId, uploaded) },
  });
  assert.equal(recorded.status, 200, recorded.text);
  await lastId(world, at.matterId, "fact-recorded");
  return at.matterId;
})();

export const matterCalls: Record<string, () => Promise<Reply>> = {
  "bodies.get": async () => {
    await twoMembersHeld("street");
    return call({ as: "reviewer", method: "GET", path: "/api/bodies/street" });
  },
  "bodies.find": () => onBody("street", "personnel-officer", "find-body", 0, finding("several", true)),
  "bodies.propose": async () => {
    await onBody("street", "personnel-officer", "find-body", 1, finding("no-normal-work", true));
    const proposal = { measure: "reorganization", body: "personnel-department", on: "2026-07-02", reasons: "班子瘫痪" };
    return onBody("street", "personnel-officer", "propose-reform", 2, proposal);
  },
  "bodies.deliberate": () =>
    onBody("street", "office-clerk", "deliberate-reform", 3, {
      ...inputs.deliberation,
      on: "2026-07-03",
      evidence: [uploaded],
    }),
  "bodies.decide": () =>
    onBody("street", "committee-secretary", "decide-reform", 4, {
      measure: "reorganization",
      body: "working-committee",
      on: "2026-07-04",
      documentNumber: "测党发〔2026〕9号",
      departure: null,
      followUps: [
        { personId: "same-2", what: "另行安排", accountId: accountIdOf("personnel-officer"), dueOn: "2026-08-04" },
      ],
    }),
  "bodies.complete": () =>
    onBody("street", "personnel-officer", "complete-follow-up", 5, {
      followUp: "5-1",
      on: "2026-07-20",
      note: "已安排",
    }),
  "bodies.decline": async () => {
    await twoMembersHeld("town");
    await onBody("town", "personnel-officer", "find-body", 0, finding("several", true));
    await onBody("town", "personnel-officer", "find-body", 1, finding("no-normal-work", false));
    return onBody("town", "committee-secretary", "decline-reform", 2, { on: "2026-07-05", reasons: "能正常开展工作" });
  },
  "matters.comparable": () =>
    call({
      as: "reviewer",
      method: "POST",
      path: "/api/cases/comparable",
      body: { matterId: withFile, circumstances: ["6-2-1"], gravity: "graver" },
    }),
  "matters.get": () => call({ as: "reviewer", method: "GET", path: `/api/matters/${withFile}` }),
  "releases.texts": () => call({ as: "reviewer", method: "GET", path: `/api/releases/${withFile}` }),
  "releases.release": () =>
    call({
      as: "reviewer",
      method: "POST",
      path: `/api/releases/${withFile}`,
      body: { key: randomUUID(), seqs: [1] },
    }),
  "reporters.register": () => call(registerWithReporter()),
  "reporters.ask": () => sealedLead().then(askToOpen),
  "reporters.answer": () => sealedLead().then(answered),
  "reporters.open": async () => {
    const at = await sealedLead();
    const { requestId } = (await answered(at), at);
    return call({
      as: "discipline-officer",
      method: "POST",
      path: `/api/reporters/leads/${at.matterId}/requests/${requestId}/open`,
      body: {},
    });
  },
  "streams.uploadEvidence": () =>
    call({
      as: "discipline-officer",
      method: "POST",
      path: "/api/files",
      body: new Blob([Buffer.from("上传")]),
      headers: { "content-type": "application/octet-stream" },
    }),
  "streams.downloadEvidence": () =>
    call({ as: "reviewer", method: "GET", path: `/api/matters/${withFile}/files/${uploaded.sha256}` }),
  "streams.downloadBodyFile": () =>
    call({ as: "reviewer", method: "GET", path: `/api/bodies/street/files/${uploaded.sha256}` }),
  "streams.exportCase": () => call({ as: "reviewer", method: "GET", path: `/api/matters/${withFile}/archive` }),
};

async function twoMembersHeld(organizationId: "street" | "town"): Promise<void> {
  const member = { ...persons.sameNameTwo, organizationId };
  const one = { ...member, id: `${organizationId}-one`, name: "唐志宏" };
  const other = { ...member, id: `${organizationId}-two`, name: "邱文斌", idNumber: "210502197804125011" };
  const own =
    organizationId === "street"
      ? [{ ...one, idNumber: "210502198109234034" }]
      : [{ ...one, idNumber: "210502197704125014" }, other];
  await inTransaction(
    world.app.database,
    { jurisdictionId: world.app.jurisdictionId, accountId: null },
    async (trx) => {
      if (organizationId === "town")
        await addOrganization(trx, { id: "town", parentId: "zone", name: "柳河镇", kind: "party", managedBy: "zone" });
      await addPersons(trx, world.app.keys, own);
    },
  );
  const held = organizationId === "street" ? [persons.sameNameTwo, ...own] : own;
  for (const { id } of held) await caseAt(world, "decided", id);
}

function finding(what: string, found: boolean) {
  return { finding: what, found, on: "2026-07-01", reasons: "经核实" };
}

function onBody(
  organizationId: string,
  as: Role,
  act: BodyActId,
  version: number,
  input: Record<string, unknown>,
): Promise<Reply> {
  const body = { organizationId, version, key: randomUUID(), input };
  return call({ as, method: "POST", path: `/api/bodies/acts/${act}`, body });
}

function registerWithReporter(): Call {
  const reporter = { name: "钱举报", contact: "13900001111", original: null };
  const body = { key: randomUUID(), input: inputs.lead(), reporter };
  return { as: "discipline-officer", method: "POST", path: "/api/reporters/leads", body };
}

type Sealed = { matterId: string; requestId: string };

async function sealedLead(): Promise<Sealed> {
  const { matterId } = (await call(registerWithReporter())).json as { matterId: string };
  const { requestId } = (await askToOpen({ matterId })).json as { requestId: string };
  return { matterId, requestId };
}

function askToOpen({ matterId }: { matterId: string }): Promise<Reply> {
  const body = { key: randomUUID(), reasons: "须向反映人核实", hours: 24 };
  return call({ as: "discipline-officer", method: "POST", path: `/api/reporters/leads/${matterId}/requests`, body });
}

function answered({ matterId, requestId }: Sealed): Promise<Reply> {
  const path = `/api/reporters/leads/${matterId}/requests/${requestId}`;
  const body = { key: randomUUID(), approved: true, reasons: "同意" };
  return call({ as: "committee-secretary", method: "POST", path, body });
}

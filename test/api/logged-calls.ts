// A call of each logged endpoint that is no act, with which it succeeds.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { latestCheckpoint } from "#app/checkpoints.ts";
import { countersign } from "#app/countersign.ts";
import { sweepNow } from "#app/sweep.ts";
import type { BodyActId } from "#casework/body-names.ts";
import type { Role } from "#casework/roles.ts";
import { managementLevels, measureClasses } from "#law/authority.ts";
import { inTransaction } from "#store/database.ts";
import { addOrganization } from "#store/organizations.ts";
import { addPersons } from "#store/persons.ts";
import { addGrades } from "#store/grades.ts";
import { addSweepRun } from "#store/sweep-runs.ts";
import { inventedIdNumber } from "../database/people.ts";
import { caseAt, inputs, lastId } from "./steps.ts";
import { totpCode } from "#access/totp.ts";
import { beginTotp, useStep } from "#store/totps.ts";
import { accountIdOf, evidenceFile, password, persons } from "./world.ts";
import type { Call, Reply } from "./world.ts";
import { world, entries, scope } from "./logged-acts.ts";

const { call } = world;

/** An account that signs in with codes. */
async function withCodes(account: string): Promise<string> {
  const id = await accountId(account);
  await inTransaction(
    world.app.database,
    { jurisdictionId: world.app.jurisdictionId, accountId: null },
    async (trx) => {
      await beginTotp(trx, id, "sealed");
      await useStep(trx, id, 1);
    },
  );
  return id;
}

function askedReset(id: string): Promise<Reply> {
  const body = { key: randomUUID(), accountId: id, reason: "手机遗失" };
  return call({ as: "security-administrator", method: "POST", path: "/api/security/totp-resets", body });
}

function askedDelegation(day: string): Promise<Reply> {
  const body = {
    key: randomUUID(),
    toAccount: accountIdOf("reviewer"),
    role: "discipline-officer",
    from: day,
    until: day,
    reason: "出差",
  };
  return call({ as: "discipline-officer", method: "POST", path: "/api/delegations", body });
}

export const uploaded = await evidenceFile(world, "下载用");
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

const question = { purpose: "promotion", date: "2026-01-01", year: null, names: [{ name: "周明远" }] };
const newAccount = (account: string) => ({
  key: randomUUID(),
  account,
  name: "日志测试",
  organizationId: null,
  personId: null,
});

const authorityCall = (): Call => ({
  as: "personnel-officer",
  method: "POST",
  path: "/api/authority",
  body: {
    key: randomUUID(),
    validFrom: "2026-01-01",
    documentNumber: "测党办〔2026〕1号",
    rows: managementLevels.flatMap((managedBy) =>
      measureClasses.map((measures) => ({
        managedBy,
        measures,
        decides: ["working-committee"],
        proposes: [],
        approves: [],
        executes: [],
      })),
    ),
    quorums: [],
  },
});

const auditor = { as: "audit-administrator", method: "POST" } as const;
const made = () => call({ ...auditor, path: "/api/log/checkpoints", body: { key: randomUUID() } });

/** A call of every other logged endpoint that succeeds. */
export const others: Record<string, () => Promise<Reply>> = {
  "session.signIn": () => call({ method: "POST", path: "/api/session", body: { account: "reviewer", password } }),
  "session.signOut": async () => {
    const signedIn = await call({ method: "POST", path: "/api/session", body: { account: "reviewer", password } });
    return call({
      cookie: signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "",
      method: "DELETE",
      path: "/api/session",
    });
  },
  "session.changePassword": () =>
    call({
      as: "unit-liaison",
      method: "POST",
      path: "/api/session/password",
      body: { key: randomUUID(), current: password, next: `${password}-Xin` },
    }),
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
      body: { matterId: withFile, limbs: ["6-2-1"], gravity: "graver" },
    }),
  "matters.get": () => call({ as: "reviewer", method: "GET", path: `/api/matters/${withFile}` }),
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
  "registry.person": () => call({ as: "personnel-officer", method: "GET", path: `/api/persons/${persons.other.id}` }),
  "registry.restricted": () =>
    call({ as: "personnel-officer", method: "POST", path: "/api/restricted/search", body: { ending: true } }),
  "calendar.publish": () =>
    call({
      as: "office-clerk",
      method: "POST",
      path: "/api/calendar",
      body: { key: randomUUID(), year: 2027, off: ["2027-01-01"], worked: [], source: "测试通知〔2026〕1号" },
    }),
  "registry.reuses": () => call({ as: "personnel-officer", method: "POST", path: "/api/reuses/search", body: {} }),
  "registry.addOrganization": () =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: "/api/organizations",
      body: { key: randomUUID(), parentId: "zone", name: "数据局", kind: "government", managedBy: "zone" },
    }),
  "registry.addPerson": () =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: "/api/persons",
      body: {
        key: randomUUID(),
        name: "钱有为",
        sex: "male",
        idNumber: "210502198409096120",
        partyMember: true,
        organizationId: "bureau",
        post: null,
        level: null,
        leadingPost: false,
        managedBy: "unit",
        from: "2020-01-01",
      },
    }),
  "registry.registerRecord": () =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: `/api/persons/${persons.other.id}/records`,
      body: { key: randomUUID(), kind: "grades", cells: { year: "2022", grade: "优秀" } },
    }),
  "registry.changeOrganization": () =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: "/api/organizations/street/changes",
      body: {
        key: randomUUID(),
        version: 1,
        kind: "renamed",
        on: "2026-03-01",
        name: "青石街道",
        documentNumber: "测编〔2026〕1号",
      },
    }),
  "registry.mergePersons": () => mergePersons("second-record", 871),
  "registry.undoMerge": async () => {
    const { mergeId } = (await mergePersons("third-record", 872)).json as { mergeId: string };
    const body = { key: randomUUID(), reasons: "核对有误" };
    return call({ as: "personnel-officer", method: "POST", path: `/api/person-merges/${mergeId}/undo`, body });
  },
  "imports.paste": () => pasteImport(),
  "imports.run": async () => {
    const importId = await checkedImport();
    return call({
      as: "personnel-officer",
      method: "POST",
      path: `/api/imports/${importId}/run`,
      body: { key: randomUUID() },
    });
  },
  "imports.cancel": async () => {
    const importId = await checkedImport();
    return call({
      as: "personnel-officer",
      method: "POST",
      path: `/api/imports/${importId}/cancel`,
      body: { key: randomUUID() },
    });
  },
  "streams.uploadImport": () =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: "/api/imports/files?kind=grades&name=a.txt",
      body: new Blob([Buffer.from(importedText)]),
      headers: { "content-type": "application/octet-stream" },
    }),
  "streams.importErrors": async () =>
    call({ as: "personnel-officer", method: "GET", path: `/api/imports/${await checkedImport()}/errors` }),
  "streams.importFile": async () =>
    call({ as: "personnel-officer", method: "GET", path: `/api/imports/${await checkedImport()}/file` }),
  "interpretations.preview": () =>
    call({ as: "reviewer", method: "POST", path: "/api/interpretations/preview", body: { entry: interpretation() } }),
  "interpretations.enter": () => enterInterpretation(),
  "interpretations.countersign": async () => {
    const { interpretationId } = (await enterInterpretation()).json as { interpretationId: string };
    return call({
      as: "personnel-officer",
      method: "POST",
      path: `/api/interpretations/${interpretationId}/signature`,
      body: { key: randomUUID(), body: "personnel-department", agreed: false, reasons: "须再作研究" },
    });
  },
  "eligibility.ask": () => call({ as: "personnel-officer", method: "POST", path: "/api/eligibility", body: question }),
  "eligibility.explain": () =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: "/api/eligibility/explain",
      body: { purpose: "promotion", date: "2026-01-01", year: null, personId: persons.subject.id },
    }),
  "clearance.enter": () => call(clearanceCall()),
  "clearance.lines": async () => {
    const { requestId } = (await call(clearanceCall())).json as { requestId: string };
    return call({ as: "reviewer", method: "POST", path: `/api/clearance/${requestId}/lines`, body: { round: 1 } });
  },
  "clearance.choose": async () => {
    const { requestId } = (await call(clearanceCall())).json as { requestId: string };
    const choices = [{ line: 1, personId: persons.unrecorded.id }];
    const body = { key: randomUUID(), choices };
    return call({ as: "reviewer", method: "POST", path: `/api/clearance/${requestId}/choices`, body });
  },
  "clearance.ask": async () => {
    const { requestId } = (await call(clearanceCall())).json as { requestId: string };
    const body = { key: randomUUID() };
    return call({ as: "reviewer", method: "POST", path: `/api/clearance/${requestId}/rounds`, body });
  },
  "clearance.confirm": async () => {
    // The day after the last barred one, of somebody who was transferred on the day the cases here take effect.
    await caseAt(world, "effective", persons.sameNameTwo.id);
    const names = [{ name: "李静", idNumber: persons.sameNameTwo.idNumber }];
    const { requestId } = (await call(clearanceCall({ date: "2026-03-01", names }))).json as { requestId: string };
    const at = `/api/clearance/${requestId}`;
    const read = await call({ as: "reviewer", method: "POST", path: `${at}/lines`, body: { round: 1 } });
    const { digest } = (read.json as { rows: [{ digest: string }] }).rows[0];
    const body = { key: randomUUID(), line: 1, digest, barred: true, reason: "当日仍在期内" };
    return call({ as: "reviewer", method: "POST", path: `${at}/confirmations`, body });
  },
  "letters.draft": () => letterDrafted(),
  "letters.sign": async () => {
    const { letterId } = (await letterDrafted()).json as { letterId: string };
    return signed(letterId, "reviewer", "review");
  },
  "letters.issue": async () => {
    const { letterId } = (await letterDrafted()).json as { letterId: string };
    await signed(letterId, "reviewer", "review");
    await signed(letterId, await inquirerCookie(), "supervision");
    const body = { key: randomUUID() };
    return call({ as: "discipline-officer", method: "POST", path: `/api/letters/${letterId}/issue`, body });
  },
  "letters.end": async () => {
    const { letterId } = (await letterDrafted()).json as { letterId: string };
    const body = { key: randomUUID(), kind: "withdrawn", reason: "另行拟制" };
    return call({ as: "discipline-officer", method: "POST", path: `/api/letters/${letterId}/end`, body });
  },
  "letters.check": () => call({ as: "discipline-officer", method: "POST", path: "/api/letters/check", body: {} }),
  "registry.ending": () =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: "/api/restrictions/ending",
      body: { from: "2026-02-01", until: "2026-03-31" },
    }),
  "registry.figures": () =>
    call({ as: "committee-secretary", method: "POST", path: "/api/restrictions/figures", body: { on: "2025-06-01" } }),
  "streams.exportEnding": () =>
    call({
      as: "personnel-officer",
      method: "GET",
      path: "/api/restrictions/ending/sheet?from=2026-02-01&until=2026-03-31",
    }),
  "streams.exportFigures": () =>
    call({ as: "committee-secretary", method: "GET", path: "/api/restrictions/figures/sheet?on=2025-06-01" }),
  "sweep.begin": async () => {
    const begun = await call({
      as: "personnel-officer",
      method: "POST",
      path: "/api/sweeps",
      body: { key: randomUUID() },
    });
    const { runId } = begun.json as { runId: string };
    while (await isUnderWay(runId)) await sleep(20);
    return begun;
  },
  "sweep.cancel": async () => {
    const runId = await sweepUnderWay();
    const body = { key: randomUUID() };
    return call({ as: "personnel-officer", method: "POST", path: `/api/sweeps/${runId}/cancel`, body });
  },
  "sweep.conflicts": () =>
    call({ as: "committee-secretary", method: "POST", path: "/api/conflicts/search", body: { state: "open" } }),
  "sweep.conflict": async () =>
    call({ as: "committee-secretary", method: "GET", path: `/api/conflicts/${(await openConflict()).id}` }),
  "sweep.dispose": async () => {
    const { id, version } = await openConflict();
    const body = { key: randomUUID(), version, way: "no-conflict", reasons: "登记有误，等次并未评定" };
    return call({ as: "discipline-officer", method: "POST", path: `/api/conflicts/${id}/dispositions`, body });
  },
  "streams.exportConflicts": () => call({ as: "committee-secretary", method: "GET", path: "/api/sweep-report" }),
  "streams.letterFile": async () => {
    const { letterId } = (await letterDrafted()).json as { letterId: string };
    return call({ as: "reviewer", method: "GET", path: `/api/letters/${letterId}/files/letter.pdf` });
  },
  "tokens.issue": () => call(tokenCall()),
  "tokens.revoke": async () => {
    const { tokenId } = (await call(tokenCall())).json as { tokenId: string };
    const body = { key: randomUUID(), reason: "系统停用" };
    return call({ as: "security-administrator", method: "POST", path: `/api/tokens/${tokenId}/end`, body });
  },
  "streams.askFromProgram": async () => askedByProgram(await programHeaders()),
  "streams.readFromProgram": async () => {
    const headers = await programHeaders();
    const [head = ""] = (await askedByProgram(headers)).text.split("\n");
    const { requestId } = JSON.parse(head) as { requestId: string };
    return call({ method: "GET", path: `/api/programs/clearance/${requestId}`, headers });
  },
  "streams.exportClearance": async () => {
    const { requestId } = (await call(clearanceCall())).json as { requestId: string };
    return call({ as: "reviewer", method: "GET", path: `/api/clearance/${requestId}/sheet` });
  },
  "streams.clearanceReceipt": async () => {
    const { requestId } = (await call(clearanceCall())).json as { requestId: string };
    return call({ as: "reviewer", method: "GET", path: `/api/clearance/${requestId}/receipts/1` });
  },
  "regulation.effects": () =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: "/api/regulation/effects",
      body: { before: "jilv-chufen-2018", after: "jilv-chufen-2023" },
    }),
  "authority.enter": () => call(authorityCall()),
  "authority.confirm": async () => {
    const entered = await call(authorityCall());
    const { versionId } = entered.json as { versionId: string };
    return call({
      as: "committee-secretary",
      method: "POST",
      path: `/api/authority/${versionId}/confirmation`,
      // Refused, so that the other tests decide by the pack.
      body: { confirmed: false, reasons: "格式有误" },
    });
  },
  "log.list": () => call({ as: "audit-administrator", method: "POST", path: "/api/log/search", body: {} }),
  "log.makeCheckpoint": () => made(),
  "log.acceptCountersignature": async () => {
    await made();
    const file = await latestCheckpoint(world.app);
    assert.ok(file !== null);
    const folder = mkdtempSync(path.join(tmpdir(), "wenze-second-body-"));
    const at = "2026-07-31T02:00:00.000Z";
    const signed = countersign(file, path.join(folder, "own.key"), { name: "上级纪检监察机关", at });
    rmSync(folder, { recursive: true });
    assert.ok(signed.type === "signed");
    const before = await entries("refusal");
    const unsigned = await call({ ...auditor, path: "/api/log/countersignatures", body: { file } });
    assert.equal(unsigned.status, 422, unsigned.text);
    assert.equal(await entries("refusal"), before + 1);
    return call({ ...auditor, path: "/api/log/countersignatures", body: { file: signed.file } });
  },
  "log.verify": () => call({ as: "audit-administrator", method: "POST", path: "/api/log/verify", body: {} }),
  "accounts.add": () =>
    call({ as: "system-administrator", method: "POST", path: "/api/accounts", body: newAccount("log.one") }),
  "accounts.setRoles": async () =>
    call({
      as: "security-administrator",
      method: "POST",
      path: `/api/accounts/${await accountId("log.two")}/roles`,
      body: { key: randomUUID(), roles: ["audit-administrator"] },
    }),
  "accounts.setDisabled": async () =>
    call({
      as: "security-administrator",
      method: "POST",
      path: `/api/accounts/${await accountId("log.three")}/disabled`,
      body: { key: randomUUID(), disabled: true },
    }),
  "accounts.resetPassword": async () =>
    call({
      as: "security-administrator",
      method: "POST",
      path: `/api/accounts/${await accountId("log.four")}/password`,
      body: { key: randomUUID() },
    }),
  "session.takeUpTotp": () =>
    call({ as: "personnel-officer", method: "POST", path: "/api/session/totp", body: { key: randomUUID() } }),
  "session.confirmTotp": async () => {
    const as = "personnel-officer";
    const begun = await call({ as, method: "POST", path: "/api/session/totp", body: { key: randomUUID() } });
    const { secret } = begun.json as { secret: string };
    const code = totpCode(secret, world.app.clock().epochMilliseconds);
    return call({ as, method: "POST", path: "/api/session/totp/confirmation", body: { key: randomUUID(), code } });
  },
  "security.setPolicy": async () => {
    const as = "security-administrator";
    const { json } = await call({ as, method: "GET", path: "/api/security/policy" });
    const { version, policy } = json as { version: number; policy: object };
    const body = { key: randomUUID(), version, policy, reason: "核对" };
    return call({ as, method: "POST", path: "/api/security/policy", body });
  },
  "security.askTotpReset": async () => askedReset(await withCodes("codes.one")),
  "security.decideTotpReset": async () => {
    const { resetId } = (await askedReset(await withCodes("codes.two"))).json as { resetId: string };
    const body = { key: randomUUID(), approved: true };
    return call({ as: "system-administrator", method: "POST", path: `/api/security/totp-resets/${resetId}`, body });
  },
  "delegations.ask": () => askedDelegation("2026-08-01"),
  "delegations.decide": async () => {
    const { delegationId } = (await askedDelegation("2026-08-02")).json as { delegationId: string };
    const body = { key: randomUUID(), approved: true, reason: "同意" };
    return call({ as: "committee-secretary", method: "POST", path: `/api/delegations/${delegationId}/decision`, body });
  },
  "delegations.end": async () => {
    const { delegationId } = (await askedDelegation("2026-08-03")).json as { delegationId: string };
    const body = { key: randomUUID() };
    return call({ as: "discipline-officer", method: "POST", path: `/api/delegations/${delegationId}/end`, body });
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
  "streams.exportPerson": () =>
    call({ as: "personnel-officer", method: "GET", path: `/api/persons/${persons.other.id}/archive` }),
  "streams.exportLog": () => call({ as: "audit-administrator", method: "GET", path: "/api/log/export" }),
  "streams.answerList": () =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: "/api/eligibility/list?purpose=promotion&date=2026-01-01",
      body: new Blob([Buffer.from("姓名\n郑文博")]),
      headers: { "content-type": "application/octet-stream" },
    }),
  "streams.exportEligibility": () =>
    call({ as: "personnel-officer", method: "POST", path: "/api/eligibility/export", body: question }),
};

function clearanceCall(more: object = {}): Call {
  const asked = { purpose: "promotion", purposeText: "拟提拔", date: "2026-01-01", names: [{ name: "郑文博" }] };
  const body = { key: randomUUID(), requester: "工作部", ...asked, ...more };
  return { as: "personnel-officer", method: "POST", path: "/api/clearance", body };
}

/** Somebody's second record, and the merge of it into the first. */
async function mergePersons(id: string, number: number): Promise<Reply> {
  const idNumber = inventedIdNumber(number);
  await inTransaction(world.app.database, scope, (trx) =>
    addPersons(trx, world.app.keys, [{ ...persons.other, id, idNumber }]),
  );
  const body = { key: randomUUID(), survivorId: persons.other.id, mergedId: id, reasons: "身份证号登记有误的同一人" };
  return call({ as: "personnel-officer", method: "POST", path: "/api/person-merges", body });
}

const importedText = `姓名,年度,等次\n${persons.other.name},2024,优秀`;

function pasteImport(): Promise<Reply> {
  const body = { key: randomUUID(), kind: "grades", text: importedText };
  return call({ as: "personnel-officer", method: "POST", path: "/api/imports", body });
}

/** An import whose preview is there. */
async function checkedImport(): Promise<string> {
  const { importId } = (await pasteImport()).json as { importId: string };
  for (;;) {
    const { json } = await call({ as: "personnel-officer", method: "GET", path: `/api/imports/${importId}` });
    if ((json as { state: string }).state === "previewed") return importId;
    await sleep(50);
  }
}

function tokenCall(): Call {
  const body = { key: randomUUID(), office: "某区组织部", expiresOn: "2026-12-31" };
  return { as: "security-administrator", method: "POST", path: "/api/tokens", body };
}

async function programHeaders(): Promise<Record<string, string>> {
  const { token } = (await call(tokenCall())).json as { token: string };
  return { authorization: `Bearer ${token}` };
}

function askedByProgram(headers: Record<string, string>): Promise<Reply> {
  const asked = { purpose: "promotion", purposeText: "拟提拔", date: "2026-01-01", names: [{ name: "郑文博" }] };
  return call({ method: "POST", path: "/api/programs/clearance", headers, body: { key: randomUUID(), ...asked } });
}

async function letterDrafted(): Promise<Reply> {
  const names = [{ name: "郑文博", idNumber: persons.unrecorded.idNumber }];
  const { requestId } = (await call(clearanceCall({ names }))).json as { requestId: string };
  const body = { key: randomUUID(), validUntil: "2026-12-31" };
  return call({ as: "discipline-officer", method: "POST", path: `/api/clearance/${requestId}/letters`, body });
}

/** A run that nobody works at, as after the machine stopped. */
async function sweepUnderWay(): Promise<string> {
  const id = randomUUID();
  const startedAt = "2026-07-31T02:00:00.000Z";
  const run = { id, occasion: "night", law: "", startedBy: null, startedName: "", startedAt, personsAll: 0 } as const;
  await inTransaction(world.app.database, scope, (trx) => addSweepRun(trx, run));
  return id;
}

async function isUnderWay(runId: string): Promise<boolean> {
  const { json } = await call({ as: "personnel-officer", method: "GET", path: `/api/sweeps/${runId}` });
  return (json as { state: string }).state === "running";
}

/** The grade of the year in which somebody was transferred, as the sweep finds it. */
async function openConflict(): Promise<{ id: string; version: number }> {
  await caseAt(world, "effective", persons.sameNameOne.id);
  await inTransaction(world.app.database, scope, async (trx) => {
    const by = { by: null, name: "", at: "2026-07-31T02:00:00.000Z", source: "entered" };
    await addGrades(trx, [{ personId: persons.sameNameOne.id, year: 2025, grade: "excellent" }], by);
  });
  await sweepNow(world.app, "command");
  const body = { state: "open", personId: persons.sameNameOne.id };
  const reply = await call({ as: "personnel-officer", method: "POST", path: "/api/conflicts/search", body });
  return (reply.json as { rows: [{ id: string; version: number }] }).rows[0];
}

function signed(letterId: string, who: string, office: string): Promise<Reply> {
  const body = { key: randomUUID(), office, agreed: true };
  const by = who === "reviewer" ? { as: "reviewer" as const } : { cookie: who };
  return call({ ...by, method: "POST", path: `/api/letters/${letterId}/signatures`, body });
}

async function inquirerCookie(): Promise<string> {
  const reply = await call({ method: "POST", path: "/api/session", body: { account: "inquirer", password } });
  return reply.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

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

/** In words only, so that it changes nothing for the other tests; each under a number of its own. */
function interpretation() {
  return {
    body: "discipline-committee",
    number: `测解〔2026〕${randomUUID().slice(0, 8)}号`,
    on: "2026-07-01",
    validFrom: "2026-07-01",
    anchor: "13.1",
    question: "当年所指何年",
    text: "当年指决定生效之年",
    effect: { type: "words" },
    replaces: null,
  };
}

function enterInterpretation(): Promise<Reply> {
  const body = { key: randomUUID(), ...interpretation() };
  return call({ as: "discipline-officer", method: "POST", path: "/api/interpretations", body });
}

async function accountId(account: string): Promise<string> {
  const added = await call({
    as: "system-administrator",
    method: "POST",
    path: "/api/accounts",
    body: newAccount(account),
  });
  return (added.json as { accountId: string }).accountId;
}

// A call of each logged endpoint about sessions, accounts, delegations, the bodies' own rules and the log, with which it succeeds.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { latestCheckpoint } from "#log/uses/checkpoints.ts";
import { countersign } from "#log/uses/countersign.ts";
import { measureClasses } from "#law/procedure/authority.ts";
import { managementLevelsOf } from "#law/procedure/management.ts";
import { totpCode } from "#accounts/totp.ts";
import { issueToken } from "./two-administrators.ts";
import { accountIdOf, password, persons } from "./world.ts";
import type { Call, Reply } from "./world.ts";
import { world, entries } from "./logged-acts.ts";

const { call } = world;

const newAccount = (account: string) => ({
  key: randomUUID(),
  account,
  name: "日志测试",
});

const authorityCall = (): Call => ({
  as: "personnel-officer",
  method: "POST",
  path: "/api/authority",
  body: {
    key: randomUUID(),
    validFrom: "2026-01-01",
    documentNumber: "测党办〔2026〕1号",
    rows: managementLevelsOf(world.app.law.vocabulary).flatMap((managedBy) =>
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

export const administrationCalls: Record<string, () => Promise<Reply>> = {
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
  "calendar.enter": () => enterYear(),
  "calendar.confirm": async () => {
    const { entryId } = (await enterYear()).json as { entryId: string };
    const body = { key: randomUUID(), confirmed: true };
    return call({
      as: "committee-secretary",
      method: "POST",
      path: `/api/calendar/entries/${entryId}/confirmation`,
      body,
    });
  },
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
  "history.state": () => stateHistory(),
  "history.confirm": async () => {
    const { statementId } = (await stateHistory()).json as { statementId: string };
    const body = { key: randomUUID(), confirmed: false, reasons: "尚有遗漏" };
    return call({ as: "reviewer", method: "POST", path: `/api/history/${statementId}/confirmation`, body });
  },
  "history.recordArrival": () =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: `/api/persons/${persons.open.id}/arrivals`,
      body: { key: randomUUID(), on: "2026-07-01", fromUnit: "邻区某局" },
    }),
  "officialTexts.load": () => loadOfficialText(),
  "officialTexts.check": async () => {
    const { officialTextId } = (await loadOfficialText()).json as { officialTextId: string };
    return call({
      as: "personnel-officer",
      method: "POST",
      path: `/api/official-texts/${officialTextId}/check`,
      body: { key: randomUUID(), body: "personnel-department", agreed: false, reasons: "来源不明" },
    });
  },
  "tokens.issue": () => call(tokenCall()),
  "tokens.revoke": async () => {
    const { tokenId } = await issueToken(world);
    const body = { key: randomUUID(), reason: "系统停用" };
    return call({ as: "security-administrator", method: "POST", path: `/api/tokens/${tokenId}/end`, body });
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
      body: { key: randomUUID(), confirmed: false, reasons: "格式有误" },
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
      body: { key: randomUUID(), roles: ["audit-administrator"], reason: "到岗" },
    }),
  "accounts.setDisabled": async () =>
    call({
      as: "security-administrator",
      method: "POST",
      path: `/api/accounts/${await accountId("log.three")}/disabled`,
      body: { key: randomUUID(), disabled: true },
    }),
  "accounts.restoreAccess": async () => askedAccess(await accountId("log.four")),
  "administration.decide": async () => {
    const { requestId } = (await askedAccess(await accountId("log.six"))).json as { requestId: string };
    const body = { key: randomUUID(), approved: true };
    return call({
      as: "system-administrator",
      method: "POST",
      path: `/api/administration/requests/${requestId}`,
      body,
    });
  },
  "session.endSession": async () => {
    const listed = await call({ as: "office-clerk", method: "GET", path: "/api/session/all" });
    await call({ method: "POST", path: "/api/session", body: { account: "office-clerk", password } });
    const all = (await call({ as: "office-clerk", method: "GET", path: "/api/session/all" })).json as {
      sessionId: string;
      current: boolean;
    }[];
    const other = all.find(({ current }) => !current);
    assert.ok(other !== undefined, listed.text);
    const body = { key: randomUUID() };
    return call({ as: "office-clerk", method: "POST", path: `/api/session/all/${other.sessionId}/end`, body });
  },
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
    const body = { key: randomUUID(), version, policy: { ...policy, passwordDays: 80 }, reason: "核对" };
    return call({ as, method: "POST", path: "/api/security/policy", body });
  },
  "delegations.ask": () => askedDelegation("2026-08-01"),
  "delegations.askForHolder": () => {
    const days = { from: "2026-08-05", until: "2026-08-05" };
    const to = { toAccount: accountIdOf("reviewer"), role: "discipline-officer", reason: "因病" };
    const path = `/api/accounts/${accountIdOf("discipline-officer")}/delegations`;
    return call({ as: "security-administrator", method: "POST", path, body: { key: randomUUID(), ...to, ...days } });
  },
  "accounts.namePerson": async () => {
    const body = { key: randomUUID(), personId: persons.sameNameOne.id };
    const id = await accountId("names-nobody");
    return call({ as: "personnel-officer", method: "POST", path: `/api/accounts/${id}/person`, body });
  },
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
  "streams.exportLog": () => call({ as: "audit-administrator", method: "GET", path: "/api/log/export" }),
};

function askedAccess(id: string): Promise<Reply> {
  const body = { key: randomUUID(), access: "both", reason: "手机遗失" };
  return call({ as: "security-administrator", method: "POST", path: `/api/accounts/${id}/access`, body });
}

function enterYear(): Promise<Reply> {
  const body = { key: randomUUID(), year: 2027, off: ["2027-01-01"], worked: [], source: "测试通知〔2026〕1号" };
  return call({ as: "office-clerk", method: "POST", path: "/api/calendar", body });
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

function tokenCall(): Call {
  const body = { key: randomUUID(), office: "某区组织部", expiresOn: "2026-12-31", reason: "联网核查" };
  return { as: "security-administrator", method: "POST", path: "/api/tokens", body };
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

function stateHistory(): Promise<Reply> {
  const of = { type: "district", since: "1990-01-01" };
  const body = { key: randomUUID(), of, entered: "在册干部的处理、处分", basis: "清理报告" };
  return call({ as: "personnel-officer", method: "POST", path: "/api/history", body });
}

function loadOfficialText(): Promise<Reply> {
  const loaded = {
    pack: "wenze-2019",
    source: "试验汇编",
    fileName: "条例.txt",
    text: "某条例（试验文本）",
    passages: [],
  };
  const body = { key: randomUUID(), body: "discipline-committee", ...loaded };
  return call({ as: "discipline-officer", method: "POST", path: "/api/official-texts", body });
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

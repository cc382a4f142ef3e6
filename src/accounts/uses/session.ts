// Signing in and out, and who stands behind a session now.
import type { SecurityPolicy } from "../contract/security.ts";
import type { Me } from "../contract/session.ts";
import { newToken, readToken } from "../session.ts";
import { hashPassword, passwordMatches } from "../passwords.ts";
import { isCommonPassword } from "../common-passwords.ts";
import { codesDueAt, faultOfPassword, passwordExpired } from "../security-policy.ts";
import { origins, throttled, windowStart } from "../throttle.ts";
import type { Actor } from "#casework/actor.ts";
import type { Sentence } from "#law/text/citation.ts";
import { findAccountByName, holdAccountByName, setPassword, standingOf } from "../rows/accounts.ts";
import type { Account, Standing } from "../rows/accounts.ts";
import { appendEntry } from "#log/rows/audit.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { isKnownDevice, knowDevice } from "../rows/devices.ts";
import { formerPasswords, keepFormerPassword } from "../rows/former-passwords.ts";
import { policyNow } from "../rows/security-policies.ts";
import type { Transaction } from "#database/database.ts";
import {
  addAttempt,
  addSession,
  attemptSucceeded,
  endSession,
  failuresSince,
  forgetExpired,
  forgetFailures,
  useSession,
} from "../rows/sessions.ts";
import type { Done, Refused } from "#kernel/answer.ts";
import { onceOnly } from "#kernel/once.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { localTimeOf, nowOf, todayOf } from "#kernel/time.ts";
import { useCode } from "./totp.ts";
import { passwordCommon, sameAsOldPassword, usedBefore } from "./words.ts";

/** `policy` as it governs this very request. */
export type SignedIn = { actor: Actor; account: Account; tokenHash: string; policy: SecurityPolicy };
export type SignIn =
  | { type: "signed-in"; token: string; device: string; me: Me }
  | { type: "wrong-credentials" }
  /** The password is right; the one-time code is still to come, or was wrong or used. */
  | { type: "code-needed"; wrong: boolean }
  | { type: "throttled" };

type Tried = { account: string; password: string; code: string | null; address: string };

/**
 * `address` is the network address it came from; `formerToken` the session that the browser still held, which ends; `device` the cookie
 * by which the browser is known again, if it has one.
 */
export async function signIn(
  app: App,
  asked: Tried & { formerToken: string | null; device: string | null },
): Promise<SignIn> {
  const { account, password, address } = asked;
  const device = deviceOf(app, asked.device);
  const before = await inRetriedTransaction(app.database, scopeOf(app, null), (trx) =>
    beginAttempt(app, trx, { ...asked, deviceHash: device.tokenHash }),
  );
  if (before.throttled) {
    await inRetriedTransaction(app.database, scopeOf(app, null), (trx) =>
      recordSignIn(app, trx, before.found, "sign-in", "refused", { address, reason: "throttled" }),
    );
    return { type: "throttled" };
  }
  // Outside any transaction: the hash is slow by intent, and slow for unknown accounts too.
  const matches = await passwordMatches(password, before.found?.password ?? null);
  return inRetriedTransaction(app.database, scopeOf(app, null), async (trx): Promise<SignIn> => {
    const found = await findAccountByName(trx, account);
    const succeeded = matches && found !== null && !found.disabled && found.password === before.found?.password;
    if (!succeeded) {
      const reason = found?.disabled === true ? "disabled" : "wrong-credentials";
      await recordSignIn(app, trx, found, "sign-in", "refused", { address, reason });
      return { type: "wrong-credentials" };
    }
    if (
      found.hasTotp &&
      !before.codeUsed &&
      !(asked.code !== null && (await useCode(app, trx, found.id, asked.code)))
    ) {
      const reason = asked.code === null ? "code-needed" : "wrong-code";
      // Whoever knows the password and has still to type the code has guessed nothing.
      if (asked.code === null) await attemptSucceeded(trx, before.begun);
      await recordSignIn(app, trx, found, "sign-in", "refused", { address, reason });
      return { type: "code-needed", wrong: asked.code !== null };
    }
    await attemptSucceeded(trx, before.begun);
    await forgetFailures(trx, account, origins.device(device.tokenHash));
    await knowDevice(trx, found.id, device.tokenHash, nowOf(app));
    return begunSession(app, trx, found, { ...asked, device: device.token });
  });
}

/** The session of an account that has shown who it is; the one that the browser held before ends. */
async function begunSession(
  app: App,
  trx: Transaction,
  found: Account,
  { address, formerToken, device }: { address: string; formerToken: string | null; device: string },
): Promise<SignIn> {
  const at = nowOf(app);
  const former = formerToken === null ? null : readToken(formerToken);
  if (former !== null) await endSession(trx, former.tokenHash);
  const { token, tokenHash } = newToken(app.jurisdictionId);
  await addSession(trx, { tokenHash, accountId: found.id, at, address });
  const { policy } = await policyNow(trx);
  await forgetExpired(trx, at);
  await recordSignIn(app, trx, found, "sign-in", "done", { address });
  const held = withPasswordAge(app, found, policy);
  const actor = actorOf(held, await standingOf(trx, found.id));
  return { type: "signed-in", token, device, me: meOf(app, { account: held, actor, policy, tokenHash }) };
}

/** The browser's own cookie, or a new one where it has none that can be read. */
function deviceOf(app: App, cookie: string | null): { token: string; tokenHash: string } {
  const read = cookie === null ? null : readToken(cookie);
  if (cookie === null || read === null || read.jurisdictionId !== app.jurisdictionId)
    return newToken(app.jurisdictionId);
  return { token: cookie, tokenHash: read.tokenHash };
}

type Begun = { found: (Account & { password: string }) | null } & (
  | { throttled: true }
  | { throttled: false; begun: string; codeUsed: boolean }
);

/**
 * Records an attempt as failed before the slow hash is computed: otherwise many at once would all be let through. What counts against
 * whom: `origins`.
 */
async function beginAttempt(
  app: App,
  trx: Transaction,
  asked: { account: string; address: string; code: string | null; deviceHash: string },
): Promise<Begun> {
  const now = nowOf(app);
  const { account, deviceHash } = asked;
  const found = await holdAccountByName(trx, account);
  const isKnown = await isKnownDevice(trx, { account, deviceHash, now });
  const origin = isKnown ? origins.device(deviceHash) : origins.unknown;
  const begun = await begunFrom(app, trx, asked, origin);
  if (begun !== null) return { throttled: false, found, begun, codeUsed: false };
  // The owner on a new device, while somebody else guesses: shown by the code, of which each is good for one guess.
  if (found === null || asked.code === null || !(await isOriginOpen(app, trx, account, origins.code)))
    return { throttled: true, found };
  if (!found.hasTotp || !(await useCode(app, trx, found.id, asked.code))) return { throttled: true, found };
  const byCode = await begunFrom(app, trx, asked, origins.code);
  return byCode === null ? { throttled: true, found } : { throttled: false, found, begun: byCode, codeUsed: true };
}

/** Null where too many from there have failed. */
async function begunFrom(
  app: App,
  trx: Transaction,
  { account, address }: { account: string; address: string },
  origin: string,
): Promise<string | null> {
  if (!(await isOriginOpen(app, trx, account, origin))) return null;
  return addAttempt(trx, { account, address, origin, at: nowOf(app), succeeded: false });
}

async function isOriginOpen(app: App, trx: Transaction, account: string, origin: string): Promise<boolean> {
  const { policy } = await policyNow(trx);
  const since = windowStart(nowOf(app), policy);
  return !throttled(await failuresSince(trx, { account, origin, since }), policy);
}

/**
 * The account and actor of this session, with today's roles; null when it has ended or the account is disabled. Unless a person asks
 * (`byPerson`) and not a page by itself, the session grows idle all the same.
 */
export async function findSignedIn(app: App, token: string, byPerson = true): Promise<SignedIn | null> {
  const read = readToken(token);
  if (read === null || read.jurisdictionId !== app.jurisdictionId) return null;
  const found = await inRetriedTransaction(app.database, { ...scopeOf(app, null), byKey: true }, (trx) =>
    useSession(trx, read.tokenHash, nowOf(app), byPerson),
  );
  if (found === null || found.disabled) return null;
  const { policy } = found;
  return {
    actor: actorOf(found, found),
    account: withPasswordAge(app, found, policy),
    tokenHash: read.tokenHash,
    policy,
  };
}

/** The account, with `mustChangePassword` where its password is older than the policy allows. */
function withPasswordAge(app: App, account: Account, policy: SecurityPolicy): Account {
  const expired = passwordExpired(account.passwordSetAt, policy, nowOf(app));
  return expired ? { ...account, mustChangePassword: true } : account;
}

/** Whether the policy wants one-time codes of an account that has none, and the time in which to take them up is over. */
export function mustTakeUpCodes(app: App, { account, policy }: Pick<SignedIn, "account" | "policy">): boolean {
  const due = codesDueAt(account, policy);
  return due !== null && nowOf(app) >= due;
}

export async function signOut(app: App, { account, tokenHash }: SignedIn): Promise<void> {
  await inRetriedTransaction(app.database, scopeOf(app, account.id), async (trx) => {
    await endSession(trx, tokenHash);
    await recordSignIn(app, trx, account, "sign-out", "done", {});
  });
}

export type PasswordChange =
  | Done<{ ok: true }>
  | Refused
  | { type: "wrong-credentials" | "throttled" }
  /** What is wrong with the new one, in a sentence. */
  | { type: "weak"; fault: Sentence };

/** Ends all other sessions of the account. Wrong guesses count like those at sign-in. */
export async function changePassword(
  app: App,
  { account, actor, tokenHash, policy }: SignedIn,
  asked: { key: string; current: string; next: string; address: string },
): Promise<PasswordChange> {
  const scope = scopeOf(app, account.id);
  const { address } = asked;
  // What was typed is no part of what is kept with the key: a hash of a password without salt is as good as the password.
  const request = { accountId: account.id, key: asked.key, what: "change-password", content: null };
  const again = await inRetriedTransaction(app.database, scope, (trx) => onceOnly<{ ok: true }>(trx, request));
  if (again.type === "answered") return again.answered;
  const { found: held, ...before } = await inRetriedTransaction(app.database, scope, (trx) =>
    beginChange(app, trx, { account: account.account, address, origin: `session:${tokenHash}` }),
  );
  if (before.begun === null) return { type: "throttled" };
  const { begun } = before;
  const matches = await passwordMatches(asked.current, held?.password ?? null);
  const former = await inRetriedTransaction(app.database, scope, (trx) =>
    formerPasswords(trx, account.id, policy.passwordHistory),
  );
  const fault = matches ? await faultOfNewPassword(asked, policy, former) : null;
  const hashed = matches && fault === null ? await hashPassword(asked.next) : null;
  return inRetriedTransaction(app.database, scope, async (trx): Promise<PasswordChange> => {
    const found = await findAccountByName(trx, account.account);
    if (!matches || found?.password !== held?.password) {
      await recordSignIn(app, trx, account, "change-password", "refused", { address, reason: "wrong-credentials" });
      return { type: "wrong-credentials" };
    }
    await attemptSucceeded(trx, begun);
    if (fault !== null) return { type: "weak", fault };
    if (hashed === null) throw new Error("a password without fault was not hashed");
    const once = await onceOnly<{ ok: true }>(trx, request);
    await setPassword(trx, account.id, hashed, false, tokenHash, nowOf(app));
    await keepFormerPassword(trx, account.id, hashed, nowOf(app));
    await recordAdministration(app, trx, actor, "change-password", { accountId: account.id });
    if (once.type === "first") await once.keep({ ok: true });
    return { type: "done", answer: { ok: true } };
  });
}

/** Guesses within a session count against that session. */
async function beginChange(
  app: App,
  trx: Transaction,
  { origin, ...asked }: { account: string; address: string; origin: string },
): Promise<{ found: (Account & { password: string }) | null; begun: string | null }> {
  const found = await holdAccountByName(trx, asked.account);
  return { found, begun: await begunFrom(app, trx, asked, origin) };
}

async function faultOfNewPassword(
  { current, next }: { current: string; next: string },
  policy: SecurityPolicy,
  former: readonly string[],
): Promise<Sentence | null> {
  const fault = faultOfPassword(next, policy);
  if (fault !== null) return fault;
  if (isCommonPassword(next)) return passwordCommon;
  if (next === current) return sameAsOldPassword;
  for (const one of former) {
    if (await passwordMatches(next, one)) return usedBefore(policy.passwordHistory);
  }
  return null;
}

function actorOf(account: Account, { relativeIds, kinAccountIds, delegations }: Standing): Actor {
  return {
    accountId: account.id,
    name: account.name,
    roles: [...new Set([...account.roles, ...delegations.map(({ role }) => role)])],
    personId: account.personId,
    relativeIds,
    kinAccountIds,
    organizationId: account.organizationId,
    delegations,
  };
}

export function meOf(app: App, signedIn: SignedIn): Me {
  const { account, actor } = signedIn;
  const { roles, delegations, kinAccountIds } = actor;
  const { id, account: name, organizationId, organizationName, personId, mustChangePassword } = account;
  return {
    accountId: id,
    account: name,
    name: account.name,
    roles: [...roles],
    organizationId,
    organizationName,
    personId,
    kinAccountIds: [...kinAccountIds],
    delegations: delegations.map(({ fromKinAccountIds: _theirs, fromPersonId: _whose, ...one }) => one),
    jurisdictionName: app.jurisdictionName,
    today: todayOf(app),
    mustChangePassword,
    mustTakeUpCodes: mustTakeUpCodes(app, signedIn),
    codesDueOn: codesDueOn(signedIn),
    hasTotp: account.hasTotp,
    regulation: app.law.regulation.id,
  };
}

function codesDueOn({ account, policy }: SignedIn): string | null {
  const due = codesDueAt(account, policy);
  return due === null ? null : localTimeOf(due).slice(0, 10);
}

/** What was typed as an account that does not exist is not kept: it may be a password in the wrong field. */
async function recordSignIn(
  app: App,
  trx: Transaction,
  account: Account | null,
  what: string,
  outcome: string,
  body: Record<string, unknown>,
): Promise<void> {
  const chain = account === null ? "jurisdiction" : `account:${account.id}`;
  await appendEntry(trx, chain, {
    at: nowOf(app),
    kind: "sign-in",
    actorId: account?.id ?? null,
    actorName: account?.name ?? "",
    what,
    outcome,
    body,
  });
}

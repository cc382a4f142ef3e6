// Signing in and out, and who stands behind a session now.
import type { SecurityPolicy } from "../contract/security.ts";
import type { Me } from "../contract/session.ts";
import { newToken, readToken } from "../session.ts";
import { hashPassword, passwordMatches } from "../passwords.ts";
import { faultOfPassword, passwordExpired } from "../security-policy.ts";
import { throttled, throttledFromAnywhere, windowStart } from "../throttle.ts";
import type { Actor } from "#casework/actor.ts";
import { administrators } from "#casework/roles.ts";
import type { Sentence } from "#law/text/citation.ts";
import { findAccountByName, holdAccountByName, setPassword, standingOf } from "../rows/accounts.ts";
import type { Account, Standing } from "../rows/accounts.ts";
import { appendEntry } from "#log/rows/audit.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { formerPasswords, keepFormerPassword } from "../rows/former-passwords.ts";
import { policyNow } from "../rows/security-policies.ts";
import type { Transaction } from "#database/database.ts";
import {
  addAttempt,
  addSession,
  attemptsFromAnywhere,
  attemptsSince,
  attemptSucceeded,
  endSession,
  forgetExpired,
  useSession,
} from "../rows/sessions.ts";
import type { Done, Refused } from "#kernel/answer.ts";
import { onceOnly } from "#kernel/once.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { nowOf, todayOf } from "#kernel/time.ts";
import { useCode } from "./totp.ts";
import { sameAsOldPassword, usedBefore } from "./words.ts";

/** `policy` as it governs this very request. */
export type SignedIn = { actor: Actor; account: Account; tokenHash: string; policy: SecurityPolicy };
export type SignIn =
  | { type: "signed-in"; token: string; me: Me }
  | { type: "wrong-credentials" }
  /** The password is right; the one-time code is still to come, or was wrong or used. */
  | { type: "code-needed"; wrong: boolean }
  | { type: "throttled" };

/** `address` is the network address it came from; `formerToken` the session that the browser still held, which ends. */
export async function signIn(
  app: App,
  asked: { account: string; password: string; code: string | null; address: string; formerToken: string | null },
): Promise<SignIn> {
  const { account, password, address } = asked;
  const before = await inRetriedTransaction(app.database, scopeOf(app, null), (trx) =>
    beginAttempt(app, trx, { account, address }),
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
    const at = nowOf(app);
    const succeeded = matches && found !== null && !found.disabled && found.password === before.found?.password;
    if (!succeeded) {
      await recordSignIn(app, trx, found, "sign-in", "refused", {
        address,
        reason: found?.disabled === true ? "disabled" : "wrong-credentials",
      });
      return { type: "wrong-credentials" };
    }
    if (found.hasTotp && !(asked.code !== null && (await useCode(app, trx, found.id, asked.code)))) {
      const reason = asked.code === null ? "code-needed" : "wrong-code";
      await recordSignIn(app, trx, found, "sign-in", "refused", { address, reason });
      return { type: "code-needed", wrong: asked.code !== null };
    }
    await attemptSucceeded(trx, before.begun, { at, account, address });
    const former = asked.formerToken === null ? null : readToken(asked.formerToken);
    if (former !== null) await endSession(trx, former.tokenHash);
    const { token, tokenHash } = newToken(app.jurisdictionId);
    await addSession(trx, { tokenHash, accountId: found.id, at, address });
    const { policy } = await policyNow(trx);
    await forgetExpired(trx, at);
    await recordSignIn(app, trx, found, "sign-in", "done", { address });
    const held = withPasswordAge(app, found, policy);
    const actor = actorOf(held, await standingOf(trx, found.id));
    return { type: "signed-in", token, me: meOf(app, { account: held, actor, policy, tokenHash }) };
  });
}

/** Records an attempt as failed before the slow hash is computed: otherwise many at once would all be let through. */
async function beginAttempt(
  app: App,
  trx: Transaction,
  asked: { account: string; address: string },
): Promise<
  { found: (Account & { password: string }) | null } & ({ throttled: true } | { throttled: false; begun: string })
> {
  const at = nowOf(app);
  const found = await holdAccountByName(trx, asked.account);
  const { policy } = await policyNow(trx);
  const since = { ...asked, since: windowStart(at, policy) };
  const stopped =
    throttled(await attemptsSince(trx, since), at, policy) ||
    throttledFromAnywhere(await attemptsFromAnywhere(trx, since));
  if (stopped) return { throttled: true, found };
  return { throttled: false, found, begun: await addAttempt(trx, { ...asked, at, succeeded: false }) };
}

/** The account and actor of this session, with today's roles; null when it has ended or the account is disabled. */
export async function findSignedIn(app: App, token: string): Promise<SignedIn | null> {
  const read = readToken(token);
  if (read === null || read.jurisdictionId !== app.jurisdictionId) return null;
  const found = await inRetriedTransaction(app.database, { ...scopeOf(app, null), byKey: true }, (trx) =>
    useSession(trx, read.tokenHash, nowOf(app)),
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

/** Whether the policy wants one-time codes of an account that has none. */
export function mustTakeUpCodes({ account, policy }: Pick<SignedIn, "account" | "policy">): boolean {
  if (account.hasTotp || policy.codes === "optional") return false;
  return policy.codes === "everybody" || account.roles.some((role) => administrators.includes(role));
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
    beginAttempt(app, trx, { account: account.account, address }),
  );
  if (before.throttled) return { type: "throttled" };
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
    await attemptSucceeded(trx, before.begun, { at: nowOf(app), account: account.account, address });
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

async function faultOfNewPassword(
  { current, next }: { current: string; next: string },
  policy: SecurityPolicy,
  former: readonly string[],
): Promise<Sentence | null> {
  const fault = faultOfPassword(next, policy);
  if (fault !== null) return fault;
  if (next === current) return sameAsOldPassword;
  for (const one of former) {
    if (await passwordMatches(next, one)) return usedBefore(policy.passwordHistory);
  }
  return null;
}

/** The actor behind an account name, for commands at the machine; null where there is none, or it is disabled. */
export async function actorNamed(app: App, name: string): Promise<Actor | null> {
  return inRetriedTransaction(app.database, scopeOf(app, null), async (trx) => {
    const found = await findAccountByName(trx, name);
    return found === null || found.disabled ? null : actorOf(found, await standingOf(trx, found.id));
  });
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
    mustTakeUpCodes: mustTakeUpCodes(signedIn),
    hasTotp: account.hasTotp,
    regulation: app.law.regulation.id,
  };
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

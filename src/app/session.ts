// Signing in and out, and who stands behind a session now.
import { newToken, readToken } from "#access/session.ts";
import { hashPassword, faultOfPassword, passwordMatches } from "#access/passwords.ts";
import { throttled, throttledFromAnywhere, windowStart } from "#access/throttle.ts";
import type { Actor, Delegated } from "#casework/actor.ts";
import type { Role } from "#casework/roles.ts";
import { findAccountByName, holdAccountByName, setPassword, standingOf } from "#store/accounts.ts";
import type { Account, Standing } from "#store/accounts.ts";
import { appendEntry } from "#store/audit.ts";
import { inRetriedTransaction } from "#store/database.ts";
import type { Transaction } from "#store/database.ts";
import {
  addAttempt,
  addSession,
  attemptsFromAnywhere,
  attemptsSince,
  attemptSucceeded,
  endSession,
  forgetExpired,
  useSession,
} from "#store/sessions.ts";
import { scopeOf } from "./app.ts";
import type { App } from "./app.ts";
import { recordAdministration } from "./record.ts";
import { nowOf, todayOf } from "./time.ts";

export type SignedIn = { actor: Actor; account: Account; tokenHash: string };
export type Me = {
  accountId: string;
  account: string;
  name: string;
  roles: Role[];
  organizationId: string | null;
  organizationName: string | null;
  personId: string | null;
  delegations: Delegated[];
  jurisdictionName: string;
  today: string;
  mustChangePassword: boolean;
  regulation: string;
};
export type SignIn =
  | { type: "signed-in"; token: string; me: Me }
  | { type: "wrong-credentials" }
  | { type: "throttled" };

/** `address` is the network address it came from; `formerToken` the session that the browser still held, which ends. */
export async function signIn(
  app: App,
  asked: { account: string; password: string; address: string; formerToken: string | null },
): Promise<SignIn> {
  const { account, password, address } = asked;
  const before = await inRetriedTransaction(app.database, scopeOf(app, null), (trx) =>
    beginTry(app, trx, { account, address }),
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
    await attemptSucceeded(trx, before.begun, { at, account, address });
    const former = asked.formerToken === null ? null : readToken(asked.formerToken);
    if (former !== null) await endSession(trx, former.tokenHash);
    const { token, tokenHash } = newToken(app.jurisdictionId);
    await addSession(trx, { tokenHash, accountId: found.id, at, address });
    await forgetExpired(trx, at);
    await recordSignIn(app, trx, found, "sign-in", "done", { address });
    return { type: "signed-in", token, me: meOf(app, found, actorOf(found, await standingOf(trx, found.id))) };
  });
}

/** A try counts as failed from its beginning, before the slow hash: otherwise all that come at once would be let through. */
async function beginTry(
  app: App,
  trx: Transaction,
  asked: { account: string; address: string },
): Promise<
  { found: (Account & { password: string }) | null } & ({ throttled: true } | { throttled: false; begun: string })
> {
  const at = nowOf(app);
  const found = await holdAccountByName(trx, asked.account);
  const since = { ...asked, since: windowStart(at) };
  const stopped =
    throttled(await attemptsSince(trx, since), at) || throttledFromAnywhere(await attemptsFromAnywhere(trx, since));
  if (stopped) return { throttled: true, found };
  return { throttled: false, found, begun: await addAttempt(trx, { ...asked, at, succeeded: false }) };
}

/** Who holds this session, with the roles of this moment; null when it has ended or the account is disabled. */
export async function whoIs(app: App, token: string): Promise<SignedIn | null> {
  const read = readToken(token);
  if (read === null || read.jurisdictionId !== app.jurisdictionId) return null;
  const account = await inRetriedTransaction(app.database, scopeOf(app, null), (trx) =>
    useSession(trx, read.tokenHash, nowOf(app)),
  );
  if (account === null || account.disabled) return null;
  return { actor: actorOf(account, account), account, tokenHash: read.tokenHash };
}

export async function signOut(app: App, { account, tokenHash }: SignedIn): Promise<void> {
  await inRetriedTransaction(app.database, scopeOf(app, account.id), async (trx) => {
    await endSession(trx, tokenHash);
    await recordSignIn(app, trx, account, "sign-out", "done", {});
  });
}

export type PasswordChange = "changed" | "wrong-credentials" | "weak" | "throttled";

/** Ends all other sessions of the account. Wrong guesses count like those at sign-in. */
export async function changePassword(
  app: App,
  { account, actor, tokenHash }: SignedIn,
  asked: { current: string; next: string; address: string },
): Promise<PasswordChange> {
  const scope = scopeOf(app, account.id);
  const { address } = asked;
  const before = await inRetriedTransaction(app.database, scope, (trx) =>
    beginTry(app, trx, { account: account.account, address }),
  );
  if (before.throttled) return "throttled";
  const matches = await passwordMatches(asked.current, before.found?.password ?? null);
  const weak = asked.next === asked.current || faultOfPassword(asked.next) !== null;
  const hashed = matches && !weak ? await hashPassword(asked.next) : null;
  return inRetriedTransaction(app.database, scope, async (trx): Promise<PasswordChange> => {
    const found = await findAccountByName(trx, account.account);
    if (!matches || found?.password !== before.found?.password) {
      await recordSignIn(app, trx, account, "change-password", "refused", { address, reason: "wrong-credentials" });
      return "wrong-credentials";
    }
    await attemptSucceeded(trx, before.begun, { at: nowOf(app), account: account.account, address });
    if (hashed === null) return "weak";
    await setPassword(trx, account.id, hashed, false, tokenHash);
    await recordAdministration(app, trx, actor, "change-password", { accountId: account.id });
    return "changed";
  });
}

/** With the roles delegated to the account among its own. */
export function actorOf(account: Account, { relativeIds, delegations }: Standing): Actor {
  return {
    accountId: account.id,
    name: account.name,
    roles: [...new Set([...account.roles, ...delegations.map(({ role }) => role)])],
    personId: account.personId,
    relativeIds,
    organizationId: account.organizationId,
    delegations,
  };
}

export function meOf(app: App, account: Account, { roles, delegations }: Actor): Me {
  const { id, account: name, organizationId, organizationName, personId, mustChangePassword } = account;
  return {
    accountId: id,
    account: name,
    name: account.name,
    roles: [...roles],
    organizationId,
    organizationName,
    personId,
    delegations: [...delegations],
    jurisdictionName: app.jurisdictionName,
    today: todayOf(app),
    mustChangePassword,
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

// Accounts: the system administrator makes them, two administrators give roles and give access back, the personnel department says whose
// they are; each step is logged.
import { randomUUID } from "node:crypto";
import type { EndpointInput } from "#kernel/contract/meta.ts";
import { hashPassword, oneTimePassword } from "../passwords.ts";
import type { accounts, AccountView, UnnamedAccount } from "../contract/accounts.ts";
import type { Access, Asked } from "../contract/asked.ts";
import type { Actor } from "#casework/actor.ts";
import { administrators, rolesAgree } from "#casework/roles.ts";
import type { Role } from "#casework/roles.ts";
import {
  addAccount,
  findAccount,
  hasAccountInUse,
  isRoleHeld,
  listAccounts,
  setDisabled,
  setPassword,
  setRoles,
} from "../rows/accounts.ts";
import type { Account } from "../rows/accounts.ts";
import { forgetDevices } from "../rows/devices.ts";
import { keepFormerPassword } from "../rows/former-passwords.ts";
import { endSessionsOf } from "../rows/sessions.ts";
import { removeTotp } from "../rows/totps.ts";
import { inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { administer, administerApart } from "#kernel/administer.ts";
import { notFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer, NotFound, Refused } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { nowOf } from "#kernel/time.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { askAdministrators } from "./administrator-requests.ts";
import type { CarriedOut, Halves, ToCarryOut } from "./administrator-requests.ts";
import {
  accountInUse,
  accountNamesNobody,
  accountTaken,
  noSecondFactor,
  otherAccountInUse,
  noTotp,
  ownAccountDisabled,
  ownPassword,
  ownRoles,
  rolesChangedMeanwhile,
  rolesExclude,
} from "./words.ts";

export type NewAccountInput = EndpointInput<typeof accounts.add>;

type NewAccount = { accountId: string; oneTimePassword: string };

export async function accountsFor(app: App, actor: Actor): Promise<AccountView[]> {
  const accounts = await inTransaction(app.database, scopeOf(app, actor.accountId), listAccounts);
  return accounts.map(({ id, personId, ...account }) => ({
    accountId: id,
    namesPerson: personId !== null,
    ...account,
  }));
}

/** All accounts, without an actor: for printing the demonstration's accounts. */
export async function allAccounts(app: App): Promise<Account[]> {
  return inTransaction(app.database, scopeOf(app, null), listAccounts);
}

/**
 * The one-time password is answered and kept only as its hash; the same key gives the same one, but only until the account has a role or
 * its own password: from then on whoever makes accounts would take over what was given to somebody.
 */
export async function openAccount(app: App, actor: Actor, input: NewAccountInput): Promise<Answer<NewAccount>> {
  const { key, ...content } = input;
  const password = oneTimePassword(app.keys.seal, `${actor.accountId} ${key}`);
  const hashed = await hashPassword(password);
  const request = { what: "add-account", key, content };
  const work = async (trx: Transaction): Promise<Answer<NewAccount>> => {
    const { account, name } = content;
    const id = randomUUID();
    const added = await addAccount(trx, {
      id,
      account,
      name,
      roles: [],
      organizationId: null,
      personId: null,
      password: hashed,
      mustChangePassword: true,
    });
    if (added === "taken") return refusedSaying("account-taken", accountTaken(account), "account");
    await keepFormerPassword(trx, id, hashed, nowOf(app));
    await recordAdministration(app, trx, actor, "add-account", { accountId: id, account });
    return { type: "done", answer: { accountId: id, oneTimePassword: password } };
  };
  return administerApart<NewAccount, { accountId: string }>(app, actor, request, {
    work,
    keptOf: ({ accountId }) => ({ accountId }),
    again: async (trx, { accountId }) => {
      const made = await findAccount(trx, accountId);
      if (made?.mustChangePassword !== true || made.roles.length > 0) return passwordInUse();
      return { type: "done", answer: { accountId, oneTimePassword: password } };
    },
  });
}

/**
 * Asks for roles. A role of an office needs an account that names its person: four eyes count persons; only the first personnel officer of
 * a district, who enters the registry, is in nobody's registry yet.
 */
export async function giveRoles(
  app: App,
  actor: Actor,
  { key, ...content }: EndpointInput<typeof accounts.setRoles>,
): Promise<Answer<Asked>> {
  const after = [...new Set(content.roles)];
  return askAdministrators(app, actor, { what: "set-roles", key, content }, async (trx) => {
    const { accountId, reason } = content;
    if (accountId === actor.accountId) return refusedSaying("own-account", ownRoles, "roles");
    const account = await findAccount(trx, accountId);
    if (account === null) return notFound;
    const fault = await faultOfRoles(trx, account, after);
    if (fault !== null) return fault;
    const halves = isFirstGrant(account, after) ? "word" : null;
    return { requested: { kind: "set-roles", before: account.roles, after }, concerned: accountId, reason, halves };
  });
}

/**
 * Sets the roles that were asked for. With its first role an account gets a one-time word of which each administrator has one half: what
 * its maker knew of it, password and codes alike, is worth nothing from then on.
 */
export async function carryOutRoles(
  app: App,
  trx: Transaction,
  _actor: Actor,
  { requested, request, halvesOf }: ToCarryOut<"set-roles">,
): Promise<CarriedOut | Refused | NotFound> {
  const account = await findAccount(trx, request.concerned ?? "");
  if (account === null) return notFound;
  const { before, after } = requested;
  if (account.roles.toSorted().join() !== before.toSorted().join())
    return refusedSaying("changed-meanwhile", rolesChangedMeanwhile, "requestId");
  const fault = await faultOfRoles(trx, account, after);
  if (fault !== null) return fault;
  await setRoles(trx, account.id, after, nowOf(app));
  if (!isFirstGrant(account, after)) return { type: "done", halves: null };
  await giveWord(app, trx, account.id, halvesOf("word"));
  await removeTotp(trx, account.id);
  return { type: "done", halves: "word" };
}

function isFirstGrant({ roles }: Account, after: readonly Role[]): boolean {
  return roles.length === 0 && after.length > 0;
}

async function faultOfRoles(trx: Transaction, account: Account, after: readonly Role[]): Promise<Refused | null> {
  if (!rolesAgree(after)) return refusedSaying("roles-exclude", rolesExclude, "roles");
  if (account.personId !== null || after.every((role) => administrators.includes(role))) return null;
  const isFirst = after.every((role) => role === "personnel-officer") && !(await isRoleHeld(trx, "personnel-officer"));
  return isFirst ? null : refusedSaying("account-names-nobody", accountNamesNobody, "roles");
}

export async function setAccountDisabled(
  app: App,
  actor: Actor,
  { key, accountId, disabled }: { key: string; accountId: string; disabled: boolean },
): Promise<Answer<{ ok: true }>> {
  return administer(app, actor, { what: "set-disabled", key, content: { accountId, disabled } }, async (trx) => {
    if (accountId === actor.accountId) return refusedSaying("own-account", ownAccountDisabled, "disabled");
    const account = await findAccount(trx, accountId);
    if (account === null) return notFound;
    if (!disabled && account.personId !== null && (await hasAccountInUse(trx, account.personId, accountId)))
      return refusedSaying("person-has-account", otherAccountInUse, "disabled");
    await setDisabled(trx, accountId, disabled);
    await recordAdministration(app, trx, actor, "set-disabled", { accountId, disabled });
    return { type: "done", answer: { ok: true } };
  });
}

/** Asks for access to be given back to somebody who forgot the password or lost the device of the codes. */
export async function askForAccess(
  app: App,
  actor: Actor,
  { key, ...content }: EndpointInput<typeof accounts.restoreAccess>,
): Promise<Answer<Asked>> {
  return askAdministrators(app, actor, { what: "restore-access", key, content }, async (trx) => {
    const { accountId, access, reason } = content;
    if (accountId === actor.accountId) return refusedSaying("own-account", ownPassword, "accountId");
    const account = await findAccount(trx, accountId);
    if (account === null) return notFound;
    const fault = faultOfAccess(account, access);
    if (fault !== null) return fault;
    const halves = access === "codes" ? null : "word";
    return { requested: { kind: "restore-access", access }, concerned: accountId, reason, halves };
  });
}

/** The word alone opens nothing where the account has codes; where both are given back, two administrators have seen the person. */
export async function carryOutAccess(
  app: App,
  trx: Transaction,
  _actor: Actor,
  { requested, request, halvesOf }: ToCarryOut<"restore-access">,
): Promise<CarriedOut | Refused | NotFound> {
  const account = await findAccount(trx, request.concerned ?? "");
  if (account === null) return notFound;
  const { access } = requested;
  const fault = faultOfAccess(account, access);
  if (fault !== null) return fault;
  if (access !== "password") await removeTotp(trx, account.id);
  if (access === "codes") {
    await endSessionsOf(trx, account.id, null);
    return { type: "done", halves: null };
  }
  await giveWord(app, trx, account.id, halvesOf("word"));
  return { type: "done", halves: "word" };
}

function faultOfAccess({ hasTotp }: Account, access: Access): Refused | null {
  if (access === "both" || hasTotp) return null;
  return refusedSaying("no-totp", access === "password" ? noSecondFactor : noTotp, "access");
}

/** Ends all sessions and forgets the devices; the word must be changed at the next sign-in, and is none of the later passwords. */
async function giveWord(app: App, trx: Transaction, accountId: string, [one, other]: Halves): Promise<void> {
  const hashed = await hashPassword(one + other);
  await setPassword(trx, accountId, hashed, true, null);
  await keepFormerPassword(trx, accountId, hashed, nowOf(app));
  await forgetDevices(trx, accountId);
}

export async function unnamedAccounts(app: App, actor: Actor): Promise<UnnamedAccount[]> {
  const all = await inTransaction(app.database, scopeOf(app, actor.accountId), listAccounts);
  return all
    .filter(
      ({ personId, disabled, roles }) => personId === null && !disabled && rolesAgree([...roles, "personnel-officer"]),
    )
    .map(({ id, account, name }) => ({ accountId: id, account, name }));
}

function passwordInUse(): Refused {
  return refusedSaying("account-in-use", accountInUse, "account");
}

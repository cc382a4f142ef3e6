// Accounts: the system administrator makes them, the security administrator gives roles, blocks and resets; each step is logged.
import { randomUUID } from "node:crypto";
import type { EndpointInput } from "#kernel/contract/meta.ts";
import { hashPassword, oneTimePassword } from "../passwords.ts";
import type { accounts, AccountView } from "../contract/accounts.ts";
import type { Actor } from "#casework/actor.ts";
import { administrators, rolesAgree } from "#casework/roles.ts";
import type { Role } from "#casework/roles.ts";
import {
  addAccount,
  canHaveAccount,
  findAccount,
  hasAccountInUse,
  listAccounts,
  setDisabled,
  setPassword,
  setRoles,
} from "../rows/accounts.ts";
import type { Account } from "../rows/accounts.ts";
import { inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { findOrganizations } from "#registry/rows/organizations.ts";
import { findPersons } from "#registry/rows/persons.ts";
import { administer, administerApart } from "#kernel/administer.ts";
import { notFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer, Refused } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import {
  accountInUse,
  accountNamesNobody,
  accountTaken,
  noSuchOrganization,
  noSuchPerson,
  otherAccountInUse,
  ownAccountDisabled,
  ownPassword,
  ownRoles,
  personHasAccount,
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
    const { account, name, organizationId, personId } = content;
    if (organizationId !== null && (await findOrganizations(trx, [organizationId])).length === 0)
      return refusedSaying("no-such-organization", noSuchOrganization, "organizationId");
    if (personId !== null && (await findPersons(trx, [personId])).length === 0)
      return refusedSaying("no-such-person", noSuchPerson, "personId");
    if (personId !== null && !(await canHaveAccount(trx, personId)))
      return refusedSaying("person-has-account", personHasAccount, "personId");
    const id = randomUUID();
    const added = await addAccount(trx, {
      id,
      account,
      name,
      roles: [],
      organizationId,
      personId,
      password: hashed,
      mustChangePassword: true,
    });
    if (added === "taken") return refusedSaying("account-taken", accountTaken(account), "account");
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

/** Sets the roles. A role of an office needs an account that names its person: four eyes count persons. */
export async function giveRoles(
  app: App,
  actor: Actor,
  { key, accountId, roles }: { key: string; accountId: string; roles: readonly Role[] },
): Promise<Answer<{ ok: true }>> {
  const held = [...new Set(roles)];
  return administer(app, actor, { what: "set-roles", key, content: { accountId, roles: held } }, async (trx) => {
    if (accountId === actor.accountId) return refusedSaying("own-account", ownRoles, "roles");
    if (!rolesAgree(held)) return refusedSaying("roles-exclude", rolesExclude, "roles");
    const account = await findAccount(trx, accountId);
    if (account === null) return notFound;
    if (account.personId === null && held.some((role) => !administrators.includes(role)))
      return refusedSaying("account-names-nobody", accountNamesNobody, "roles");
    await setRoles(trx, accountId, held);
    await recordAdministration(app, trx, actor, "set-roles", { accountId, roles: held });
    return { type: "done", answer: { ok: true } };
  });
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

/** Ends all sessions of the account; the new password must be changed at the next sign-in. The same key gives the same one until then. */
export async function resetPassword(
  app: App,
  actor: Actor,
  { key, accountId }: { key: string; accountId: string },
): Promise<Answer<{ oneTimePassword: string }>> {
  const password = oneTimePassword(app.keys.seal, `${actor.accountId} ${key}`);
  const hashed = await hashPassword(password);
  const request = { what: "reset-password", key, content: { accountId } };
  const answer = { oneTimePassword: password };
  return administerApart<{ oneTimePassword: string }, { ok: true }>(app, actor, request, {
    work: async (trx) => {
      if (accountId === actor.accountId) return refusedSaying("own-account", ownPassword, "accountId");
      if (!(await setPassword(trx, accountId, hashed, true, null))) return notFound;
      await recordAdministration(app, trx, actor, "reset-password", { accountId });
      return { type: "done", answer };
    },
    keptOf: () => ({ ok: true }),
    again: async (trx) =>
      (await findAccount(trx, accountId))?.mustChangePassword === true ? { type: "done", answer } : passwordInUse(),
  });
}

function passwordInUse(): Refused {
  return refusedSaying("account-in-use", accountInUse, "account");
}

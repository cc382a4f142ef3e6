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
  findAccount,
  hasAccount,
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
import { notFound, refusedFor } from "#kernel/answer.ts";
import type { Answer, Refused } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";

export type NewAccountInput = EndpointInput<typeof accounts.add>;

type NewAccount = { accountId: string; oneTimePassword: string };

export async function accountsFor(app: App, actor: Actor): Promise<AccountView[]> {
  const accounts = await inTransaction(app.database, scopeOf(app, actor.accountId), listAccounts);
  return accounts.map(({ id, ...account }) => ({ accountId: id, ...account }));
}

/** For the machine's own use, such as printing the demonstration's accounts. */
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
      return refusedFor("no-such-organization", "单位不存在", "There is no such organization", "organizationId");
    if (personId !== null && (await findPersons(trx, [personId])).length === 0)
      return refusedFor("no-such-person", "干部不存在", "There is no such person", "personId");
    if (personId !== null && (await hasAccount(trx, personId)))
      return refusedFor(
        "person-has-account",
        "该干部已有账号（含已停用的），一人只能有一个账号，否则本人经手的环节可由本人另一账号复核",
        "This person has an account already, perhaps disabled; with a second one the same eyes would count twice",
        "personId",
      );
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
    if (added === "taken")
      return refusedFor(
        "account-taken",
        `账号“${account}”已存在`,
        `The account “${account}” exists already`,
        "account",
      );
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

/** An office's role needs the person behind it: two accounts of nobody would be two pairs of eyes. */
export async function giveRoles(
  app: App,
  actor: Actor,
  { key, accountId, roles }: { key: string; accountId: string; roles: readonly Role[] },
): Promise<Answer<{ ok: true }>> {
  const held = [...new Set(roles)];
  return administer(app, actor, { what: "set-roles", key, content: { accountId, roles: held } }, async (trx) => {
    if (accountId === actor.accountId)
      return refusedFor("own-account", "不能变更自己的角色", "Nobody changes their own roles", "roles");
    if (!rolesAgree(held))
      return refusedFor(
        "roles-exclude",
        "系统管理员、安全管理员、审计管理员相互排斥，也不得兼任其他角色",
        "An administrator's role excludes every other role",
        "roles",
      );
    const account = await findAccount(trx, accountId);
    if (account === null) return notFound;
    if (account.personId === null && held.some((role) => !administrators.includes(role)))
      return refusedFor(
        "account-names-nobody",
        "承办机关的账号须对应干部名册中的本人，否则无法判断回避和一人多号；请系统管理员另开对应到人的账号",
        "An office's role needs an account that names its person: recusal and four eyes look at the person",
        "roles",
      );
    await setRoles(trx, accountId, held);
    await recordAdministration(app, trx, actor, "set-roles", { accountId, roles: held });
    return { type: "done", answer: { ok: true } };
  });
}

export async function blockAccount(
  app: App,
  actor: Actor,
  { key, accountId, disabled }: { key: string; accountId: string; disabled: boolean },
): Promise<Answer<{ ok: true }>> {
  return administer(app, actor, { what: "set-disabled", key, content: { accountId, disabled } }, async (trx) => {
    if (accountId === actor.accountId)
      return refusedFor("own-account", "不能停用自己的账号", "Nobody disables their own account", "disabled");
    if (!(await setDisabled(trx, accountId, disabled))) return notFound;
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
      if (accountId === actor.accountId)
        return refusedFor(
          "own-account",
          "自己的密码请用“修改密码”变更",
          "Change your own password instead",
          "accountId",
        );
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
  return refusedFor(
    "account-in-use",
    "该账号已启用，一次性密码不再显示；需要时请安全管理员重置",
    "The account is in use already; its one-time password is not shown again",
    "account",
  );
}

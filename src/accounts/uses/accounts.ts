// Accounts: the system administrator makes them, the security administrator gives roles, blocks and resets; each step is logged.
import { randomUUID } from "node:crypto";
import { hashPassword, oneTimePassword } from "../passwords.ts";
import type { Actor } from "#casework/actor.ts";
import { administrators, rolesAgree } from "#casework/roles.ts";
import type { Role } from "#casework/roles.ts";
import type { Refusal } from "#law/refusal.ts";
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
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { findOrganizations } from "#registry/rows/organizations.ts";
import { findPersons } from "#registry/rows/persons.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { keyUsedFor, onceOnly } from "#kernel/once.ts";
import { recordAdministration, recordRefusal } from "#kernel/uses/record.ts";

export type NewAccountInput = {
  key: string;
  account: string;
  name: string;
  organizationId: string | null;
  personId: string | null;
};
export type Administered<T> =
  | { type: "done"; answer: T }
  | { type: "refused"; refusals: readonly Refusal[] }
  | { type: "not-found" };

export async function accountsFor(app: App, actor: Actor): Promise<Account[]> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), listAccounts);
}

/** For the machine's own use, such as printing the demonstration's accounts. */
export async function allAccounts(app: App): Promise<Account[]> {
  return inTransaction(app.database, scopeOf(app, null), listAccounts);
}

/**
 * The one-time password is answered and kept only as its hash; the same key gives the same one, but only until the account has a role or
 * its own password: from then on whoever makes accounts would take over what was given to somebody.
 */
export async function openAccount(
  app: App,
  actor: Actor,
  input: NewAccountInput,
): Promise<Administered<{ accountId: string; oneTimePassword: string }>> {
  const { key, ...content } = input;
  const password = oneTimePassword(app.keys.seal, `${actor.accountId} ${key}`);
  const hashed = await hashPassword(password);
  return administer(app, actor, "add-account", async (trx) => {
    const once = await onceOnly<{ accountId: string }>(trx, {
      accountId: actor.accountId,
      key,
      what: "add-account",
      content,
    });
    if (once.type === "other-request") return keyUsedFor();
    if (once.type === "again") {
      const account = await findAccount(trx, once.answer.accountId);
      if (account?.mustChangePassword !== true || account.roles.length > 0) return passwordInUse();
      return { type: "done", answer: { accountId: account.id, oneTimePassword: password } };
    }
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
    await once.keep({ accountId: id });
    return { type: "done", answer: { accountId: id, oneTimePassword: password } };
  });
}

/** An office's role needs the person behind it: two accounts of nobody would be two pairs of eyes. */
export async function giveRoles(
  app: App,
  actor: Actor,
  { key, accountId, roles }: { key: string; accountId: string; roles: readonly Role[] },
): Promise<Administered<{ ok: true }>> {
  const held = [...new Set(roles)];
  return administerOnce(app, actor, "set-roles", key, { accountId, roles: held }, async (trx) => {
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
    if (account === null) return { type: "not-found" };
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
): Promise<Administered<{ ok: true }>> {
  return administerOnce(app, actor, "set-disabled", key, { accountId, disabled }, async (trx) => {
    if (accountId === actor.accountId)
      return refusedFor("own-account", "不能停用自己的账号", "Nobody disables their own account", "disabled");
    if (!(await setDisabled(trx, accountId, disabled))) return { type: "not-found" };
    await recordAdministration(app, trx, actor, "set-disabled", { accountId, disabled });
    return { type: "done", answer: { ok: true } };
  });
}

/** Ends all sessions of the account; the new password must be changed at the next sign-in. The same key gives the same one until then. */
export async function resetPassword(
  app: App,
  actor: Actor,
  { key, accountId }: { key: string; accountId: string },
): Promise<Administered<{ oneTimePassword: string }>> {
  const password = oneTimePassword(app.keys.seal, `${actor.accountId} ${key}`);
  const hashed = await hashPassword(password);
  return administer(app, actor, "reset-password", async (trx) => {
    const content = { accountId };
    const once = await onceOnly<{ ok: true }>(trx, {
      accountId: actor.accountId,
      key,
      what: "reset-password",
      content,
    });
    if (once.type === "other-request") return keyUsedFor();
    if (once.type === "again") {
      const account = await findAccount(trx, accountId);
      return account?.mustChangePassword === true
        ? { type: "done", answer: { oneTimePassword: password } }
        : passwordInUse();
    }
    if (accountId === actor.accountId)
      return refusedFor("own-account", "自己的密码请用“修改密码”变更", "Change your own password instead", "accountId");
    if (!(await setPassword(trx, accountId, hashed, true, null))) return { type: "not-found" };
    await recordAdministration(app, trx, actor, "reset-password", { accountId });
    await once.keep({ ok: true });
    return { type: "done", answer: { oneTimePassword: password } };
  });
}

function passwordInUse(): { type: "refused"; refusals: readonly Refusal[] } {
  return refusedFor(
    "account-in-use",
    "该账号已启用，一次性密码不再显示；需要时请安全管理员重置",
    "The account is in use already; its one-time password is not shown again",
    "account",
  );
}

/** `administer` for work whose answer can be kept: the same key again has no second effect, and the same answer. */
export async function administerOnce<T>(
  app: App,
  actor: Actor,
  what: string,
  key: string,
  content: unknown,
  work: (trx: Transaction) => Promise<Administered<T>>,
): Promise<Administered<T>> {
  return administer(app, actor, what, async (trx) => {
    const once = await onceOnly<T>(trx, { accountId: actor.accountId, key, what, content });
    if (once.type === "other-request") return keyUsedFor();
    if (once.type === "again") return { type: "done", answer: once.answer };
    const done = await work(trx);
    if (done.type === "done") await once.keep(done.answer);
    return done;
  });
}

/** One transaction for what is done; what is refused or not found is logged in another. */
export async function administer<T>(
  app: App,
  actor: Actor,
  what: string,
  work: (trx: Transaction) => Promise<Administered<T>>,
): Promise<Administered<T>> {
  const administered = await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), work);
  if (administered.type === "refused")
    await recordRefusal(app, actor, what, { refusals: administered.refusals.map(({ code }) => code) });
  if (administered.type === "not-found") await recordRefusal(app, actor, what, { refusals: ["not-found"] });
  return administered;
}

/** No text forbids these: they are impossible in themselves, or the software's own order. */
export function refusedFor(
  code: string,
  zh: string,
  en: string,
  field: string,
): { type: "refused"; refusals: readonly Refusal[] } {
  return { type: "refused", refusals: [{ code, message: { zh, en }, source: null, field }] };
}

// Accounts and the roles they hold.
import type { Role } from "#casework/roles.ts";
import type { Transaction } from "./database.ts";

export type Account = {
  id: string;
  account: string;
  name: string;
  roles: Role[];
  organizationId: string | null;
  organizationName: string | null;
  personId: string | null;
  disabled: boolean;
  mustChangePassword: boolean;
};
export type NewAccount = {
  id: string;
  account: string;
  name: string;
  roles: readonly Role[];
  organizationId: string | null;
  personId: string | null;
  password: string;
  mustChangePassword: boolean;
};

/** `password` is the self-describing hash. "taken" when the account name is in use. */
export async function addAccount(_trx: Transaction, _account: NewAccount): Promise<"added" | "taken"> {
  throw new Error("being written");
}

/** With the stored password hash, for signing in. */
export async function findAccountByName(
  _trx: Transaction,
  _account: string,
): Promise<(Account & { password: string }) | null> {
  throw new Error("being written");
}

export async function findAccount(_trx: Transaction, _id: string): Promise<(Account & { password: string }) | null> {
  throw new Error("being written");
}

export async function listAccounts(_trx: Transaction): Promise<Account[]> {
  throw new Error("being written");
}

/** Display names by id, for those that exist. */
export async function namesOfAccounts(_trx: Transaction, _ids: readonly string[]): Promise<Record<string, string>> {
  throw new Error("being written");
}

/** Enabled accounts that hold one of the roles, by name: those who may be named inquirers. */
export async function accountsWithRole(_trx: Transaction, _roles: readonly Role[]): Promise<Account[]> {
  throw new Error("being written");
}

/** Replaces the roles. Throws when they exclude one another (rolesAgree). False when there is no such account. */
export async function setRoles(_trx: Transaction, _accountId: string, _roles: readonly Role[]): Promise<boolean> {
  throw new Error("being written");
}

/** Disabling also ends all its sessions. False when there is no such account. */
export async function setDisabled(_trx: Transaction, _accountId: string, _disabled: boolean): Promise<boolean> {
  throw new Error("being written");
}

/** Also ends all its sessions but the one kept. False when there is no such account. */
export async function setPassword(
  _trx: Transaction,
  _accountId: string,
  _password: string,
  _mustChange: boolean,
  _keepTokenHash: string | null,
): Promise<boolean> {
  throw new Error("being written");
}

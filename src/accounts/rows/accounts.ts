// Accounts and the roles they hold.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import { rolesAgree } from "#casework/roles.ts";
import type { Role } from "#casework/roles.ts";
import { accountColumns, accountShape, standingColumns, standingShape } from "./account-row.ts";
import type { RegistryAccount } from "#casework/act.ts";
import type { AccountRow, Standing } from "./account-row.ts";
import { ChangedMeanwhile } from "#database/database.ts";
import { touch } from "#database/bound.ts";
import type { Transaction } from "#database/database.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";
import { endSessionsOf } from "./sessions.ts";
import { lookUpOf } from "#database/look-up.ts";
import { mergedRecords, survivorsOf, withMerged } from "#registry/rows/families.ts";

export type { Standing } from "./account-row.ts";
export type Account = AccountRow;
export type NewAccount = {
  id: string;
  account: string;
  name: string;
  roles: readonly Role[];
  organizationId: string | null;
  personId: string | null;
  password: string;
  mustChangePassword: boolean;
  /** The instant from which it holds its roles; null where that is not known, and then nothing waits for it. */
  rolesSince?: string | null;
};

const withPassword = accountShape.extend({ password: z.string() });

/** `password` is the self-describing hash. "taken" when the account name is in use. Throws when the roles exclude one another. */
export async function addAccount(trx: Transaction, account: NewAccount): Promise<"added" | "taken"> {
  refuseDisagreeing(account.roles);
  const { id, name, roles, organizationId, personId, password, mustChangePassword, rolesSince = null } = account;
  const added = await run(
    trx,
    sql`INSERT INTO account (jurisdiction_id, id, account, name, roles, organization_id, person_id, password, must_change_password, roles_since)
      VALUES (${trx.jurisdictionId}, ${id}, ${account.account}, ${name}, ${[...roles]}::text[], ${organizationId}, ${personId}, ${password}, ${mustChangePassword}, ${rolesSince})
      ON CONFLICT (jurisdiction_id, account) DO NOTHING`,
  );
  if (added === 1) touch(trx, "account", [id]);
  return added === 1 ? "added" : "taken";
}

/** With the stored password hash, for signing in. */
export async function findAccountByName(
  trx: Transaction,
  account: string,
): Promise<(Account & { password: string }) | null> {
  return rowOf(trx, withPassword, sql`SELECT ${accountColumns}, a.password ${from(trx)} AND a.account = ${account}`);
}

/** As findAccountByName, held until the transaction ends: tries of one account at once wait for one another. */
export async function holdAccountByName(
  trx: Transaction,
  account: string,
): Promise<(Account & { password: string }) | null> {
  await run(
    trx,
    sql`SELECT id FROM account WHERE jurisdiction_id = ${trx.jurisdictionId} AND account = ${account} FOR NO KEY UPDATE`,
  );
  return findAccountByName(trx, account);
}

export async function findAccount(trx: Transaction, id: string): Promise<(Account & { password: string }) | null> {
  return rowOf(trx, withPassword, sql`SELECT ${accountColumns}, a.password ${from(trx)} AND a.id = ${id}`);
}

/** Whose relative the account's person is, and what is delegated to it on the transaction's day. */
export async function standingOf(trx: Transaction, id: string): Promise<Standing> {
  const found = await rowOf(
    trx,
    standingShape,
    sql`SELECT ${standingColumns(trx.today ?? null)} FROM account AS a WHERE a.jurisdiction_id = ${trx.jurisdictionId} AND a.id = ${id}`,
  );
  return found ?? { relativeIds: [], kinAccountIds: [], delegations: [] };
}

const idShape = z.object({ id: z.string() });

/** Whether this very record has an account, disabled ones too. */
async function hasAccount(trx: Transaction, personId: string): Promise<boolean> {
  const found = await rowOf(
    trx,
    idShape,
    sql`SELECT id FROM account WHERE jurisdiction_id = ${trx.jurisdictionId} AND person_id = ${personId}`,
  );
  return found !== null;
}

/** Whether this person, under whichever of the records merged into one, has an account that is not disabled; `but`: one that does not count. */
export async function hasAccountInUse(trx: Transaction, personId: string, but: string | null = null): Promise<boolean> {
  const merged = await mergedRecords(trx);
  const family = withMerged(merged, survivorsOf(merged, [personId]));
  const found = await rowOf(
    trx,
    idShape,
    sql`SELECT id FROM account WHERE jurisdiction_id = ${trx.jurisdictionId} AND person_id = ANY(${family}::text[]) AND NOT disabled
      AND id IS DISTINCT FROM ${but}::text LIMIT 1`,
  );
  return found !== null;
}

/** Whether an account that is in use holds this role itself. */
export async function isRoleHeld(trx: Transaction, role: Role): Promise<boolean> {
  const found = await rowOf(
    trx,
    idShape,
    sql`SELECT id FROM account WHERE jurisdiction_id = ${trx.jurisdictionId} AND NOT disabled AND ${role} = ANY(roles) LIMIT 1`,
  );
  return found !== null;
}

/** Whether a new account can name this person: their record has none, and they have none in use under another. */
export async function canHaveAccount(trx: Transaction, personId: string): Promise<boolean> {
  return !(await hasAccount(trx, personId)) && !(await hasAccountInUse(trx, personId));
}

/** By account name. */
export async function listAccounts(trx: Transaction): Promise<Account[]> {
  return rowsOf(trx, accountShape, sql`SELECT ${accountColumns} ${from(trx)} ORDER BY a.account`);
}

const nameShape = z.object({ id: z.string(), name: z.string() });

/** Display names by id, for those that exist. */
export async function namesOfAccounts(trx: Transaction, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return lookUpOf([]);
  const rows = await rowsOf(
    trx,
    nameShape,
    sql`SELECT id, name FROM account WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ANY(${[...ids]}::text[]) ORDER BY id`,
  );
  return lookUpOf(rows.map(({ id, name }) => [id, name]));
}

const namedShape = accountShape
  .pick({ id: true, name: true, roles: true, organizationId: true, personId: true, disabled: true })
  .extend(standingShape.pick({ relativeIds: true, kinAccountIds: true }).shape);

/** Those that exist, disabled ones too, with what is their own: no delegated role. */
export async function accountsNamed(
  trx: Transaction,
  ids: readonly string[],
): Promise<Omit<RegistryAccount, "isInvolved">[]> {
  if (ids.length === 0) return [];
  const rows = await rowsOf(
    trx,
    namedShape,
    sql`SELECT ${accountColumns}, ${standingColumns(null)} ${from(trx)} AND a.id = ANY(${[...ids]}::text[]) ORDER BY a.id`,
  );
  return rows.map(({ id, ...account }) => ({ accountId: id, ...account, delegations: [] }));
}

/** Enabled accounts that hold one of the roles, by account name: those who may be named inquirers. */
export async function accountsWithRole(trx: Transaction, roles: readonly Role[]): Promise<Account[]> {
  return rowsOf(
    trx,
    accountShape,
    sql`SELECT ${accountColumns} ${from(trx)} AND NOT a.disabled AND a.roles && ${[...roles]}::text[] ORDER BY a.account`,
  );
}

/**
 * Replaces the roles; effective on the next request. From `at` (an instant) an account that had none has some. Throws when they exclude
 * one another. False when there is no such account.
 */
export async function setRoles(
  trx: Transaction,
  accountId: string,
  roles: readonly Role[],
  at: string | null = null,
): Promise<boolean> {
  refuseDisagreeing(roles);
  const held = sql`${[...roles]}::text[]`;
  const changed = await run(
    trx,
    sql`UPDATE account SET roles = ${held},
        roles_since = CASE WHEN cardinality(${held}) = 0 THEN NULL WHEN cardinality(roles) = 0 THEN ${at} ELSE roles_since END
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${accountId}`,
  );
  if (changed === 1) touch(trx, "account", [accountId]);
  return changed === 1;
}

/** Names the person behind an account that names nobody so far; without a unit of its own it is of the person's. */
export async function setPerson(trx: Transaction, accountId: string, personId: string): Promise<void> {
  const named = await run(
    trx,
    sql`UPDATE account SET person_id = ${personId}, organization_id = coalesce(organization_id, (
          SELECT p.organization_id FROM person AS p WHERE p.jurisdiction_id = ${trx.jurisdictionId} AND p.id = ${personId}))
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${accountId} AND person_id IS NULL`,
  );
  if (named !== 1) throw new ChangedMeanwhile(`the account ${accountId} names somebody meanwhile`);
  touch(trx, "account", [accountId]);
}

/** Disabling also ends all its sessions. False when there is no such account. */
export async function setDisabled(trx: Transaction, accountId: string, disabled: boolean): Promise<boolean> {
  const changed = await run(
    trx,
    sql`UPDATE account SET disabled = ${disabled} WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${accountId}`,
  );
  if (changed === 1) touch(trx, "account", [accountId]);
  if (disabled) await endSessionsOf(trx, accountId, null);
  return changed === 1;
}

/** `password` is the hash; `setAt` the instant at which its owner chose it, null for a one-time password. Also ends all its sessions but the one kept. False when there is no such account. */
export async function setPassword(
  trx: Transaction,
  accountId: string,
  password: string,
  mustChange: boolean,
  keepTokenHash: string | null,
  setAt: string | null = null,
): Promise<boolean> {
  const changed = await run(
    trx,
    sql`UPDATE account SET password = ${password}, must_change_password = ${mustChange}, password_set_at = ${setAt}
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${accountId}`,
  );
  if (changed === 1) touch(trx, "account", [accountId]);
  await endSessionsOf(trx, accountId, keepTokenHash);
  return changed === 1;
}

function from(trx: Transaction): RawBuilder<unknown> {
  return sql`FROM account AS a
    LEFT JOIN organization AS o ON o.jurisdiction_id = a.jurisdiction_id AND o.id = a.organization_id
    WHERE a.jurisdiction_id = ${trx.jurisdictionId}`;
}

function refuseDisagreeing(roles: readonly Role[]): void {
  if (!rolesAgree(roles)) throw new Error(`the roles ${roles.join(", ")} exclude one another`);
}

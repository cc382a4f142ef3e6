// The first start: a jurisdiction, and for a real one its three administrators with one-time passwords.
import { randomBytes, randomUUID } from "node:crypto";
import { hashPassword, oneTimePassword } from "#accounts/passwords.ts";
import { defaultPolicy } from "#accounts/security-policy.ts";
import type { Role } from "#casework/roles.ts";
import { addAccount } from "#accounts/rows/accounts.ts";
import { keepFormerPassword } from "#accounts/rows/former-passwords.ts";
import { bindRows } from "#log/uses/bind-rows.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { addJurisdiction } from "../rows/jurisdictions.ts";
import type { Jurisdiction } from "../rows/jurisdictions.ts";
import { recordDerivation, recordPacks } from "#law-admin/rows/law-state.ts";
import { addPolicy } from "#accounts/rows/security-policies.ts";
import { appOf, scopeOf } from "#kernel/app.ts";
import type { App, OpenedInstallation } from "#kernel/app.ts";
import { addShippedYears } from "./calendar.ts";
import { derivationVersion } from "#matters/rules/derivation.ts";
import { packsVersion } from "#law-admin/uses/law-in-force.ts";
import { nowOf } from "#kernel/time.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { firstAdministratorNames, firstStart } from "./words.ts";

export async function foundJurisdiction(installation: OpenedInstallation, jurisdiction: Jurisdiction): Promise<App> {
  await addJurisdiction(installation.database, jurisdiction);
  await addShippedYears(installation, jurisdiction.id);
  const app = appOf(installation, jurisdiction);
  await bindRows(app);
  await inRetriedTransaction(app.database, scopeOf(app, null), async (trx) => {
    await recordPacks(trx, packsVersion(app.law));
    await recordDerivation(trx, derivationVersion);
  });
  return app;
}

export type FirstAccount = { account: string; name: string; role: Role; password: string };

const firstAdministrators = [
  { account: "sysadmin", name: firstAdministratorNames["system-administrator"], role: "system-administrator" },
  { account: "secadmin", name: firstAdministratorNames["security-administrator"], role: "security-administrator" },
  { account: "auditadmin", name: firstAdministratorNames["audit-administrator"], role: "audit-administrator" },
] as const;

/**
 * Asks nobody of a district that is no real one for one-time codes: said openly, as its first security policy and in the log, by whoever
 * holds the machine.
 */
export async function waiveCodes(app: App, reason: string): Promise<void> {
  const policy = { ...defaultPolicy, codes: "optional" } as const;
  await inRetriedTransaction(app.database, scopeOf(app, null), async (trx) => {
    await addPolicy(trx, { version: 1, at: nowOf(app), by: { accountId: "", name: firstStart }, reason, policy });
    await recordAdministration(app, trx, null, "set-security-policy", { version: 1, codes: policy.codes });
  });
}

/**
 * Three accounts that exclude one another, made in one recorded act at the machine; each password is answered once and must be changed at
 * the first sign-in, and each takes up one-time codes before anything else. From then on nothing of theirs is done by one alone.
 */
export async function addFirstAdministrators(app: App): Promise<FirstAccount[]> {
  const accounts = await Promise.all(
    firstAdministrators.map(async (one) => {
      const password = oneTimePassword(randomBytes(32), one.account);
      return { ...one, password, hashed: await hashPassword(password) };
    }),
  );
  await inRetriedTransaction(app.database, scopeOf(app, null), async (trx) => {
    const at = nowOf(app);
    for (const { account, name, role, hashed } of accounts) {
      const id = randomUUID();
      await addAccount(trx, {
        id,
        account,
        name,
        roles: [role],
        organizationId: null,
        personId: null,
        password: hashed,
        mustChangePassword: true,
        rolesSince: at,
      });
      await keepFormerPassword(trx, id, hashed, at);
      await recordAdministration(app, trx, null, "add-account", { accountId: id, account, roles: [role] });
    }
  });
  return accounts.map(({ account, name, role, password }) => ({ account, name, role, password }));
}

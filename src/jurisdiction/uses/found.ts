// The first start: a jurisdiction, and for a real one its three administrators with one-time passwords.
import { randomBytes, randomUUID } from "node:crypto";
import { hashPassword, oneTimePassword } from "#accounts/passwords.ts";
import { defaultPolicy } from "#accounts/security-policy.ts";
import type { Role } from "#casework/roles.ts";
import { addAccount } from "#accounts/rows/accounts.ts";
import { appendEntry } from "#log/rows/audit.ts";
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
import { firstAdministratorNames, firstPolicyReason, firstStart } from "./words.ts";

export async function foundJurisdiction(installation: OpenedInstallation, jurisdiction: Jurisdiction): Promise<App> {
  await addJurisdiction(installation.database, jurisdiction);
  await addShippedYears(installation, jurisdiction.id);
  const app = appOf(installation, jurisdiction);
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
 * Three accounts that exclude one another; each password is answered once and must be changed at the first sign-in. From then on they sign
 * in with a one-time code as well, as level 3 asks of administrators; the security administrator may ask it of everybody.
 */
export async function addFirstAdministrators(app: App): Promise<FirstAccount[]> {
  const accounts = await Promise.all(
    firstAdministrators.map(async (one) => {
      const password = oneTimePassword(randomBytes(32), one.account);
      return { ...one, password, hashed: await hashPassword(password) };
    }),
  );
  await inRetriedTransaction(app.database, scopeOf(app, null), async (trx) => {
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
      });
      await appendEntry(trx, "jurisdiction", {
        at: nowOf(app),
        kind: "administration",
        actorId: null,
        actorName: "",
        what: "add-account",
        outcome: "done",
        body: { accountId: id, account, roles: [role] },
      });
      if (role === "security-administrator")
        await addPolicy(trx, {
          version: 1,
          at: nowOf(app),
          by: { accountId: id, name: firstStart },
          reason: firstPolicyReason,
          policy: { ...defaultPolicy, codes: "administrators" },
        });
    }
  });
  return accounts.map(({ account, name, role, password }) => ({ account, name, role, password }));
}

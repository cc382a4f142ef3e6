// The zone of the many persons, its application, and somebody who may ask: for benches, and for tests that need a registry of some size.

import assert from "node:assert/strict";
import { hashPassword } from "#accounts/passwords.ts";
import { appOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { withoutPerson } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import type { Role } from "#casework/roles.ts";
import { addAccount } from "../test/settled.ts";
import { inTransaction } from "#database/database.ts";
import type { Database } from "#database/database.ts";
import { addJurisdiction } from "#jurisdiction/rows/jurisdictions.ts";
import { keys } from "../test/database/people.ts";
import { promise } from "../test/promised.ts";
import { addManyUnits, jurisdictionId } from "./many-persons.ts";

const password = "Ceshi-2026";
const name = "云岭高新区";
const now = "2024-12-31T04:00:00.000Z";
let hashed: Promise<string> | null = null;
let law: ReturnType<typeof loadLaw> | null = null;

/** With its units, the accounts "asker" (personnel) and "discipline", its history declared complete and its norms decided on by the two. */
export async function foundZone(database: Database, dataFolder: string): Promise<void> {
  await addJurisdiction(database, { id: jurisdictionId, name, prefix: "云" });
  await addManyUnits(database);
  await addOfficer(database, personnel);
  await addOfficer(database, discipline);
  await promise(await appOfZone(database, dataFolder), { personnel, discipline });
}

function officer(id: string, role: Role): Actor {
  return {
    accountId: id,
    name: id,
    roles: [role],
    organizationId: null,
    ...withoutPerson,
    personId: `person-of-${id}`,
  };
}
const personnel = officer("asker", "personnel-officer");
const discipline = officer("discipline", "discipline-officer");

async function addOfficer(database: Database, { accountId, roles }: Actor): Promise<void> {
  const account = { id: accountId, account: accountId, name: accountId, organizationId: null, personId: null, roles };
  const kept = await (hashed ??= hashPassword(password));
  await inTransaction(database, { jurisdictionId, accountId: null }, (trx) =>
    addAccount(trx, { ...account, password: kept, mustChangePassword: false, rolesSince: now }),
  );
}

/** On the last day of 2024. */
export async function appOfZone(database: Database, dataFolder: string): Promise<App> {
  const ground = {
    database,
    law: await (law ??= loadLaw()),
    otherPacks: [],
    dataFolder,
    keys,
    reporterKey: new Uint8Array(32),
    clock: () => Temporal.Instant.from(now),
  };
  return appOf(ground, { id: jurisdictionId, name, prefix: "云" });
}

/** The cookie of the asker's session. */
export async function signInAsker(origin: string): Promise<string> {
  const response = await fetch(`${origin}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ account: "asker", password }),
  });
  assert.equal(response.status, 200, await response.text());
  return response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

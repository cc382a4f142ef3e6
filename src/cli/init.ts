// `wenze init`: sets up a district of one's own on an empty folder and database: keys, tables, three administrators.
import { randomUUID } from "node:crypto";
import { allAccounts } from "#accounts/uses/accounts.ts";
import { roleNames } from "#casework/words/role-names.ts";
import { StoreProblem } from "#database/problem.ts";
import { begunAlready } from "#database/words.ts";
import { addFirstAdministrators, foundJurisdiction } from "#jurisdiction/uses/found.ts";
import { beginInstallation, openFirstJurisdiction } from "#kernel/app.ts";
import type { OpenedInstallation, Place } from "#kernel/app.ts";
import { withPlainFailures } from "./failure.ts";
import { readOptions } from "./options.ts";
import { placeOf, recordLaw } from "./place.ts";
import { districtBegun, firstAdministrators, thisJurisdiction } from "./words.ts";

export async function runInit(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values } = readOptions({
      args,
      options: { data: { type: "string" }, regulation: { type: "string" }, regulations: { type: "string" } },
    });
    const place = placeOf(values.data, values);
    const installation = await beginInstallation(place);
    try {
      await found(installation, place);
    } finally {
      await installation.database.close();
    }
    console.log(districtBegun(place.dataFolder));
    return 0;
  });
}

/** Begun before and cut off, it is gone on with; the passwords are shown once, to whoever brings it to its end. */
async function found(installation: OpenedInstallation, place: Place): Promise<void> {
  const begun = await openFirstJurisdiction(installation);
  if (begun !== null && (await allAccounts(begun)).length > 0)
    throw new StoreProblem("begun-already", begunAlready(place.dataFolder));
  recordLaw(place);
  const app =
    begun ?? (await foundJurisdiction(installation, { id: randomUUID(), name: thisJurisdiction, prefix: "" }));
  const administrators = await addFirstAdministrators(app);
  console.log(firstAdministrators);
  for (const { account, role, password } of administrators)
    console.log(`  ${account.padEnd(12)} ${password}   ${roleNames[role].zh} ${roleNames[role].en}`);
}

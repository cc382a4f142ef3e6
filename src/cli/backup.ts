// `wenze backup FILE`: everything in one file, also while the server runs.
import path from "node:path";
import { openInstallation, openFirstJurisdiction } from "#kernel/app.ts";
import { makeBackup } from "#backup/uses/backup.ts";
import { askOperatorDoor } from "./operator-door.ts";
import { Failure, isFolderInUse, withPlainFailures } from "./failure.ts";
import { readOptions } from "./options.ts";
import { readPassphrase } from "./passphrase.ts";
import { placeOf } from "./place.ts";
import { backupUsage, nothingToBackUp, backupMade } from "./words.ts";

export async function runBackup(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      allowPositionals: true,
      options: { data: { type: "string" }, "passphrase-file": { type: "string" } },
    });
    const [named] = positionals;
    if (named === undefined) throw new Failure(backupUsage);
    const file = path.resolve(named);
    const passphrase = readPassphrase(values["passphrase-file"]);
    const place = placeOf(values.data);
    const report = (what: string) => console.log(`  ${what}`);
    const said = (text: string) => console.log(text);
    const installation = await openInstallation(place).catch((error: unknown) => {
      if (isFolderInUse(error)) return null;
      throw error;
    });
    // The embedded database has one opener at a time: the server that holds it makes the backup, and goes on serving.
    if (installation === null) await askOperatorDoor(place.dataFolder, { file, passphrase }, said);
    else {
      try {
        const app = await openFirstJurisdiction(installation);
        if (app === null) throw new Failure(nothingToBackUp);
        await makeBackup(app, file, passphrase, report);
      } finally {
        await installation.database.close();
      }
    }
    console.log(backupMade(file));
    return 0;
  });
}

// `wenze backup FILE`: everything in one sealed file, also while the server runs.
import { makeBackup } from "#backup/uses/backup.ts";
import { fileAt, printError, printLine } from "./desk.ts";
import { Failure, withPlainFailures } from "./failure.ts";
import { readOptions } from "./options.ts";
import { withApp } from "./with-app.ts";
import { backupMade, backupUnsound, backupUsage, backupWithFaults, recoveryKeyMissing } from "./words.ts";

export async function runBackup(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      allowPositionals: true,
      options: { data: { type: "string" } },
    });
    const [named] = positionals;
    if (named === undefined) throw new Failure(backupUsage);
    const file = fileAt(named);
    return withApp(values.data, async (app) => {
      const made = await makeBackup(app, file, (what) => printLine(`  ${what}`));
      switch (made.type) {
        case "no-recovery-key":
          throw new Failure(recoveryKeyMissing);
        case "unreadable":
          throw new Failure(backupUnsound(file, made.what));
        case "with-faults":
          for (const fault of made.manifest.faults) printError(fault);
          throw new Failure(backupWithFaults(file, made.manifest.faults.length));
        case "whole":
          printLine(backupMade(file, made.manifest.parts));
          return 0;
      }
    });
  });
}

// `wenze backup test FILE`: restores one of the last backups beside the data, looks at all of it, and takes it away again.
import { testBackup } from "#backup/uses/test-backup.ts";
import { fileAt, printLine } from "./desk.ts";
import { Failure, withPlainFailures } from "./failure.ts";
import { readOptions } from "./options.ts";
import { failureOf } from "./restore.ts";
import { withApp } from "./with-app.ts";
import { backupNotOurs, backupTested, backupTestUsage } from "./words.ts";

export async function runBackupTest(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      allowPositionals: true,
      options: { data: { type: "string" } },
    });
    const [named] = positionals;
    if (named === undefined) throw new Failure(backupTestUsage);
    const file = fileAt(named);
    return withApp(values.data, async (app) => {
      const tested = await testBackup(app, file);
      if (tested.type === "wrong-key") throw new Failure(backupNotOurs(file));
      if (tested.type !== "restored") throw failureOf(tested, file, app.dataFolder);
      printLine(backupTested(file, tested.manifest.at));
      return 0;
    });
  });
}

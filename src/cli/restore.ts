// `wenze restore FILE --data DIR`: a backup back on an empty folder, verified to its last row, file and entry.
import { restoreBackup } from "#backup/uses/restore.ts";
import type { Restored } from "#backup/uses/restore.ts";
import { Failure, withPlainFailures } from "./failure.ts";
import { readOptions } from "./options.ts";
import { readPassphrase } from "./passphrase.ts";
import { placeOf } from "./place.ts";
import {
  restoreUsage,
  backupRestored,
  backupUnreadable,
  targetNotEmpty,
  passphraseWrong,
  backupOfOtherRelease,
  backupDiffers,
} from "./words.ts";

export async function runRestore(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      allowPositionals: true,
      options: { data: { type: "string" }, "passphrase-file": { type: "string" } },
    });
    const [file] = positionals;
    if (file === undefined) throw new Failure(restoreUsage);
    const place = placeOf(values.data);
    const restored = await restoreBackup(place, file, readPassphrase(values["passphrase-file"]), (what) =>
      console.log(`  ${what}`),
    );
    if (restored.type !== "restored") throw failureOf(restored, file, place.dataFolder);
    const { tables, files, checkpoint } = restored.manifest;
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
    console.log(backupRestored(rows, files, checkpoint?.root ?? "—"));
    return 0;
  });
}

function failureOf(restored: Exclude<Restored, { type: "restored" }>, file: string, folder: string): Failure {
  switch (restored.type) {
    case "no-backup":
      return new Failure(backupUnreadable(file));
    case "not-empty":
      return new Failure(targetNotEmpty(folder));
    case "wrong-passphrase":
      return new Failure(passphraseWrong);
    case "other-release":
      return new Failure(backupOfOtherRelease(restored.missing, restored.unknown));
    case "differs":
      return new Failure(backupDiffers(restored.what.slice(0, 5)));
  }
}

// `wenze restore FILE --part FILE --part FILE --data DIR`: a backup back on an empty folder, verified to its last row, file and entry.
import { readFileSync } from "node:fs";
import type { Opening } from "#backup/check-backup.ts";
import { joinParts, readPart } from "#backup/recovery-parts.ts";
import type { RecoveryPart } from "#backup/recovery-parts.ts";
import { restoreBackup } from "#backup/uses/restore.ts";
import type { Restored } from "#backup/uses/restore.ts";
import { Failure, withPlainFailures } from "./failure.ts";
import { readOptions } from "./options.ts";
import { placeOf } from "./place.ts";
import {
  backupDiffers,
  backupHasFaults,
  backupOfNewerRelease,
  backupOfOther,
  backupRestored,
  backupUnreadable,
  fileUnreadable,
  keyWrong,
  partsApart,
  partUnreadable,
  restoreUsage,
  targetNotEmpty,
} from "./words.ts";

export async function runRestore(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      allowPositionals: true,
      options: {
        data: { type: "string" },
        part: { type: "string", multiple: true, default: [] },
        "with-faults": { type: "boolean", default: false },
      },
    });
    const [file] = positionals;
    if (file === undefined) throw new Failure(restoreUsage);
    const place = placeOf(values.data);
    const how = {
      ...(await openingOf(values.part)),
      at: Temporal.Now.instant().toString({ fractionalSecondDigits: 3 }),
      acceptFaults: values["with-faults"],
    };
    const restored = await restoreBackup(place, file, how, (what) => console.log(`  ${what}`));
    if (restored.type !== "restored") throw failureOf(restored, file, place.dataFolder);
    const { tables, files, checkpoint, at } = restored.manifest;
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
    console.log(backupRestored(at, rows, files, checkpoint?.root ?? "—"));
    return 0;
  });
}

async function openingOf(files: readonly string[]): Promise<Opening> {
  const [one, other] = files;
  if (one === undefined || other === undefined || files.length > 2) throw new Failure(restoreUsage);
  const [first, second] = [partIn(one), partIn(other)];
  const identity = await joinParts(first, second);
  if (identity === null) throw new Failure(partsApart);
  return { identity, signer: first.signer };
}

function partIn(file: string): RecoveryPart {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new Failure(fileUnreadable(file));
  }
  const part = readPart(text);
  if (part === null) throw new Failure(partUnreadable(file));
  return part;
}

export function failureOf(restored: Exclude<Restored, { type: "restored" }>, file: string, folder: string): Failure {
  switch (restored.type) {
    case "no-backup":
      return new Failure(backupUnreadable(file));
    case "not-empty":
      return new Failure(targetNotEmpty(folder));
    case "wrong-key":
      return new Failure(keyWrong(file));
    case "other-signer":
      return new Failure(backupOfOther(file));
    case "newer-release":
      return new Failure(backupOfNewerRelease(file, restored.release));
    case "with-faults":
      return new Failure(backupHasFaults(file, restored.faults.slice(0, 5)));
    case "differs":
      return new Failure(backupDiffers(restored.what.slice(0, 5)));
  }
}

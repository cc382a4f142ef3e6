// Whether a backup of this installation would come back: it is restored beside the data, to its last row, file and entry, and taken away again.
import { rmSync } from "node:fs";
import path from "node:path";
import { checkBackup } from "../check-backup.ts";
import { ownKeys } from "../own-keys.ts";
import { restoreBackup } from "./restore.ts";
import type { Restored } from "./restore.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";
import { openLogKey } from "#log/signing-key.ts";

/** "wrong-key": it is none of the last backups that this installation made. Into an embedded database, whatever carries the data here. */
export async function testBackup(app: App, file: string): Promise<Restored> {
  const signer = openLogKey(app.dataFolder).publicKey;
  let restored: Restored = { type: "wrong-key" };
  for (const identity of ownKeys(app.dataFolder)) {
    const checked = await checkBackup(file, { identity, signer });
    if (checked.type === "wrong-key") continue;
    restored = checked.type === "fits" ? await restoreBeside(app, file, { identity, signer }) : checked;
    break;
  }
  await inRetriedTransaction(app.database, scopeOf(app, null), (trx) =>
    recordAdministration(app, trx, null, "test-backup", { outcome: restored.type }),
  );
  return restored;
}

async function restoreBeside(app: App, file: string, opening: { identity: string; signer: string }): Promise<Restored> {
  const dataFolder = path.join(app.dataFolder, "restore-test");
  // Left by a test that was cut off.
  rmSync(dataFolder, { recursive: true, force: true });
  try {
    return await restoreBackup({ dataFolder }, file, { ...opening, at: nowOf(app) });
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

// A program that does one of the long deeds on a data folder, over and over where it is short, and is killed while it does.
import { makeBackup } from "#backup/uses/backup.ts";
import { restoreBackup } from "#backup/uses/restore.ts";
import { appendEntry } from "#log/rows/audit.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { openFirstJurisdiction, openInstallation } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { makeCheckpoint } from "#log/uses/checkpoints.ts";
import { resumeSweep, sweepNow } from "#sweep/uses/sweep.ts";
import type { Deed } from "./deed-kills.ts";

const deed = JSON.parse(process.argv[2] ?? "") as Deed; // written by deed-kills.ts from the same type
const at = "2026-03-01T08:00:00.000Z";

console.log("at work");
if (deed.type === "restore")
  await restoreBackup({ dataFolder: deed.dataFolder }, deed.file, { ...deed.opening, at }, (what) => console.log(what));
else {
  const app = await openFirstJurisdiction(await openInstallation({ dataFolder: deed.dataFolder }));
  if (app === null) throw new Error("there is no jurisdiction");
  console.log("open");
  if (deed.type === "backup") for (;;) await makeBackup(app, deed.file, (what) => console.log(what));
  if (deed.type === "checkpoint") for (;;) await checkpoint(app);
  if (deed.type === "sweep") await resumeSweep(app);
  if (deed.type === "sweep") for (;;) await sweepNow(app, "command");
  await app.database.close();
}

async function checkpoint(app: App): Promise<void> {
  await inRetriedTransaction(app.database, { jurisdictionId: app.jurisdictionId, accountId: null }, (trx) =>
    appendEntry(trx, `account:${Math.floor(Math.random() * 5)}`, {
      at,
      kind: "sign-in",
      actorId: null,
      actorName: "",
      what: "sign-in",
      outcome: "done",
      body: {},
    }),
  );
  await makeCheckpoint(app);
}

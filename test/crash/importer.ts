// A program that goes on with what is being imported in a data folder, and is killed while it does.
import { openInstallation, openFirstJurisdiction } from "#kernel/app.ts";
import { endImports, work } from "#imports/uses/job.ts";
import { inTransaction } from "#database/database.ts";
import { findImport } from "#imports/rows.ts";
import { setTimeout as sleep } from "node:timers/promises";

const [dataFolder = "", importId = ""] = process.argv.slice(2);
const installation = await openInstallation({ dataFolder });
const app = await openFirstJurisdiction(installation);
if (app === null) throw new Error("there is no jurisdiction");
const rowsDone = async () =>
  (
    await inTransaction(app.database, { jurisdictionId: app.jurisdictionId, accountId: null }, (trx) =>
      findImport(trx, importId),
    )
  )?.rowsDone;
const before = await rowsDone();
console.log("at work");
let over = false;
const working = work(app, importId).finally(() => (over = true));
// Said once, so that whoever kills it can wait until a batch is there.
while (!over && (await rowsDone()) === before) await sleep(10);
console.log("a batch is there");
await working;
await endImports(app);
await installation.database.close();

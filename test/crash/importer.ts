// A program that goes on with what is being imported in a data folder, and is killed while it does.
import { openGround, settle } from "#app/app.ts";
import { endImports, work } from "#app/imports/job.ts";

const [dataFolder = "", importId = ""] = process.argv.slice(2);
const ground = await openGround({ dataFolder });
const app = await settle(ground);
if (app === null) throw new Error("there is no jurisdiction");
console.log("at work");
await work(app, importId);
await endImports(app);
await ground.database.close();

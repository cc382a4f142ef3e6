// Where the data is, as the command line and the environment say it.
import path from "node:path";
import type { Place } from "#app/app.ts";

/** `data/` of the folder it is called from unless `--data` says otherwise; DATABASE_URL moves the database, not the files. */
export function placeOf(data: string | undefined): Place {
  const dataFolder = path.resolve(data ?? "data");
  const url = process.env["DATABASE_URL"];
  return url === undefined || url === "" ? { dataFolder } : { dataFolder, url };
}

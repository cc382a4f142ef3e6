// The application for the length of one command, closed whatever happens; where a server has the folder open, it does the command.
import { openInstallation, openFirstJurisdiction } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { printError, deskHere, printLine } from "./desk.ts";
import { doorCommandOf } from "./door-commands.ts";
import { Failure, isProblem } from "./failure.ts";
import { askOperatorDoor } from "./operator-door.ts";
import { placeOf } from "./place.ts";
import { databaseEmpty } from "./words.ts";

export async function withApp(data: string | undefined, work: (app: App) => Promise<number>): Promise<number> {
  const desk = deskHere();
  if (desk !== null) return work(desk.app);
  const place = placeOf(data);
  const words = process.argv.slice(2);
  const installation = await openInstallation(place).catch((error: unknown) => {
    if (isProblem(error, "folder-in-use") && doorCommandOf(words) !== null) return null;
    throw error;
  });
  if (installation === null)
    return askOperatorDoor(place.dataFolder, { words, folder: process.cwd() }, (text, wrong) =>
      wrong ? printError(text) : printLine(text),
    );
  try {
    const app = await openFirstJurisdiction(installation);
    if (app === null) throw new Failure(databaseEmpty);
    return await work(app);
  } finally {
    await installation.database.close();
  }
}

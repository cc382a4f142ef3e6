// What an empty database is filled with at a first start: the demonstration district.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { allAccounts } from "#accounts/uses/accounts.ts";
import type { App, OpenedInstallation } from "#kernel/app.ts";
import { foundJurisdiction, waiveCodes } from "#jurisdiction/uses/found.ts";
import { roleNames } from "#casework/words/role-names.ts";
import { Failure } from "./failure.ts";
import {
  demonstrationDistrict,
  demonstrationLoading,
  demonstrationWithoutCodes,
  fileUnreadable,
  demonstrationCutOff,
} from "./words.ts";

/** Kept beside the data, so that later starts can print the accounts, and a first load that was cut off is noticed. */
const noteShape = z.object({
  complete: z.boolean(),
  password: z.string(),
  accounts: z.array(z.object({ account: z.string(), name: z.string(), role: z.string() })),
});
export type DemonstrationNote = z.output<typeof noteShape>;

/** Loads the demonstration district; a load that is cut off leaves a note that is not complete. */
export async function startDemonstration(installation: OpenedInstallation): Promise<App> {
  const { loadDemonstration } = await demonstration<{
    loadDemonstration: (app: App, report: (done: number, total: number) => void) => Promise<unknown>;
  }>("load.ts");
  const { demonstrationPassword } = await demonstration<{ demonstrationPassword: string }>("accounts.ts");
  writeNote(installation.dataFolder, { complete: false, password: "", accounts: [] });
  const app = await foundJurisdiction(installation, demonstrationDistrict);
  await waiveCodes(app, demonstrationWithoutCodes);
  console.log(demonstrationLoading);
  await loadDemonstration(app, (done, total) => {
    const tenths = (count: number) => Math.floor((count * 10) / total);
    if (tenths(done) > tenths(done - 1)) console.log(`  ${tenths(done) * 10}%`);
  });
  const accounts = (await allAccounts(app)).map(({ account, name, roles }) => ({
    account,
    name,
    role: roles.map((role) => `${roleNames[role].zh} ${roleNames[role].en}`).join("、"),
  }));
  writeNote(installation.dataFolder, { complete: true, password: demonstrationPassword, accounts });
  return app;
}

/** The demonstration stands outside the program, which must start without it; so it is found by its address, when it is wanted. */
async function demonstration<Exports>(file: string): Promise<Exports> {
  // demo/ is compiled against the same App; a test starts it through here.
  return (await import(new URL(`../../demo/${file}`, import.meta.url).href)) as Exports;
}

/** Null when this folder holds no demonstration. */
export function readNote(dataFolder: string): DemonstrationNote | null {
  try {
    return noteShape.parse(JSON.parse(readFileSync(noteFile(dataFolder), "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new Failure(fileUnreadable(noteFile(dataFolder)));
  }
}

/** Whether the folder holds a demonstration whose loading was cut off; it must be held by this process. */
export function isCutOff(dataFolder: string): boolean {
  return readNote(dataFolder)?.complete === false;
}

/** Takes a cut-off demonstration away, so that this start begins it again. Nothing of anybody's is in it. The database must be closed. */
export function clearCutOff(dataFolder: string, url: string | undefined): void {
  if (url !== undefined) {
    throw new Failure(demonstrationCutOff);
  }
  for (const name of ["database", "evidence", "keys", "keys.new", "engine.json", "demonstration.json"])
    rmSync(path.join(dataFolder, name), { recursive: true, force: true });
}

function noteFile(dataFolder: string): string {
  return path.join(dataFolder, "demonstration.json");
}

function writeNote(dataFolder: string, note: DemonstrationNote): void {
  writeFileSync(noteFile(dataFolder), `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 });
}

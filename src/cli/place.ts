// Where the data is and by which regulation it is kept, as the command line, the environment and the folder say it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Place } from "#kernel/app.ts";
import { defaultRegulation } from "#law-admin/packs/regulations.ts";
import { Failure } from "./failure.ts";
import { dataUnderOtherLaw, fileUnreadable } from "./words.ts";

export type ChosenLaw = { regulation?: string | undefined; regulations?: string | undefined };

/** Beside the data: a database whose cases rest on another regulation than the one that ships says so for later starts. */
const keptShape = z.strictObject({ regulation: z.string(), folder: z.string().optional() });
type Kept = z.output<typeof keptShape>;

/**
 * `data/` of the folder it is called from unless `--data` says otherwise; DATABASE_URL moves the database, not the files, and
 * DATABASE_OWNER_URL is the same database for whoever owns its tables.
 * The regulation is the one chosen, else the one the folder was founded with, else the one that ships.
 */
export function placeOf(data: string | undefined, chosen: ChosenLaw = {}): Place {
  const dataFolder = path.resolve(data ?? "data");
  const url = addressIn("DATABASE_URL");
  const ownerUrl = addressIn("DATABASE_OWNER_URL");
  const law = lawIn(dataFolder, chosen);
  return {
    dataFolder,
    ...(url === undefined ? {} : { url }),
    ...(url === undefined || ownerUrl === undefined ? {} : { ownerUrl }),
    ...(law === null ? {} : { law }),
  };
}

function addressIn(name: string): string | undefined {
  const address = process.env[name];
  return address === "" ? undefined : address;
}

/** Whether a place is kept by another regulation than the one that ships. */
export function isForeign({ law }: Place): boolean {
  return law !== undefined && law.regulation !== defaultRegulation;
}

/** Notes the regulation beside the data, once a database has been founded with it. */
export function recordLaw({ dataFolder, law }: Place): void {
  if (law === undefined) return;
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(fileOf(dataFolder), `${JSON.stringify(law, null, 2)}\n`);
}

/** Refuses to open a database with another regulation than the one its cases rest on. */
export function refuseOtherLaw(place: Place): void {
  const kept = readKept(place.dataFolder)?.regulation ?? defaultRegulation;
  const asked = place.law?.regulation ?? defaultRegulation;
  if (kept === asked) return;
  throw new Failure(dataUnderOtherLaw(kept, asked));
}

function lawIn(dataFolder: string, chosen: ChosenLaw): Kept | null {
  const kept = readKept(dataFolder);
  if (chosen.regulation === undefined && chosen.regulations === undefined) return kept;
  const folder = chosen.regulations === undefined ? kept?.folder : path.resolve(chosen.regulations);
  return {
    regulation: chosen.regulation ?? kept?.regulation ?? defaultRegulation,
    ...(folder === undefined ? {} : { folder }),
  };
}

function readKept(dataFolder: string): Kept | null {
  try {
    return keptShape.parse(JSON.parse(readFileSync(fileOf(dataFolder), "utf8")));
  } catch (error) {
    // No note, or no folder that could hold one: the latter is refused when it is opened for writing.
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return null;
    throw new Failure(fileUnreadable(fileOf(dataFolder)));
  }
}

const fileOf = (dataFolder: string): string => path.join(dataFolder, "regulation.json");

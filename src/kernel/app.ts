// The application as every use of it needs it: where things are kept, what the law is, what time it is, for whom.
import { existsSync } from "node:fs";
import path from "node:path";
import { markOf, prepareFolder, refuseOtherEngine } from "#database/folder.ts";
import { openKeys, openReporterKey } from "#database/keys.ts";
import { StoreProblem } from "#database/problem.ts";
import { notBegun, ownerAddressMissing, restoreUnfinished } from "#database/words.ts";
import type { IdNumberKeys } from "#registry/id-number.ts";
import type { Law } from "#law/compile/law.ts";
import type { Pack } from "#law/pack/pack.ts";
import { openAsOwner, openDatabase } from "#database/database.ts";
import type { Database, Scope } from "#database/database.ts";
import { listJurisdictions } from "#jurisdiction/rows/jurisdictions.ts";
import type { Jurisdiction } from "#jurisdiction/rows/jurisdictions.ts";
import { loadRegulations } from "#law-admin/packs/regulations.ts";
import { beginIdentity, refuseOtherKeys } from "./rows/identity.ts";
import { todayOf } from "./time.ts";

export type Clock = () => Temporal.Instant;

export type App = {
  database: Database;
  law: Law;
  /** Packs of the same folder that are not in force here. */
  otherPacks: readonly Pack[];
  /** Where evidence files and keys are kept; with the embedded engine the database too. */
  dataFolder: string;
  keys: IdNumberKeys;
  /** Under which reporters are sealed, and nothing else. */
  reporterKey: Uint8Array;
  clock: Clock;
  jurisdictionId: string;
  jurisdictionName: string;
};

export type Place = {
  dataFolder: string;
  /** Of a PostgreSQL server, as the login of the server, which owns nothing. */
  url?: string;
  /** The same database as the owner of its tables: to set it up and to bring it up to date. */
  ownerUrl?: string;
  /** Another regulation than the one that ships, and the folder of packs it stands in. */
  law?: { regulation: string; folder?: string | undefined };
};

/** All but the jurisdiction: what a first start has before it founds one. */
export type OpenedInstallation = Omit<App, "jurisdictionId" | "jurisdictionName">;

/**
 * Opens the database, the keys that it was written with, and the law. What is not there is not made: an installation is begun by
 * `beginInstallation`. Throws StoreProblem or BrokenRegulation.
 */
export async function openInstallation(place: Place, clock: Clock = systemClock): Promise<OpenedInstallation> {
  const { dataFolder, url } = place;
  refuseUnfinished(dataFolder);
  if (url === undefined) refuseMissing(dataFolder);
  return opened(place, clock, refuseOtherKeys);
}

/** Makes the folder, its keys and its tables, on an empty database. Begun before and cut off, it is gone on with. Throws StoreProblem. */
export async function beginInstallation(place: Place, clock: Clock = systemClock): Promise<OpenedInstallation> {
  const { dataFolder, url, ownerUrl } = place;
  if (url !== undefined && ownerUrl === undefined) throw new StoreProblem("rights-missing", ownerAddressMissing);
  refuseUnfinished(dataFolder);
  prepareFolder(dataFolder);
  if (url !== undefined && ownerUrl !== undefined) await (await openAsOwner({ url: ownerUrl, dataFolder })).close();
  return opened(place, clock, beginIdentity);
}

const systemClock: Clock = () => Temporal.Now.instant();

function refuseUnfinished(dataFolder: string): void {
  if (existsSync(markOf(dataFolder))) throw new StoreProblem("restore-unfinished", restoreUnfinished(dataFolder));
}

function refuseMissing(dataFolder: string): void {
  if (existsSync(dataFolder)) refuseOtherEngine(dataFolder, "pglite");
  if (!existsSync(path.join(dataFolder, "database"))) throw new StoreProblem("not-begun", notBegun(dataFolder));
}

async function opened(
  { dataFolder, url, law: asked }: Place,
  clock: Clock,
  identify: (database: Database, dataFolder: string) => Promise<void>,
): Promise<OpenedInstallation> {
  const regulations = loadRegulations(asked);
  // It may fail while the database is still being opened; the failure is met where the law is awaited.
  regulations.catch(() => undefined);
  const database = await openDatabase(url === undefined ? { dataFolder } : { url, dataFolder });
  try {
    await identify(database, dataFolder);
    const { law, others } = await regulations;
    const [keys, reporterKey] = [openKeys(dataFolder), openReporterKey(dataFolder)];
    return { database, law, otherPacks: others, dataFolder, keys, reporterKey, clock };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The application of the one jurisdiction that the database serves; null while there is none. */
export async function openFirstJurisdiction(installation: OpenedInstallation): Promise<App | null> {
  const [first] = await listJurisdictions(installation.database);
  return first === undefined ? null : appOf(installation, first);
}

export function appOf(installation: OpenedInstallation, jurisdiction: Jurisdiction): App {
  return { ...installation, jurisdictionId: jurisdiction.id, jurisdictionName: jurisdiction.name };
}

export function scopeOf(app: App, accountId: string | null): Scope {
  return { jurisdictionId: app.jurisdictionId, accountId, today: todayOf(app) };
}

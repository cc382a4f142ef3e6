// The application as every use of it needs it: where things are kept, what the law is, what time it is, for whom.
import { openKeys, openReporterKey } from "#database/keys.ts";
import type { IdNumberKeys } from "#registry/id-number.ts";
import type { Law } from "#law/compile/law.ts";
import type { Pack } from "#law/pack/pack.ts";
import { openDatabase } from "#database/database.ts";
import type { Database, Scope } from "#database/database.ts";
import { listJurisdictions } from "#jurisdiction/rows/jurisdictions.ts";
import type { Jurisdiction } from "#jurisdiction/rows/jurisdictions.ts";
import { loadRegulations } from "#law-admin/packs/regulations.ts";
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
  url?: string;
  /** Another regulation than the one that ships, and the folder of packs it stands in. */
  law?: { regulation: string; folder?: string | undefined };
};

/** All but the jurisdiction: what a first start has before it founds one. */
export type OpenedInstallation = Omit<App, "jurisdictionId" | "jurisdictionName">;

/** Opens the database (made and migrated when needed), the keys and the law. Throws StoreProblem or BrokenRegulation. */
export async function openInstallation(
  place: Place,
  clock: Clock = () => Temporal.Now.instant(),
): Promise<OpenedInstallation> {
  const { dataFolder, url } = place;
  const regulations = loadRegulations(place.law);
  // It may fail while the database is still being opened; the failure is met where the law is awaited.
  regulations.catch(() => undefined);
  const database = await openDatabase(url === undefined ? { dataFolder } : { url, dataFolder });
  try {
    const { law, others } = await regulations;
    return {
      database,
      law,
      otherPacks: others,
      dataFolder,
      keys: openKeys(dataFolder),
      reporterKey: openReporterKey(dataFolder),
      clock,
    };
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

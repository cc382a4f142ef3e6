// A backup back on an empty folder, or an empty PostgreSQL database: the same counts, the same files, the same root of the log, or nothing.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readBackupFile } from "../backup-file.ts";
import type { BackupReader } from "../backup-file.ts";
import { findCheckpoint } from "#log/rows/checkpoints.ts";
import type { Transaction } from "#database/database.ts";
import { loadTables, schemaOf } from "../rows/dump.ts";
import { storeBytes } from "#matters/rows/evidence.ts";
import { listJurisdictions } from "#jurisdiction/rows/jurisdictions.ts";
import { openSealedKeys } from "../sealed-keys.ts";
import { openInstallation } from "#kernel/app.ts";
import type { OpenedInstallation, Place } from "#kernel/app.ts";
import { manifestShape, noteFiles } from "./backup.ts";
import type { Manifest } from "./backup.ts";
import { verifyChainsIn } from "#log/uses/log.ts";

export type Restored =
  | { type: "restored"; manifest: Manifest }
  | { type: "no-backup" | "not-empty" | "wrong-passphrase" }
  | { type: "other-release"; missing: string[]; unknown: string[] }
  | { type: "differs"; what: string[] };

/** What was begun and does not come out equal is taken away again. */
export async function restoreBackup(
  place: Place,
  file: string,
  passphrase: string,
  report: (what: string) => void = () => undefined,
): Promise<Restored> {
  const { dataFolder } = place;
  if (existsSync(dataFolder) && readdirSync(dataFolder).length > 0) return { type: "not-empty" };
  return readBackupFile(file, async (reader) => {
    const manifest = manifestOf(await reader.text("manifest.json"));
    if (manifest === null) return { type: "no-backup" } as const;
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    let restored: Restored | null = null;
    try {
      restored = await fill(place, reader, manifest, passphrase, report);
    } finally {
      if (restored?.type !== "restored") empty(dataFolder);
    }
    return restored;
  });
}

function empty(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true, force: true });
}

async function fill(
  place: Place,
  reader: BackupReader,
  manifest: Manifest,
  passphrase: string,
  report: (what: string) => void,
): Promise<Restored> {
  const sealed = await reader.text("keys.json");
  if (sealed === null || !openSealedKeys(sealed, passphrase, place.dataFolder)) return { type: "wrong-passphrase" };
  for (const note of noteFiles) {
    const text = await reader.text(`notes/${note}`);
    if (text !== null) writeFileSync(path.join(place.dataFolder, note), text, { mode: 0o600 });
  }
  const installation = await openInstallation(place);
  try {
    if ((await listJurisdictions(installation.database)).length > 0) return { type: "not-empty" };
    const here = await schemaOf(installation.database);
    const missing = manifest.schema.filter((name) => !here.includes(name));
    const unknown = here.filter((name) => !manifest.schema.includes(name));
    if (missing.length + unknown.length > 0) return { type: "other-release", missing, unknown };
    // Files first: as long as anything differs, no row is written.
    const what = await loadFiles(place.dataFolder, reader, manifest);
    if (what.length === 0) what.push(...(await loadRows(installation, reader, manifest, place.dataFolder)));
    report(`${Object.keys(manifest.tables).length} tables, ${manifest.files} files`);
    return what.length === 0 ? { type: "restored", manifest } : { type: "differs", what };
  } finally {
    await installation.database.close();
  }
}

/** All rows and the checks of what they come to in one transaction: whatever differs, nothing of it stays, on either engine. */
async function loadRows(
  { database }: OpenedInstallation,
  reader: BackupReader,
  manifest: Manifest,
  folder: string,
): Promise<string[]> {
  class Differs extends Error {
    readonly what: string[];
    constructor(what: string[]) {
      super(what.join());
      this.what = what;
    }
  }
  const rowsOf = async function* rowsOf(table: string): AsyncGenerator<string> {
    const hash = createHash("sha256");
    for await (const line of reader.lines(`tables/${table}.jsonl`)) {
      hash.update(`${line}\n`);
      yield line;
    }
    if (hash.digest("hex") !== manifest.tables[table]?.sha256) throw new Differs([`${table}: rows were changed`]);
  };
  try {
    await loadTables(database, manifest.jurisdiction.id, rowsOf, async (trx, counts) => {
      const what = Object.entries(manifest.tables)
        .filter(([table, { rows }]) => counts[table] !== rows)
        .map(([table, { rows }]) => `${table}: ${counts[table] ?? 0} rows instead of ${rows}`);
      what.push(...(await logFaults(trx, manifest, folder)));
      if (what.length > 0) throw new Differs(what);
    });
    return [];
  } catch (error) {
    if (error instanceof Differs) return error.what;
    throw error;
  }
}

async function loadFiles(dataFolder: string, reader: BackupReader, manifest: Manifest): Promise<string[]> {
  const names = reader.names.filter((name) => name.startsWith("evidence/"));
  const differences = names.length === manifest.files ? [] : [`${names.length} files instead of ${manifest.files}`];
  for (const name of names) {
    const kept = await storeBytes(dataFolder, await reader.stream(name), Number.MAX_SAFE_INTEGER);
    if (kept.type !== "kept" || name !== `evidence/${kept.sha256}`) differences.push(`${name} was changed`);
  }
  return differences;
}

async function logFaults(trx: Transaction, { checkpoint }: Manifest, folder: string): Promise<string[]> {
  const { faults } = await verifyChainsIn(trx, folder);
  const root = checkpoint === null ? null : ((await findCheckpoint(trx, checkpoint.size))?.root ?? null);
  return [
    ...faults.map(({ chain, seq, what }) => `${chain} #${seq}: ${what}`),
    ...(root === (checkpoint?.root ?? null) ? [] : ["the root of the log is another"]),
  ];
}

function manifestOf(text: string | null): Manifest | null {
  if (text === null) return null;
  const parsed = manifestShape.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

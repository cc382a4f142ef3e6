// A backup back on an empty folder, or an empty PostgreSQL database: the same rows, the same files, the same root of the log, or nothing. It is
// read through and checked first; and what an earlier release wrote is restored as it was then, and brought up to date afterwards.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { checkBackup } from "../check-backup.ts";
import type { Checked, Opening } from "../check-backup.ts";
import { partNames } from "../manifest.ts";
import type { Manifest } from "../manifest.ts";
import { beginRestoring, clear, isFree } from "../restoring.ts";
import { countRows, loadTables } from "../rows/dump.ts";
import { readBackupFile } from "../sealed-file.ts";
import type { Part } from "../sealed-file.ts";
import { noteFiles } from "./backup.ts";
import { openAsOwner, openAsThen } from "#database/database.ts";
import type { Database, Transaction } from "#database/database.ts";
import { writeDurably } from "#database/durable.ts";
import { keyFolderOf, keyNames } from "#database/keys.ts";
import { migrationNames, migrationsDone } from "#database/migrate.ts";
import { StoreProblem } from "#database/problem.ts";
import { ownerAddressMissing } from "#database/words.ts";
import { listJurisdictions } from "#jurisdiction/rows/jurisdictions.ts";
import { noteKeys } from "#kernel/rows/identity.ts";
import type { Place } from "#kernel/app.ts";
import { findCheckpoint } from "#log/rows/checkpoints.ts";
import { verifyChainsIn } from "#log/uses/log.ts";
import { storeBytes } from "#matters/rows/evidence.ts";

export type Restored =
  | { type: "restored"; manifest: Manifest }
  | Exclude<Checked, { type: "fits" }>
  | { type: "not-empty" }
  | { type: "newer-release"; release: string }
  /** When it was made, the log did not agree with what stood there. */
  | { type: "with-faults"; faults: string[] };

/** `acceptFaults`: also one that was made of a database whose log was broken already. */
export type Restoring = Opening & { at: string; acceptFaults?: boolean };

/** What was begun and does not come out equal is taken away again; cut off, it leaves a mark, and the next restore takes the folder over. */
export async function restoreBackup(
  place: Place,
  file: string,
  how: Restoring,
  report: (what: string) => void = () => undefined,
): Promise<Restored> {
  const { dataFolder, url, ownerUrl } = place;
  if (url !== undefined && ownerUrl === undefined) throw new StoreProblem("rights-missing", ownerAddressMissing);
  if (!isFree(dataFolder)) return { type: "not-empty" };
  const checked = await checkBackup(file, how);
  if (checked.type !== "fits") return checked;
  const { manifest } = checked;
  if (manifest.schema.some((name) => !migrationNames().includes(name)))
    return { type: "newer-release", release: manifest.release };
  if (manifest.faults.length > 0 && how.acceptFaults !== true) return { type: "with-faults", faults: manifest.faults };
  report(`${manifest.parts} parts`);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const end = beginRestoring(dataFolder, how.at);
  let outcome: "done" | "undone" = "undone";
  try {
    clear(dataFolder);
    const restored = await fill(place, file, how, manifest);
    if (restored.type === "restored") outcome = "done";
    return restored;
  } finally {
    end(outcome);
  }
}

async function fill(place: Place, file: string, { identity }: Restoring, manifest: Manifest): Promise<Restored> {
  const parts = readBackupFile(file, identity);
  const folder = place.dataFolder;
  const where = place.ownerUrl === undefined ? { dataFolder: folder } : { url: place.ownerUrl, dataFolder: folder };
  try {
    const firstTable = await layFiles(parts, folder);
    const then = await openAsThen(where, manifest.schema);
    try {
      if ((await listJurisdictions(then)).length > 0) {
        // Cut off between its last row and the end of the mark, on a server: all of it is there, or somebody else's data are.
        if (!(await holdsAll(then, manifest))) return { type: "not-empty" };
        await layEvidence(parts, folder);
      } else if ((await migrationsDone(then.kysely)).length !== manifest.schema.length) {
        return { type: "not-empty" };
      } else {
        const what = await loadRows(then, firstTable, parts, manifest, folder);
        if (what.length > 0) return { type: "differs", what };
      }
    } finally {
      await then.close();
    }
    const now = await openAsOwner(where);
    try {
      await noteKeys(now, folder);
    } finally {
      await now.close();
    }
    return { type: "restored", manifest };
  } finally {
    await parts.return(undefined);
  }
}

/** Keys and notes, which stand before the tables; answers with the part of the first table. */
async function layFiles(parts: AsyncGenerator<Part, void>, folder: string): Promise<Part | null> {
  await mkdir(keyFolderOf(folder), { recursive: true, mode: 0o700 });
  const keys = new Map([...keyNames, "checkpoint.key.pub"].map((name) => [partNames.keyOf(name), name]));
  const notes = new Map(noteFiles.map((name) => [partNames.noteOf(name), name]));
  for (;;) {
    const next = await parts.next();
    if (next.done === true) return null;
    const part = next.value;
    const [key, note] = [keys.get(part.name), notes.get(part.name)];
    if (key !== undefined)
      writeDurably(path.join(keyFolderOf(folder), key), (await buffer(part.bytes)).toString("utf8"), 0o600);
    else if (note !== undefined) writeFileSync(path.join(folder, note), await buffer(part.bytes), { mode: 0o600 });
    else if (part.name.startsWith("tables/")) return part;
  }
}

class Differs extends Error {
  readonly what: string[];
  constructor(what: string[]) {
    super(what.join());
    this.what = what;
  }
}

/** All rows, all files, and the checks of what they come to in one transaction: whatever differs, nothing of it stays, on either engine. */
async function loadRows(
  database: Database,
  firstTable: Part | null,
  parts: AsyncGenerator<Part, void>,
  manifest: Manifest,
  folder: string,
): Promise<string[]> {
  let next = firstTable;
  const rowsOf = async function* rowsOf(table: string): AsyncGenerator<string> {
    // The order of tables follows from the schema, which is that of then.
    if (next?.name !== partNames.tableOf(table)) throw new Differs([`${table} is not where it belongs`]);
    const hash = createHash("sha256");
    for await (const line of createInterface({
      input: Readable.from(next.bytes),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      hash.update(`${line}\n`);
      yield line;
    }
    if (hash.digest("hex") !== manifest.tables[table]?.sha256) throw new Differs([`${table}: rows were changed`]);
    next = (await parts.next()).value ?? null;
  };
  try {
    await loadTables(database, manifest.jurisdiction.id, rowsOf, async (trx, counts) => {
      const what = Object.entries(manifest.tables)
        .filter(([table, { rows }]) => counts[table] !== rows)
        .map(([table, { rows }]) => `${table}: ${counts[table] ?? 0} rows instead of ${rows}`);
      what.push(...(await layEvidence(parts, folder, next)), ...(await logFaults(trx, manifest, folder)));
      if (what.length > 0) throw new Differs(what);
    });
    return [];
  } catch (error) {
    if (error instanceof Differs) return error.what;
    throw error;
  }
}

async function layEvidence(
  parts: AsyncGenerator<Part, void>,
  folder: string,
  first: Part | null = null,
): Promise<string[]> {
  const what: string[] = [];
  const lay = async ({ name, bytes }: Part) => {
    if (!name.startsWith("evidence/")) return;
    const kept = await storeBytes(folder, bytes, Number.MAX_SAFE_INTEGER);
    if (kept.type !== "kept" || name !== partNames.fileOf(kept.sha256)) what.push(`${name} was changed`);
  };
  if (first !== null) await lay(first);
  for (let part = await parts.next(); part.done !== true; part = await parts.next()) await lay(part.value);
  return what;
}

/** What stood against the log when the backup was made still does. */
async function logFaults(trx: Transaction, { checkpoint, faults: then }: Manifest, folder: string): Promise<string[]> {
  const faults = then.length > 0 ? [] : (await verifyChainsIn(trx, folder)).faults;
  const root = checkpoint === null ? null : ((await findCheckpoint(trx, checkpoint.size))?.root ?? null);
  return [
    ...faults.map(({ chain, seq, what }) => `${chain} #${seq}: ${what}`),
    ...(root === (checkpoint?.root ?? null) ? [] : ["the root of the log is another"]),
  ];
}

async function holdsAll(database: Database, manifest: Manifest): Promise<boolean> {
  const counts = await countRows(database, manifest.jurisdiction.id);
  return Object.entries(manifest.tables).every(([table, { rows }]) => counts[table] === rows);
}

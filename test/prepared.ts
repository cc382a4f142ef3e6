// A data folder whose embedded database is made and migrated already: initdb and the migrations take seconds of the processor, a copy
// takes a tenth of one. Made once for the sources as they are, and kept beside the dependencies.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { openDatabase } from "#database/database.ts";

const root = path.dirname(import.meta.dirname);
const engine = path.join(root, "src/database");
const kept = path.join(root, "node_modules/.cache/wenze-prepared");

let made: Promise<string> | null = null;

/** Puts the prepared database into this folder, which is made when it is missing and must not hold a database. */
export async function prepareData(folder: string): Promise<void> {
  const prepared = await (made ??= make());
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const each of ["database", "engine.json"])
    cpSync(path.join(prepared, each), path.join(folder, each), { recursive: true, errorOnExist: true });
}

async function make(): Promise<string> {
  const prepared = path.join(kept, sourcesHash());
  if (existsSync(prepared)) return prepared;
  mkdirSync(kept, { recursive: true });
  const draft = mkdtempSync(path.join(kept, "draft-"));
  await (await openDatabase({ dataFolder: draft })).close();
  try {
    renameSync(draft, prepared);
  } catch (error) {
    // Another process of tests was quicker.
    if (!existsSync(prepared)) throw error;
    rmSync(draft, { recursive: true });
  }
  for (const old of readdirSync(kept)) {
    if (!old.startsWith("draft-") && path.join(kept, old) !== prepared)
      rmSync(path.join(kept, old), { recursive: true, force: true });
  }
  return prepared;
}

/** Of all that has a part in making it: the migrations, what runs them, and PGlite's version. */
function sourcesHash(): string {
  const hash = createHash("sha256");
  const migrations = readdirSync(path.join(engine, "migrations")).map((name) => path.join(engine, "migrations", name));
  const sources = ["migrate.ts", "pglite.ts", "folder.ts"].map((name) => path.join(engine, name));
  const pglite = path.join(root, "node_modules/@electric-sql/pglite/package.json");
  for (const file of [...migrations.sort(), ...sources, pglite]) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest("hex").slice(0, 32);
}

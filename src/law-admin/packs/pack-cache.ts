// Parsed packs kept beside the dependencies: reading 24 YAML files with their lines takes half a second, a start may take two.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Pack, PackFiles } from "#law/pack/pack.ts";

const folder = path.join(import.meta.dirname, "../../../node_modules/.cache/wenze");
const lawFolder = path.join(import.meta.dirname, "../../law");

/** The packs of these very texts, read by this very program; otherwise `parse` makes them, and they are kept when that is possible. */
export async function cachedPacks(files: readonly PackFiles[], parse: () => Promise<Pack[]>): Promise<Pack[]> {
  const file = path.join(folder, `packs-${keyOf(files)}.json`);
  const kept = readKept(file);
  if (kept !== null) return kept;
  const packs = await parse();
  keep(file, packs);
  return packs;
}

/** A hash of all that the packs are made from: their texts, and the sources of what reads them. */
function keyOf(files: readonly PackFiles[]): string {
  const hash = createHash("sha256").update(JSON.stringify(files));
  for (const name of readdirSync(lawFolder)
    .filter((one) => one.endsWith(".ts") && !one.endsWith(".test.ts"))
    .sort()) {
    hash.update(name).update(readFileSync(path.join(lawFolder, name)));
  }
  return hash.digest("hex").slice(0, 32);
}

function readKept(file: string): Pack[] | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Pack[]; // written below from the same texts by the same sources
  } catch {
    return null;
  }
}

function keep(file: string, packs: readonly Pack[]): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const old of readdirSync(folder).filter((name) => name.startsWith("packs-")))
      rmSync(path.join(folder, old), { force: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(packs));
    renameSync(draft, file);
  } catch {
    // A folder that cannot be written costs half a second at each start, and nothing else.
  }
}

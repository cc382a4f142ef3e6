// Names how this release derives rows from events: by the sources that do it, so that nobody has to remember to raise a number.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

const sources = path.dirname(import.meta.dirname);
let known: string | null = null;

/** Changes when anything in which a case is replayed, or its rows are made, does. Read once in a process. */
export function derivationVersion(): string {
  known ??= hashed(["casework", "store"]);
  return known;
}

function hashed(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const folder = path.join(sources, part);
    for (const name of readdirSync(folder).sort())
      if (name.endsWith(".ts") && !name.endsWith(".test.ts"))
        hash.update(`${part}/${name}\0`).update(readFileSync(path.join(folder, name)));
  }
  return hash.digest("hex").slice(0, 16);
}

// Tells whether something built earlier still fits its sources: one hash over names and contents.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

/** Hash over every file below the given paths (relative to root), in a fixed order; what is missing counts as missing. */
export function hashFiles(root, paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((each) => listFiles(root, each)).sort()) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function listFiles(root, relative) {
  const found = statSync(path.join(root, relative), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [relative];
  return readdirSync(path.join(root, relative))
    .filter((name) => name !== "paraglide")
    .flatMap((name) => listFiles(root, `${relative}/${name}`));
}

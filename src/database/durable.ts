// Files that are there after a power cut: synced, renamed into place, and the folder synced too.
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Replaces the file as a whole or not at all. */
export function writeDurably(file: string, text: string, mode: number): void {
  const draft = `${file}.${process.pid}.new`;
  const handle = openSync(draft, "w", mode);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
  syncPath(path.dirname(file));
}

/** Forces one file, or the names in one folder, to disk. */
export function syncPath(place: string): void {
  const handle = openSync(place, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Forces a whole tree to disk. */
export function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) syncTree(place);
    else if (entry.isFile()) syncPath(place);
  }
  syncPath(folder);
}

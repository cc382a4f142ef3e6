// Folders for data that are thrown away: in memory where the machine has room. Every sync is still asked for and counted there; what a
// killed process has written is kept by the system either way, and no test cuts the power.
import { accessSync, constants, mkdtempSync, statfsSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const memory = "/dev/shm";
/** Bytes that must be free: containers often have 64 MB there, and that is not enough for one database. */
const enough = 3 * 1024 ** 3;

export function quickFolder(prefix: string): string {
  return mkdtempSync(path.join(hasRoom() ? memory : os.tmpdir(), prefix));
}

function hasRoom(): boolean {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > enough;
  } catch {
    return false;
  }
}

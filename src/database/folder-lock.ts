// One process per data folder: a file with the owner's process id and the time at which that process began.
import { execFileSync } from "node:child_process";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { StoreProblem } from "./problem.ts";
import { folderInUse } from "./words.ts";

/**
 * Takes the lock of a folder and answers with how to give it back. Throws StoreProblem while another process holds it.
 * A lock left by a process that is gone, or whose id now belongs to another process, is put aside.
 */
export function takeLock(folder: string): () => void {
  const file = path.join(folder, "wenze.lock");
  const mine = JSON.stringify({ pid: process.pid, began: processBegan(process.pid) ?? "" });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (linked(draft, file)) return () => giveBack(file, mine);
      const held = readIfThere(file);
      if (held === null) continue;
      if (ownerLives(held)) throw inUse(folder, held);
      moveStaleLock(file, held, `${draft}.stale`);
    }
    throw inUse(folder, readIfThere(file) ?? "{}");
  } finally {
    rmSync(draft, { force: true });
  }
}

/** link, unlike rename, never replaces: exactly one of several processes gets the name. */
function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Moves a stale lock away. If meanwhile somebody else renewed it, what was moved is theirs, and goes back. */
function moveStaleLock(file: string, stale: string, aside: string): void {
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  if (readIfThere(aside) !== stale) linked(aside, file);
  rmSync(aside, { force: true });
}

function giveBack(file: string, mine: string): void {
  if (readIfThere(file) === mine) rmSync(file, { force: true });
}

function ownerLives(held: string): boolean {
  const owner = parseOwner(held);
  if (owner === null) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (codeOf(error) === "ESRCH") return false;
  }
  const began = processBegan(owner.pid);
  return began === null || owner.began === "" || began === owner.began;
}

/** When a process began, in whatever form the system tells it; null when it does not. */
function processBegan(pid: number): string | null {
  try {
    // Field 22 counted after the command name, which may itself hold spaces and brackets: clock ticks since the machine started.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return ticks === undefined ? null : `${boot}/${ticks}`;
  } catch {
    // Not Linux, or no such process: ask the system's own tool.
  }
  try {
    const told = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return told.trim() === "" ? null : told.trim();
  } catch {
    return null;
  }
}

function parseOwner(held: string): { pid: number; began: string } | null {
  try {
    const told: unknown = JSON.parse(held);
    if (typeof told !== "object" || told === null || !("pid" in told) || !("began" in told)) return null;
    const { pid, began } = told;
    return typeof pid === "number" && Number.isInteger(pid) && pid > 0 && typeof began === "string"
      ? { pid, began }
      : null;
  } catch {
    return null;
  }
}

function inUse(folder: string, held: string): StoreProblem {
  const pid = parseOwner(held)?.pid ?? "?";
  return new StoreProblem("folder-in-use", folderInUse(folder, pid));
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

/** The system's code of an error, such as ENOENT. */
export function codeOf(error: unknown): string | null {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : null;
}

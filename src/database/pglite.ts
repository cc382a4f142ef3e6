// PGlite with the durability of a real PostgreSQL. By itself it runs without fsync, and lost 38,000 acknowledged rows in a power cut.
import { closeSync, existsSync, fdatasyncSync, fsyncSync, openSync, renameSync, rmSync, statfsSync } from "node:fs";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import { Kysely, PGliteDialect } from "kysely";
import type { Driver } from "kysely";
import type { Schema } from "./database.ts";
import { syncPath, syncTree } from "./durable.ts";
import { refuseOtherEngine, writeEngine } from "./folder.ts";
import { OneAtATimeDriver } from "./pglite-session.ts";
import { StoreProblem } from "./problem.ts";
import { folderUnopenable } from "./words.ts";

export type OpenedPglite = { kysely: Kysely<Schema>; syncs: () => number; version: string };

/** Opens the database in `folder`/database, creating it when it is missing. The caller holds the folder's lock. */
export async function openPglite(folder: string): Promise<OpenedPglite> {
  const record = refuseOtherEngine(folder, "pglite");
  const place = path.join(folder, "database");
  if (!existsSync(place)) await create(place);
  const disk = new SyncedFiles(place);
  const pglite = await start(disk).catch((error: unknown) => {
    throw new StoreProblem("engine-mismatch", folderUnopenable(place, record?.version), error);
  });
  const openAnew = async () => {
    const { bavail, bsize } = statfsSync(place);
    if (bavail * bsize < recoveryBytes) throw new Error("there is no room to recover in");
    return start(new SyncedFiles(place));
  };
  const kysely = new Kysely<Schema>({ dialect: new SessionDialect(pglite, openAnew) });
  const version = await serverVersion(pglite);
  if (record?.version !== version) writeEngine(folder, { engine: "pglite", version, format: 1 });
  return { kysely, syncs: () => disk.syncs, version };
}

/** Made beside its place and moved there when whole: a first start that is cut off leaves nothing half. initdb itself syncs nothing. */
async function create(place: string): Promise<void> {
  const draft = `${place}.new`;
  rmSync(draft, { recursive: true, force: true });
  const pglite = await start(new SyncedFiles(draft));
  await pglite.close();
  syncTree(draft);
  renameSync(draft, place);
  syncPath(path.dirname(place));
}

/** Bytes: recovery writes its log as well, of which one piece has 16 MB; PGlite that finds no room while it starts never answers again. */
const recoveryBytes = 48 * 1024 * 1024;

/**
 * Of tables and indexes; whatever else is asked often, the system keeps. More is hardly quicker, even among a million persons, every start
 * clears it byte by byte in code not yet optimized (half a second for PostgreSQL's usual 128 MB), and it is held for ever.
 */
const buffers = "16MB";

async function start(disk: SyncedFiles): Promise<PGlite> {
  growBy(80);
  const given = PGlite.defaultStartParams.filter((parameter) => parameter !== "-F");
  const asWritten = (text: string) => text;
  const pglite = await PGlite.create({
    fs: disk,
    startParams: [...given, "-c", `shared_buffers=${buffers}`, "-c", "fsync=on", "-c", "wal_sync_method=fsync"],
    // date and the timestamps as ISO text, bigint as a number.
    parsers: { 1082: asWritten, 1114: asWritten, 1184: asWritten, 20: Number },
  });
  const { rows } = await pglite.query<{ fsync: string }>("SELECT current_setting('fsync') AS fsync");
  if (rows[0]?.fsync !== "on") throw new Error("PGlite runs without fsync");
  return pglite;
}

/**
 * How many percent more than what is used V8 lets come together before it looks for what no longer is; 0 for its own way, several times as much.
 * The database is in this process, on what may be a small machine.
 */
function growBy(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

async function serverVersion(pglite: PGlite): Promise<string> {
  const { rows } = await pglite.query<{ version: string }>("SELECT current_setting('server_version') AS version");
  const version = rows[0]?.version;
  if (version === undefined) throw new Error("PGlite does not tell its version");
  return version;
}

/** What emscripten hands to a stream operation; `nfd` is Node's file descriptor, absent for a folder. */
type Stream = { path?: string; nfd?: number; node: unknown };
type NodeFileSystem = { stream_ops: { fsync?: (stream: Stream) => number }; realPath: (node: unknown) => string };

/** PGlite's files in a folder, with the fsync that its own file system lacks, counted. */
class SyncedFiles extends NodeFS {
  syncs = 0;

  override async init(...given: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(...given);
    const preRun = emscriptenOpts.preRun ?? [];
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        preRun: [...preRun, (module) => this.#addSync(module.NODEFS)],
      },
    };
  }

  /** emscripten's NODEFS has these members (see pglite.js); the typings that PGlite refers to are not there. */
  #addSync(nodefs: unknown): void {
    const files = nodefs as NodeFileSystem;
    files.stream_ops.fsync = (stream) => {
      try {
        this.#sync(files, stream);
        this.syncs += 1;
        return 0;
      } catch {
        return 29; // EIO in WASI's numbering: PostgreSQL then stops rather than acknowledge what is not on disk.
      }
    };
  }

  #sync(files: NodeFileSystem, stream: Stream): void {
    if (stream.nfd === undefined) {
      const handle = openSync(files.realPath(stream.node), "r");
      try {
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
    } else if (stream.path?.includes("/pg_wal/") === true) {
      fdatasyncSync(stream.nfd);
    } else {
      fsyncSync(stream.nfd);
    }
  }
}

class FrugalDriver extends OneAtATimeDriver {
  override async destroy(): Promise<void> {
    await super.destroy();
    growBy(0);
  }
}

class SessionDialect extends PGliteDialect {
  readonly #pglite: PGlite;
  readonly #openAnew: () => Promise<PGlite>;

  constructor(pglite: PGlite, openAnew: () => Promise<PGlite>) {
    super({ pglite });
    this.#pglite = pglite;
    this.#openAnew = openAnew;
  }

  override createDriver(): Driver {
    return new FrugalDriver(this.#pglite, this.#openAnew);
  }
}

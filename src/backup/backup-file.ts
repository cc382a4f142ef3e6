// The file of a backup: a zip of tables as JSON Lines, evidence files, sealed keys, and a manifest. The one place that touches the zip libraries here.
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import yauzl from "yauzl";
import { ZipFile } from "yazl";

export type BackupWriter = {
  /** Resolves when all of it has been read. */
  add: (name: string, bytes: Readable, compress: boolean) => Promise<void>;
};

/** Written beside its place, forced to disk, and then renamed: there is a whole backup or none. */
export async function writeBackupFile(file: string, work: (writer: BackupWriter) => Promise<void>): Promise<void> {
  const draft = `${file}.partial`;
  const zip = new ZipFile();
  const out = createWriteStream(draft, { mode: 0o600, flags: "w" });
  const failed = Promise.withResolvers<never>();
  zip.on("error", (error: Error) => failed.reject(error));
  out.on("error", (error: Error) => failed.reject(error));
  failed.promise.catch(() => undefined);
  zip.outputStream.pipe(out);
  try {
    await Promise.race([
      failed.promise,
      work({
        add: async (name, bytes, compress) => {
          const ended = once(bytes, "end");
          bytes.on("error", (error) => failed.reject(error));
          zip.addReadStream(bytes, name, { compress, mode: 0o100600 });
          await Promise.race([ended, failed.promise]);
        },
      }),
    ]);
    const closed = once(out, "close");
    zip.end();
    await Promise.race([closed, failed.promise]);
    const handle = await open(draft, "r+");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    out.destroy();
    await rm(draft, { force: true });
    throw error;
  }
}

export type BackupReader = {
  names: string[];
  /** Null when there is no such part. */
  text: (name: string) => Promise<string | null>;
  lines: (name: string) => AsyncGenerator<string>;
  stream: (name: string) => Promise<Readable>;
};

/** Throws when the file is no zip. Checks the sum of every part it reads. */
export async function readBackupFile<T>(file: string, work: (reader: BackupReader) => Promise<T>): Promise<T> {
  const zip = await yauzl.openPromise(file, { autoClose: false });
  try {
    const entries = new Map<string, yauzl.Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const stream = async (name: string): Promise<Readable> => {
      const entry = entries.get(name);
      if (entry === undefined) throw new Error(`the backup has no ${name}`);
      return zip.openReadStreamPromise(entry, {});
    };
    return await work({
      names: [...entries.keys()],
      text: async (name) => (entries.has(name) ? (await buffer(await stream(name))).toString("utf8") : null),
      lines: async function* lines(name) {
        if (!entries.has(name)) return;
        for await (const line of createInterface({ input: await stream(name), crlfDelay: Number.POSITIVE_INFINITY }))
          yield line;
      },
      stream,
    });
  } finally {
    zip.close();
  }
}

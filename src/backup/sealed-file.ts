// The file of a backup: parts one after another, compressed, and sealed as a whole in the age format (X25519, ChaCha20-Poly1305 in chunks
// of which the last is marked). Who cannot open it reads nothing of it, and a changed bit, a part moved, a cut end does not open. The one place that touches
// the library.
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import { createGunzip, createGzip } from "node:zlib";
import { Decrypter, Encrypter } from "age-encryption";
import { syncPath } from "#database/durable.ts";

export { generateX25519Identity as newIdentity, identityToRecipient as recipientOf } from "age-encryption";

export type BackupWriter = {
  /** Resolves when all of it has been taken. */
  add: (name: string, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => Promise<void>;
};

/** Bytes: no piece of a part is longer. */
const longest = 256 * 1024;

const formatMark = "age-encryption.org/v1\n";

/** Written beside its place, forced to disk, and then renamed: there is a whole backup or none. Each of the recipients can open it. */
export async function writeBackupFile(
  file: string,
  recipients: readonly string[],
  work: (writer: BackupWriter) => Promise<void>,
): Promise<void> {
  const draft = `${file}.partial`;
  const gzip = createGzip({ level: 3 });
  try {
    const written = pipeline(
      Readable.fromWeb(await sealing(gzip, recipients)),
      createWriteStream(draft, { mode: 0o600 }),
    );
    const failed = written.then(() => new Promise<never>(() => undefined));
    // Heard wherever it is raced; nobody may be waiting when it comes.
    failed.catch(() => undefined);
    const write = async (bytes: Uint8Array) => {
      if (bytes.length > 0 && !gzip.write(bytes)) await Promise.race([once(gzip, "drain"), failed]);
    };
    const add: BackupWriter["add"] = async (name, bytes) => {
      await write(Buffer.from(`${JSON.stringify({ part: name })}\n`));
      for await (const whole of bytes)
        for (let from = 0; from < whole.length; from += longest) {
          const piece = whole.subarray(from, from + longest);
          await write(Buffer.concat([lengthOf(piece.length), piece]));
        }
      await write(lengthOf(0));
    };
    await Promise.race([work({ add }), failed]);
    gzip.end();
    await written;
    await syncFile(draft);
    await rename(draft, file);
    syncPath(path.dirname(path.resolve(file)));
  } catch (error) {
    gzip.destroy();
    await rm(draft, { force: true });
    throw error;
  }
}

async function sealing(plain: Readable, recipients: readonly string[]): Promise<WebStream<Uint8Array>> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  // Node's stream of bytes and that of the browser's typings are one.
  return encrypter.encrypt(Readable.toWeb(plain) as ReadableStream<Uint8Array>);
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

/** Why a file is not read: it is no backup; it does not open with this key; it opens, and was changed or cut. */
export class UnreadableBackup extends Error {
  readonly why: "no-backup" | "wrong-key" | "damaged";
  constructor(why: "no-backup" | "wrong-key" | "damaged", cause?: unknown) {
    super(why, { cause });
    this.why = why;
  }
}

export type Part = { name: string; bytes: AsyncGenerator<Uint8Array> };

/**
 * The parts in their order; what is not read of one is skipped. Whatever comes is authentic, and that nothing is missing at the end is known
 * when the last part has been read. Throws UnreadableBackup.
 */
export async function* readBackupFile(file: string, identity: string): AsyncGenerator<Part, void> {
  const plain = await opened(file, identity);
  const source = new Source(plain);
  try {
    for (;;) {
      const line = await source.line();
      if (line === null) return;
      yield { name: nameIn(line), bytes: source.pieces() };
      await source.skip();
    }
  } finally {
    plain.destroy();
  }
}

async function opened(file: string, identity: string): Promise<Readable> {
  await refuseOther(file);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const sealed = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>; // as above
  const stream = await decrypter.decrypt(sealed).catch((error: unknown) => {
    const other = error instanceof Error && error.message.startsWith("no identity matched");
    throw new UnreadableBackup(other ? "wrong-key" : "damaged", error);
  });
  const gunzip = createGunzip({ chunkSize: longest });
  // What fails in it is met by whoever reads.
  pipeline(Readable.fromWeb(stream as WebStream<Uint8Array>), gunzip).catch(() => undefined);
  return gunzip;
}

async function refuseOther(file: string): Promise<void> {
  const handle = await open(file, "r").catch((error: unknown) => {
    throw new UnreadableBackup("no-backup", error);
  });
  try {
    const { buffer } = await handle.read(Buffer.alloc(formatMark.length), 0, formatMark.length, 0);
    if (buffer.toString("latin1") !== formatMark) throw new UnreadableBackup("no-backup");
  } finally {
    await handle.close();
  }
}

function nameIn(line: string): string {
  try {
    const told: unknown = JSON.parse(line);
    if (typeof told === "object" && told !== null && "part" in told && typeof told.part === "string") return told.part;
  } catch {
    // Said below.
  }
  throw new UnreadableBackup("damaged", new Error("no part begins here"));
}

/** Lines and counted pieces out of a stream of bytes. */
class Source {
  readonly #chunks: AsyncIterator<Buffer>;
  #held = Buffer.alloc(0);
  #inside = false;

  constructor(stream: Readable) {
    this.#chunks = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator](); // zlib gives buffers
  }

  /** Null at the end. */
  async line(): Promise<string | null> {
    while (!this.#held.includes(10)) {
      if (await this.#more()) continue;
      if (this.#held.length === 0) return null;
      throw new UnreadableBackup("damaged", new Error("it ends within a line"));
    }
    const end = this.#held.indexOf(10);
    const line = this.#held.toString("utf8", 0, end);
    this.#inside = true;
    this.#held = this.#held.subarray(end + 1);
    return line;
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    this.#inside = true;
    for (;;) {
      const length = (await this.#take(4)).readUInt32BE();
      this.#inside = length > 0;
      if (length === 0) return;
      if (length > longest) throw new UnreadableBackup("damaged", new Error("a piece is too long"));
      yield await this.#take(length);
    }
  }

  /** What is left of the part, also when nobody has begun to read it. */
  async skip(): Promise<void> {
    if (this.#inside) for await (const _left of this.pieces());
  }

  async #take(count: number): Promise<Buffer> {
    while (this.#held.length < count)
      if (!(await this.#more())) throw new UnreadableBackup("damaged", new Error("it ends within a part"));
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    return taken;
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next().catch((error: unknown) => {
      throw new UnreadableBackup("damaged", error);
    });
    if (next.done === true) return false;
    this.#held = Buffer.concat([this.#held, next.value]);
    return true;
  }
}

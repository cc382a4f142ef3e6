// A file as it comes in, however slowly: on the disk until it is read, so that a hundred of them take no memory.
import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import path from "node:path";

export type IncomingFile = {
  /** All of it, at the time when it is read. */
  bytes: () => Promise<Uint8Array>;
  drop: () => Promise<void>;
};

/** A short list stays in memory. */
const inMemory = 65_536;

/** Null when more than `limit` bytes come; then nothing stays. */
export async function takeIn(
  dataFolder: string,
  pieces: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<IncomingFile | null> {
  const first: Uint8Array[] = [];
  let size = 0;
  let onDisk: ReturnType<typeof sealedDraft> | null = null;
  let isKept = false;
  try {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > limit) return null;
      if (size > inMemory) onDisk ??= sealedDraft(dataFolder, first.splice(0));
      if (onDisk === null) first.push(piece);
      else await (await onDisk).add(piece);
    }
    isKept = true;
  } finally {
    if (!isKept) await (await onDisk)?.drop();
  }
  const kept = await onDisk;
  if (kept !== null) return { bytes: () => kept.bytes(size), drop: kept.drop };
  return { bytes: async () => new Uint8Array(Buffer.concat(first)), drop: async () => undefined };
}

/** Under a key that nobody keeps, in a file that has no name any more: nothing of it can be found afterwards, even after a crash. */
async function sealedDraft(dataFolder: string, first: readonly Uint8Array[]) {
  const folder = path.join(dataFolder, "incoming");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const place = path.join(folder, randomUUID());
  const file = await open(place, "wx+", 0o600);
  await rm(place);
  const [key, start] = [randomBytes(32), randomBytes(16)];
  const cipher = createCipheriv("aes-256-ctr", key, start);
  const add = (piece: Uint8Array) => file.writeFile(cipher.update(piece));
  for (const piece of first) await add(piece);
  return {
    add,
    bytes: async (size: number) => createDecipheriv("aes-256-ctr", key, start).update(await wholeOf(file, size)),
    drop: () => file.close(),
  };
}

async function wholeOf(file: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size;) {
    const { bytesRead } = await file.read(bytes, at, size - at, at);
    if (bytesRead === 0) throw new Error("a file that came in is cut off");
    at += bytesRead;
  }
  return bytes;
}

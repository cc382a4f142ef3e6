// Checks an uploaded file by its bytes, whatever its name: a known kind; an archive without bombs, paths that lead out of it, or entities.
import { open } from "node:fs/promises";
import { promisify } from "node:util";
import { fromBuffer, open as openZip } from "yauzl";
import type { Entry, ZipFile } from "yauzl";

/** Why a file is not accepted as evidence. */
export type UnfitReason = "unknown-kind" | "broken-archive" | "bomb" | "nested-archive" | "entities";

type Kind = "document" | "image" | "sound-or-film" | "text" | "archive";

/** The first bytes by which each kind is known, as latin1; `at` where they do not stand at the beginning. */
const beginnings: readonly { kind: Kind; begins: string; at?: number }[] = [
  { kind: "document", begins: "%PDF-" },
  { kind: "document", begins: "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1" },
  { kind: "document", begins: "{\\rtf" },
  { kind: "image", begins: "\u0089PNG\r\n\u001A\n" },
  { kind: "image", begins: "\u00FF\u00D8\u00FF" },
  { kind: "image", begins: "GIF8" },
  { kind: "image", begins: "BM" },
  { kind: "image", begins: "II*\u0000" },
  { kind: "image", begins: "MM\u0000*" },
  { kind: "sound-or-film", begins: "RIFF" },
  { kind: "sound-or-film", begins: "ID3" },
  { kind: "sound-or-film", begins: "\u00FF\u00FB" },
  { kind: "sound-or-film", begins: "#!AMR" },
  { kind: "sound-or-film", begins: "ftyp", at: 4 },
  { kind: "sound-or-film", begins: "\u001AE\u00DF\u00A3" },
  { kind: "archive", begins: "PK\u0003\u0004" },
];

/** Limits of an archive: bytes unpacked, unpacked bytes for each packed one, entries, milliseconds to unpack. */
const unpackedLimit = 500 * 1024 * 1024;
const ratioLimit = 200;
const entriesLimit = 5000;
const millisecondsLimit = 20_000;

/**
 * Null when the file may be kept. Reads its beginning; of an archive also every entry, as a stream that stops at the limits, when `atTurn` lets it.
 */
export async function findUnfitReason(
  place: string,
  size: number,
  atTurn: <T>(unpack: () => Promise<T>) => Promise<T> = (unpack) => unpack(),
): Promise<UnfitReason | null> {
  const head = await beginningOf(place);
  const kind = kindOf(head);
  if (kind === null) return "unknown-kind";
  return kind === "archive" ? atTurn(() => unfitArchive(() => openZipFile(place), size)) : null;
}

async function beginningOf(place: string): Promise<Buffer> {
  const file = await open(place, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function kindOf(head: Buffer): Kind | null {
  const text = head.subarray(0, 16).toString("latin1");
  const found = beginnings.find(({ begins, at = 0 }) => text.startsWith(begins, at));
  if (found !== undefined) return found.kind;
  // Scanners write a line end before it, and readers look for it so far in.
  if (head.subarray(0, 1024).includes("%PDF-")) return "document";
  if (isUtf16(head)) return "text";
  // Text in whatever encoding holds no control characters but tabs and line ends.
  return head.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 12 || byte === 13) ? "text" : null;
}

/** As a mark says, with no control characters but tabs and line ends. */
function isUtf16(head: Buffer): boolean {
  const label =
    head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : null;
  if (label === null) return false;
  return !/[\p{Cc}--[\t-\r]]/v.test(new TextDecoder(label).decode(head, { stream: true }));
}

/** Checks an archive in memory, by stricter limits: no spreadsheet unpacks to more. */
export async function findUnfitReasonOfBytes(bytes: Uint8Array): Promise<UnfitReason | null> {
  const read = () =>
    promisify((done: (error: Error | null, zip: ZipFile) => void) =>
      fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), zipOptions, done),
    )();
  return unfitArchive(read, bytes.length, 300 * 1024 * 1024);
}

async function unfitArchive(
  open: () => Promise<ZipFile>,
  size: number,
  limit = unpackedLimit,
): Promise<UnfitReason | null> {
  const until = performance.now() + millisecondsLimit;
  let zip: ZipFile;
  try {
    zip = await open();
  } catch {
    return "broken-archive";
  }
  let unpacked = 0;
  let packed = 0;
  try {
    if (zip.entryCount > entriesLimit) return "bomb";
    for await (const entry of entriesOf(zip)) {
      packed += entry.compressedSize;
      // Entries that lie over one another come to more than the file holds.
      if (packed > size) return "bomb";
      if (entry.fileName.endsWith("/")) continue;
      const found = await readEntry(zip, entry, (length) => {
        unpacked += length;
        return unpacked <= limit && unpacked <= Math.max(size * ratioLimit, 1_048_576) && performance.now() < until;
      });
      if (found !== null) return found;
    }
    return null;
  } catch {
    return "broken-archive";
  } finally {
    zip.close();
  }
}

/** A backslash between folders is taken for a slash, as Excel does; a path that leads out is refused either way. */
const zipOptions = { lazyEntries: true, autoClose: false, validateEntrySizes: true } as const;

const openZipFile = promisify((place: string, done: (error: Error | null, zip: ZipFile) => void) =>
  openZip(place, zipOptions, done),
);

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (let read = 0; read < zip.entryCount; read += 1) {
    yield await new Promise<Entry>((resolve, reject) => {
      const onEntry = (entry: Entry) => {
        zip.off("error", onError);
        resolve(entry);
      };
      const onError = (error: Error) => {
        zip.off("entry", onEntry);
        reject(error);
      };
      zip.once("entry", onEntry);
      zip.once("error", onError);
      zip.readEntry();
    });
  }
}

/** Streams one entry. `goOn` takes the length of each piece and answers false when the limits are reached. */
async function readEntry(zip: ZipFile, entry: Entry, goOn: (length: number) => boolean): Promise<UnfitReason | null> {
  const stream = await promisify(
    zip.openReadStream.bind(zip) as (
      entry: Entry,
      done: (error: Error | null, stream: NodeJS.ReadableStream) => void,
    ) => void,
  )(entry);
  const xml = /\.(?:xml|rels|svg)$/iu.test(entry.fileName);
  let head = "";
  let found: UnfitReason | null = null;
  for await (const piece of stream) {
    const bytes = Buffer.from(piece);
    if (!goOn(bytes.length)) {
      found = "bomb";
      break;
    }
    if (
      head === "" &&
      bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004" &&
      !officeNames.test(entry.fileName)
    ) {
      found = "nested-archive";
      break;
    }
    if (head.length < 4096) head += bytes.toString("latin1", 0, 4096);
    if (xml && /<!(?:DOCTYPE|ENTITY)/iu.test(head)) {
      found = "entities";
      break;
    }
  }
  return found;
}

/** Documents that are archives themselves may lie in one; archives may not. */
const officeNames = /\.(?:docx|xlsx|pptx|ofd)$/iu;

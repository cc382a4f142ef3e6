// The parts of a zip by their names, each unpacked only when it is asked for.
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { fromBuffer } from "yauzl";
import type { Entry, ZipFile } from "yauzl";

/** `size`: bytes unpacked, as the zip says and holds it to. */
export type Part = { name: string; size: number; stream: () => Promise<Readable> };

/** More than any document of an office has. */
const mostParts = 5000;

/** In the order of the zip. Throws what makes it none. */
export async function partsOf(bytes: Uint8Array): Promise<Part[]> {
  const zip = await promisify((done: (error: Error | null, zip: ZipFile) => void) =>
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      { lazyEntries: true, autoClose: false },
      done,
    ),
  )();
  if (zip.entryCount > mostParts) throw new Error("too many parts");
  const open = promisify(zip.openReadStream.bind(zip) as OpenPart);
  const { promise, resolve, reject } = Promise.withResolvers<Part[]>();
  const parts: Part[] = [];
  zip.on("entry", (entry: Entry) => {
    parts.push({ name: entry.fileName, size: entry.uncompressedSize, stream: () => open(entry) });
    zip.readEntry();
  });
  zip.on("end", () => resolve(parts));
  zip.on("error", reject);
  zip.readEntry();
  return promise;
}

// Of its two forms the one without options.
type OpenPart = (entry: Entry, done: (error: Error | null, stream: Readable) => void) => void;

/** The whole text of a small part; throws where it is longer than `longest` bytes. */
export async function textOfPart(part: Part, longest: number): Promise<string> {
  if (part.size > longest) throw new Error(`${part.name} is too long`);
  return text(await part.stream());
}

// Which sheets of a workbook are read: all that a person sees, but the two that our own template has beside the first.
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { fromBuffer } from "yauzl";
import type { Entry, ZipFile } from "yauzl";
import { templateSheets } from "../render/import-template.ts";

/** A workbook's list of its sheets is small; more is none. */
const longestList = 1_000_000;

/** Places of the sheets to read, from 0. Where the list is not found the first sheet alone. */
export async function sheetsOf(bytes: Uint8Array): Promise<number[]> {
  const xml = await workbookOf(bytes).catch(() => null);
  const names = [...(xml ?? "").matchAll(/<(?:\w+:)?sheet\s[^>]*>/gu)].map(([tag]) => ({
    name: /\sname="([^"]*)"/u.exec(tag)?.[1] ?? "",
    hidden: /\sstate="(?:hidden|veryHidden)"/u.test(tag),
  }));
  const read = names.flatMap(({ name, hidden }, index) => (hidden || isTemplates(name) ? [] : [index]));
  return read.length === 0 ? [0] : read;
}

export function isTemplates(name: string): boolean {
  return Object.values<string>(templateSheets).includes(name);
}

async function workbookOf(bytes: Uint8Array): Promise<string | null> {
  const zip = await promisify((done: (error: Error | null, zip: ZipFile) => void) =>
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { lazyEntries: true }, done),
  )();
  try {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      zip.on("entry", (one: Entry) => {
        if (one.fileName === "xl/workbook.xml") resolve(one);
        else zip.readEntry();
      });
      zip.on("end", () => resolve(null));
      zip.on("error", reject);
      zip.readEntry();
    });
    if (entry === null || entry.uncompressedSize > longestList) return null;
    return await text(await promisify(zip.openReadStream.bind(zip))(entry));
  } finally {
    zip.close();
  }
}

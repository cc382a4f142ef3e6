// Which sheets of a workbook are read: all that a person sees, but the two that our own template has beside the first. And how long they say they are.
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { fromBuffer } from "yauzl";
import type { Entry, ZipFile } from "yauzl";
import { templateSheets } from "../render/words.ts";

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
  for await (const { name, size, stream } of entriesOf(bytes)) {
    if (name !== "xl/workbook.xml") continue;
    return size > longestList ? null : text(await stream());
  }
  return null;
}

/** What stands before the rows of a sheet is short. */
const longestHead = 65_536;

/** The last row that a sheet of the workbook says it has, 0 where none says so: what it claims, not what stands there. */
export async function lastRowClaimed(bytes: Uint8Array): Promise<number> {
  let last = 0;
  for await (const { name, stream } of entriesOf(bytes)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/u.test(name)) continue;
    const [, row] =
      /<(?:\w+:)?dimension\s[^>]*ref="(?:\$?[A-Z]+\$?\d+:)?\$?[A-Z]+\$?(\d+)"/u.exec(await headOf(await stream())) ??
      [];
    last = Math.max(last, Number(row ?? 0));
  }
  return last;
}

async function headOf(stream: Readable): Promise<string> {
  let head = "";
  // Leaving the loop ends the stream.
  for await (const chunk of stream.setEncoding("utf8")) {
    head += String(chunk);
    if (head.length >= longestHead || head.includes("sheetData")) break;
  }
  return head;
}

type Part = { name: string; size: number; stream: () => Promise<Readable> };

/** The entries of a zip in their order, each read only when it is asked for. */
export async function* entriesOf(bytes: Uint8Array): AsyncGenerator<Part> {
  const zip = await promisify((done: (error: Error | null, zip: ZipFile) => void) =>
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { lazyEntries: true }, done),
  )();
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => undefined);
  let come: (entry: Entry | null) => void = () => undefined;
  zip.on("entry", (entry: Entry) => come(entry));
  zip.on("end", () => come(null));
  zip.on("error", reject);
  const nextEntry = () => {
    const coming = new Promise<Entry | null>((resolve) => (come = resolve));
    zip.readEntry();
    return Promise.race([coming, failed]);
  };
  try {
    for (let entry = await nextEntry(); entry !== null; entry = await nextEntry()) {
      const one = entry;
      const stream = () => promisify(zip.openReadStream.bind(zip))(one);
      yield { name: one.fileName, size: one.uncompressedSize, stream };
    }
  } finally {
    zip.close();
  }
}

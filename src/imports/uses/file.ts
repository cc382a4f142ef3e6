// The file of an import: taken in when it is no bomb, kept sealed, opened again for each pass over it.
import { buffer } from "node:stream/consumers";
import { openFile, sealFile } from "#files/sealed-file.ts";
import { formatOf, Unreadable } from "#files/read/format.ts";
import type { FileFormat } from "#files/read/format.ts";
import { readFile } from "#files/read/read-file.ts";
import { rowLimit } from "#files/read/sheet-rows.ts";
import { lastRowClaimed } from "#files/read/sheets-of.ts";
import { storeBytes, readBytes } from "#matters/rows/evidence.ts";
import { findUnfitReasonOfBytes } from "#matters/file-content.ts";
import type { App } from "#kernel/app.ts";
import { fileEmpty, sheetTooLong, unfitFiles } from "./words.ts";

/** Throws Unreadable with what to do. */
export async function checkFile(bytes: Uint8Array): Promise<FileFormat> {
  if (bytes.length === 0) throw new Unreadable(fileEmpty);
  const format = formatOf(bytes);
  const unfit = format === "xlsx" ? await findUnfitReasonOfBytes(bytes) : null;
  if (unfit !== null) throw new Unreadable(unfitFiles[unfit]);
  // Refused before it is taken in, whether the rows are there or only claimed.
  const last = format === "xlsx" ? await lastRowClaimed(bytes) : 0;
  if (last > rowLimit) throw new Unreadable(sheetTooLong(last));
  // A form is small: it is read before it is taken in. A sheet of 100,000 rows is read once, into its preview.
  if (format === "lrmx" || format === "lrm") {
    const rows = readFile(bytes, format);
    await rows.next();
    // Ends its thread.
    await rows.return(undefined);
  }
  return format;
}

/** The address of the sealed bytes. */
export async function keepSealed(
  app: App,
  importId: string,
  bytes: Uint8Array,
): Promise<{ sha256: string; size: number }> {
  const sealed = sealFile(app.keys.seal, bytes, boundTo(importId));
  const kept = await storeBytes(app.dataFolder, bytesOnce(sealed), sealed.length);
  if (kept.type !== "kept") throw new Error(`the file of an import was not kept: ${kept.type}`);
  return kept;
}

export async function openSealed(app: App, importId: string, sha256: string): Promise<Uint8Array> {
  const kept = await readBytes(app.dataFolder, sha256);
  if (kept === null) throw new Error(`the file of the import ${importId} is recorded but its bytes are gone`);
  return openFile(app.keys.seal, await buffer(kept.stream), boundTo(importId));
}

function boundTo(importId: string): string {
  return `import ${importId}`;
}

async function* bytesOnce(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

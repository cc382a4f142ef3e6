// The file of an import: kept sealed, opened again for each pass over it.
import { buffer } from "node:stream/consumers";
import { openFile, sealFile } from "#files/sealed-file.ts";
import { storeBytes, readBytes } from "#matters/rows/evidence.ts";
import type { App } from "#kernel/app.ts";

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

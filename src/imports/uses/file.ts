// The file of an import: taken in when it is no bomb, kept sealed, opened again for each pass over it.
import { buffer } from "node:stream/consumers";
import { openFile, sealFile } from "#files/sealed-file.ts";
import { formatOf, Unreadable } from "#files/read/format.ts";
import type { FileFormat } from "#files/read/format.ts";
import { readFile } from "#files/read/read-file.ts";
import { rowLimit } from "#files/read/sheet-rows.ts";
import { lastRowClaimed } from "#files/read/sheets-of.ts";
import { keepBytes, readBytes } from "#matters/rows/evidence.ts";
import { unfitnessOfBytes } from "#matters/file-content.ts";
import type { App } from "#kernel/app.ts";

/** Throws Unreadable with what to do. */
export async function examine(bytes: Uint8Array): Promise<FileFormat> {
  if (bytes.length === 0) throw new Unreadable("文件是空的");
  const format = formatOf(bytes);
  const unfit = format === "xlsx" ? await unfitnessOfBytes(bytes) : null;
  if (unfit !== null) throw new Unreadable(unfitWords[unfit]);
  // Refused before it is taken in, whether the rows are there or only claimed.
  const last = format === "xlsx" ? await lastRowClaimed(bytes) : 0;
  if (last > rowLimit)
    throw new Unreadable(`表格的使用范围到第${last}行，超过 100000 行，请删去下方多余的空行，或者拆分成几个文件后上传`);
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
  const kept = await keepBytes(app.dataFolder, once(sealed), sealed.length);
  if (kept.type !== "kept") throw new Error(`the file of an import was not kept: ${kept.type}`);
  return kept;
}

export async function openSealed(app: App, importId: string, sha256: string): Promise<Uint8Array> {
  const kept = await readBytes(app.dataFolder, sha256);
  if (kept === null) throw new Error(`the file of the import ${importId} is recorded but its bytes are gone`);
  return openFile(app.keys.seal, await buffer(kept.stream), boundTo(importId));
}

const unfitWords = {
  "unknown-kind": "不能识别的文件，请上传 .xlsx、.xls、.lrmx、.lrm 文件",
  "broken-archive": "表格文件已损坏、加密，或者含有非法路径，请另存为新的 .xlsx 文件后上传",
  bomb: "表格文件展开后过大，请删去多余的空白行列，或者拆分后上传",
  "nested-archive": "表格文件内还有压缩包，请另存为新的 .xlsx 文件后上传",
  entities: "表格文件内含有外部实体声明，不能读取，请另存为新的 .xlsx 文件后上传",
} as const;

function boundTo(importId: string): string {
  return `import ${importId}`;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

// The rows of a file below its headings, in batches, each with the places of its columns.
import type { ImportKind } from "#casework/import-columns.ts";
import { columnsOf } from "#casework/import-columns.ts";
import { readFile } from "#documents/read/read-file.ts";
import { Unreadable } from "#documents/read/format.ts";
import type { FileFormat } from "#documents/read/format.ts";
import type { FileRow } from "#documents/read/rows.ts";
import { placesIn } from "./headings.ts";
import type { Places } from "./headings.ts";

export type Batch = { places: Places; rows: FileRow[]; headings: readonly string[] };

/** Throws Unreadable. A pasted list may do without headings; then its columns stand in the order of the template. */
export async function* batchesIn(bytes: Uint8Array, format: FileFormat, kind: ImportKind): AsyncGenerator<Batch> {
  let found: { places: Places; headings: readonly string[] } | null = null;
  for await (const chunk of readFile(bytes, format)) {
    const rows: FileRow[] = [];
    for (const one of chunk) {
      if (found !== null) rows.push(one);
      else {
        const places: Places | "not-yet" =
          format === "text" && !isHeading(kind, one) ? inOrder(kind) : placesIn(kind, one);
        if (places === "not-yet") continue;
        found = { places, headings: isHeading(kind, one) ? one.cells : columnsOf(kind).map(({ heading }) => heading) };
        if (!isHeading(kind, one)) rows.push(one);
      }
    }
    if (found !== null && rows.length > 0) yield { ...found, rows };
  }
  if (found === null) throw new Unreadable("没有找到表头，请使用导入模板");
}

function isHeading(kind: ImportKind, { cells }: FileRow): boolean {
  const [first] = columnsOf(kind);
  return cells.some((cell) => cell.replaceAll(/[\s*＊]/gu, "") === first?.heading);
}

function inOrder(kind: ImportKind): Places {
  return new Map(columnsOf(kind).map(({ id }, index) => [id, index]));
}

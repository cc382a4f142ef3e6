// Reads a file in a thread of its own, a chunk of rows each time it is asked: a hostile file then costs no more than that thread.
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { fileFormats, Unreadable } from "./format.ts";
import { rowsIn } from "./rows.ts";
import type { FileRow } from "./rows.ts";

export type Chunk = { type: "rows"; rows: FileRow[] } | { type: "end" } | { type: "unreadable"; message: string };

const chunkSize = 500;
const { bytes, format } = z.object({ bytes: z.instanceof(Uint8Array), format: z.enum(fileFormats) }).parse(workerData);
const rows = rowsIn(bytes, format);

async function nextChunk(): Promise<Chunk> {
  try {
    const chunk: FileRow[] = [];
    while (chunk.length < chunkSize) {
      const next = await rows.next();
      if (next.done === true) break;
      chunk.push(next.value);
    }
    return chunk.length === 0 ? { type: "end" } : { type: "rows", rows: chunk };
  } catch (error) {
    if (error instanceof Unreadable) return { type: "unreadable", message: error.message };
    throw error;
  }
}

parentPort?.on("message", () => {
  void nextChunk().then((chunk) => parentPort?.postMessage(chunk));
});

// Reads a file in a thread of its own, some chunks of rows ahead of whoever takes them: a hostile file then costs no more than that thread.
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { fileFormats, Unreadable } from "./format.ts";
import { rowsIn } from "./sheet-rows.ts";
import type { FileRow } from "./sheet-rows.ts";

export type Chunk = { type: "rows"; rows: FileRow[] } | { type: "end" } | { type: "unreadable"; message: string };

const chunkSize = 500;
/** Characters that wait to be taken, beyond which reading waits: a list of 20,000 names, or one chunk of anything longer. */
const maxAhead = 500_000;

if (parentPort === null) throw new Error("this file runs as a thread");
const parent = parentPort;
const { bytes, format } = z.object({ bytes: z.instanceof(Uint8Array), format: z.enum(fileFormats) }).parse(workerData);

/** The characters of each chunk that is not taken yet. */
const ahead: number[] = [];
let taken = () => {};
parent.on("message", () => {
  ahead.shift();
  taken();
});

async function read(): Promise<Chunk> {
  let rows: FileRow[] = [];
  try {
    for await (const row of rowsIn(bytes, format)) {
      rows.push(row);
      if (rows.length < chunkSize) continue;
      await post(rows);
      rows = [];
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { type: "unreadable", message: error.message };
  }
  if (rows.length > 0) await post(rows);
  return { type: "end" };
}

async function post(rows: FileRow[]): Promise<void> {
  send({ type: "rows", rows });
  ahead.push(rows.reduce((sum, { cells }) => sum + cells.reduce((length, cell) => length + cell.length, 0), 0));
  while (ahead.reduce((sum, length) => sum + length, 0) > maxAhead)
    await new Promise<void>((resolve) => (taken = resolve));
}

function send(chunk: Chunk): void {
  parent.postMessage(chunk);
}

send(await read());
parent.close();

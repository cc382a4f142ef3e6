// The rows of a file, chunk by chunk, read in a thread that is ended when it takes too much memory or time.
import { Worker } from "node:worker_threads";
import { saidBy } from "../thread.ts";
import { Unreadable } from "./format.ts";
import type { FileFormat } from "./format.ts";
import type { Chunk } from "./row-worker.ts";
import type { FileRow } from "./sheet-rows.ts";
import { readingTooLarge } from "./words.ts";

const memoryMegabytes = 400;
/** For one chunk: a file of 100,000 rows needs some hundred milliseconds for each, most of them for the first. */
const chunkMilliseconds = 60_000;

/** Throws Unreadable, also when the thread was ended. Some chunks are read ahead while whoever asked works on one. */
export async function* readFile(bytes: Uint8Array, format: FileFormat): AsyncGenerator<FileRow[]> {
  const worker = new Worker(new URL("./row-worker.ts", import.meta.url), {
    workerData: { bytes, format },
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 8 },
    execArgv: [],
  });
  // The worker's own file posts nothing else.
  const next = saidBy<Chunk>(worker, { milliseconds: chunkMilliseconds, tooLong: tooMuch });
  try {
    for (;;) {
      const chunk = await next();
      if (chunk.type === "end") return;
      if (chunk.type === "unreadable") throw new Unreadable(chunk.message);
      worker.postMessage("taken");
      yield chunk.rows;
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") throw tooMuch();
    throw error;
  } finally {
    await worker.terminate();
  }
}

function tooMuch(): Unreadable {
  return new Unreadable(readingTooLarge);
}

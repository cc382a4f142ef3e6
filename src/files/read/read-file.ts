// Files of others, read in a thread that is ended when it takes too much memory or time. Whoever calls holds a place (reading-places.ts).
import { Worker } from "node:worker_threads";
import { saidBy } from "../thread.ts";
import { formatOf, Unreadable } from "./format.ts";
import type { FileFormat } from "./format.ts";
import type { Said, Task } from "./read-worker.ts";
import type { FileRow } from "./sheet-rows.ts";
import { fileEmpty, readingTooLarge } from "./words.ts";

/** Beside the bytes of the file and the texts that its cells share, which have limits of their own. */
const memoryMegabytes = 96;
/** Of which this much for what is young; the thread's memory is three times that until it is swept. */
const youngMegabytes = 4;
/** For one chunk, and for all of a file: one of 100,000 rows needs some seconds. */
const chunkMilliseconds = 60_000;
const fileMilliseconds = 120_000;

/** The rows, chunk by chunk, of a file that was checked before. Throws Unreadable, also when the thread was ended. Some chunks are read ahead. */
export function readFile(bytes: Uint8Array, format: FileFormat): AsyncGenerator<FileRow[]> {
  return rowsOf({ type: "rows", bytes, format, checked: true });
}

/** The rows of a file as it came. Throws Unreadable with what to do. */
export async function* readUpload(bytes: Uint8Array): AsyncGenerator<FileRow[]> {
  yield* rowsOf({ type: "rows", bytes, format: formatOfUpload(bytes), checked: false });
}

/** Throws Unreadable with what to do; an appointment form is read for that, a sheet unpacked. */
export async function checkUpload(bytes: Uint8Array): Promise<FileFormat> {
  const format = formatOfUpload(bytes);
  for await (const _nothing of said({ type: "check", bytes, format }));
  return format;
}

/** The words of a document (.docx, .txt), one paragraph a line. Throws Unreadable. */
export async function readWords(bytes: Uint8Array): Promise<string> {
  for await (const one of said({ type: "words", bytes })) if (one.type === "words") return one.text;
  throw new Error("the thread said no words");
}

function formatOfUpload(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) throw new Unreadable(fileEmpty);
  return formatOf(bytes);
}

async function* rowsOf(task: Task): AsyncGenerator<FileRow[]> {
  for await (const one of said(task)) if (one.type === "rows") yield one.rows;
}

async function* said(task: Task): AsyncGenerator<Said> {
  const worker = new Worker(new URL("./read-worker.ts", import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
    execArgv: [],
  });
  // The worker's own file posts nothing else.
  const next = saidBy<Said>(worker, { milliseconds: chunkMilliseconds, tooLong: tooMuch });
  let waited = 0;
  try {
    for (;;) {
      const since = performance.now();
      const one = await next();
      waited += performance.now() - since;
      if (one.type === "end") return;
      if (one.type === "unreadable") throw new Unreadable(one.message);
      if (waited > fileMilliseconds) throw tooMuch();
      worker.postMessage("taken");
      yield one;
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

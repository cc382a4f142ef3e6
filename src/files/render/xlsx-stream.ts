// A table of texts as .xlsx whose rows come little by little, written in a thread of its own while the next ones are made.
import { Worker } from "node:worker_threads";
import { saidBy } from "../thread.ts";
import type { Table } from "./xlsx.ts";

export type StreamedTable = Omit<Table, "rows" | "watermark"> & { preface: Table["preface"] };

/** What the thread is told: the table, then rows, or that there are no more. */
export type ToWriter =
  | { type: "table"; table: StreamedTable }
  | { type: "rows"; rows: readonly (readonly string[])[] }
  | { type: "end" };
/** What it says: bytes of the file, that it wants rows, or that the file is whole. */
export type FromWriter = { type: "bytes"; bytes: Uint8Array } | { type: "more" } | { type: "whole" };

export type SheetWriter = {
  /** The bytes of the file as they come; once. Ending early ends the thread. Whatever `chunks` throws is thrown here. */
  write: (
    table: StreamedTable,
    chunks: AsyncIterable<readonly (readonly string[])[]>,
  ) => AsyncIterableIterator<Uint8Array>;
  /** For a sheet that is not written after all. */
  stop: () => Promise<void>;
};

/** The thread begins at once, so that it is there when the first rows are. One of `write` and `stop` must follow. */
export function startSheet(): SheetWriter {
  const worker = new Worker(new URL("./xlsx-worker.ts", import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
    execArgv: [],
  });
  const heard = saidBy<FromWriter>(worker);
  const tell = (message: ToWriter) => worker.postMessage(message);
  const stop = async () => {
    await worker.terminate();
  };
  const write: SheetWriter["write"] = (table, chunks) => {
    tell({ type: "table", table });
    return stopAtEnd(bytesOf(chunks, heard, tell), stop);
  };
  return { write, stop };
}

async function* bytesOf(
  chunks: AsyncIterable<readonly (readonly string[])[]>,
  heard: () => Promise<FromWriter>,
  tell: (message: ToWriter) => void,
): AsyncGenerator<Uint8Array> {
  const rows = chunks[Symbol.asyncIterator]();
  try {
    // One chunk is made while those before are written. What it fails of is thrown where it is waited for.
    const make = () => {
      const made = rows.next();
      made.catch(() => undefined);
      return made;
    };
    let next = make();
    for (;;) {
      const message = await heard();
      if (message.type === "bytes") yield message.bytes;
      if (message.type === "whole") return;
      if (message.type === "more") {
        const made = await next;
        if (made.done === true) tell({ type: "end" });
        else {
          tell({ type: "rows", rows: made.value });
          next = make();
        }
      }
    }
  } finally {
    await rows.return?.();
  }
}

/** Calls `stop` when iteration ends, even if it never started: a generator that was never begun ends without running its `finally`. */
function stopAtEnd(bytes: AsyncGenerator<Uint8Array>, stop: () => Promise<void>): AsyncIterableIterator<Uint8Array> {
  const after = async (step: Promise<IteratorResult<Uint8Array>>) => {
    try {
      const result = await step;
      if (result.done === true) await stop();
      return result;
    } catch (error) {
      await stop();
      throw error;
    }
  };
  return {
    next: () => after(bytes.next()),
    return: () => after(bytes.return(undefined)),
    throw: (error: unknown) => after(bytes.throw(error)),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

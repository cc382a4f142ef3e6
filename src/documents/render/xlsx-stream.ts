// A table of texts as .xlsx whose rows come little by little, written in a thread of its own while the next ones are made.
import { Worker } from "node:worker_threads";
import { saidBy } from "../thread.ts";
import type { Table } from "./xlsx.ts";

export type StreamedTable = Omit<Table, "rows" | "watermark"> & { preface: Table["preface"] };

/** What the thread is told: rows, or that there are no more. */
export type ToWriter = { type: "rows"; rows: readonly (readonly string[])[] } | { type: "end" };
/** What it says: bytes of the file, that it wants rows, or that the file is whole. */
export type FromWriter = { type: "bytes"; bytes: Uint8Array } | { type: "more" } | { type: "whole" };

/** The bytes of the file as they come. Ending early ends the thread. Whatever `chunks` throws is thrown here. */
export async function* streamXlsx(
  table: StreamedTable,
  chunks: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<Uint8Array> {
  const worker = new Worker(new URL("./xlsx-worker.ts", import.meta.url), {
    workerData: table,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  const heard = saidBy<FromWriter>(worker);
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
        if (made.done === true) post(worker, { type: "end" });
        else {
          post(worker, { type: "rows", rows: made.value });
          next = make();
        }
      }
    }
  } finally {
    await worker.terminate();
    await rows.return?.();
  }
}

function post(worker: Worker, message: ToWriter): void {
  worker.postMessage(message);
}

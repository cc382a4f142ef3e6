// A table of texts as .xlsx whose rows come little by little, written in a thread of its own while the next ones are made.
import { Worker } from "node:worker_threads";
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
  const worker = new Worker(new URL("./xlsx-worker.ts", import.meta.url), { workerData: table, execArgv: [] });
  const said: FromWriter[] = [];
  const failures: Error[] = [];
  let wake = () => {};
  worker.on("message", (message: FromWriter) => {
    said.push(message);
    wake();
  });
  worker.on("error", (error: Error) => {
    failures.push(error);
    wake();
  });
  const rows = chunks[Symbol.asyncIterator]();
  try {
    // One chunk is made while the one before is written.
    let next = rows.next();
    for (;;) {
      if (said.length === 0 && failures.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      for (const failure of failures) throw failure;
      const message = said.shift();
      if (message?.type === "bytes") yield message.bytes;
      if (message?.type === "whole") return;
      if (message?.type === "more") {
        const made = await next;
        if (made.done === true) post(worker, { type: "end" });
        else {
          post(worker, { type: "rows", rows: made.value });
          next = rows.next();
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

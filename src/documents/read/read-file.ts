// The rows of a file, chunk by chunk, read in a thread that is ended when it takes too much memory or time.
import { Worker } from "node:worker_threads";
import { Unreadable } from "./format.ts";
import type { FileFormat } from "./format.ts";
import type { Chunk } from "./row-worker.ts";
import type { FileRow } from "./rows.ts";

const memoryMegabytes = 400;
/** For one chunk: a file of 100,000 rows needs some hundred milliseconds for each, most of them for the first. */
const chunkMilliseconds = 60_000;

/** Throws Unreadable, also when the thread was ended. */
export async function* readFile(bytes: Uint8Array, format: FileFormat): AsyncGenerator<FileRow[]> {
  const worker = new Worker(new URL("./row-worker.ts", import.meta.url), {
    workerData: { bytes, format },
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    execArgv: [],
  });
  try {
    for (let coming = nextChunk(worker); ;) {
      const chunk = await coming;
      if (chunk.type === "end") return;
      if (chunk.type === "unreadable") throw new Unreadable(chunk.message);
      // Read while whoever asked works on this one.
      coming = nextChunk(worker);
      coming.catch(() => undefined);
      yield chunk.rows;
    }
  } finally {
    await worker.terminate();
  }
}

function nextChunk(worker: Worker): Promise<Chunk> {
  return new Promise((resolve, reject) => {
    const tooMuch = () => done(() => reject(new Unreadable("文件展开后过大，读取已停止，请拆分或者另存后上传")));
    const timer = setTimeout(tooMuch, chunkMilliseconds);
    const done = (answer: () => void) => {
      clearTimeout(timer);
      worker.off("message", onMessage);
      worker.off("error", onError);
      worker.off("exit", onExit);
      answer();
    };
    // The worker's own file posts nothing else.
    const onMessage = (chunk: Chunk) => done(() => resolve(chunk));
    const onError = (error: Error & { code?: string }) =>
      error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuch() : done(() => reject(error));
    const onExit = () => done(() => reject(new Error("the thread that reads a file has ended")));
    worker.on("exit", onExit);
    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.postMessage("next");
  });
}

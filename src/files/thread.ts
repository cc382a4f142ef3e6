// What a thread says, in the order in which it says it, heard whenever somebody has time for it.
import type { Worker } from "node:worker_threads";

/**
 * Answers with the next that the thread says; throws what the thread ended with, once all that it said before is heard. `tooLong` is what is thrown
 * when nothing is said for so many milliseconds while somebody waits.
 */
export function saidBy<Message>(
  worker: Worker,
  patience: { milliseconds: number; tooLong: () => Error } | null = null,
): () => Promise<Message> {
  const said: Message[] = [];
  let failure: Error | null = null;
  let wake = () => {};
  const fail = (error: Error) => {
    failure ??= error;
    wake();
  };
  worker.on("message", (message: Message) => {
    said.push(message);
    wake();
  });
  // An error overtakes what was said before it; at the exit all of that has come.
  let thrown: Error | null = null;
  worker.on("error", (error: Error) => {
    thrown = error;
  });
  worker.on("exit", () => fail(thrown ?? new Error("the thread has ended")));
  return async () => {
    for (;;) {
      const message = said.shift();
      if (message !== undefined) return message;
      if (failure !== null) throw failure;
      const heard = new Promise<void>((resolve) => (wake = resolve));
      const timer = patience === null ? null : setTimeout(() => fail(patience.tooLong()), patience.milliseconds);
      await heard;
      if (timer !== null) clearTimeout(timer);
    }
  };
}

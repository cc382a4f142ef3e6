// What is being done for those who asked. A connection that is gone ends no work, and after the server its database is closed: so closing
// waits for it.
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";

export type UnderWay = {
  /** The work itself, noted until it has ended in whatever way. */
  during: <T>(work: Promise<T>) => Promise<T>;
  /** Resolves when nothing is left, or after some seconds: what takes longer is cut off as by a crash, and nothing half done is kept. */
  ended: () => Promise<void>;
};

/** Milliseconds. */
const maxMilliseconds = 10_000;

export function underWay(): UnderWay {
  const works = new Set<Promise<unknown>>();
  const nothingLeft = async () => {
    // What a step leads to, as the gate to the answer, begins within a turn after it.
    for (; works.size > 0; await nextTurn()) await Promise.allSettled(works);
  };
  return {
    during: (work) => {
      const gone = () => void works.delete(work);
      works.add(work);
      work.then(gone, gone);
      return work;
    },
    ended: async () => {
      const inTime = new AbortController();
      const tooLong = sleep(maxMilliseconds, undefined, { signal: inTime.signal }).catch(() => undefined);
      await Promise.race([nothingLeft(), tooLong]);
      inTime.abort();
    },
  };
}

// How many files are read at a time. A reader may take a thread, its memory and a core for some time: all of them together take no more than
// these places, whoever sends how many, and whoever comes meanwhile waits for his turn.

/** A file that somebody waits for, and one that was taken in before and is read by itself, as an import is. */
const places = { asked: 2, kept: 1 } as const;
type Whose = keyof typeof places;

/** Milliseconds after which whoever waits is told to come again. What was taken in before waits as long as it must. */
const longestWait = { asked: 30_000, kept: null } as const satisfies Record<Whose, number | null>;

/** More than can have their turn within that time are told so at once. */
export const mostWaiting = 24;

/** Nothing was read, and nothing is kept: the same file may be sent again. */
export class ReadersBusy extends Error {
  readonly code = "READERS_BUSY";
}

type Waiting = { begin: () => void };
const queues: Record<Whose, { free: number; waiting: Waiting[] }> = {
  asked: { free: places.asked, waiting: [] },
  kept: { free: places.kept, waiting: [] },
};

/** Does the work at its turn. Throws ReadersBusy where that does not come within `wait` milliseconds, or too many wait already. */
export async function inReadingPlace<T>(
  whose: Whose,
  work: () => Promise<T>,
  wait: number | null = longestWait[whose],
): Promise<T> {
  await takePlace(queues[whose], wait);
  try {
    return await work();
  } finally {
    leavePlace(queues[whose]);
  }
}

async function takePlace(queue: { free: number; waiting: Waiting[] }, wait: number | null): Promise<void> {
  if (queue.free > 0) {
    queue.free -= 1;
    return;
  }
  if (wait !== null && queue.waiting.length >= mostWaiting) throw new ReadersBusy("too many wait for a reader");
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const one: Waiting = { begin: resolve };
  queue.waiting.push(one);
  const timer =
    wait === null
      ? null
      : setTimeout(() => {
          queue.waiting.splice(queue.waiting.indexOf(one), 1);
          reject(new ReadersBusy("no reader was free in time"));
        }, wait);
  await promise;
  if (timer !== null) clearTimeout(timer);
}

/** The place goes to whoever has waited longest. */
function leavePlace(queue: { free: number; waiting: Waiting[] }): void {
  const next = queue.waiting.shift();
  if (next === undefined) queue.free += 1;
  else next.begin();
}

// The most memory that this process held while something ran.

/** `peak` in MB of resident memory; `grown` what of it came while the work ran. */
export async function withPeak<T>(
  work: () => Promise<T>,
): Promise<{ done: T; seconds: number; peak: number; grown: number }> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const watch = setInterval(look, 20);
  const begun = performance.now();
  try {
    const done = await work();
    look();
    const megabyte = 2 ** 20;
    return {
      done,
      seconds: (performance.now() - begun) / 1000,
      peak: peak / megabyte,
      grown: (peak - before) / megabyte,
    };
  } finally {
    clearInterval(watch);
  }
}

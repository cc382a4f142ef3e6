// Work that the running server looks after by itself.

const minute = Temporal.Duration.from({ minutes: 1 });

/**
 * Looks at once and then each minute, never twice at a time; answers with how to end, which waits for a look under way. `report` is told
 * of a failure, such as a database that does not answer, and the next look tries again.
 */
export function everyMinute(look: () => Promise<void>, report: (error: unknown) => void): () => Promise<void> {
  let running = look().catch(report);
  const timer = setInterval(() => {
    running = running.then(look).catch(report);
  }, minute.total("milliseconds"));
  return async () => {
    clearInterval(timer);
    await running;
  };
}

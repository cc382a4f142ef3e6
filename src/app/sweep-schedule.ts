// When sweeps are made while the server runs: each night, and at a start after a night in which it did not run.
import { inTransaction } from "#store/database.ts";
import { lastSweepAt } from "#store/sweep-runs.ts";
import { scopeOf } from "./app.ts";
import type { App } from "./app.ts";
import { endSweeps, resumeSweep, sweepNow } from "./sweep.ts";
import { lastNightOf } from "./time.ts";

const looksEvery = Temporal.Duration.from({ minutes: 1 });
/** By the clock here. */
const hour = 2;

/** Begins; answers with how to end, which waits for a page under way. `report` is told of a failure, and the next look tries again. */
export function keepSweeps(app: App, report: (error: unknown) => void): () => Promise<void> {
  const look = async (): Promise<void> => {
    await resumeSweep(app);
    if (await isDue(app)) await sweepNow(app, "night");
  };
  let running = look().catch(report);
  const timer = setInterval(() => {
    running = running.then(look).catch(report);
  }, looksEvery.total("milliseconds"));
  return async () => {
    clearInterval(timer);
    await endSweeps(app);
    await running;
  };
}

/** Whether none has begun since the last time that it was night. */
export async function isDue(app: App): Promise<boolean> {
  const last = await inTransaction(app.database, scopeOf(app, null), lastSweepAt);
  return last === null || last < lastNightOf(app, hour);
}

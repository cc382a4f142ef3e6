// When sweeps are made while the server runs: each night, and at a start after a night in which it did not run.
import { inTransaction } from "#database/database.ts";
import { lastSweepAt } from "../rows/sweep-runs.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { everyMinute } from "#kernel/every-minute.ts";
import { endSweeps, resumeSweep, sweepNow } from "./sweep.ts";
import { lastNightOf } from "#kernel/time.ts";

/** By the clock here. */
const hour = 2;

/** Begins; ends, and tells of failures, as `everyMinute` does: ending waits for a page under way. */
export function keepSweeps(app: App, report: (error: unknown) => void): () => Promise<void> {
  const end = everyMinute(async () => {
    await resumeSweep(app);
    if (await isDue(app)) await sweepNow(app, "night");
  }, report);
  return async () => {
    const ended = end();
    await endSweeps(app);
    await ended;
  };
}

/** Whether none has begun since the last time that it was night. */
export async function isDue(app: App): Promise<boolean> {
  const last = await inTransaction(app.database, scopeOf(app, null), lastSweepAt);
  return last === null || last < lastNightOf(app, hour);
}

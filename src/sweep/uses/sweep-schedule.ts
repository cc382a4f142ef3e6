// The schedule of sweeps: every night, and at the start of the server after a night in which it did not run.
import { inTransaction } from "#database/database.ts";
import { lastSweepAt } from "../rows/sweep-runs.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { everyMinute } from "#kernel/every-minute.ts";
import { endSweeps, resumeSweep, sweepNow } from "./sweep.ts";
import { lastNightOf } from "#kernel/time.ts";

/** Hour of the night, local time. */
const hour = 2;

/** Starts the schedule; what it returns stops it and waits for the page at work. Failures go to `report`. */
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

/** Whether no sweep has begun since the last night. */
export async function isDue(app: App): Promise<boolean> {
  const last = await inTransaction(app.database, scopeOf(app, null), lastSweepAt);
  return last === null || last < lastNightOf(app, hour);
}

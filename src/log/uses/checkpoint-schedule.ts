// When checkpoints are made while the server runs: at once when it starts, each hour, and sooner when many entries came.
import { entriesSinceCheckpoint } from "../rows/checkpoints.ts";
import { inTransaction } from "#database/database.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { makeCheckpoint } from "./checkpoints.ts";
import { everyMinute } from "#kernel/every-minute.ts";

const maxAge = Temporal.Duration.from({ hours: 1 });
const maxEntries = 1000;

/** Begins; ends, and tells of failures, as `everyMinute` does. */
export function keepCheckpoints(app: App, report: (error: unknown) => void): () => Promise<void> {
  let last: Temporal.Instant | null = null;
  const look = async (): Promise<void> => {
    const now = app.clock();
    const due =
      last === null || Temporal.Instant.compare(now, last.add(maxAge)) >= 0 || (await since(app)) >= maxEntries;
    if (!due) return;
    await makeCheckpoint(app);
    last = now;
  };
  return everyMinute(look, report);
}

async function since(app: App): Promise<number> {
  return inTransaction(app.database, scopeOf(app, null), entriesSinceCheckpoint);
}

// The embedded database's tables are looked after while the server runs, as a server looks after its own.
import { tidyTables } from "#database/statistics.ts";
import type { App } from "#kernel/app.ts";
import { everyMinute } from "#kernel/every-minute.ts";

/** Begins; ends, and tells of failures, as `everyMinute` does. */
export function scheduleTableUpkeep(app: App, report: (error: unknown) => void): () => Promise<void> {
  return everyMinute(async () => void (await tidyTables(app.database)), report);
}

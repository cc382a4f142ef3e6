// Everything derived, computed again from the events, and compared with what is stored.
import { rebuild } from "../rows/rebuild.ts";
import type { RebuildReport } from "../rows/rebuild.ts";
import type { App } from "#kernel/app.ts";

/** With `repair` the rebuilt rows replace the stored ones. */
export async function rebuildAll(app: App, options: { repair: boolean }): Promise<RebuildReport> {
  return rebuild(app.database, app.jurisdictionId, app.law, options);
}

// The log walked by a test that has a database and no application.
import type { Database } from "#database/database.ts";
import { paceOf, walkLog } from "#log/rows/audit.ts";
import type { LogWalked } from "#log/rows/audit.ts";

/** Every chain of a jurisdiction, and the events of its matters against what the log says of them. */
export function verifyLog(database: Database, jurisdictionId: string): Promise<LogWalked> {
  return walkLog(paceOf(database, jurisdictionId));
}

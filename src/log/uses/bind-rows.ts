// From when on the log accounts for the rows that decide: all of them from the founding, or as they were found when an earlier release had
// written them.
import { holdHead } from "../rows/audit.ts";
import { bindTable, unboundTables } from "../rows/bound-rows.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";

/** Once for each table; looked at when a program starts, in one query when nothing is to be done. */
export async function bindRows(app: App): Promise<void> {
  await inRetriedTransaction(app.database, scopeOf(app, null), async (trx) => {
    const tables = await unboundTables(trx);
    if (tables.length === 0) return;
    const { algorithm } = await holdHead(trx, "jurisdiction");
    await recordAdministration(app, trx, null, "bind-rows", { bound: { tables } });
    for (const table of tables)
      for await (const bound of bindTable(trx, algorithm, table))
        await recordAdministration(app, trx, null, "bind-rows", { bound });
  });
}

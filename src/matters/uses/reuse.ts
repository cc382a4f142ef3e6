// The list of requests to use somebody again. Reading it is logged.
import type { ReuseRow } from "../contract/reuses.ts";
import type { Actor } from "#casework/actor.ts";
import { inRetriedTransaction } from "#database/database.ts";
import type { Counted, Page } from "#database/page.ts";
import { listReuses } from "../rows/reuse.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordLine } from "#kernel/uses/record.ts";

export async function reusesFor(
  app: App,
  actor: Actor,
  { undecided, ...page }: { undecided: boolean } & Page,
): Promise<Counted<ReuseRow>> {
  return inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const found = await listReuses(trx, actor, { personId: null, undecided, ...page });
    await recordLine(app, trx, actor, {
      kind: "sensitive-read",
      what: "read-reuses",
      outcome: "done",
      body: { undecided, personIds: [...new Set(found.rows.map(({ personId }) => personId))] },
    });
    return found;
  });
}

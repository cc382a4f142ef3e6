// Earlier cases beside a finding: shown, never drawn from. Reading them is logged like reading cases.
import type { ComparableCase } from "../contract/matters.ts";
import type { Actor } from "#casework/actor.ts";
import type { Gravity } from "#casework/events.ts";
import { listComparable } from "../rows/comparable.ts";
import { inRetriedTransaction } from "#database/database.ts";
import type { Counted, Page } from "#database/page.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordLine } from "#kernel/uses/record.ts";

export async function comparableCases(
  app: App,
  actor: Actor,
  {
    matterId: except,
    ...asked
  }: { matterId: string; circumstances: readonly string[]; gravity: Gravity | null } & Page,
): Promise<Counted<ComparableCase>> {
  return inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const found = await listComparable(trx, actor, { ...asked, except });
    await recordLine(app, trx, actor, {
      kind: "sensitive-read",
      what: "read-comparable",
      outcome: "done",
      body: { matterId: except, circumstances: asked.circumstances, gravity: asked.gravity },
    });
    return found;
  });
}

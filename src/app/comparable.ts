// Earlier cases beside a finding: shown, never drawn from. Reading them is logged like reading cases.
import type { Actor } from "#casework/actor.ts";
import type { Gravity } from "#casework/events.ts";
import { listComparable } from "#store/comparable.ts";
import type { ComparableCase } from "#store/comparable.ts";
import { inRetriedTransaction } from "#store/database.ts";
import type { Counted, Page } from "#store/page.ts";
import { scopeOf } from "./app.ts";
import type { App } from "./app.ts";
import { recordLine } from "./record.ts";

export async function comparableCases(
  app: App,
  actor: Actor,
  asked: { limbs: readonly string[]; gravity: Gravity | null; except: string } & Page,
): Promise<Counted<ComparableCase>> {
  return inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const found = await listComparable(trx, actor, asked);
    await recordLine(app, trx, actor, {
      kind: "sensitive-read",
      what: "read-comparable",
      outcome: "done",
      body: { matterId: asked.except, limbs: asked.limbs, gravity: asked.gravity },
    });
    return found;
  });
}

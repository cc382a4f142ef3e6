// The entry that an act of the offices outside a matter leaves in the log of the district.
import type { Actor } from "#casework/actor.ts";
import { appendEntry } from "#log/rows/audit.ts";
import type { Transaction } from "#database/database.ts";
import type { App } from "../app.ts";
import { nowOf } from "../time.ts";

/** Appends what was done, by whom and when, in the transaction that does it. */
export async function logAct(
  app: App,
  trx: Transaction,
  actor: Actor,
  what: string,
  body: Record<string, unknown>,
): Promise<void> {
  const said = { kind: "act", actorId: actor.accountId, actorName: actor.name, what, outcome: "done", body } as const;
  await appendEntry(trx, "jurisdiction", { at: nowOf(app), ...said });
}

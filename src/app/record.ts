// What is written to the log beside an act: refusals, reads, exports, administration.
import type { EntryKind } from "#audit/entry.ts";
import type { Actor } from "#casework/actor.ts";
import { appendEntry } from "#store/audit.ts";
import { inRetriedTransaction } from "#store/database.ts";
import type { Transaction } from "#store/database.ts";
import { scopeOf } from "./app.ts";
import type { App } from "./app.ts";
import { nowOf } from "./time.ts";

export type LogLine = {
  kind: EntryKind;
  what: string;
  outcome: "done" | "refused" | "failed";
  body: Record<string, unknown>;
};

/** Writes the line in the actor's own chain, within the transaction of what it tells of. Answers with the entry's hash. */
export async function recordLine(app: App, trx: Transaction, actor: Actor, line: LogLine): Promise<string> {
  const entry = await appendEntry(trx, `account:${actor.accountId}`, {
    at: nowOf(app),
    actorId: actor.accountId,
    actorName: actor.name,
    ...line,
  });
  return entry.hash;
}

/** Administration stands in the jurisdiction's chain, where every administrator's doings follow one another. No actor: whoever holds the machine. */
export async function recordAdministration(
  app: App,
  trx: Transaction,
  actor: Actor | null,
  what: string,
  body: Record<string, unknown>,
): Promise<void> {
  await appendEntry(trx, "jurisdiction", {
    at: nowOf(app),
    actorId: actor?.accountId ?? null,
    actorName: actor?.name ?? "",
    kind: "administration",
    what,
    outcome: "done",
    body,
  });
}

/** A refusal is kept although nothing else happened: in a transaction of its own. */
export async function recordRefusal(
  app: App,
  actor: Actor,
  what: string,
  body: Record<string, unknown>,
): Promise<void> {
  await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
    recordLine(app, trx, actor, { kind: "refusal", what, outcome: "refused", body }),
  );
}

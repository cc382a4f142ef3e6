// What is written to the log beside an act: refusals, reads, exports, administration.
import type { EntryKind } from "#audit/entry.ts";
import type { Actor } from "#casework/actor.ts";
import { appendAfter, appendEntry, holdHead } from "#log/rows/audit.ts";
import type { HeldHead } from "#log/rows/audit.ts";
import { inRetriedTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { scopeOf } from "../app.ts";
import type { App } from "../app.ts";
import { nowOf } from "../time.ts";

export type LogLine = {
  kind: EntryKind;
  what: string;
  outcome: "done" | "refused" | "failed";
  body: Record<string, unknown>;
};

/** Writes the line in the actor's own chain, within the transaction of what it tells of. Answers with the entry's hash. */
export async function recordLine(app: App, trx: Transaction, actor: Actor, line: LogLine): Promise<string> {
  return recordLineAfter(app, trx, actor, await holdChain(trx, actor), line);
}

/** The same where `holdChain` was asked together with other things. */
export async function recordLineAfter(
  app: App,
  trx: Transaction,
  actor: Actor,
  head: HeldHead,
  line: LogLine,
): Promise<string> {
  const entry = await appendAfter(trx, head, {
    at: nowOf(app),
    actorId: actor.accountId,
    actorName: actor.name,
    ...line,
  });
  return entry.hash;
}

/** The end of the actor's own chain. */
export async function holdChain(trx: Transaction, actor: Actor): Promise<HeldHead> {
  return holdHead(trx, `account:${actor.accountId}`);
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
  await inRetriedTransaction(app.database, { ...scopeOf(app, actor.accountId), byKey: true }, (trx) =>
    recordLine(app, trx, actor, { kind: "refusal", what, outcome: "refused", body }),
  );
}

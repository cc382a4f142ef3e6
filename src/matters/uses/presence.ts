// Who has a case open just now, and at which form: kept in memory for less than a minute, and no part of what happened.
import type { Present } from "../contract/matters.ts";
import type { ActId } from "#casework/acts.ts";
import type { Actor } from "#casework/actor.ts";
import { isNarrow, readingOfKind } from "#casework/reading/readings.ts";
import { inTransaction } from "#database/database.ts";
import { kindShown } from "../rows/matters.ts";
import { notFound } from "#kernel/answer.ts";
import type { Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";

/** Whoever has not reported for this many seconds counts as gone. */
const secondsPresent = 45;

type Seen = Present & { at: number };
/** By application, then by matter: one process serves a jurisdiction, and what it forgets at its end is not missed. */
const seen = new WeakMap<App, Map<string, Map<string, Seen>>>();

/** Notes that the actor has the matter open; answers with who else has. Not found when the actor may not read it. */
export async function reportPresence(
  app: App,
  actor: Actor,
  { matterId, act }: { matterId: string; act: ActId | null },
): Promise<Found<Present[]>> {
  const kind = await inTransaction(app.database, scopeOf(app, actor.accountId), (trx) => kindShown(trx, matterId));
  if (kind === null) return notFound;
  // Whoever reads parts of it is not told whose hands it is in.
  if (isNarrow(readingOfKind(actor, kind))) return { type: "done", answer: [] };
  const now = app.clock().epochMilliseconds;
  const matters = seen.get(app) ?? new Map<string, Map<string, Seen>>();
  seen.set(app, matters);
  const here = matters.get(matterId) ?? new Map<string, Seen>();
  matters.set(matterId, here);
  here.set(actor.accountId, { accountId: actor.accountId, name: actor.name, act, at: now });
  forget(matters, now);
  const others = [...here.values()].filter((one) => one.accountId !== actor.accountId);
  return { type: "done", answer: others.map(({ accountId, name, act: open }) => ({ accountId, name, act: open })) };
}

function forget(matters: Map<string, Map<string, Seen>>, now: number): void {
  for (const [matterId, here] of matters) {
    for (const [accountId, { at }] of here) if (now - at > secondsPresent * 1000) here.delete(accountId);
    if (here.size === 0) matters.delete(matterId);
  }
}

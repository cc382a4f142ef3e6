// One's own sessions: seen, and ended from another one.
import type { EndpointInput, EndpointOutput } from "#kernel/contract/meta.ts";
import type { session } from "../contract/session.ts";
import type { Actor } from "#casework/actor.ts";
import { inTransaction } from "#database/database.ts";
import { administer } from "#kernel/administer.ts";
import { notFound } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { nowOf } from "#kernel/time.ts";
import type { Asking } from "#kernel/use-of.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { endNamedSession, sessionsOf } from "../rows/sessions.ts";
import { isSessionAlive } from "../session.ts";

export async function sessionsFor(
  app: App,
  actor: Actor,
  _input: unknown,
  { signedIn: { policy, tokenHash } }: Asking,
): Promise<EndpointOutput<typeof session.sessions>> {
  const all = await inTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
    sessionsOf(trx, actor.accountId, tokenHash),
  );
  return all.filter((one) => isSessionAlive(one, nowOf(app), policy));
}

/** Not found where it is nobody's, or somebody else's. */
export async function endOwnSession(
  app: App,
  actor: Actor,
  { key, sessionId }: EndpointInput<typeof session.endSession>,
): Promise<Answer<{ ok: true }>> {
  return administer(app, actor, { what: "end-session", key, content: { sessionId } }, async (trx) => {
    if (!(await endNamedSession(trx, actor.accountId, sessionId))) return notFound;
    await recordLine(app, trx, actor, { kind: "sign-in", what: "end-session", outcome: "done", body: {} });
    return { type: "done", answer: { ok: true } };
  });
}

// The one way in which a use changes something outside a matter: in one transaction, once for each key, its refusals logged.
import type { Actor } from "#casework/actor.ts";
import { inRetriedTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import type { Answer } from "./answer.ts";
import { scopeOf } from "./app.ts";
import type { App } from "./app.ts";
import { onceOnly } from "./once.ts";
import { recordRefusal } from "./uses/record.ts";

/** `what` is its name in the log, `about` what a refusal's entry names beside the reasons. */
export type Logged = { what: string; about?: Record<string, unknown> };

/** `content` is all that the request says beside its key. */
export type Administering = Logged & {
  key: string;
  content: unknown;
  /** Locked before the key is looked up: of two equal requests at once the second waits, and then finds the answer of the first. */
  hold?: (trx: Transaction) => Promise<unknown>;
};

/** Does the work unless the same key was answered before; then answers the same. What is done is kept with its key. */
export async function administer<T>(
  app: App,
  actor: Actor,
  request: Administering,
  work: (trx: Transaction) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  return administerApart<T, T>(app, actor, request, {
    work,
    keptOf: (answer) => answer,
    again: async (_trx, answer) => ({ type: "done", answer }),
  });
}

/**
 * The same for an answer that may not be kept as it is, such as one with a password in it: what is kept is `keptOf` the answer, and
 * `again` answers the same key from that.
 */
export async function administerApart<T, Kept>(
  app: App,
  actor: Actor,
  { key, content, hold, ...logged }: Administering,
  how: {
    work: (trx: Transaction) => Promise<Answer<T>>;
    keptOf: (answer: T) => Kept;
    again: (trx: Transaction, kept: Kept) => Promise<Answer<T>>;
  },
): Promise<Answer<T>> {
  return inOneTransaction(app, actor, logged, async (trx) => {
    await hold?.(trx);
    const once = await onceOnly<Kept>(trx, { accountId: actor.accountId, key, what: logged.what, content });
    if (once.type === "answered")
      return once.answered.type === "done" ? how.again(trx, once.answered.answer) : once.answered;
    const answer = await how.work(trx);
    if (answer.type === "done") await once.keep(how.keptOf(answer.answer));
    return answer;
  });
}

/** For what comes without a key: a reading that is logged, or what can be done but once. */
export async function inOneTransaction<T>(
  app: App,
  actor: Actor,
  logged: Logged,
  work: (trx: Transaction) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  return withRefusalLogged(
    app,
    actor,
    logged,
    await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), work),
  );
}

/** What is refused or not found is logged, in a transaction of its own since the other left nothing. */
export async function withRefusalLogged<A extends Answer<unknown>>(
  app: App,
  actor: Actor,
  { what, about }: Logged,
  answer: A,
): Promise<A> {
  const refusals = reasonsOf(answer);
  if (refusals.length > 0) await recordRefusal(app, actor, what, { ...about, refusals });
  return answer;
}

function reasonsOf(answer: Answer<unknown>): string[] {
  if (answer.type === "refused") return answer.refusals.map(({ code }) => code);
  return answer.type === "not-found" ? ["not-found"] : [];
}

// Words that wait for their release: shown to whoever may be shown a protected name, and let out by somebody else than typed them.
import type { EndpointInput, EndpointOutput } from "#kernel/contract/meta.ts";
import { releasers } from "../contract/releases.ts";
import type { releases, WaitingText } from "../contract/releases.ts";
import type { ActId } from "#casework/acts.ts";
import { doersOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { leavesTheGroup, wordsTyped } from "#casework/reading/readings.ts";
import { fourEyesFaultOf, handsOf, refusalsOfSecondStep } from "#casework/four-eyes.ts";
import type { Matter } from "#casework/replay.ts";
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import type { LoadedMatter } from "../rows/matters.ts";
import { mattersWaiting, releaseTexts, waitingIn } from "../rows/text-waiting.ts";
import { administer } from "#kernel/administer.ts";
import { notFound, orNotFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer, Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";
import { isReadable, loadFor } from "./readable.ts";
import { protectedNames, standsIn } from "./reporter-named.ts";
import { protectedNameInWords } from "./words.ts";

/** Matters with words that wait and that this actor may read. */
export async function textsWaiting(app: App, actor: Actor): Promise<EndpointOutput<typeof releases.waiting>> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), (trx) => mattersWaiting(trx, actor, 50));
}

/** The waiting words of one matter. Reading them is logged. Not found when the actor may not read the matter. */
export async function waitingTextsOf(
  app: App,
  actor: Actor,
  { matterId }: { matterId: string },
): Promise<Found<EndpointOutput<typeof releases.texts>>> {
  return orNotFound(
    await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
      const found = await loadFor(trx, actor, matterId, "read");
      const readable = found !== null && isReadable(actor, found);
      const texts = readable ? await textsIn(app, trx, actor, found) : [];
      await recordLine(app, trx, actor, {
        kind: readable ? "sensitive-read" : "refusal",
        what: "read-waiting-texts",
        outcome: readable ? "done" : "refused",
        body: { matterId, texts: texts.length },
      });
      return readable ? { texts: texts.map(({ hands: _hands, ...text }) => text) } : null;
    }),
  );
}

/** Refused for words that the actor typed, and for those in which a protected name stands; then nothing goes out. */
export async function releaseWords(
  app: App,
  actor: Actor,
  { matterId, key, seqs }: EndpointInput<typeof releases.release>,
): Promise<Answer<{ released: number }>> {
  const content = { matterId, seqs };
  return administer(app, actor, { what: "release-texts", key, content, about: { matterId } }, async (trx) => {
    const found = await loadFor(trx, actor, matterId, "for-update");
    if (found === null || !isReadable(actor, found)) return notFound;
    const texts = (await textsIn(app, trx, actor, found)).filter(({ seq }) => seqs.includes(seq));
    const first = [...new Set(texts.flatMap(({ hands }) => hands))];
    const refusals = refusalsOfSecondStep("release-texts", { actor, roles: releasers, first }, "seqs");
    if (refusals.length > 0) return { type: "refused", refusals };
    if (texts.some(({ named }) => named)) return refusedSaying("reporter-named", protectedNameInWords, "seqs");
    const released = await releaseTexts(trx, matterId, texts, {
      by: actor.accountId,
      second: doersOf(actor, releasers),
      at: nowOf(app),
    });
    await recordLine(app, trx, actor, {
      kind: "act",
      what: "release-texts",
      outcome: "done",
      body: { matterId, seqs: texts.map(({ seq }) => seq) },
    });
    return { type: "done", answer: { released } };
  });
}

type Typed = WaitingText & { hands: readonly string[] };

async function textsIn(app: App, trx: Transaction, actor: Actor, { matter, history }: LoadedMatter): Promise<Typed[]> {
  const waiting = await waitingIn(trx, matter.id);
  const names = await protectedNames(app, trx, matter);
  return history
    .filter(({ seq, event }) => waiting.has(seq) && leavesTheGroup(event))
    .map((recorded): Typed => {
      const { seq, act, actorId, actorName, at, onBehalfOf, event } = recorded;
      const words = wordsTyped(event);
      const hands = handsOf(actorId, onBehalfOf?.accountId ?? null);
      return {
        seq,
        act: act as ActId, // the store writes only acts of the table
        actorName,
        at,
        words,
        named: standsIn(words.join("\n"), names, namesOfOthers(matter)),
        own: fourEyesFaultOf(actor, releasers, hands) !== null,
        hands,
      };
    });
}

/** Those whom the matter names for another reason: that somebody is a subject tells of no reporter. */
function namesOfOthers(matter: Matter): readonly string[] {
  return matter.kind === "lead"
    ? matter.concerned.map(({ name }) => name)
    : matter.subjects.map(({ subject }) => subject.name);
}

// Perform an act: load, decide, save, log, in one transaction. The one way in which anything happens in a lead or case.
import { randomUUID } from "node:crypto";
import type { Receipt } from "../contract/acts.ts";
import type { FullContext } from "#casework/act.ts";
import { acts } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import { delegationOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { decide, lookUpsOf, refusalsOfStanding } from "#casework/decide.ts";
import { duties } from "#casework/duties.ts";
import type { Recorded } from "#casework/events.ts";
import type { InputOf } from "#casework/input.ts";
import { isNarrow } from "#casework/reading/readings.ts";
import { saveAct } from "../rows/acts.ts";
import type { DoneAct } from "../rows/acts.ts";
import { asSystemUntilCommit, inRetriedTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { lawInForce } from "#law-admin/rows/law-state.ts";
import { holdNumber, useNumber } from "#kernel/rows/numbers.ts";
import { registryFor } from "#registry/rows/registry.ts";
import { onceOnly } from "#kernel/once.ts";
import { withRefusalLogged } from "#kernel/administer.ts";
import { notFound } from "#kernel/answer.ts";
import type { Answer, Conflict } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import type { Law } from "#law/compile/law.ts";
import { withAuthority } from "#jurisdiction/uses/authority.ts";
import { noteConcerns } from "#letters/uses/letter-concerns.ts";
import { isReadable, loadFor, shownFor } from "./readable.ts";
import { actedOnMeanwhile } from "./words.ts";
import { nowOf, todayOf } from "#kernel/time.ts";

/** `matterId` and `version` are null only for acts that begin a matter; `version` is the one the person saw. */
export type ActRequest = {
  act: ActId;
  matterId: string | null;
  version: number | null;
  key: string;
  input: InputOf<ActId>;
};

/** `newId` makes the ids of matters, subjects and facts; `note` goes into the log entry. */
export type PerformOptions = {
  newId?: () => string;
  note?: Record<string, unknown>;
  /** Writes in the same transaction what the matter's events do not hold; `sealed`, its fingerprint, is part of what the key stands for. */
  alongside?: (trx: Transaction, matterId: string) => Promise<void>;
  sealed?: string;
};

/**
 * Does the act or says why not. Throws only when the machine fails.
 * A matter that the actor may not read answers "not-found", as does one that is not there.
 */
export async function perform(
  app: App,
  actor: Actor,
  request: ActRequest,
  options: PerformOptions = {},
): Promise<Answer<Receipt>> {
  const logged = { what: request.act, about: { matterId: request.matterId, ...options.note } };
  return withRefusalLogged(app, actor, logged, await attempt(app, actor, request, options));
}

async function attempt(app: App, actor: Actor, request: ActRequest, options: PerformOptions): Promise<Answer<Receipt>> {
  try {
    return await inRetriedTransaction(app.database, { ...scopeOf(app, actor.accountId), byKey: true }, (trx) =>
      performIn(app, trx, actor, request, options),
    );
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    return inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
      const found = request.matterId === null ? null : await loadFor(trx, actor, request.matterId, "read");
      const shown = found === null || !isReadable(actor, found) ? null : await shownFor(trx, actor, found);
      return conflictSince(shown?.version ?? 0, shown?.history ?? [], request.version);
    });
  }
}

/** Thrown to roll back when somebody was quicker. */
class Overtaken extends Error {}

async function performIn(
  app: App,
  trx: Transaction,
  actor: Actor,
  request: ActRequest,
  options: PerformOptions,
): Promise<Answer<Receipt>> {
  const { act, matterId, version, key, input } = request;
  // Held before the key is looked up: of two equal requests at once, the second waits here, and then finds the answer of the first.
  const [found, once, law] = await Promise.all([
    matterId === null ? null : loadFor(trx, actor, matterId, "for-update"),
    onceOnly<Receipt>(trx, {
      accountId: actor.accountId,
      key,
      what: act,
      content: { matterId, version, input, sealed: options.sealed },
    }),
    lawInForce(trx, app.law),
  ]);
  if (once.type === "answered") return once.answered;

  if (matterId !== null && (found === null || !isReadable(actor, found))) return notFound;
  const shown = found === null ? null : await shownFor(trx, actor, found);
  const today = todayOf(app);
  if (shown !== null && isNarrow(shown.reading)) {
    // Refused by what they see, or the reason would tell the rest.
    const refusals = refusalsOfStanding({ law, actor, today }, shown.matter, act);
    if (refusals.length > 0) return { type: "refused", refusals };
  }
  if (shown !== null && shown.version !== version) return conflictSince(shown.version, shown.history, version);

  const lookUps = lookUpsOf(found?.matter ?? null, act, input, law);
  const held =
    found === null && acts[act].begins ? await holdNumber(trx, acts[act].matter, Number(today.slice(0, 4))) : null;
  const context: FullContext = {
    law: lookUps.authority === true ? await withAuthority(law, trx) : law,
    actor,
    today,
    id: (options.newId ?? randomUUID)(),
    number: held?.number ?? "",
    registry: await registryFor(trx, actor, lookUps, shown?.matter ?? null),
  };
  const decision = decide(found?.matter ?? null, act, input, context);
  if (!decision.ok) return { type: "refused", refusals: decision.refusals };

  const done = doneBy(app, actor, request, options, {
    matterId: matterId ?? context.id,
    before: found?.matter ?? null,
    events: decision.events,
    others: decision.others,
  });
  const versionAfter = shown !== null && isNarrow(shown.reading) ? shown.version + decision.events.length : undefined;
  return save(app, trx, law, done, { held, once, alongside: options.alongside, versionAfter });
}

/** The act as it is saved: with who did it, when, and in whose role. */
function doneBy(
  app: App,
  actor: Actor,
  { act }: ActRequest,
  { note }: PerformOptions,
  decided: Pick<DoneAct, "matterId" | "before" | "events" | "others">,
): DoneAct {
  const delegated = delegationOf(actor, duties[act].roles);
  return {
    ...decided,
    act,
    actor: { accountId: actor.accountId, name: actor.name, personId: actor.personId },
    at: nowOf(app),
    ...(delegated === null
      ? {}
      : {
          onBehalfOf: {
            accountId: delegated.fromAccount,
            name: delegated.fromName,
            personId: delegated.fromPersonId,
          },
        }),
    ...(note === undefined ? {} : { note }),
  };
}

type Beside = {
  held: Awaited<ReturnType<typeof holdNumber>> | null;
  once: Extract<Awaited<ReturnType<typeof onceOnly<Receipt>>>, { type: "first" }>;
  alongside: PerformOptions["alongside"];
  /** Of what a narrow reader sees; without it of all. */
  versionAfter: number | undefined;
};

/** Saves the act, its number, the letters it concerns and the receipt. Throws Overtaken when somebody was quicker. */
async function save(
  app: App,
  trx: Transaction,
  law: Law,
  done: DoneAct,
  { held, once, alongside, versionAfter }: Beside,
): Promise<Answer<Receipt>> {
  // As the system: after naming a relative or themselves as recused, the actor may no longer see what they wrote.
  return asSystemUntilCommit(trx, async (machine) => {
    const saved = await saveAct(machine, law, done);
    if (saved.type === "conflict") throw new Overtaken();
    const { id, number, version: reached, stage } = saved.matter;
    const receipt: Receipt = { matterId: id, number, version: versionAfter ?? reached, stage };
    await Promise.all([
      noteConcerns(app, machine, [done.matterId, ...done.others.map((other) => other.matterId)]),
      held === null ? null : useNumber(machine, held),
      alongside?.(machine, id),
      once.keep(receipt),
    ]);
    return { type: "done", answer: receipt };
  });
}

function conflictSince(version: number, history: readonly Recorded[], seen: number | null): Conflict {
  const since = history
    .filter(({ seq }) => seq > (seen ?? 0))
    .map(({ seq, act, actorName, at }) => ({ seq, act, actorName, at }));
  return { type: "conflict", message: actedOnMeanwhile, version, since };
}

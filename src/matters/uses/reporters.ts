// The reporter's identity: sealed when the lead is registered, opened by two people with a reason and for some hours, each reading logged.
import { randomUUID } from "node:crypto";
import type { EndpointInput, EndpointOutput } from "#kernel/contract/meta.ts";
import type { Reporter, reporters, ReporterState } from "../contract/reporters.ts";
import type { Receipt } from "../contract/acts.ts";
import { releasers } from "../contract/releases.ts";
import { fingerprintOfReporter, sealReporter, unsealReporter } from "../reporter-seal.ts";
import { delegationOf, doersOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { duties } from "#casework/duties.ts";
import { refusalsOfSecondStep } from "#casework/four-eyes.ts";
import { isNarrow, readingOfKind } from "#casework/reading/readings.ts";
import type { InputOf } from "#casework/input.ts";
import type { Lead } from "#casework/lead.ts";
import type { Recipients } from "#notifications/rules.ts";
import { asSystem, inRetriedTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { notify } from "#notifications/rows/notifications.ts";
import {
  addReporter,
  addReporterAnswer,
  addReporterRequest,
  leadsAwaitingAnswer,
  reporterNoteOf,
  reporterRequest,
  reporterRequestsOf,
  sealedReporterOf,
} from "../rows/reporters.ts";
import { handsOfFirstStep } from "#kernel/rows/first-steps.ts";
import { administer, inOneTransaction } from "#kernel/administer.ts";
import { notFound, orNotFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer, Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { perform } from "./perform.ts";
import { isReadable, loadFor } from "./readable.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { sealContext } from "./reporter-named.ts";
import { nowOf } from "#kernel/time.ts";
import { accessExpired, reporterNotSealed, requestAnswered, requestDenied, requestPending } from "./words.ts";

/** Registers a lead and seals who reported it, both or neither. Nothing that is typed beside reacts to it. */
export async function registerWithReporter(
  app: App,
  actor: Actor,
  request: { key: string; input: InputOf<"register-lead">; reporter: Reporter },
  note: Record<string, unknown>,
): Promise<Answer<Receipt>> {
  const { key, input, reporter } = request;
  return perform(
    app,
    actor,
    { act: "register-lead", matterId: null, version: null, key, input },
    {
      note,
      sealed: fingerprintOfReporter(app.reporterKey, reporter),
      alongside: (trx, leadId) =>
        addReporter(trx, {
          leadId,
          sealed: sealReporter(app.reporterKey, reporter, sealContext(app, leadId)),
          at: nowOf(app),
          sealedBy: actor.accountId,
        }),
    },
  );
}

/** What every reader of the lead may know: when an identity was sealed, and who asked to open it. Not found when they may not read it. */
export async function reporterStateOf(
  app: App,
  actor: Actor,
  { matterId: leadId }: { matterId: string },
): Promise<Found<ReporterState>> {
  return orNotFound(
    await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
      const lead = await leadFor(trx, actor, leadId);
      if (lead === null) return null;
      // Whoever handed it in sees no more of it: not that somebody asked, nor who.
      if (isNarrow(readingOfKind(actor, "lead")))
        return { sealedAt: null, requests: [], mayAnswer: false, mayOpen: null };
      const note = await reporterNoteOf(trx, leadId);
      const requests = note === null ? [] : await reporterRequestsOf(trx, leadId);
      const now = nowOf(app);
      const granted = requests.find(
        (one) => one.requestedBy === actor.accountId && one.until !== null && now < one.until,
      );
      return {
        sealedAt: note?.at ?? null,
        requests: requests.map(({ requestedBy: _by, ...one }) => one),
        mayAnswer: releasers.some((role) => actor.roles.includes(role)),
        mayOpen: granted?.id ?? null,
      };
    }),
  );
}

export async function askToOpenReporter(
  app: App,
  actor: Actor,
  input: EndpointInput<typeof reporters.ask>,
): Promise<Answer<{ requestId: string }>> {
  const { matterId, key, reasons, hours } = input;
  return administer(app, actor, { what: "ask-reporter", key, content: { matterId, reasons, hours } }, async (trx) => {
    const lead = await leadFor(trx, actor, matterId);
    if (lead === null) return notFound;
    if ((await reporterNoteOf(trx, matterId)) === null)
      return refusedSaying("nobody-sealed", reporterNotSealed, "matterId");
    const id = randomUUID();
    await addReporterRequest(trx, {
      id,
      leadId: matterId,
      requestedBy: actor.accountId,
      requestedBehalf: delegationOf(actor, duties["dispose-lead"].roles)?.fromAccount ?? null,
      at: nowOf(app),
      reasons,
      hours,
    });
    await recordLine(app, trx, actor, {
      kind: "act",
      what: "ask-reporter",
      outcome: "done",
      body: { matterId, requestId: id, hours, reasons },
    });
    await notifyOfRequest(app, trx, actor, lead, { kind: "reporter-asked", id, roles: releasers, accountIds: [] });
    return { type: "done", answer: { requestId: id } };
  });
}

export async function answerReporterRequest(
  app: App,
  actor: Actor,
  input: EndpointInput<typeof reporters.answer>,
): Promise<Answer<{ until: string | null }>> {
  const { matterId, requestId, key, approved, reasons } = input;
  return administer(
    app,
    actor,
    { what: "answer-reporter", key, content: { matterId, requestId, approved, reasons } },
    async (trx) => {
      const lead = await leadFor(trx, actor, matterId);
      const request = lead === null ? null : await reporterRequest(trx, matterId, requestId);
      if (lead === null || request === null) return notFound;
      const first = await handsOfFirstStep(trx, "answer-reporter", requestId);
      const refusals = refusalsOfSecondStep("answer-reporter", { actor, roles: releasers, first }, "requestId");
      if (refusals.length > 0) return { type: "refused", refusals };
      const at = nowOf(app);
      const until = approved ? addHours(at, request.hours) : null;
      const added = await addReporterAnswer(
        trx,
        { id: requestId, leadId: matterId, requestedBy: request.requestedBy },
        {
          answeredBy: actor.accountId,
          at,
          approved,
          reasons,
          until,
          first,
          second: doersOf(actor, releasers),
        },
      );
      if (!added) return refusedSaying("answered-already", requestAnswered, "requestId");
      await recordLine(app, trx, actor, {
        kind: "act",
        what: "answer-reporter",
        outcome: "done",
        body: { matterId, requestId, approved, until, reasons },
      });
      const accountIds = [request.requestedBy];
      await notifyOfRequest(app, trx, actor, lead, { kind: "reporter-answered", id: requestId, roles: [], accountIds });
      return { type: "done", answer: { until } };
    },
  );
}

/** Notifies that somebody asked or answered, never why: the reasons stand in the lead. */
async function notifyOfRequest(
  app: App,
  trx: Transaction,
  actor: Actor,
  lead: Lead,
  of: Pick<Recipients, "kind" | "roles" | "accountIds"> & { id: string },
): Promise<void> {
  const { id: key, ...addressed } = of;
  const from = { key, at: nowOf(app), actorId: actor.accountId, actorName: actor.name, matter: lead };
  // As the system: the recipients' inboxes are their own.
  await asSystem(trx, (machine) => notify(machine, { ...addressed, readable: true }, from));
}

/** The identity itself, for the account that asked, after another approved and until the grant ends. Every reading is logged. */
export async function openReporter(
  app: App,
  actor: Actor,
  { matterId, requestId }: EndpointInput<typeof reporters.open>,
): Promise<Answer<{ reporter: Reporter; until: string }>> {
  return inOneTransaction(app, actor, { what: "read-reporter" }, async (trx) => {
    const request =
      (await leadFor(trx, actor, matterId)) === null ? null : await reporterRequest(trx, matterId, requestId);
    if (request === null || request.requestedBy !== actor.accountId) return notFound;
    if (request.until === null)
      return refusedSaying("not-granted", request.approved === false ? requestDenied : requestPending, "requestId");
    if (nowOf(app) >= request.until) return refusedSaying("grant-over", accessExpired, "requestId");
    const sealed = await sealedReporterOf(trx, matterId);
    if (sealed === null) throw new Error(`lead ${matterId} has a grant and no sealed reporter`);
    await recordLine(app, trx, actor, {
      kind: "sensitive-read",
      what: "read-reporter",
      outcome: "done",
      body: { matterId, requestId },
    });
    const reporter = unsealReporter(app.reporterKey, sealed, sealContext(app, matterId));
    return { type: "done", answer: { reporter, until: request.until } };
  });
}

/** Leads whose request to open waits for this actor's answer. */
export async function reporterRequestsWaiting(
  app: App,
  actor: Actor,
): Promise<EndpointOutput<typeof reporters.waiting>> {
  return inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const waiting = await leadsAwaitingAnswer(trx, [actor.accountId, ...actor.kinAccountIds], 20);
    const found: EndpointOutput<typeof reporters.waiting> = [];
    for (const { leadId, at } of waiting) {
      const lead = await leadFor(trx, actor, leadId);
      if (lead !== null) found.push({ matterId: leadId, number: lead.number, at });
    }
    return found;
  });
}

async function leadFor(trx: Transaction, actor: Actor, leadId: string): Promise<Lead | null> {
  const loaded = await loadFor(trx, actor, leadId, "read");
  if (loaded?.matter.kind !== "lead" || !isReadable(actor, loaded)) return null;
  return loaded.matter;
}

function addHours(instant: string, hours: number): string {
  return Temporal.Instant.from(instant).add({ hours }).toString({ fractionalSecondDigits: 3 });
}

// Leading bodies of which members were held accountable: the list, one of them, and what is done about it.
import type { Readable } from "node:stream";
import { z } from "zod";
import type { BodyReceipt, BodyRow, BodyView } from "../contract.ts";
import type { Actor } from "#casework/actor.ts";
import { delegationOf } from "#casework/actor.ts";
import { decideOnBody } from "../rules/body-acts.ts";
import { bodyActNames, bodyDuties, followUpRoles } from "../rules/body-names.ts";
import type { BodyActId, BodyDuty } from "../rules/body-names.ts";
import { countedIn, filesOfBody, replayBody, stageOf } from "../rules/body.ts";
import type { RecordedOfBody } from "../rules/body.ts";
import type { Evidence } from "#casework/events.ts";
import { accountsWithRole, namesOfAccounts } from "#accounts/rows/accounts.ts";
import { appendEntry } from "#log/rows/audit.ts";
import { addBodyEvent, bodyHistories, bodyHistory, heldFor, listBodies, membersOf } from "../rows.ts";
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { findEvidence, readBytes } from "#matters/rows/evidence.ts";
import { lawInForce } from "#law-admin/rows/law-state.ts";
import { lookUpOf } from "#database/look-up.ts";
import { findOrganizations } from "#registry/rows/organizations.ts";
import type { Page, Paged } from "#database/page.ts";
import { inOneTransaction } from "#kernel/administer.ts";
import { notFound, orNotFound } from "#kernel/answer.ts";
import type { Answer, Conflict, Found } from "#kernel/answer.ts";
import { onceOnly } from "#kernel/once.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { withAuthority } from "#jurisdiction/uses/authority.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { nowOf, todayOf } from "#kernel/time.ts";
import { actedOnMeanwhile } from "../rules/words.ts";

/** A page of leading bodies; one with a case that the reader may not read is left out. */
export async function bodiesPage(app: App, actor: Actor, page: Page): Promise<Paged<BodyRow>> {
  const today = todayOf(app);
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const law = await lawInForce(trx, app.law);
    const { rows, next } = await listBodies(trx, page);
    const ids = rows.map(({ id }) => id);
    const [held, histories] = [await heldFor(trx, actor, ids), await bodyHistories(trx, ids)];
    const names = new Map((await findOrganizations(trx, ids)).map(({ id, name }) => [id, name]));
    return {
      next,
      rows: ids.flatMap((id): BodyRow[] => {
        const members = held.get(id);
        if (members === undefined) return [];
        const body = replayBody(histories.get(id) ?? []);
        return [
          {
            organizationId: id,
            name: names.get(id) ?? id,
            stage: stageOf(law, body, members, today),
            counted: countedIn(body, members).length,
            latest: members.at(-1)?.decidedOn ?? "",
            openFollowUps: body.followUps.filter(({ done }) => done === null).length,
          },
        ];
      }),
    };
  });
}

/** Not found when there is no such body or this reader may not see it. */
export async function viewBody(
  app: App,
  actor: Actor,
  { organizationId }: { organizationId: string },
): Promise<Found<BodyView>> {
  return orNotFound(
    await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
      const found = await loadBody(trx, actor, organizationId);
      await recordLine(app, trx, actor, {
        kind: found === null ? "refusal" : "sensitive-read",
        what: "read-body",
        outcome: found === null ? "refused" : "done",
        body: { organizationId },
      });
      if (found === null) return null;
      const owners = await accountsWithRole(trx, followUpRoles);
      const charged = found.history.flatMap(({ event }) =>
        event.type === "reform-decided" ? event.followUps.map(({ accountId }) => accountId) : [],
      );
      return {
        ...found,
        accounts: await namesOfAccounts(trx, charged),
        owners: owners.map(({ id, name }) => ({ accountId: id, name })),
      };
    }),
  );
}

async function loadBody(trx: Transaction, actor: Actor, organizationId: string) {
  const held = (await heldFor(trx, actor, [organizationId])).get(organizationId);
  const [organization] = await findOrganizations(trx, [organizationId]);
  if (held === undefined || organization === undefined) return null;
  const { id, name, managedBy } = organization;
  return {
    organization: { id, name, managedBy },
    held,
    members: await membersOf(trx, organizationId),
    history: await bodyHistory(trx, organizationId),
  };
}

export type BodyRequest = { act: BodyActId; organizationId: string; version: number; key: string; input: unknown };

/** Does the act or says why not; `input` must have passed the act's own schema. `note` goes into the log entry. */
export async function performOnBody(
  app: App,
  actor: Actor,
  request: BodyRequest,
  note: Record<string, unknown> = {},
): Promise<Answer<BodyReceipt>> {
  const { act, organizationId } = request;
  return inOneTransaction(app, actor, { what: act, about: { organizationId, ...note } }, (trx) =>
    performIn(app, trx, actor, request, note),
  );
}

async function performIn(
  app: App,
  trx: Transaction,
  actor: Actor,
  { act, organizationId, version, key, input }: BodyRequest,
  note: Record<string, unknown>,
): Promise<Answer<BodyReceipt>> {
  const once = await onceOnly<BodyReceipt>(trx, {
    accountId: actor.accountId,
    key,
    what: act,
    content: { organizationId, version, input },
  });
  if (once.type === "answered") return once.answered;
  const found = await loadBody(trx, actor, organizationId);
  if (found === null) return notFound;
  const state = replayBody(found.history);
  if (state.version !== version) return conflictIn(found.history, version);
  const law = await withAuthority(await lawInForce(trx, app.law), trx);
  const today = todayOf(app);
  const accounts = await accountsWithRole(trx, followUpRoles);
  const decision = decideOnBody(state, act, input, {
    ...found,
    law,
    actor,
    today,
    accounts: lookUpOf(accounts.map(({ id, name }) => [id, name])),
    registry: { files: await filesNamedIn(trx, actor, found.history, input) },
  });
  if (!decision.ok) return { type: "refused", refusals: decision.refusals };
  const recorded = recordedBy(app, actor, act, version + 1, decision.event);
  const notBy = bodyDuties[act].notBy.flatMap((other) => state.actorsByAct[other] ?? []);
  const digest = await addBodyEvent(trx, organizationId, recorded, notBy);
  if (digest === null) return conflictIn(await bodyHistory(trx, organizationId), version);
  await logBodyAct(trx, organizationId, recorded, digest, note);
  const after = replayBody([...found.history, recorded]);
  const receipt = { organizationId, version: after.version, stage: stageOf(law, after, found.held, today) };
  await once.keep(receipt);
  return { type: "done", answer: receipt };
}

/** The event as it is stored: with who did the act, when, and in whose role. */
function recordedBy(
  app: App,
  actor: Actor,
  act: BodyActId,
  seq: number,
  event: RecordedOfBody["event"],
): RecordedOfBody {
  const duty: BodyDuty = bodyDuties[act];
  const delegated = delegationOf(actor, duty.roles);
  return {
    seq,
    at: nowOf(app),
    act,
    actorId: actor.accountId,
    actorName: actor.name,
    ...(delegated === null ? {} : { onBehalfOf: { accountId: delegated.fromAccount, name: delegated.fromName } }),
    event,
  };
}

async function logBodyAct(
  trx: Transaction,
  organizationId: string,
  { seq, at, act, actorId, actorName, onBehalfOf, event }: RecordedOfBody,
  digest: NonNullable<Awaited<ReturnType<typeof addBodyEvent>>>,
  note: Record<string, unknown>,
): Promise<void> {
  await appendEntry(trx, `body:${organizationId}`, (algorithm) => ({
    at,
    kind: "act",
    actorId,
    actorName,
    what: act,
    outcome: "done",
    body: {
      ...note,
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      organizationId,
      version: seq,
      event: { type: event.type, digest: digest(algorithm) },
    },
  }));
}

const namedFilesShape = z.object({ evidence: z.array(z.object({ sha256: z.string() })).default([]) });

/** Sizes of the stored files that the act names, by hash. */
async function filesNamedIn(
  trx: Transaction,
  actor: Actor,
  history: readonly RecordedOfBody[],
  input: unknown,
): Promise<Record<string, { size: number }>> {
  const named = namedFilesShape.safeParse(input);
  const hashes = named.success ? named.data.evidence.map(({ sha256 }) => sha256) : [];
  const bound = filesOfBody(history).map(({ sha256 }) => sha256);
  const found = await findEvidence(trx, hashes, actor.accountId, bound);
  return lookUpOf(found.map(({ sha256, size }) => [sha256, { size }]));
}

/** The file under the name that an act on the body gives it; null when the body is not there, not for this reader, or no act names it. */
export async function downloadBodyFile(
  app: App,
  actor: Actor,
  organizationId: string,
  sha256: string,
): Promise<Found<{ evidence: Evidence; size: number; stream: Readable }>> {
  const evidence = await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const found = await loadBody(trx, actor, organizationId);
    const named = found === null ? undefined : filesOfBody(found.history).find((file) => file.sha256 === sha256);
    await recordLine(app, trx, actor, {
      kind: named === undefined ? "refusal" : "sensitive-read",
      what: "read-evidence",
      outcome: named === undefined ? "refused" : "done",
      body: { organizationId, sha256 },
    });
    return named ?? null;
  });
  if (evidence === null) return notFound;
  const bytes = await readBytes(app.dataFolder, sha256);
  if (bytes === null) throw new Error(`evidence ${sha256} is recorded but its bytes are gone`);
  return { type: "done", answer: { evidence, ...bytes } };
}

function conflictIn(history: readonly RecordedOfBody[], version: number): Conflict {
  return {
    type: "conflict",
    message: actedOnMeanwhile,
    version: history.at(-1)?.seq ?? 0,
    since: history
      .filter(({ seq }) => seq > version)
      .map(({ seq, act, actorName, at }) => ({ seq, act: bodyActNames[act].zh, actorName, at })),
  };
}

// Since when the history is complete: stated by the personnel department, confirmed by the discipline body; and who came from elsewhere.
import { hash, randomUUID } from "node:crypto";
import type { EndpointOutput } from "#kernel/contract/meta.ts";
import type { history, UnseenRow } from "../contract/history.ts";
import {
  historyConfirmingRoles,
  historyEnteringRoles,
  refusalsOfArrival,
  refusalsOfConfirming,
  refusalsOfOwnHistory,
  refusalsOfStatement,
} from "../rules/history.ts";
import type { ArrivalEntry, ConfirmationInput, StatementEntry } from "../rules/history.ts";
import { delegationOf, doersOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { inTransaction } from "#database/database.ts";
import {
  addArrival,
  addConfirmation,
  addStatement,
  countUnconfirmed,
  countUnseen,
  districtStatements,
  findArrival,
  findStatement,
  historySince,
  listUnseen,
} from "../rows/history.ts";
import type { Counted, Page } from "#database/page.ts";
import { findPersons, personsById } from "#registry/rows/persons.ts";
import { handsOfFirstStep } from "#kernel/rows/first-steps.ts";
import { administer } from "#kernel/administer.ts";
import { notFound } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { logAct } from "#kernel/uses/log-act.ts";
import { nowOf, todayOf } from "#kernel/time.ts";

export type DistrictHistory = EndpointOutput<typeof history.district>;

/** The district's own: since when it is complete, and every statement, the latest entered first. */
export async function districtHistory(app: App, actor: Actor): Promise<DistrictHistory> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => ({
    since: await historySince(trx),
    statements: await districtStatements(trx),
  }));
}

export type OpenHistory = EndpointOutput<typeof history.open>;

/** What of it waits for somebody. */
export async function openHistory(app: App, actor: Actor): Promise<OpenHistory> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => ({
    since: await historySince(trx),
    unconfirmed: await countUnconfirmed(trx),
    unseen: await countUnseen(trx),
  }));
}

/** Who came from elsewhere and whose earlier file nobody has been found to have seen. */
export async function unseenFor(app: App, actor: Actor, page: Page): Promise<Counted<UnseenRow>> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const { rows, next } = await listUnseen(trx, page);
    const persons = await personsById(
      trx,
      rows.map(({ personId }) => personId),
    );
    const named = rows.map((row) => {
      const { name = "", organizationName = "" } = persons.get(row.personId) ?? {};
      return { ...row, name, organizationName };
    });
    return { rows: named, next, count: await countUnseen(trx) };
  });
}

/** Without effect until another person confirms it. */
export async function stateHistory(
  app: App,
  actor: Actor,
  { key, ...entry }: StatementEntry & { key: string },
): Promise<Answer<{ statementId: string }>> {
  return administer(app, actor, { what: "state-history", key, content: entry }, async (trx) => {
    const refusals = refusalsOfStatement(entry, { today: todayOf(app) });
    if (refusals.length > 0) return { type: "refused", refusals };
    if (entry.of.type === "arrival") {
      const arrival = await findArrival(trx, entry.of.arrivalId);
      if (arrival === null) return notFound;
      const own = refusalsOfOwnHistory(arrival.personId, actor);
      if (own.length > 0) return { type: "refused", refusals: own };
    }
    const statementId = randomUUID();
    const { accountId: enteredBy, name: enteredName } = actor;
    const enteredBehalf = delegationOf(actor, historyEnteringRoles)?.fromAccount ?? null;
    await addStatement(trx, {
      ...entry,
      id: statementId,
      enteredAt: nowOf(app),
      enteredBy,
      enteredName,
      enteredBehalf,
    });
    const { of, basis } = entry;
    await logAct(app, trx, actor, "state-history", { statementId, of, basis, entered: hash("sha256", entry.entered) });
    return { type: "done", answer: { statementId } };
  });
}

/** Confirmed, or sent back with reasons; once, and by another person than stated it. */
export async function confirmHistory(
  app: App,
  actor: Actor,
  { key, statementId, ...confirming }: ConfirmationInput & { key: string; statementId: string },
): Promise<Answer<{ statementId: string }>> {
  return administer(app, actor, { what: "confirm-history", key, content: { statementId, confirming } }, async (trx) => {
    const statement = await findStatement(trx, statementId);
    if (statement === null) return notFound;
    const first = await handsOfFirstStep(trx, "confirm-history", statementId);
    const refusals = refusalsOfConfirming(statement, confirming, { actor, first });
    if (refusals.length > 0) return { type: "refused", refusals };
    const confirmation = {
      ...confirming,
      signedAt: nowOf(app),
      signedBy: actor.accountId,
      signedName: actor.name,
    };
    await addConfirmation(trx, statement, confirmation, { first, second: doersOf(actor, historyConfirmingRoles) });
    const { confirmed, reasons } = confirming;
    await logAct(app, trx, actor, "confirm-history", { statementId, confirmed, reasons: hash("sha256", reasons) });
    return { type: "done", answer: { statementId } };
  });
}

/** 调入: from now on their history is not complete until two people have recorded that the earlier file was seen. */
export async function recordArrival(
  app: App,
  actor: Actor,
  { key, ...entry }: ArrivalEntry & { key: string },
): Promise<Answer<{ arrivalId: string }>> {
  return administer(app, actor, { what: "record-arrival", key, content: entry }, async (trx) => {
    const [person] = await findPersons(trx, [entry.personId]);
    if (person === undefined) return notFound;
    const refusals = refusalsOfArrival(entry, { actor, today: todayOf(app) });
    if (refusals.length > 0) return { type: "refused", refusals };
    const arrivalId = randomUUID();
    const { accountId: enteredBy, name: enteredName } = actor;
    await addArrival(trx, { ...entry, id: arrivalId, enteredAt: nowOf(app), enteredBy, enteredName });
    await logAct(app, trx, actor, "record-arrival", { arrivalId, ...entry });
    return { type: "done", answer: { arrivalId } };
  });
}

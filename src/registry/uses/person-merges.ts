// Merging two records of one person, and undoing it: by the office that keeps the registry, with reasons, on record.
import { randomUUID } from "node:crypto";
import type { EndpointInput } from "#kernel/contract/meta.ts";
import { mergingRoles } from "../contract.ts";
import type { registry } from "../contract.ts";
import { delegationOf, doersOf, isKin } from "#casework/actor.ts";
import { refusalsOfSecondStep } from "#casework/four-eyes.ts";
import { handsOfFirstStep } from "#kernel/rows/first-steps.ts";
import type { Actor } from "#casework/actor.ts";
import { hasAccountInUse } from "#accounts/rows/accounts.ts";
import type { Transaction } from "#database/database.ts";
import { findMerge, mergePersons, undoMerge } from "../rows/person-merges.ts";
import { findPersons } from "../rows/persons.ts";
import { administer } from "#kernel/administer.ts";
import { notFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { refusalOfOwnPerson } from "#eligibility/uses/eligibility.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";
import { alreadyMerged, bothHaveAccounts, sameRecord } from "./words.ts";

export type MergeInput = EndpointInput<typeof registry.mergePersons>;

/** Merges two records: both histories stay, restrictions of either count for the survivor, and either name finds it. */
export async function mergeRecords(
  app: App,
  actor: Actor,
  { key, ...content }: MergeInput,
): Promise<Answer<{ mergeId: string }>> {
  return administer(app, actor, { what: "merge-persons", key, content }, async (trx) => {
    const fault = await faultOfMerge(app, trx, actor, content);
    if (fault !== null) return fault;
    const answer = { mergeId: randomUUID() };
    const { reasons, ...pair } = content;
    const behalf = delegationOf(actor, mergingRoles)?.fromAccount ?? null;
    await mergePersons(trx, app.law, { id: answer.mergeId, ...pair, reasons, behalf, ...by(app, actor) });
    await recordAdministration(app, trx, actor, "merge-persons", { ...answer, ...pair, reasons });
    return { type: "done", answer };
  });
}

type Refused = ReturnType<typeof refusedSaying> | { type: "not-found" };

async function faultOfMerge(
  app: App,
  trx: Transaction,
  actor: Actor,
  { survivorId, mergedId }: Omit<MergeInput, "key">,
): Promise<Refused | null> {
  if (survivorId === mergedId) return refusedSaying("same-record", sameRecord, "mergedId");
  const persons = await findPersons(trx, [survivorId, mergedId]);
  if (persons.length < 2) return notFound;
  if (isKin(actor, survivorId) || isKin(actor, mergedId))
    return { type: "refused", refusals: [refusalOfOwnPerson(app, "survivorId")] };
  const gone = persons.find((one) => one.mergedInto !== null);
  if (gone !== undefined)
    return refusedSaying("merged-already", alreadyMerged(gone.name), gone.id === mergedId ? "mergedId" : "survivorId");
  if ((await hasAccountInUse(trx, survivorId)) && (await hasAccountInUse(trx, mergedId)))
    return refusedSaying("two-accounts", bothHaveAccounts, "mergedId");
  return null;
}

/** Undoes a merge, by somebody else than made it: each record stands by itself again, with what was recorded for each since. */
export async function undoPersonMerge(
  app: App,
  actor: Actor,
  { key, ...content }: { key: string; mergeId: string; reasons: string },
): Promise<Answer<{ mergeId: string }>> {
  return administer(app, actor, { what: "undo-merge", key, content }, async (trx) => {
    const merge = await findMerge(trx, content.mergeId);
    if (merge === null) return notFound;
    if (isKin(actor, merge.survivorId) || isKin(actor, merge.mergedId))
      return { type: "refused", refusals: [refusalOfOwnPerson(app, "mergeId")] };
    const first = await handsOfFirstStep(trx, "undo-merge", merge.id);
    const refusals = refusalsOfSecondStep("undo-merge", { actor, roles: mergingRoles, first }, "mergeId");
    if (refusals.length > 0) return { type: "refused", refusals };
    const hands = { first, second: doersOf(actor, mergingRoles) };
    await undoMerge(trx, app.law, merge, { reasons: content.reasons, ...by(app, actor), ...hands });
    const { survivorId, mergedId } = merge;
    await recordAdministration(app, trx, actor, "undo-merge", { ...content, survivorId, mergedId });
    const answer = { mergeId: content.mergeId };
    return { type: "done", answer };
  });
}

function by(app: App, actor: Actor): { by: string; name: string; at: string } {
  return { by: actor.accountId, name: actor.name, at: nowOf(app) };
}

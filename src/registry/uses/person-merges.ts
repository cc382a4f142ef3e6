// Merging two records of one person, and undoing it: by the office that keeps the registry, with reasons, on record.
import { randomUUID } from "node:crypto";
import type { EndpointInput } from "#kernel/contract/meta.ts";
import type { registry } from "../contract.ts";
import type { Actor } from "#casework/actor.ts";
import { hasAccount } from "#accounts/rows/accounts.ts";
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
    await mergePersons(trx, app.law, { id: answer.mergeId, ...pair, reasons, ...by(app, actor) });
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
  if (actor.personId === survivorId || actor.personId === mergedId)
    return { type: "refused", refusals: [refusalOfOwnPerson(app, "survivorId")] };
  const gone = persons.find((one) => one.mergedInto !== null);
  if (gone !== undefined)
    return refusedSaying("merged-already", alreadyMerged(gone.name), gone.id === mergedId ? "mergedId" : "survivorId");
  if ((await hasAccount(trx, survivorId)) && (await hasAccount(trx, mergedId)))
    return refusedSaying("two-accounts", bothHaveAccounts, "mergedId");
  return null;
}

/** Undoes a merge: each record stands by itself again, with what was recorded for each since. */
export async function undoPersonMerge(
  app: App,
  actor: Actor,
  { key, ...content }: { key: string; mergeId: string; reasons: string },
): Promise<Answer<{ mergeId: string }>> {
  return administer(app, actor, { what: "undo-merge", key, content }, async (trx) => {
    const merge = await findMerge(trx, content.mergeId);
    if (merge === null) return notFound;
    if (actor.personId === merge.survivorId || actor.personId === merge.mergedId)
      return { type: "refused", refusals: [refusalOfOwnPerson(app, "mergeId")] };
    await undoMerge(trx, app.law, merge, { reasons: content.reasons, ...by(app, actor) });
    const { survivorId, mergedId } = merge;
    await recordAdministration(app, trx, actor, "undo-merge", { ...content, survivorId, mergedId });
    const answer = { mergeId: content.mergeId };
    return { type: "done", answer };
  });
}

function by(app: App, actor: Actor): { by: string; name: string; at: string } {
  return { by: actor.accountId, name: actor.name, at: nowOf(app) };
}

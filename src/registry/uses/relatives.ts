// Close relatives entered, corrected and ended by the office that keeps the registry: never one's own.
import type { EndpointInput } from "#kernel/contract/meta.ts";
import { delegationOf, doersOf, isKin } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { handsOf, refusalsOfSecondStep } from "#casework/four-eyes.ts";
import type { Transaction } from "#database/database.ts";
import { refusalOfOwnPerson } from "#eligibility/uses/eligibility.ts";
import { administer } from "#kernel/administer.ts";
import { notFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer, Refused } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { nowOf, todayOf } from "#kernel/time.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { parseDay } from "#law/reckon/days.ts";
import { relativeRoles } from "../contract.ts";
import type { registry, Relative } from "../contract.ts";
import { faultOfIdNumber, fingerprintIdNumber, maskIdNumber } from "../id-number.ts";
import { findPersons, personsByIdNumber } from "../rows/persons.ts";
import { endRelative, findRelative, putRelatives, relativeChangesOf } from "../rows/relatives.ts";
import type { RelativeEntry, RelativeRegistration } from "../rows/relatives.ts";
import { idNumberWrong, noSuchDay, dayInFuture, relativeIsSame, relativeKnown } from "./words.ts";

type Entering = Omit<EndpointInput<typeof registry.putRelative>, "key">;

/** Enters a relative, or with `was` corrects one. Both are recused from each other's matters from the next request on. */
export async function enterRelative(
  app: App,
  actor: Actor,
  { key, ...content }: EndpointInput<typeof registry.putRelative>,
): Promise<Answer<{ personId: string }>> {
  return administer(app, actor, { what: "put-relative", key, content }, async (trx) => {
    const { personId, was, reason } = content;
    if ((await findPersons(trx, [personId])).length === 0) return notFound;
    if (was !== null && (await findRelative(trx, { personId, ...was })) === null) return notFound;
    const entry = await entryOf(app, trx, actor, content);
    if (entry.type === "refused") return entry;
    const registration = registrationOf(app, actor, reason);
    const { relation, name } = entry.entry;
    const renamed = was !== null && (was.relation !== relation || was.name !== name);
    if ((was === null || renamed) && (await findRelative(trx, { personId, relation, name })) !== null)
      return refusedSaying("relative-known", relativeKnown, "name");
    if (renamed)
      await endRelative(trx, { personId, ...was, endedOn: null }, { ...registration, first: [], second: [] });
    await putRelatives(trx, [entry.entry], registration);
    const { kind, relativeId } = entry.entry;
    // The log names persons by number, never by name.
    await recordAdministration(app, trx, actor, "put-relative", {
      personId,
      kind,
      relativeId,
      corrected: was !== null,
    });
    return { type: "done", answer: { personId } };
  });
}

type Entry = { type: "entry"; entry: RelativeEntry };

async function entryOf(
  app: App,
  trx: Transaction,
  actor: Actor,
  { personId, kind, relation, name, idNumber, relativeId }: Entering,
): Promise<Entry | Refused> {
  const fault = idNumber === "" ? null : faultOfIdNumber(idNumber);
  if (fault !== null) return refusedSaying("wrong-id-number", idNumberWrong(fault.message), "idNumber");
  const [known] = idNumber === "" ? [] : [...(await personsByIdNumber(trx, app.keys, [idNumber])).values()];
  const found = relativeId === null ? known : (await findPersons(trx, [relativeId]))[0];
  if (relativeId !== null && found === undefined) return refusedSaying("no-such-person", relativeIsSame, "relativeId");
  if (found?.id === personId) return refusedSaying("same-record", relativeIsSame, "relativeId");
  for (const [one, field] of [
    [personId, "personId"],
    [found?.id ?? null, "relativeId"],
  ] as const)
    if (one !== null && isKin(actor, one)) return { type: "refused", refusals: [refusalOfOwnPerson(app, field)] };
  const number =
    idNumber === ""
      ? { idNumberMasked: null, fingerprint: null }
      : { idNumberMasked: maskIdNumber(idNumber), fingerprint: fingerprintIdNumber(app.keys, idNumber) };
  return { type: "entry", entry: { personId, kind, relation, name, relativeId: found?.id ?? null, ...number } };
}

/** The relation ended on a day; with no day it was wrong, which somebody else says than entered it. */
export async function endRelation(
  app: App,
  actor: Actor,
  { key, ...content }: EndpointInput<typeof registry.endRelative>,
): Promise<Answer<{ personId: string }>> {
  const what = content.endedOn === null ? "void-relative" : "end-relative";
  return administer(app, actor, { what, key, content }, async (trx) => {
    const { personId, relation, name, endedOn, reason } = content;
    const standing = await findRelative(trx, { personId, relation, name });
    if (standing === null) return notFound;
    if (isKin(actor, personId) || (standing.relativeId !== null && isKin(actor, standing.relativeId)))
      return { type: "refused", refusals: [refusalOfOwnPerson(app, "personId")] };
    if (endedOn !== null && parseDay(endedOn) === null) return refusedSaying("no-such-day", noSuchDay, "endedOn");
    if (endedOn !== null && endedOn > todayOf(app))
      return refusedSaying("date-in-the-future", dayInFuture(endedOn), "endedOn");
    const first = endedOn === null ? await handsThatEntered(trx, personId, standing) : [];
    const refusals = refusalsOfSecondStep("void-relative", { actor, roles: relativeRoles, first }, "endedOn");
    if (refusals.length > 0) return { type: "refused", refusals };
    await endRelative(
      trx,
      { personId, relation, name, endedOn },
      { ...registrationOf(app, actor, reason), first, second: doersOf(actor, relativeRoles) },
    );
    const { kind, relativeId } = standing;
    await recordAdministration(app, trx, actor, what, { personId, kind, relativeId, endedOn });
    return { type: "done", answer: { personId } };
  });
}

/** By whose account it was entered or last corrected; nobody's where it came before anybody noted it. */
async function handsThatEntered(trx: Transaction, personId: string, { relation, name }: Relative): Promise<string[]> {
  const last = (await relativeChangesOf(trx, [personId])).find(
    ({ after }) => after?.relation === relation && after.name === name,
  );
  return last === undefined || last.registeredBy === null ? [] : handsOf(last.registeredBy, last.registeredBehalf);
}

function registrationOf(app: App, actor: Actor, reason: string): RelativeRegistration {
  const behalf = delegationOf(actor, relativeRoles)?.fromAccount ?? null;
  return { by: actor.accountId, behalf, name: actor.name, at: nowOf(app), source: "entered", reason };
}

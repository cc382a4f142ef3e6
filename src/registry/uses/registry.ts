// Persons and organizations of the zone: searched, and added with their numbers checked.
import { faultOfLevel, faultOfManagementLevel } from "#law/procedure/management.ts";
import { randomUUID } from "node:crypto";
import type { EndpointInput } from "#kernel/contract/meta.ts";
import { faultOfIdNumber, fingerprintIdNumber } from "../id-number.ts";
import type { OrganizationRow, PersonRow, registry } from "../contract.ts";
import type { Actor } from "#casework/actor.ts";
import { parseDay } from "#law/reckon/days.ts";
import { keepsIdentities } from "#casework/duties.ts";
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { addOrganization, findOrganizations, listOrganizations } from "../rows/organizations.ts";
import type { Count, Page } from "#database/page.ts";
import { wordsOf } from "#database/search.ts";
import { isTail, searchPersons } from "../rows/person-search.ts";
import { addPerson } from "../rows/persons.ts";
import type { Person } from "../rows/persons.ts";
import { administer } from "#kernel/administer.ts";
import { refusedSaying } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration, recordLine } from "#kernel/uses/record.ts";
import { todayOf } from "#kernel/time.ts";
import {
  idNumberWrong,
  noSuchOrganization,
  noSuchParent,
  personTaken,
  postDayInFuture,
  postDayUnfit,
} from "./words.ts";

export async function findPersonsFor(
  app: App,
  actor: Actor,
  asked: { query: string; organizationId: string | null } & Page,
): Promise<{ rows: PersonRow[]; next: string | null; count: Count }> {
  const byNumber = keepsIdentities(actor) ? numberIn(asked.query) : null;
  const whole = byNumber === "whole" ? fingerprintIdNumber(app.keys, asked.query.trim()) : null;
  const search = (trx: Transaction) =>
    searchPersons(trx, { ...asked, fingerprint: whole, byTail: byNumber === "tail" });
  const scope = scopeOf(app, actor.accountId);
  const page =
    byNumber === null
      ? await inTransaction(app.database, scope, search)
      : await inRetriedTransaction(app.database, scope, async (trx) => {
          const found = await search(trx);
          const body = { by: byNumber, organizationId: asked.organizationId, found: found.rows.length };
          const line = { kind: "sensitive-read", what: "find-by-id-number", outcome: "done", body } as const;
          await recordLine(app, trx, actor, line);
          return found;
        });
  return { ...page, rows: page.rows.map((person) => personRowOf(actor, person)) };
}

/** Whether people are looked for by a whole ID number or by the end of one; null where by neither. */
function numberIn(query: string): "whole" | "tail" | null {
  if (faultOfIdNumber(query.trim()) === null) return "whole";
  return wordsOf(query).some(isTail) ? "tail" : null;
}

/** As this reader sees the person: the day of birth only by duty, otherwise year and month (1980-03). */
export function personRowOf(reader: Pick<Actor, "roles">, person: Person): PersonRow {
  const {
    id,
    name,
    sex,
    organizationId,
    organizationName,
    post,
    level,
    managedBy,
    partyMember,
    leadingPost,
    idNumberMasked,
    birth,
    politicalStatus,
    rank,
    mergedInto,
  } = person;
  return {
    personId: id,
    name,
    sex,
    organizationId,
    organizationName,
    post,
    level,
    managedBy,
    partyMember,
    leadingPost,
    idNumberMasked,
    birth: keepsIdentities(reader) ? birth : (birth?.slice(0, "0000-00".length) ?? null),
    politicalStatus,
    rank,
    mergedInto,
  };
}

export async function organizationsFor(app: App, actor: Actor): Promise<OrganizationRow[]> {
  const organizations = await inTransaction(app.database, scopeOf(app, actor.accountId), listOrganizations);
  return organizations.map(({ id, ...organization }) => ({ organizationId: id, ...organization }));
}

export type NewOrganizationInput = EndpointInput<typeof registry.addOrganization>;

export async function enterOrganization(
  app: App,
  actor: Actor,
  { key, ...content }: NewOrganizationInput,
): Promise<Answer<{ organizationId: string }>> {
  return administer(app, actor, { what: "add-organization", key, content }, async (trx) => {
    const { parentId, name, kind, managedBy } = content;
    const unknown = faultOfManagementLevel(app.law.vocabulary, managedBy);
    if (unknown !== null) return refusedSaying("no-such-management-level", unknown, "managedBy");
    if (parentId !== null && (await findOrganizations(trx, [parentId])).length === 0)
      return refusedSaying("no-such-organization", noSuchParent, "parentId");
    const answer = { organizationId: randomUUID() };
    await addOrganization(trx, { id: answer.organizationId, parentId, name, kind, managedBy });
    await recordAdministration(app, trx, actor, "add-organization", { organizationId: answer.organizationId, name });
    return { type: "done", answer };
  });
}

export type NewPersonInput = EndpointInput<typeof registry.addPerson>;

/** Refused for a wrong ID number, naming the wrong position, and for one that is already registered. */
export async function enterPerson(
  app: App,
  actor: Actor,
  { key, ...content }: NewPersonInput,
): Promise<Answer<{ personId: string }>> {
  return administer(app, actor, { what: "add-person", key, content }, async (trx) => {
    const fault = faultOfPerson(app, content);
    if (fault !== null) return fault;
    if ((await findOrganizations(trx, [content.organizationId])).length === 0)
      return refusedSaying("no-such-organization", noSuchOrganization, "organizationId");
    const answer = { personId: randomUUID() };
    if ((await addPerson(trx, app.keys, { id: answer.personId, ...content })) === "taken")
      return refusedSaying("person-taken", personTaken, "idNumber");
    await recordAdministration(app, trx, actor, "add-person", { personId: answer.personId });
    return { type: "done", answer };
  });
}

function faultOfPerson(app: App, content: Omit<NewPersonInput, "key">): ReturnType<typeof refusedSaying> | null {
  const { idNumber, level, managedBy, from } = content;
  const fault = faultOfIdNumber(idNumber);
  if (fault !== null) return refusedSaying("wrong-id-number", idNumberWrong(fault.message), "idNumber");
  const unknownLevel = level === null ? null : faultOfLevel(app.law.vocabulary, level);
  if (unknownLevel !== null) return refusedSaying("no-such-level", unknownLevel, "level");
  const unknown = faultOfManagementLevel(app.law.vocabulary, managedBy);
  if (unknown !== null) return refusedSaying("no-such-management-level", unknown, "managedBy");
  if (parseDay(from) === null || from < "1900-01-01") return refusedSaying("no-such-day", postDayUnfit, "from");
  if (from > todayOf(app)) return refusedSaying("date-in-the-future", postDayInFuture(from), "from");
  return null;
}

// Persons and organizations of the zone: searched, and added with their numbers checked.
import { faultOfManagementLevel } from "#law/procedure/management.ts";
import { randomUUID } from "node:crypto";
import type { EndpointInput } from "#kernel/contract/meta.ts";
import { faultOfIdNumber, fingerprintIdNumber } from "../id-number.ts";
import type { OrganizationRow, PersonRow, registry } from "../contract.ts";
import type { Actor } from "#casework/actor.ts";
import { parseDay } from "#law/reckon/days.ts";
import { inTransaction } from "#database/database.ts";
import { addOrganization, findOrganizations, listOrganizations } from "../rows/organizations.ts";
import type { Count, Page } from "#database/page.ts";
import { searchPersons } from "../rows/person-search.ts";
import { addPerson } from "../rows/persons.ts";
import type { Person } from "../rows/persons.ts";
import { administer } from "#kernel/administer.ts";
import { refusedSaying } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { todayOf } from "#kernel/time.ts";
import {
  idNumberWrong,
  noSuchLevel,
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
  const whole = asked.query.trim();
  const fingerprint = faultOfIdNumber(whole) === null ? fingerprintIdNumber(app.keys, whole) : null;
  const page = await inTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
    searchPersons(trx, { ...asked, fingerprint }),
  );
  return { ...page, rows: page.rows.map(personRowOf) };
}

export function personRowOf(person: Person): PersonRow {
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
    birth,
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
  if (level !== null && !app.law.vocabulary.levels.some(({ id }) => id === level))
    return refusedSaying("no-such-level", noSuchLevel(level), "level");
  const unknown = faultOfManagementLevel(app.law.vocabulary, managedBy);
  if (unknown !== null) return refusedSaying("no-such-management-level", unknown, "managedBy");
  if (parseDay(from) === null || from < "1900-01-01") return refusedSaying("no-such-day", postDayUnfit, "from");
  if (from > todayOf(app)) return refusedSaying("date-in-the-future", postDayInFuture(from), "from");
  return null;
}

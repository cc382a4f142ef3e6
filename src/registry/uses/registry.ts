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
import { refusedFor, refusedSaying } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { todayOf } from "#kernel/time.ts";

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
      return refusedFor("no-such-organization", "上级单位不存在", "There is no such parent organization", "parentId");
    const answer = { organizationId: randomUUID() };
    await addOrganization(trx, { id: answer.organizationId, parentId, name, kind, managedBy });
    await recordAdministration(app, trx, actor, "add-organization", { organizationId: answer.organizationId, name });
    return { type: "done", answer };
  });
}

export type NewPersonInput = EndpointInput<typeof registry.addPerson>;

/** A wrong ID number is refused with the position that is wrong; one that is there already is refused too. */
export async function enterPerson(
  app: App,
  actor: Actor,
  { key, ...content }: NewPersonInput,
): Promise<Answer<{ personId: string }>> {
  return administer(app, actor, { what: "add-person", key, content }, async (trx) => {
    const fault = faultOfPerson(app, content);
    if (fault !== null) return fault;
    if ((await findOrganizations(trx, [content.organizationId])).length === 0)
      return refusedFor("no-such-organization", "单位不存在", "There is no such organization", "organizationId");
    const answer = { personId: randomUUID() };
    if ((await addPerson(trx, app.keys, { id: answer.personId, ...content })) === "taken")
      return refusedFor(
        "person-taken",
        "名册中已有该身份证号的干部",
        "Somebody with this ID number is in the registry already",
        "idNumber",
      );
    await recordAdministration(app, trx, actor, "add-person", { personId: answer.personId });
    return { type: "done", answer };
  });
}

function faultOfPerson(app: App, content: Omit<NewPersonInput, "key">): ReturnType<typeof refusedFor> | null {
  const { idNumber, level, managedBy, from } = content;
  const fault = faultOfIdNumber(idNumber);
  if (fault !== null)
    return refusedFor(
      "wrong-id-number",
      `身份证号${fault.message.zh}`,
      `The ID number is wrong. ${fault.message.en}`,
      "idNumber",
    );
  if (level !== null && !app.law.vocabulary.levels.some(({ id }) => id === level))
    return refusedFor("no-such-level", `没有“${level}”这一职务层次`, `There is no level “${level}”`, "level");
  const unknown = faultOfManagementLevel(app.law.vocabulary, managedBy);
  if (unknown !== null) return refusedSaying("no-such-management-level", unknown, "managedBy");
  if (parseDay(from) === null || from < "1900-01-01")
    return refusedFor(
      "no-such-day",
      "任职日期不存在，或者早于1900年，请按 2026-01-31 的格式填写",
      "The day on which the post began does not exist, or is before 1900",
      "from",
    );
  if (from > todayOf(app))
    return refusedFor("date-in-the-future", `任职日期 ${from} 晚于今天`, `The day ${from} is after today`, "from");
  return null;
}

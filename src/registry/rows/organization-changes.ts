// What became of organizations (更名、改隶、并入、分设、撤销): each change is kept, and the organization keeps its id.
import { sql } from "kysely";
import type { z } from "zod";
import { leadingMember, organizationChange, organizationName } from "../contract.ts";
import type { OrganizationChange, OrganizationChangeKind } from "../contract.ts";
import type { Transaction } from "#database/database.ts";
import type { OrganizationStanding } from "./organizations.ts";
import { rowsOf, run } from "#database/rows.ts";

export type NewOrganizationChange = {
  kind: OrganizationChangeKind;
  /** ISO: the first day on which it is so. */
  on: string;
  name: string;
  parentId: string | null;
  /** What it was merged into, or split off from. */
  otherId: string | null;
  documentNumber: string;
  by: string;
  registeredName: string;
  at: string;
};

/** "conflict" when somebody changed it meanwhile; the caller then rolls the transaction back. */
export async function changeOrganization(
  trx: Transaction,
  before: OrganizationStanding,
  change: NewOrganizationChange,
): Promise<"changed" | "conflict"> {
  const ends = change.kind === "merged" || change.kind === "abolished";
  const changed = await run(
    trx,
    sql`UPDATE organization SET version = version + 1, name = ${change.name}, parent_id = ${change.parentId},
        valid_from = CASE WHEN ${change.kind === "split"}::boolean THEN ${change.on}::date ELSE valid_from END,
        valid_until = CASE WHEN ${ends}::boolean THEN ${change.on}::date - 1 ELSE valid_until END,
        succeeded_by = CASE WHEN ${change.kind === "merged"}::boolean THEN ${change.otherId} ELSE succeeded_by END
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${before.id} AND version = ${before.version}`,
  );
  if (changed !== 1) return "conflict";
  await run(
    trx,
    sql`INSERT INTO organization_change (jurisdiction_id, organization_id, version, kind, on_day, former_name, name, former_parent_id, parent_id, other_id,
        document_number, registered_by, registered_name, registered_at)
      VALUES (${trx.jurisdictionId}, ${before.id}, ${before.version + 1}, ${change.kind}, ${change.on}::date, ${before.name}, ${change.name},
        ${before.parentId}, ${change.parentId}, ${change.otherId}, ${change.documentNumber}, ${change.by}, ${change.registeredName}, ${change.at})`,
  );
  if (change.kind === "renamed" || ends)
    await run(
      trx,
      sql`UPDATE organization_name SET until_day = ${change.on}::date - 1
        WHERE jurisdiction_id = ${trx.jurisdictionId} AND organization_id = ${before.id} AND until_day IS NULL`,
    );
  if (change.kind === "renamed")
    await run(
      trx,
      sql`INSERT INTO organization_name (jurisdiction_id, organization_id, ordinal, name, from_day)
        SELECT ${trx.jurisdictionId}::text, ${before.id}::text, max(ordinal) + 1, ${change.name}::text, ${change.on}::date FROM organization_name
        WHERE jurisdiction_id = ${trx.jurisdictionId} AND organization_id = ${before.id}`,
    );
  return "changed";
}

/** The latest first. */
export async function changesOfOrganization(trx: Transaction, id: string): Promise<OrganizationChange[]> {
  return rowsOf(
    trx,
    organizationChange,
    sql`SELECT c.version, c.kind, c.on_day AS "on", c.former_name AS "formerName", c.name, f.name AS "formerParent", p.name AS parent,
        c.other_id AS "otherId", o.name AS "otherName", c.document_number AS "documentNumber", c.registered_name AS "registeredName",
        c.registered_at AS "registeredAt"
      FROM organization_change AS c
      LEFT JOIN organization AS f ON f.jurisdiction_id = c.jurisdiction_id AND f.id = c.former_parent_id
      LEFT JOIN organization AS p ON p.jurisdiction_id = c.jurisdiction_id AND p.id = c.parent_id
      LEFT JOIN organization AS o ON o.jurisdiction_id = c.jurisdiction_id AND o.id = c.other_id
      WHERE c.jurisdiction_id = ${trx.jurisdictionId} AND c.organization_id = ${id} ORDER BY c.version DESC`,
  );
}

/** Every name it has had, the first one first; days are null where nobody knows them. */
export async function namesOfOrganization(trx: Transaction, id: string): Promise<z.output<typeof organizationName>[]> {
  return rowsOf(
    trx,
    organizationName,
    sql`SELECT name, from_day AS "from", until_day AS until FROM organization_name
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND organization_id = ${id} ORDER BY ordinal`,
  );
}

/** The leading body on a day: who held a leading post there. At most so many. */
export async function leadingBodyOf(
  trx: Transaction,
  id: string,
  day: string,
  limit: number,
): Promise<z.output<typeof leadingMember>[]> {
  return rowsOf(
    trx,
    leadingMember,
    sql`SELECT DISTINCT coalesce(p.merged_into, p.id) AS "personId", p.name, h.post, h.level, h.from_day AS "from", h.to_day AS "to"
      FROM post_held AS h JOIN person AS p ON p.jurisdiction_id = h.jurisdiction_id AND p.id = h.person_id
      WHERE h.jurisdiction_id = ${trx.jurisdictionId} AND h.organization_id = ${id} AND h.leading_post
        AND h.from_day <= ${day}::date AND (h.to_day IS NULL OR h.to_day >= ${day}::date)
      ORDER BY h.from_day, p.name, 1 LIMIT ${limit}`,
  );
}

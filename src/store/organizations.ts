// Organizations (单位) of the zone, as a tree.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import type { ManagedBy } from "#casework/subject.ts";
import type { Transaction } from "./database.ts";
import { rowsOf, run } from "./rows.ts";

export type OrganizationKind = "party" | "government" | "enterprise" | "other";
export type Organization = {
  id: string;
  parentId: string | null;
  name: string;
  kind: OrganizationKind;
  managedBy: ManagedBy;
};

const shape = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  kind: z.enum(["party", "government", "enterprise", "other"]),
  managedBy: z.enum(["city", "zone", "unit"]),
});

export async function addOrganization(trx: Transaction, organization: Organization): Promise<void> {
  const { id, parentId, name, kind, managedBy } = organization;
  await run(
    trx,
    sql`INSERT INTO organization (jurisdiction_id, id, parent_id, name, kind, managed_by)
      VALUES (${trx.jurisdictionId}, ${id}, ${parentId}, ${name}, ${kind}, ${managedBy})`,
  );
}

/** All of them, parents before children, then by name. */
export async function listOrganizations(trx: Transaction): Promise<Organization[]> {
  const all = await select(trx, sql`true`);
  const children = Map.groupBy(all, (one) => one.parentId);
  const inOrder = (parentId: string | null): Organization[] =>
    (children.get(parentId) ?? []).flatMap((one) => [one, ...inOrder(one.id)]);
  return inOrder(null);
}

export async function findOrganizations(trx: Transaction, ids: readonly string[]): Promise<Organization[]> {
  return ids.length === 0 ? [] : select(trx, sql`id = ANY(${[...ids]}::text[])`);
}

function select(trx: Transaction, where: RawBuilder<unknown>): Promise<Organization[]> {
  return rowsOf(
    trx,
    shape,
    sql`SELECT id, parent_id AS "parentId", name, kind, managed_by AS "managedBy"
      FROM organization WHERE jurisdiction_id = ${trx.jurisdictionId} AND ${where} ORDER BY name, id`,
  );
}

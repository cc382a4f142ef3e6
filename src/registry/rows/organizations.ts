// Organizations (单位) of the zone, as a tree.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import type { ManagementLevel } from "#law/pack/vocabulary.ts";
import type { Transaction } from "#database/database.ts";
import { rowsOf, run } from "#database/rows.ts";

export type OrganizationKind = "party" | "government" | "enterprise" | "other";
export type Organization = {
  id: string;
  parentId: string | null;
  name: string;
  kind: OrganizationKind;
  managedBy: ManagementLevel;
};
/** `validFrom` and `validUntil` (its last day) are ISO days, null where nothing bounds it; `succeededBy` what it was merged into. */
export type OrganizationStanding = Organization & {
  validFrom: string | null;
  validUntil: string | null;
  succeededBy: string | null;
  version: number;
};

const shape = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  kind: z.enum(["party", "government", "enterprise", "other"]),
  managedBy: z.string(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  succeededBy: z.string().nullable(),
  version: z.int(),
});

/** With the name it bears from its first day on. */
export async function addOrganization(
  trx: Transaction,
  organization: Organization & { validFrom?: string | null },
): Promise<void> {
  const { id, parentId, name, kind, managedBy, validFrom = null } = organization;
  await run(
    trx,
    sql`INSERT INTO organization (jurisdiction_id, id, parent_id, name, kind, managed_by, valid_from)
      VALUES (${trx.jurisdictionId}, ${id}, ${parentId}, ${name}, ${kind}, ${managedBy}, ${validFrom}::date)`,
  );
  await run(
    trx,
    sql`INSERT INTO organization_name (jurisdiction_id, organization_id, ordinal, name, from_day)
      VALUES (${trx.jurisdictionId}, ${id}, 1, ${name}, ${validFrom}::date)`,
  );
}

const idShape = z.object({ id: z.string() });

/** Ids of those one of whose names, now or before, contains the word, and of those merged into them: a renamed bureau is the same bureau. */
export async function organizationsCalled(trx: Transaction, word: string): Promise<string[]> {
  const called = await rowsOf(
    trx,
    idShape,
    sql`SELECT DISTINCT organization_id AS id FROM organization_name WHERE jurisdiction_id = ${trx.jurisdictionId} AND strpos(lower(name), ${word}) > 0`,
  );
  const ids = called.map(({ id }) => id);
  if (ids.length === 0) return [];
  const merged = await rowsOf(
    trx,
    idShape,
    sql`SELECT id FROM organization WHERE jurisdiction_id = ${trx.jurisdictionId} AND succeeded_by IS NOT NULL AND succeeded_by = ANY(${ids}::text[])`,
  );
  return [...new Set([...ids, ...merged.map(({ id }) => id)])].sort();
}

const namedShape = z.object({ id: z.string(), name: z.string() });

/**
 * By each name that one has or had, of those that are written so, or that a unit and a post written together begin with; where a name was
 * handed on, the one that bears it now stands alone.
 */
export async function organizationsByName(
  trx: Transaction,
  { units, unitsAndPosts }: { units: readonly string[]; unitsAndPosts: readonly string[] },
): Promise<Map<string, OrganizationStanding[]>> {
  if (units.length + unitsAndPosts.length === 0) return new Map();
  const names = await rowsOf(
    trx,
    namedShape,
    sql`SELECT DISTINCT n.organization_id AS id, n.name FROM organization_name AS n WHERE n.jurisdiction_id = ${trx.jurisdictionId}
      AND (n.name = ANY(${[...units]}::text[]) OR EXISTS (SELECT FROM unnest(${[...unitsAndPosts]}::text[]) AS one (words) WHERE starts_with(one.words, n.name)))
      ORDER BY n.name, id`,
  );
  const ids = [...new Set(names.map(({ id }) => id))];
  const all = new Map((await findOrganizations(trx, ids)).map((one) => [one.id, one]));
  const byName = new Map<string, OrganizationStanding[]>();
  for (const { id, name } of names) {
    const one = all.get(id);
    if (one !== undefined) byName.set(name, [...(byName.get(name) ?? []), one]);
  }
  for (const [name, bearers] of byName) {
    const present = bearers.filter((one) => one.name === name && one.validUntil === null);
    if (present.length > 0) byName.set(name, present);
  }
  return byName;
}

const likeShape = z.object({ words: z.string(), names: z.array(z.string()) });

/** Of each of these words the organizations of today that have, or had, them in a name: to be offered where nothing is called so. */
export async function organizationsLike(trx: Transaction, words: readonly string[]): Promise<Map<string, string[]>> {
  const asked = words.filter((one) => one.length > 1).slice(0, mostLike);
  if (asked.length === 0) return new Map();
  const rows = await rowsOf(
    trx,
    likeShape,
    sql`SELECT one.words, (array_agg(DISTINCT o.name))[1:3] AS names FROM unnest(${asked}::text[]) AS one (words)
      JOIN organization_name AS n ON n.jurisdiction_id = ${trx.jurisdictionId} AND strpos(n.name, one.words) > 0
      JOIN organization AS o ON o.jurisdiction_id = n.jurisdiction_id AND o.id = n.organization_id AND o.valid_until IS NULL
      GROUP BY one.words`,
  );
  return new Map(rows.map((row) => [row.words, row.names]));
}

/** So many are looked for at a time; each is held against every name. */
const mostLike = 50;

/** All of them, parents before children, then by name. */
export async function listOrganizations(trx: Transaction): Promise<OrganizationStanding[]> {
  const all = await select(trx, sql`true`);
  const children = Map.groupBy(all, (one) => one.parentId);
  const inOrder = (parentId: string | null): OrganizationStanding[] =>
    (children.get(parentId) ?? []).flatMap((one) => [one, ...inOrder(one.id)]);
  return inOrder(null);
}

export async function findOrganizations(trx: Transaction, ids: readonly string[]): Promise<OrganizationStanding[]> {
  return ids.length === 0 ? [] : select(trx, sql`id = ANY(${[...ids]}::text[])`);
}

function select(trx: Transaction, where: RawBuilder<unknown>): Promise<OrganizationStanding[]> {
  return rowsOf(
    trx,
    shape,
    sql`SELECT id, parent_id AS "parentId", name, kind, managed_by AS "managedBy", valid_from AS "validFrom", valid_until AS "validUntil",
        succeeded_by AS "succeededBy", version
      FROM organization WHERE jurisdiction_id = ${trx.jurisdictionId} AND ${where} ORDER BY name, id`,
  );
}

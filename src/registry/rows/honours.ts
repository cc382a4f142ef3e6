// Honours (荣誉、评先), one a person, year and name; withdrawn by a further version.
import { sql } from "kysely";
import { z } from "zod";
import { touch } from "#database/bound.ts";
import type { Transaction } from "#database/database.ts";
import type { Registration } from "./registration.ts";
import { rowsOf } from "#database/rows.ts";

const shape = z.object({
  personId: z.string(),
  year: z.int(),
  name: z.string(),
  givenOn: z.string().nullable(),
  issuer: z.string().nullable(),
  level: z.string().nullable(),
  registeredName: z.string(),
  registeredAt: z.string(),
});

/** `level` is an id in the vocabulary's honour levels. */
export type HonourGiven = z.output<typeof shape>;
export type NewHonour = {
  personId: string;
  year: number;
  name: string;
  givenOn?: string | null;
  issuer?: string | null;
  level?: string | null;
  withdrawn?: boolean;
};

const addedShape = z.object({ personId: z.string(), year: z.int(), name: z.string(), version: z.int() });

/** Adds a version where there is none, or where it says something else than the last one. Answers with how many it added. */
export async function addHonours(
  trx: Transaction,
  honours: readonly NewHonour[],
  { by, name, at, source }: Registration,
): Promise<number> {
  if (honours.length === 0) return 0;
  const added = await rowsOf(
    trx,
    addedShape,
    sql`INSERT INTO honour_given (jurisdiction_id, person_id, year, name, version, withdrawn, given_on, issuer, level, source, registered_by,
        registered_name, registered_at)
      SELECT ${trx.jurisdictionId}::text, new.person_id, new.year, new.name, coalesce(last.version, 0) + 1, new.withdrawn, new.given_on, new.issuer, new.level,
        ${source}::text, ${by}::text, ${name}::text, ${at}::text
      FROM unnest(${honours.map((one) => one.personId)}::text[], ${honours.map((one) => one.year)}::integer[], ${honours.map((one) => one.name)}::text[],
        ${honours.map((one) => one.withdrawn ?? false)}::boolean[], ${honours.map((one) => one.givenOn ?? null)}::date[],
        ${honours.map((one) => one.issuer ?? null)}::text[], ${honours.map((one) => one.level ?? null)}::text[])
        AS new (person_id, year, name, withdrawn, given_on, issuer, level)
      LEFT JOIN LATERAL (SELECT h.version, h.withdrawn, h.given_on, h.issuer, h.level FROM honour_given AS h
        WHERE h.jurisdiction_id = ${trx.jurisdictionId} AND h.person_id = new.person_id AND h.year = new.year AND h.name = new.name
        ORDER BY h.version DESC LIMIT 1) AS last ON true
      WHERE CASE WHEN last.version IS NULL THEN NOT new.withdrawn
        ELSE (last.withdrawn, last.given_on, last.issuer, last.level) IS DISTINCT FROM (new.withdrawn, new.given_on, new.issuer, new.level) END
      RETURNING person_id AS "personId", year, name, version`,
  );
  touch(trx, "honour_given", ...added.map((one) => [one.personId, one.year, one.name, one.version]));
  return added.length;
}

/** What stands for these persons and the records merged into them, the latest year first. */
export async function honoursOf(trx: Transaction, personIds: readonly string[]): Promise<HonourGiven[]> {
  if (personIds.length === 0) return [];
  return rowsOf(
    trx,
    shape,
    sql`SELECT * FROM (
        SELECT DISTINCT ON (h.person_id, h.year, h.name) coalesce(p.merged_into, p.id) AS "personId", h.year, h.name, h.given_on AS "givenOn",
          h.issuer, h.level, h.registered_name AS "registeredName", h.registered_at AS "registeredAt", h.withdrawn
        FROM person AS p JOIN honour_given AS h ON h.jurisdiction_id = p.jurisdiction_id AND h.person_id = p.id
        WHERE p.jurisdiction_id = ${trx.jurisdictionId} AND (p.id = ANY(${[...personIds]}::text[]) OR p.merged_into = ANY(${[...personIds]}::text[]))
        ORDER BY h.person_id, h.year, h.name, h.version DESC) AS last
      WHERE NOT last.withdrawn ORDER BY last.year DESC, last.name, last."personId"`,
  );
}

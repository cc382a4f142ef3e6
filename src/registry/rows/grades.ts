// Grades of the yearly assessment (年度考核等次), one a person and year; what was registered is corrected by a further version.
import { sql } from "kysely";
import { z } from "zod";
import { touch } from "#database/bound.ts";
import type { Transaction } from "#database/database.ts";
import type { Registration } from "./registration.ts";
import { rowsOf } from "#database/rows.ts";

const shape = z.object({
  personId: z.string(),
  year: z.int(),
  grade: z.string(),
  givenBy: z.string().nullable(),
  givenOn: z.string().nullable(),
  registeredName: z.string(),
  registeredAt: z.string(),
});

/** `grade` is an id in the vocabulary; `givenBy` the unit that gave it. */
export type GradeGiven = z.output<typeof shape>;
/** A null grade withdraws what was registered for the year. */
export type NewGrade = {
  personId: string;
  year: number;
  grade: string | null;
  givenBy?: string | null;
  givenOn?: string | null;
};

const addedShape = z.object({ personId: z.string(), year: z.int(), version: z.int() });

/** Adds a version where it says something else than the last one. At most one a person and year at a time. Answers with how many it added. */
export async function addGrades(
  trx: Transaction,
  grades: readonly NewGrade[],
  { by, name, at, source }: Registration,
): Promise<number> {
  if (grades.length === 0) return 0;
  const added = await rowsOf(
    trx,
    addedShape,
    sql`INSERT INTO grade_given (jurisdiction_id, person_id, year, version, grade, given_by, given_on, source, registered_by, registered_name, registered_at)
      SELECT ${trx.jurisdictionId}::text, new.person_id, new.year, coalesce(last.version, 0) + 1, new.grade, new.given_by, new.given_on,
        ${source}::text, ${by}::text, ${name}::text, ${at}::text
      FROM unnest(${grades.map((one) => one.personId)}::text[], ${grades.map((one) => one.year)}::integer[], ${grades.map((one) => one.grade)}::text[],
        ${grades.map((one) => one.givenBy ?? null)}::text[], ${grades.map((one) => one.givenOn ?? null)}::date[])
        AS new (person_id, year, grade, given_by, given_on)
      LEFT JOIN LATERAL (SELECT g.version, g.grade FROM grade_given AS g
        WHERE g.jurisdiction_id = ${trx.jurisdictionId} AND g.person_id = new.person_id AND g.year = new.year
        ORDER BY g.version DESC LIMIT 1) AS last ON true
      WHERE last.grade IS DISTINCT FROM new.grade RETURNING person_id AS "personId", year, version`,
  );
  touch(trx, "grade_given", ...added.map(({ personId, year, version }) => [personId, year, version]));
  return added.length;
}

/** What stands for these persons and the records merged into them, the latest year first. */
export async function gradesOf(trx: Transaction, personIds: readonly string[]): Promise<GradeGiven[]> {
  if (personIds.length === 0) return [];
  return rowsOf(
    trx,
    shape,
    sql`SELECT * FROM (
        SELECT DISTINCT ON (g.person_id, g.year) coalesce(p.merged_into, p.id) AS "personId", g.year, g.grade, g.given_by AS "givenBy",
          g.given_on AS "givenOn", g.registered_name AS "registeredName", g.registered_at AS "registeredAt"
        FROM person AS p JOIN grade_given AS g ON g.jurisdiction_id = p.jurisdiction_id AND g.person_id = p.id
        WHERE p.jurisdiction_id = ${trx.jurisdictionId} AND (p.id = ANY(${[...personIds]}::text[]) OR p.merged_into = ANY(${[...personIds]}::text[]))
        ORDER BY g.person_id, g.year, g.version DESC) AS last
      WHERE last.grade IS NOT NULL ORDER BY last.year DESC, last."personId"`,
  );
}

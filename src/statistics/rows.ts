// Persons restricted on a day, counted by what is barred, by measure, by unit and by month; as law and measures stand now.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import { figure, monthFigure, unitFigure } from "./contract.ts";
import type { RestrictedFigures } from "./contract.ts";
import type { Citation } from "#law/text/citation.ts";
import type { Transaction } from "#database/database.ts";
import { cut, keyDay, readKey } from "#database/page.ts";
import type { Page, Paged } from "#database/page.ts";
import { ofTheRegulation, runningOn, unitOn } from "#eligibility/rows/restrictions.ts";
import { rowOf, rowsOf } from "#database/rows.ts";

const totalShape = z.object({ persons: z.int() });

export async function restrictedFigures(
  trx: Transaction,
  { day, layer, except }: { day: string; layer: "regulation" | "upper"; except: readonly string[] },
): Promise<RestrictedFigures> {
  const running = runningOn(trx, day, { ...ofTheRegulation, layer }, except);
  const by = (column: "bars" | "cause_kind") =>
    rowsOf(
      trx,
      figure,
      sql`SELECT ${sql.ref(column)} AS id, count(DISTINCT person_id) AS persons FROM restriction WHERE ${running}
        GROUP BY 1 ORDER BY persons DESC, id`,
    );
  const total = await rowOf(
    trx,
    totalShape,
    sql`SELECT count(DISTINCT person_id) AS persons FROM restriction WHERE ${running}`,
  );
  const byUnit = await rowsOf(
    trx,
    unitFigure,
    sql`SELECT u.id, ${calledOn(trx, sql`u.id`, day)} AS name, u.persons
      FROM (SELECT unit AS id, count(*) AS persons FROM (SELECT ${unitOn(trx, sql`one.person_id`, day)} AS unit
          FROM (SELECT DISTINCT person_id FROM restriction WHERE ${running}) AS one) AS units GROUP BY unit) AS u
      ORDER BY u.persons DESC, name, u.id`,
  );
  const byMonth = await rowsOf(
    trx,
    monthFigure,
    sql`SELECT m.day, count(DISTINCT r.person_id) AS persons
      FROM (SELECT (${day}::date - make_interval(months => back))::date AS day FROM generate_series(0, 24) AS back) AS m
      LEFT JOIN restriction AS r ON r.jurisdiction_id = ${trx.jurisdictionId} AND r.layer = ${layer} AND r.from_day <= m.day AND r.until_day >= m.day
        AND (r.counts_from IS NULL OR r.counts_from <= m.day) AND (r.counts_until IS NULL OR r.counts_until > m.day)
        AND r.person_id <> ALL (${[...except]}::text[])
      GROUP BY m.day ORDER BY m.day`,
  );
  return { persons: total?.persons ?? 0, byBars: await by("bars"), byCause: await by("cause_kind"), byUnit, byMonth };
}

const restrictedShape = z.object({
  personId: z.string(),
  ordinal: z.int(),
  name: z.string(),
  unit: z.string(),
  bars: z.string(),
  from: z.string(),
  until: z.string(),
  cite: z.string().transform((kept) => JSON.parse(kept) as Citation), // written from a citation
  causeType: z.enum(["measure", "sanction"]),
  causeKind: z.string(),
});
/** One restriction that ran on the day. `unit` is that of the day, called as on the day. */
export type RestrictedOn = z.output<typeof restrictedShape>;

const byDay = z.tuple([keyDay, z.string(), z.int32()]);

/** Every restriction behind the figures, soonest end first. */
export async function restrictionsOn(
  trx: Transaction,
  asked: { day: string; layer: "regulation" | "upper"; except: readonly string[] } & Page,
): Promise<Paged<RestrictedOn>> {
  const { day, layer, except, limit } = asked;
  const key = readKey(asked.after, byDay);
  const beyond =
    key === null
      ? sql`true`
      : sql`(until_day, person_id, ordinal) > (${key[0]}::date, ${key[1]}::text, ${key[2]}::integer)`;
  const rows = await rowsOf(
    trx,
    restrictedShape,
    sql`SELECT r.person_id AS "personId", r.ordinal, p.name, ${calledOn(trx, sql`r.unit`, day)} AS unit, r.bars, r.from_day AS "from", r.until_day AS "until", r.cite,
        r.cause_type AS "causeType", r.cause_kind AS "causeKind"
      FROM (SELECT person_id, ordinal, bars, from_day, until_day, cite, cause_type, cause_kind, ${unitOn(trx, sql`restriction.person_id`, day)} AS unit FROM restriction
          WHERE ${runningOn(trx, day, { ...ofTheRegulation, layer }, except)} AND ${beyond} ORDER BY until_day, person_id, ordinal LIMIT ${limit + 1}) AS r
        JOIN person AS p ON p.jurisdiction_id = ${trx.jurisdictionId} AND p.id = r.person_id
      ORDER BY r.until_day, r.person_id, r.ordinal`,
  );
  return cut(rows, limit, (row) => [row.until, row.personId, row.ordinal]);
}

const placeShape = z.object({ personId: z.string(), unit: z.string(), post: z.string().nullable() });

/** Unit and post of each person on the day, the unit by its name of the day; where none is known for the day, those of now. */
export async function placesOn(
  trx: Transaction,
  personIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, { unit: string; post: string | null }>> {
  const rows = await rowsOf(
    trx,
    placeShape,
    sql`SELECT p.id AS "personId", ${calledOn(trx, sql`coalesce(h.organization_id, p.organization_id)`, day)} AS unit,
        CASE WHEN h.post IS NULL THEN p.post ELSE h.post END AS post
      FROM person AS p LEFT JOIN LATERAL (SELECT one.organization_id, one.post FROM post_held AS one
          WHERE one.jurisdiction_id = ${trx.jurisdictionId} AND one.person_id = p.id AND one.from_day <= ${day}::date
            AND (one.to_day IS NULL OR one.to_day >= ${day}::date) ORDER BY one.from_day DESC, one.organization_id LIMIT 1) AS h ON true
      WHERE p.jurisdiction_id = ${trx.jurisdictionId} AND p.id = ANY(${[...personIds]}::text[])`,
  );
  return new Map(rows.map(({ personId, ...place }) => [personId, place]));
}

/** What a unit was called on the day; the name it has now where none is known for the day. */
const calledOn = (trx: Transaction, unit: RawBuilder<unknown>, day: string) =>
  sql`coalesce((SELECT n.name FROM organization_name AS n WHERE n.jurisdiction_id = ${trx.jurisdictionId} AND n.organization_id = ${unit}
        AND (n.from_day IS NULL OR n.from_day <= ${day}::date) AND (n.until_day IS NULL OR n.until_day >= ${day}::date) ORDER BY n.ordinal DESC LIMIT 1),
      (SELECT o.name FROM organization AS o WHERE o.jurisdiction_id = ${trx.jurisdictionId} AND o.id = ${unit}))`;

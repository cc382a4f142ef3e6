// Restrictions that end within a range of days, each by itself, the soonest first.
import { sql } from "kysely";
import { z } from "zod";
import type { Citation } from "#law/text/citation.ts";
import type { Transaction } from "#database/database.ts";
import { countBound, countOf, countShape, cut, keyDay, readKey } from "#database/page.ts";
import type { Counted, Page } from "#database/page.ts";
import { rowOf, rowsOf } from "#database/rows.ts";

const shape = z.object({
  personId: z.string(),
  ordinal: z.int(),
  bars: z.string(),
  from: z.string(),
  until: z.string(),
  grey: z.string().nullable(),
  layer: z.enum(["regulation", "upper"]),
  cite: z.string().transform((kept) => JSON.parse(kept) as Citation), // written from a citation
  causeType: z.enum(["measure", "sanction"]),
  causeKind: z.string(),
  matterId: z.string(),
  caseNumber: z.string(),
});
export type EndingRestriction = z.output<typeof shape>;

const byDay = z.tuple([keyDay, z.string(), z.int32()]);

/** Restrictions of the regulation whose last day lies in the range, both ends included, as they count now. `except`: persons left out. */
export async function endingRestrictions(
  trx: Transaction,
  asked: { from: string; until: string; except: readonly string[] } & Page,
): Promise<Counted<EndingRestriction>> {
  const key = readKey(asked.after, byDay);
  const within = sql`jurisdiction_id = ${trx.jurisdictionId} AND layer = 'regulation' AND until_day BETWEEN ${asked.from}::date AND ${asked.until}::date
    AND counts_until IS NULL AND person_id <> ALL (${[...asked.except]}::text[])`;
  const rows = await rowsOf(
    trx,
    shape,
    sql`SELECT person_id AS "personId", ordinal, bars, from_day AS "from", until_day AS "until", grey_day AS "grey", layer, cite, cause_type AS "causeType",
        cause_kind AS "causeKind", matter_id AS "matterId", case_number AS "caseNumber"
      FROM restriction WHERE ${within} AND ${key === null ? sql`true` : sql`(until_day, person_id, ordinal) > (${key[0]}::date, ${key[1]}::text, ${key[2]}::integer)`}
      ORDER BY until_day, person_id, ordinal LIMIT ${asked.limit + 1}`,
  );
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (SELECT FROM restriction WHERE ${within} LIMIT ${countBound + 1}) AS bounded`,
  );
  return {
    ...cut(rows, asked.limit, (row) => [row.until, row.personId, row.ordinal]),
    count: countOf(counted?.count ?? 0),
  };
}
